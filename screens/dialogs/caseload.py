"""Advisers' clients by line, drawn against the office's indicative number."""

from collections.abc import Callable
from typing import ClassVar

from screens.dialogs.entry_dialog import EntryDialog
from screens.dialogs.page_dialog import PageDialog
from screens.frame import Frame
from screens.keys import Key
from screens.widgets.caseload_lines import caseload
from screens.words import word
from teui.casework import caseload as loads
from teui.casework.caseload import Caseload


class CaseloadPage(PageDialog):
    """Digits set the office's number of a line; returns the line whose number is to be set."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("caseload_number", "1,2,3", "number('{key}')", "1-3", foot=0),
        *PageDialog.KEYS,
    )

    def __init__(self, found: Caseload) -> None:
        super().__init__(lambda t, width: caseload(t, found, width))
        self._found = found

    def action_number(self, line: str) -> None:
        if any(str(each.line) == line for each in self._found.numbers):
            self.dismiss(line)


async def show_caseload(screen: Frame) -> None:
    """Open the page over a screen; after a number was set it is there anew."""
    found = await screen.read(lambda: loads.load(screen.desk))
    if found is None:
        return
    known = {str(each.line): each.clients for each in found.numbers}

    def take(line: str | None) -> None:
        if line is not None:
            _ask_number(screen, line, known[line], lambda: screen.begin_work(show_caseload(screen)))

    screen.app.push_screen(CaseloadPage(found), take)


def _ask_number(screen: Frame, line: str, known: int, then: Callable[[], None]) -> None:
    async def write(number: int) -> None:
        if await screen.saved(loads.set_number(screen.desk, int(line), number)):
            then()

    dialog = EntryDialog(
        word("caseload.number", line=line),
        word("caseload.number_help"),
        lambda typed: str(loads.check_number(typed)),
        value=str(known),
        whole=True,
    )
    screen.app.push_screen(
        dialog, lambda typed: screen.begin_work(write(int(typed))) if typed is not None else None
    )
