"""What would change this? Questions with what their other answers would do; Enter goes to one."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical

from screens.dialogs.dialog import Dialog
from screens.frame import Frame
from screens.keys import Key, footer
from screens.widgets import what_if_lines
from screens.widgets.lines import Lines, Span, line, spread, wrap
from screens.widgets.row_list import RowList
from screens.words import word
from teui.assessment.sheet import Sheet
from teui.assessment.what_if import what_if

_KEY_ROWS = 2
_GO = Key("to_question", "enter", "choose", "Enter", foot=0)


class WhatIfPage(Dialog[str]):
    """Returns the question to go to, None after Esc; `leads` where there is a way to it."""

    WIDTH = 96
    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("row", "down", "move(1)", "↑↓", foot=0),
        Key("row_up", "up", "move(-1)", "↑"),
        Key("page", "pagedown", "page(1)", "PgDn"),
        Key("page_up", "pageup", "page(-1)", "PgUp"),
        _GO,
        Key("back", "escape,f4", "cancel", "Esc", foot=0),
    )

    def __init__(self, sheet: Sheet, *, leads: bool = True) -> None:
        super().__init__()
        self._sheet = sheet
        self._leads = leads
        self._found = what_if(sheet)

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            yield Lines(id="title")
            yield Lines(id="now")
            yield RowList(id="turns")
            yield Lines(id="keys")

    def paint(self) -> None:
        super().paint()
        t, width = self.t, self.inner_width
        now = wrap(what_if_lines.standing(t, self._sheet, self._found), width)
        pane = self.query_one("#now", Lines)
        pane.styles.height = len(now) + 1
        pane.show([*(line(Span(each, "dim")) for each in now), ()])
        taken = self.show_title(word("what_if.title"), 1) + len(now) + 1
        rows = what_if_lines.rows(t, self._sheet, self._found, width)
        self._turns.styles.height = min(len(rows), self.inner_height - taken - _KEY_ROWS)
        self._turns.set_rows(rows)
        self._paint_keys()
        # The list learns its new height only with the next layout.
        self.once_laid_out(self._paint_keys)

    def keys_here(self) -> tuple[Key, ...]:
        return tuple(key for key in super().keys_here() if self._leads or key is not _GO)

    def action_move(self, steps: int) -> None:
        self._turns.move(steps)
        self._paint_keys()

    def action_page(self, pages: int) -> None:
        self._turns.move_page(pages)
        self._paint_keys()

    def action_choose(self) -> None:
        match self._turns.key:
            case (_, str(question)):
                self.dismiss(question)

    @property
    def _turns(self) -> RowList:
        return self.query_one("#turns", RowList)

    def _paint_keys(self) -> None:
        """The keys, and how many lines there are to come."""
        if not self.is_attached:
            return
        keys, below = self.query_one("#keys", Lines), self._turns.below
        row = footer(self.keys_here(), self.t, self.inner_width)[0]
        more = line(Span(f"↓ {below}", "note")) if below else ()
        keys.show([(), spread(row, more, self.inner_width)])


def ask_what_if(
    screen: Frame, sheet: Sheet, go: Callable[[str], None] | None, *, hidden: bool
) -> None:
    """Open the page over a screen; `go` brings a question into view, None where no way leads there.

    While the office wants the choice made first, it says so instead.
    """
    if hidden:
        screen.say(screen.t("what_if.hidden"), "note")
        return

    def chosen(question: str | None) -> None:
        if question is not None and go is not None:
            go(question)

    screen.app.push_screen(WhatIfPage(sheet, leads=go is not None), chosen)
