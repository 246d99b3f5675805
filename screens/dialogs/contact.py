"""The questions of a contact: of what kind, by which channel, was the client reached."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from screens.dialogs.entry_dialog import EntryDialog
from screens.dialogs.picker import Picker
from screens.frame import Frame
from screens.words import Words, word
from teui.casework.followups import ContactDone


class ContactQuestions:
    """Asks one after another, Enter takes what is `likely`; Esc leaves with nothing recorded.

    With `note_for`, a client's uid, a line of one's own comes last. It is kept at `place`, to be
    forgotten once the contact is saved.
    """

    def __init__(
        self,
        screen: Frame,
        client: str,
        likely: ContactDone | None = None,
        *,
        note_for: str | None = None,
    ) -> None:
        self._screen = screen
        self._client = client
        self._likely = likely
        self.place = None if note_for is None else f"contact:{note_for}"

    def ask(self, then: Callable[[ContactDone], None]) -> None:
        """Call `then` with the answers, once all are given."""
        rules, likely = self._screen.desk.model.follow_ups, self._likely

        def reached(kind: str, channel: str, yes: str) -> None:
            contact = ContactDone(kind, channel, yes == "yes")
            if self.place is None:
                then(contact)
            else:
                self._ask_note(self.place, contact, then)

        def channel(kind: str) -> None:
            known = likely.channel if likely else None
            self._pick("channel", rules.channels, known, lambda way: outcome(kind, way))

        def outcome(kind: str, way: str) -> None:
            self._pick("reached", ("yes", "no"), None, lambda yes: reached(kind, way, yes))

        self._pick("kind", rules.contact_kinds, likely.kind if likely else None, channel)

    def _pick(
        self, what: str, codes: Iterable[str], chosen: str | None, then: Callable[[str], None]
    ) -> None:
        options = {code: word(f"contact.{what}.{code}") for code in codes}
        self._screen.app.push_screen(
            Picker(self._title(what), options, chosen),
            lambda code: then(code) if code is not None else None,
        )

    def _title(self, what: str) -> Words:
        return lambda t: f"{self._client} · {t(f'contact.{what}.title')}"

    def _ask_note(
        self, place: str, contact: ContactDone, then: Callable[[ContactDone], None]
    ) -> None:
        screen = self._screen

        def take(note: str | None) -> None:
            if note is not None:
                screen.keep(place, note)
                then(replace(contact, note=note or None))

        dialog = EntryDialog(
            self._title("note"),
            word("contact.note.help"),
            str,
            value=screen.kept(place),
            keep=lambda typed: screen.keep(place, typed),
        )
        screen.app.push_screen(dialog, take)
