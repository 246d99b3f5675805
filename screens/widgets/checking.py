"""The end check, in the place of the question: a list of its own with what a row means below."""

from textual.app import ComposeResult
from textual.containers import Vertical

from screens.widgets import check_lines
from screens.widgets.check_lines import Check
from screens.widgets.lines import Line, Lines, Span, line, spread, wrap
from screens.widgets.row_list import RowList
from teui.assessment.end_check import Point
from teui.practice.texts import Texts

ABOUT_LINES = 4


class Checking(Vertical):
    """Shown by the interview instead of the question once everything was passed through."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._shown: tuple[Texts, Check] | None = None

    def compose(self) -> ComposeResult:
        yield Lines(id="check-title")
        yield RowList(id="checks")
        yield Lines(id="check-about")

    @property
    def rows(self) -> RowList:
        return self.query_one(RowList)

    @property
    def point(self) -> Point | None:
        """The open point under the cursor."""
        key = self.rows.key
        return key if isinstance(key, Point) else None

    @property
    def item(self) -> str | None:
        """The item to be told that is under the cursor."""
        key = self.rows.key
        return key if isinstance(key, str) else None

    def show(self, t: Texts, check: Check) -> None:
        """Paint the check as it stands; the cursor keeps its row, or its place."""
        self._shown = (t, check)
        self.query_one("#check-title", Lines).show([check_lines.title(t, check)])
        self.rows.set_rows(check_lines.rows(t, check))
        self._show_about()

    def move(self, steps: int) -> None:
        self.rows.move(steps)
        self._show_about()

    def move_page(self, pages: int) -> None:
        self.rows.move_page(pages)
        self._show_about()

    def on_resize(self) -> None:
        if self._shown is not None:
            self.show(*self._shown)

    def _show_about(self) -> None:
        pane = self.query_one("#check-about", Lines)
        if self._shown is None or not pane.size.width:
            return
        t, check = self._shown
        text, source = check_lines.about(t, check, self.rows.key)
        width = pane.size.width
        said: list[Line] = [
            line(Span(f" {each}", "dim")) for each in wrap(text, width - 2, ABOUT_LINES)
        ]
        if source:
            cited = line(Span(f"{source} ", "dim"))
            last = said[-1]
            if sum(len(span.text) for span in last) + len(source) + 3 < width:
                said[-1] = spread(last, cited, width)
            elif len(said) < ABOUT_LINES:
                said.append(spread((), cited, width))
        pane.show(said)
