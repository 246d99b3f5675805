"""A list of our own: one cursor, painted line by line, so that a step repaints two lines."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from screens.widgets.lines import Line, Lines, Span


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a list. Headings have no key and take no cursor.

    `tail` is how many lines after it belong to it and are kept in view with it.
    """

    line: Line
    key: Hashable | None = None
    tail: int = 0


class RowList(Lines):
    """Rows with a cursor `>`; keeps its row in view and its place when the rows change."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: Sequence[Row] = ()
        self._cursor = 0
        self._top = 0
        self._active = True

    @property
    def active(self) -> bool:
        """Whether the keys work here: only then is the cursor shown."""
        return self._active

    @active.setter
    def active(self, active: bool) -> None:
        if active != self._active:
            self._active = active
            self._paint()

    @property
    def key(self) -> Hashable | None:
        """The key of the row under the cursor, None in an empty list."""
        return self._rows[self._cursor].key if self._rows else None

    @property
    def at_top(self) -> bool:
        """Whether nothing lies above the cursor."""
        return self._cursor == next(iter(self._stops()), 0)

    @property
    def at_bottom(self) -> bool:
        """Whether nothing lies below the cursor."""
        return self._cursor == next(reversed(self._stops()), 0)

    @property
    def below(self) -> int:
        """How many rows are hidden below the last one shown."""
        return max(0, len(self._rows) - self._top - max(1, self.size.height))

    def set_rows(self, rows: Sequence[Row], key: Hashable | None = None) -> None:
        """New rows; the cursor goes to `key`, else stays on its row, else on what came after it."""
        wanted = [key] if key is not None else [row.key for row in self._rows[self._cursor :]]
        place, self._rows = self._cursor, rows
        self._cursor = 0
        stops = {rows[stop].key: stop for stop in self._stops()}
        if stops:
            near = min(stops.values(), key=lambda stop: abs(stop - place))
            self._cursor = next((stops[each] for each in wanted if each in stops), near)
        self._paint()

    def move(self, steps: int) -> None:
        """Go down (up where negative) by so many rows, as far as there are any."""
        stops = self._stops()
        if stops:
            at = stops.index(self._cursor) + steps
            self._cursor = stops[max(0, min(at, len(stops) - 1))]
            self._paint()

    def go_to(self, key: Hashable) -> None:
        """Put the cursor on a row; it stays where there is no such row."""
        for index in self._stops():
            if self._rows[index].key == key:
                self._cursor = index
                self._paint()
                return

    def move_page(self, pages: int) -> None:
        self.move(pages * max(1, self.size.height - 1))

    def move_end(self, *, last: bool) -> None:
        self.move(len(self._rows) if last else -len(self._rows))

    def on_resize(self) -> None:
        self._paint()

    def _stops(self) -> list[int]:
        return [index for index, row in enumerate(self._rows) if row.key is not None]

    def _paint(self) -> None:
        height = max(1, self.size.height)
        # A heading just above the first row of its group is kept in view with it.
        above = self._cursor - 1
        first = above if above >= 0 and self._rows[above].key is None else self._cursor
        # Nothing above the first row could be reached otherwise.
        if self.at_top and self._cursor < height:
            first = 0
        most = max(0, len(self._rows) - height)
        last = self._cursor + self._rows[self._cursor].tail if self._rows else 0
        self._top = max(0, min(first, most, max(self._top, last - height + 1)))
        self.show(
            self._painted(index)
            for index in range(self._top, min(self._top + height, len(self._rows)))
        )

    def _painted(self, index: int) -> Line:
        row = self._rows[index]
        if row.key is None:
            return row.line
        if index != self._cursor or not self._active:
            return (Span(" "), *row.line)
        return (Span(">", "cursor"), *(Span(text, "cursor") for text, _ in row.line))
