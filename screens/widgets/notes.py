"""The notes pane: what was noted, and the line that is always there."""

from collections.abc import Sequence
from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from screens.widgets import note_lines
from screens.widgets.lines import Lines, line, spread
from screens.widgets.note_line import NoteLine
from teui.casework.draft import DraftLine, Note, NoteKind, NoteMark
from teui.clock import Clock
from teui.practice.texts import Texts


class Notes(Vertical):
    """A note belongs to the question and the time of its first letter."""

    def __init__(self, signs: frozenset[str], begun: DraftLine) -> None:
        super().__init__(id="notes-pane")
        self._signs = signs
        self._begun = begun
        self._mark: NoteMark = begun.mark
        self._kind: NoteKind = begun.kind

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
        about, at = self._begun.question, self._begun.at
        return DraftLine(self.note.value, about, at, self._mark, self._kind)

    def turn_mark(self) -> None:
        """The line is for the client too, or private again."""
        self._mark = "private" if self._mark == "client" else "client"

    def turn_kind(self) -> None:
        """The line is the adviser's assessment, or a fact again."""
        self._kind = "fact" if self._kind == "assessment" else "assessment"

    def was_pressed(self, question: str, now: datetime) -> None:
        """After a key at `question`: the first letter of a note gives it question and time."""
        if not self.note.value:
            self._begun = DraftLine()
        elif self._begun.question is None:
            self._begun = DraftLine("", question, now)

    def clear(self) -> None:
        """Begin an empty line, private and a fact."""
        self.note.open_with("")
        self._begun = DraftLine()
        self._mark, self._kind = self._begun.mark, self._begun.kind

    def show_kept(self, t: Texts, kept: Sequence[Note]) -> None:
        pane = self.query_one("#notes", Lines)
        pane.show(note_lines.kept(t, kept, *pane.size))

    def show_line(self, t: Texts, question: str, clock: Clock, warning: str) -> None:
        """Paint what stands before and below the line; a warning while nothing is being written."""
        begun = self.begun
        at, about = begun.at or clock.now(), begun.question or question
        self.query_one("#stamp", Lines).show([line(note_lines.stamp(t, at, about))])
        state = "parked" if self.note.parked else "writing"
        said = note_lines.state(t, begun, state if begun.text else "empty", clock.today(), warning)
        marks = note_lines.marks(t, self._mark, self._kind)
        pane = self.query_one("#note-state", Lines)
        pane.show([spread(said, marks, pane.size.width)])
