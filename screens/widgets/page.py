"""Lines that may be more than their pane holds: they scroll by whole lines."""

from collections.abc import Sequence

from screens.widgets.lines import Line, Lines


class Page(Lines):
    """Shows a part of its lines; keeps its place where it can when they change."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._all: Sequence[Line] = ()
        self._top = 0

    @property
    def below(self) -> int:
        """How many lines are hidden below the last one shown."""
        return max(0, len(self._all) - self._top - self.size.height)

    def set_lines(self, lines: Sequence[Line], *, from_top: bool = False) -> None:
        self._all = lines
        if from_top:
            self._top = 0
        self.move(0)

    def move(self, steps: int) -> None:
        """Scroll down (up where negative) by so many lines, as far as there are any."""
        last = max(0, len(self._all) - self.size.height)
        self._top = max(0, min(self._top + steps, last))
        self.show(self._all[self._top : self._top + max(1, self.size.height)])

    def bring_line(self, wanted: Line) -> None:
        """Put that line on top, if there is one, unless it stands in the upper half already."""
        at = next((place for place, found in enumerate(self._all) if found == wanted), self._top)
        if not self._top <= at <= self._top + self.size.height // 2:
            self.move(at - self._top)

    def move_page(self, pages: int) -> None:
        self.move(pages * max(1, self.size.height - 1))

    def on_resize(self) -> None:
        self.move(0)
