"""A pane of fixed lines that repaints only those that changed."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len, chop_cells, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from teui.plain import printable


class Span(NamedTuple):
    """A run of text in one role: how it looks is the style sheet's business."""

    text: str
    role: str = "plain"


Line = tuple[Span, ...]


def line(*parts: str | Span) -> Line:
    """A line of spans; bare strings are plain. Control characters of data become visible."""
    return tuple(
        Span(printable(text), role)
        for text, role in (Span(part) if isinstance(part, str) else part for part in parts)
    )


def width_of(parts: Line) -> int:
    """Columns that a line takes on the terminal."""
    return sum(cell_len(span.text) for span in parts)


def spread(left: Line, right: Line, width: int) -> Line:
    """Left and right flush with both edges; where they collide, the left one gives way."""
    room = width - width_of(right) - 1
    return (*fit(left, room), Span(" "), *right)


def fit(parts: Line, width: int) -> Line:
    """A line made exactly `width` columns wide: padded, or cut with an ellipsis."""
    if width <= 0:
        return ()
    total = width_of(parts)
    if total <= width:
        return (*parts, Span(" " * (width - total)))
    kept: list[Span] = []
    room = width - 1
    for text, role in parts:
        taken = text if cell_len(text) <= room else set_cell_size(text, room)
        kept.append(Span(taken, role))
        room -= cell_len(taken)
        if room <= 0:
            break
    return (*kept, Span("…"))


def wrap(text: str, width: int, most: int | None = None) -> list[str]:
    """Text in at most `most` lines of `width` columns (None: all of it), broken between words.

    A word that is wider than a line is broken too.
    """
    lines = [""]
    pieces = (piece for word in text.split() for piece in chop_cells(word, max(width, 1)))
    for word in pieces:
        longer = f"{lines[-1]} {word}".strip()
        if cell_len(longer) <= width:
            lines[-1] = longer
        elif len(lines) == most:
            lines[-1] = set_cell_size(longer, width - 1) + "…"
            break
        else:
            lines.append(word)
    return lines


ROLES = ("plain", "strong", "dim", "key", "title", "good", "warn", "note", "cursor", "rule")
ROLE_CLASSES = frozenset(f"lines--{role}" for role in ROLES)
"""Component classes of the screen: worked out once for it, not anew for each of its panes."""


class Lines(Widget):
    """Shows lines; `show` compares them with what stands and repaints the difference."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._lines: tuple[Line, ...] = ()
        self._styles: dict[str, Style] = {}

    def show(self, lines: Iterable[Sequence[Span]]) -> None:
        """Replace the pane's lines; those beyond its height are not seen."""
        before, self._lines = self._lines, tuple(tuple(parts) for parts in lines)
        rows = max(len(before), len(self._lines))
        changed = [
            Region(0, row, self.size.width, 1)
            for row in range(rows)
            if before[row : row + 1] != self._lines[row : row + 1]
        ]
        if changed:
            self.refresh(*changed)

    @property
    def shown(self) -> list[str]:
        """The lines as bare text."""
        return ["".join(span.text for span in parts) for parts in self._lines]

    def render_line(self, y: int) -> Strip:
        base = self._style("plain")
        if y >= len(self._lines):
            return Strip.blank(self.size.width, base)
        parts = fit(self._lines[y], self.size.width)
        return Strip([Segment(text, self._style(role)) for text, role in parts], self.size.width)

    def notify_style_update(self) -> None:
        self._styles.clear()
        super().notify_style_update()

    def _style(self, role: str) -> Style:
        if role not in self._styles:
            self._styles[role] = self.screen.get_component_rich_style(f"lines--{role}")
        return self._styles[role]
