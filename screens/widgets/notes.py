"""The notes pane: what was noted, and the line that is always there."""

from collections.abc import Sequence
from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from screens.widgets import interview_lines
from screens.widgets.lines import Lines, Span, line
from screens.widgets.note_line import NoteLine
from teui.casework.interview import DraftLine, Note
from teui.practice.texts import Texts


class Notes(Vertical):
    """A note belongs to the question and the time of its first letter."""

    def __init__(self, signs: frozenset[str], begun: DraftLine) -> None:
        super().__init__(id="notes-pane")
        self._signs = signs
        self._begun = begun

    def compose(self) -> ComposeResult:
        yield Lines(id="notes")
        with Horizontal(id="writing"):
            yield Lines(id="stamp")
            yield NoteLine(self._signs)
        yield Lines(id="note-state")

    def on_mount(self) -> None:
        text = self._begun.text
        self.note.open_with(text)
        self.note.parked = bool(text)

    @property
    def note(self) -> NoteLine:
        return self.query_one(NoteLine)

    @property
    def begun(self) -> DraftLine:
        """The line as it stands, with its question and time; empty when nothing is begun."""
        if not self.note.value:
            return DraftLine()
        return DraftLine(self.note.value, self._begun.question, self._begun.at)

    def was_pressed(self, question: str, now: datetime) -> None:
        """After a key at `question`: the first letter of a note gives it question and time."""
        if not self.note.value:
            self._begun = DraftLine()
        elif self._begun.question is None:
            self._begun = DraftLine("", question, now)

    def clear(self) -> None:
        """Begin an empty line."""
        self.note.open_with("")
        self._begun = DraftLine()

    def show_kept(self, t: Texts, kept: Sequence[Note]) -> None:
        pane = self.query_one("#notes", Lines)
        pane.show(interview_lines.notes(t, tuple(kept), pane.size.height))

    def show_line(self, t: Texts, question: str, now: datetime, warning: str) -> None:
        """Paint what stands before and below the line; a warning stands at the right."""
        begun = self.begun
        at, about = begun.at or now, begun.question or question
        self.query_one("#stamp", Lines).show([line(interview_lines.stamp(t, at, about))])
        state = "parked" if self.note.parked else "writing"
        state = state if self.note.value else "empty"
        words = line(Span(f" {t(f'interview.note.{state}')}", "dim"))
        pane = self.query_one("#note-state", Lines)
        if warning and state == "empty":
            words = line(Span(f" ! {warning}", "warn"))
        pane.show([words])
