"""The question in view: where we are, what is asked, its answers, and a field to type in."""

from textual.app import ComposeResult
from textual.containers import Vertical

from screens.widgets import interview_lines
from screens.widgets.echo import NOTHING
from screens.widgets.entry import Entry
from screens.widgets.lines import Line, Lines, Span, line, wrap
from teui.assessment.sheet import Sheet
from teui.practice.model import Question
from teui.practice.texts import Texts


class Asking(Vertical):
    """Closed questions show their codes; typed ones the field as well."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._answers: list[Line] = []
        self._shown: tuple[Texts, Sheet, Question, str] | None = None
        self._echo = NOTHING

    def compose(self) -> ComposeResult:
        yield Lines(id="asked")
        yield Entry(id="field")
        yield Lines(id="answers")

    @property
    def field(self) -> Entry:
        return self.query_one("#field", Entry)

    def show(self, t: Texts, sheet: Sheet, question: Question, before: str = "") -> None:
        """Paint the question as the sheet has it; `before` says what it can no longer take."""
        self._shown = (t, sheet, question, before)
        asked, answers = self.query_one("#asked", Lines), self.query_one("#answers", Lines)
        asked.show(interview_lines.asked(t, sheet, question, asked.size.width))
        size = answers.size
        self._answers = interview_lines.answers(
            t, sheet, question, size.width, size.height, before=before
        )
        answers.show(self._answers)

    def show_echo(self, echo: Span) -> None:
        """Say below the field what is understood of it, in the lines that are kept free for it."""
        self._echo = echo
        answers = self.query_one("#answers", Lines)
        said = wrap(echo.text, answers.size.width - 3, interview_lines.ECHO_LINES)
        lines = [line(Span(f"  {text}", echo.role)) for text in said if text]
        free: list[Line] = [()] * (interview_lines.ECHO_LINES - len(lines))
        answers.show([*lines, *free, *self._answers[interview_lines.ECHO_LINES :]])

    def on_resize(self) -> None:
        # Behind the end check it has no size; what it shows is laid out for the one it gets.
        if self._shown is not None and self.size.width:
            self.call_after_refresh(self._show_again)

    def _show_again(self) -> None:
        if self._shown is not None:
            self.show(*self._shown)
            if self.field.can_focus:
                self.show_echo(self._echo)

    def open_field(self, text: str) -> None:
        """Give the field a text, with the cursor behind it."""
        self._be_open(True, text)

    def close_field(self) -> None:
        """Leave the field's line blank; it keeps its place, since moving what is below is slow."""
        self._be_open(False, "")

    def _be_open(self, is_open: bool, text: str) -> None:
        field = self.field
        field.can_focus = is_open
        field.set_class(is_open, "-open")
        field.open_with(text)
