"""The three questions of a contact: of what kind, by which channel, was the client reached."""

from collections.abc import Callable

from screens.dialogs.picker import Picker
from screens.frame import Frame
from teui.casework.followups import CONTACT_CHANNELS, CONTACT_KINDS, ContactDone


class ContactQuestions:
    """Asks one after another; Esc at any of them leaves with nothing recorded."""

    def __init__(self, screen: Frame, client: str) -> None:
        self._screen = screen
        self._client = client

    def ask(self, then: Callable[[ContactDone], None]) -> None:
        """Call `then` with the answers, once all are given."""

        def reached(kind: str, channel: str, yes: str) -> None:
            then(ContactDone(kind, channel, yes == "yes"))

        def channel(kind: str) -> None:
            self._pick("channel", CONTACT_CHANNELS, lambda way: outcome(kind, way))

        def outcome(kind: str, way: str) -> None:
            self._pick("reached", ("yes", "no"), lambda yes: reached(kind, way, yes))

        self._pick("kind", CONTACT_KINDS, channel)

    def _pick(self, what: str, codes: tuple[str, ...], then: Callable[[str], None]) -> None:
        t = self._screen.t
        title = f"{self._client} · {t(f'contact.{what}.title')}"
        options = {code: t(f"contact.{what}.{code}") for code in codes}
        self._screen.app.push_screen(
            Picker(title, options), lambda code: then(code) if code is not None else None
        )
