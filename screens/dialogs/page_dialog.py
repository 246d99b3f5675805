"""Something to read: a page of lines that scrolls, left by Esc or Enter."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical

from screens.dialogs.dialog import Dialog
from screens.keys import Key, footer
from screens.widgets.lines import Line, Lines, Span, line, spread
from screens.widgets.page import Page
from teui.practice.texts import Texts

_KEY_ROWS = 2

MakeLines = Callable[[Texts, int], Sequence[Line]]
"""The lines of a page in a language, for a width."""


class PageDialog(Dialog[str]):
    """Shows what `make` gives for the language in use and the width that there is."""

    WIDTH = 84
    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("scroll", "down", "move(1)", "↑↓", foot=0),
        Key("scroll_up", "up", "move(-1)", "↑"),
        Key("page", "pagedown", "move_page(1)", "PgDn"),
        Key("page_up", "pageup", "move_page(-1)", "PgUp"),
        Key("back", "escape,enter", "cancel", "Esc", foot=0),
    )

    def __init__(self, make: MakeLines) -> None:
        super().__init__()
        self._make = make

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            yield Page(id="page")
            yield Lines(id="keys")

    @property
    def page(self) -> Page:
        return self.query_one(Page)

    def paint(self, *, from_top: bool = False) -> None:
        """Show the page anew; the box is as high as its lines, as far as the terminal is."""
        super().paint()
        lines = list(self._make(self.t, self.inner_width))
        self.page.styles.height = min(len(lines), self.inner_height - _KEY_ROWS)
        self.page.set_lines(lines, from_top=from_top)
        self._paint_keys()
        # The page learns its new height only with the next layout.
        self.once_laid_out(self._paint_keys)

    def _paint_keys(self) -> None:
        """The keys, and how many lines there are to come."""
        if not self.is_attached:
            return
        keys, below = self.query_one("#keys", Lines), self.page.below
        row = footer(tuple(self.keys_here()), self.t, keys.size.width)[0]
        more = line(Span(f"↓ {below}", "note")) if below else ()
        keys.show([(), spread(row, more, keys.size.width)])

    def action_move(self, steps: int) -> None:
        self.page.move(steps)
        self._paint_keys()

    def action_move_page(self, pages: int) -> None:
        self.page.move_page(pages)
        self._paint_keys()
