"""Why an interview is not held face to face: one of the reasons of the practice model."""

from collections.abc import Callable
from concurrent.futures import Future

from screens.dialogs.entry_dialog import EntryDialog
from screens.dialogs.picker import Picker
from screens.frame import Frame
from screens.words import Words, word
from teui.casework import talks
from teui.casework.draft import Apart
from teui.errors import TeuiError


def ask_apart(
    screen: Frame, assessment_uid: str, known: Apart, then: Callable[[Future[None]], None]
) -> None:
    """Ask for the reason, some in one's own words; `then` gets the write that keeps it."""
    desk, place = screen.desk, f"apart:{assessment_uid}"
    rules = desk.model.follow_ups

    def keep(reason: str, note: str = "") -> None:
        screen.keep(place, "")
        then(talks.give_reason(desk, assessment_uid, reason, note))

    def check(typed: str) -> str:
        if not typed.strip():
            raise TeuiError("apart_note_missing")
        return typed

    def chosen(reason: str | None) -> None:
        if reason is None:
            return
        if reason not in rules.apart_typed:
            keep(reason)
            return
        dialog = EntryDialog(
            word(f"apart.{reason}"),
            word("talk.apart.help"),
            check,
            value=screen.kept(place) or known.note or "",
            keep=lambda typed: screen.keep(place, typed),
        )
        screen.app.push_screen(
            dialog, lambda note: keep(reason, note) if note is not None else None
        )

    options: dict[str, Words] = {each: word(f"apart.{each}") for each in rules.apart_reasons}
    screen.app.push_screen(Picker(word("talk.apart.title"), options, known.reason), chosen)
