"""A list to choose from: digits, first letters, or arrows and Enter."""

from collections.abc import Iterable, Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical

from screens.dialogs.dialog import EDGES, Dialog
from screens.keys import Key
from screens.widgets.lines import Lines, Span, line, width_of, wrap
from screens.widgets.row_list import Row, RowList
from screens.words import Words, in_words

_TENTH = 10
"""The place of the option that `0` chooses; those after it have no digit."""
_INDENT = 5
"""Columns before the words of an option: cursor and digit."""
_LEAST_ROWS = 6
"""Rows that a long title leaves to the options."""
_WIDEST = 100


class Picker(Dialog[str]):
    """Returns the chosen key of `options` (key: words), None after Esc.

    The box is as wide as its longest option needs; where there are more rows than the terminal
    has, they scroll and `#more` counts those below.
    """

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("row", "down", "move(1)", "↓"),
        Key("row_up", "up", "move(-1)", "↑"),
        Key("page", "pagedown", "page(1)", "PgDn"),
        Key("page_up", "pageup", "page(-1)", "PgUp"),
        Key("choose", "enter", "choose", "Enter"),
        Key("back", "escape", "cancel", "Esc"),
    )

    def __init__(
        self, title: Words, options: Mapping[str, Words], chosen: str | None = None
    ) -> None:
        super().__init__()
        self._title = title
        self._options = options
        self._chosen = chosen

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            yield Lines(id="title")
            yield RowList(id="options")
            yield Lines(id="more")

    @property
    def width(self) -> int:
        longest = max((width_of(line(words)) for words in self._worded().values()), default=0)
        wanted = max(self.WIDTH, min(longest + _INDENT + EDGES, _WIDEST))
        return min(wanted, self.widest)

    @property
    def _rows(self) -> RowList:
        return self.query_one(RowList)

    def paint(self) -> None:
        super().paint()
        at = self._chosen if self._rows.key is None else self._rows.key
        rows = list(self._laid())
        room = self.inner_height - self.show_title(self._title, self.inner_height - _LEAST_ROWS)
        is_long = len(rows) > room
        self.query_one("#more", Lines).display = is_long
        self._rows.styles.height = room - 1 if is_long else len(rows)
        self._rows.set_rows(rows, at)
        self._count_below()
        # The list learns its height only with the next layout.
        self.once_laid_out(self._count_below)

    def _worded(self) -> dict[str, str]:
        return {key: in_words(self.t, words) for key, words in self._options.items()}

    def _laid(self) -> Iterable[Row]:
        """The options; one that is wider than the box goes on in rows that take no cursor."""
        room = self.inner_width - _INDENT
        for number, (key, words) in enumerate(self._worded().items(), start=1):
            digit = f" {number % _TENTH}" if number <= _TENTH else "  "
            first, *rest = wrap(words, room)
            yield Row(line(Span(digit, "key"), f"  {first}"), key)
            yield from (Row(line(" " * _INDENT + more)) for more in rest)

    def _count_below(self) -> None:
        # Chosen at once, the dialog may be gone before its layout.
        for rows in self.query(RowList):
            said = line(Span(f"  ↓ {rows.below}", "note")) if rows.below else ()
            self.query_one("#more", Lines).show([said])

    async def command(self, key: str) -> bool:
        if await super().command(key):
            return True
        keys = list(self._options)
        place = int(key) or _TENTH if key.isdecimal() else 0
        if 0 < place <= len(keys):
            self.dismiss(keys[place - 1])
            return True
        if len(key) > 1:
            return False
        matching = [k for k, words in self._worded().items() if words.casefold().startswith(key)]
        if len(matching) == 1:
            self.dismiss(matching[0])
        elif matching:
            self._to_next(matching)
        return bool(matching)

    def _to_next(self, matching: list[str]) -> None:
        """The cursor to the next of several that begin alike, and round to the first."""
        keys, at = list(self._options), self._rows.key
        below = keys[keys.index(str(at)) + 1 :]
        self._rows.go_to(next((key for key in matching if key in below), matching[0]))
        self._count_below()

    def action_move(self, steps: int) -> None:
        self._rows.move(steps)
        self._count_below()

    def action_page(self, pages: int) -> None:
        self._rows.move_page(pages)
        self._count_below()

    def action_choose(self) -> None:
        key = self._rows.key
        self.dismiss(None if key is None else str(key))
