"""The interview's draft under the keys: what is being typed, and when it is on the disk."""

from collections.abc import Collection, Mapping
from concurrent.futures import Future
from dataclasses import replace
from datetime import date
from typing import TypeVar

from textual.timer import Timer

from screens.frame import Frame
from screens.widgets.asking import Asking
from screens.widgets.entry import Entry
from screens.widgets.notes import Notes
from teui.assessment.sheet import Given, Sheet
from teui.casework import interview
from teui.casework.interview import Draft, DraftLine, Note, Writing
from teui.practice.model import PracticeModel, Question
from teui.practice.promise import MARK, read_promise
from teui.practice.typed import to_typed

T = TypeVar("T")
SAVE_AFTER = 0.2
"""Seconds from the first unsaved letter until it is on the disk."""


class DraftScreen(Frame):
    """A screen on one assessment's draft: its note line, its half-typed fields, its last save.

    `sheet` is what is recorded, `current` the question in view. A screen of this kind composes
    the panes `Asking` and `Notes`.
    """

    def __init__(self, draft: Draft, model: PracticeModel, today: date) -> None:
        super().__init__()
        self.draft = draft
        self.sheet = Sheet(model, draft.kind, today, given_of(draft), draft.said)
        self.current = self.place(draft.writing.position)
        self.is_over = False
        self._typed = dict(draft.writing.typed)
        self._in_field = False
        self._written = draft.writing
        self._timer: Timer | None = None
        self._is_begun = False
        self._acts = 0

    @property
    def client_in_view(self) -> str:
        return self.draft.client.uid

    @property
    def asking(self) -> Asking:
        return self.query_one(Asking)

    @property
    def notes(self) -> Notes:
        return self.query_one(Notes)

    @property
    def question(self) -> Question:
        return self.sheet.model.questions[self.current]

    @property
    def is_typed(self) -> bool:
        """The question in view is answered by typing, not by a digit."""
        return self.question.type not in ("choice", "choices")

    def writing(self) -> Entry:
        note = self.notes.note
        return self.asking.field if self._in_field and not note.is_writing else note

    def was_pressed(self, key: str) -> None:
        self.notes.was_pressed(self.current, self.desk.clock.now())
        if self._timer is None and self._present() != self._written:
            self._timer = self.set_timer(SAVE_AFTER, self._save_later)
        self.paint_line()

    def paint_line(self) -> None:
        """Paint what a letter can change."""

    # What other screens changed

    def refresh_data(self) -> None:
        if self._is_begun:
            self.run_worker(self._reload(), exclusive=True, group="read")
        self._is_begun = True

    async def _reload(self) -> None:
        """Take in what another screen has changed; a completed assessment is left."""
        acts = None
        while acts != self._acts:
            acts = self._acts
            found = await self.read(lambda: interview.load_with_model(self.desk, self.draft.uid))
        if found is None:
            return
        self.take_in(*found)
        if self.draft.state == "completed":
            self.is_over = True
            self.dismiss(None)
        else:
            self.paint()

    def take_in(self, draft: Draft, model: PracticeModel) -> None:
        """Stand on what the store has, by the rules that the draft is pinned to."""
        self.draft = draft
        self.sheet = Sheet(model, draft.kind, self.sheet.as_of, given_of(draft), draft.said)

    def place(self, wanted: str | None) -> str:
        """The question to come into view: the one that was left, or the first of its section where
        the rules have it no more, or the first that decides."""
        questions = self.sheet.model.questions
        if wanted is not None and wanted in questions:
            return wanted
        section = (wanted or "").partition(".")[0]
        beside = (each.id for each in self.sheet.questions if each.section == section)
        return next(beside, None) or self.sheet.after_answer(next(iter(questions)))

    def turn_day(self, day: date) -> None:
        self.sheet = replace(self.sheet, as_of=day)
        super().turn_day(day)

    # Fields and saving

    def leave_field(self) -> None:
        """Keep the field's text as a draft, since another question comes into view."""
        if self.is_typed:
            self._typed[self.current] = self.asking.field.value

    def enter_field(self) -> None:
        """Open the field where the question in view is typed, with what was half typed there."""
        self._in_field = self.is_typed
        if self.is_typed:
            self.asking.open_field(self._typed.get(self.current, self.recorded(self.current)))
        else:
            self.asking.close_field()

    def leave_to_note(self) -> None:
        """Give the cursor to the note line."""
        self._in_field = False

    def show_told(self, days: Mapping[str, date]) -> None:
        """Show what the client was told, by item, with its day."""
        self.draft = replace(self.draft, told=days)
        self.paint()

    def take_in_talks(self, draft: Draft) -> None:
        """When and how the interview has been held so far, and why not face to face."""
        self.draft = replace(self.draft, talks=draft.talks, apart=draft.apart)

    async def save_answer(self, question: str, given: Given | None, target: str) -> bool:
        """Save what was typed, then the answer (None: taken back) with the place moved on to."""
        if not await self.save_writing(paint=False):
            return False
        written = interview.save_answer(
            self.desk,
            self.draft.uid,
            question,
            given.state if given else "none",
            given.value if given else None,
            position=target,
            model=self.sheet.model,
        )
        if not await self.acted(written):
            return False
        self._written = replace(self._written, position=target)
        self._typed.pop(question, None)
        return True

    async def save_confirmed(self, questions: Collection[str], target: str) -> bool:
        """Save what was typed, then that what was said before to these questions holds."""
        if not await self.save_writing(paint=False):
            return False
        draft, model = self.draft.uid, self.sheet.model
        if not await self.acted(
            interview.confirm(self.desk, draft, questions, target, model=model)
        ):
            return False
        self._written = replace(self._written, position=target)
        for question in questions:
            self._typed.pop(question, None)
        return True

    async def acted(self, written: "Future[T]") -> bool:
        """Wait until a change of the draft is on the disk; what was read before it is stale."""
        self._acts += 1
        return await self.saved(written)

    def recorded(self, question: str) -> str:
        """The recorded answer as it would be typed, before there is one what was said before."""
        given = self.sheet.given.get(question) or self.sheet.to_confirm(question)
        return to_typed(given.value) if given and given.value is not None else ""

    def _present(self) -> Writing:
        """Place, note line and half-typed fields as they stand now."""
        typed = dict(self._typed)
        if self.is_typed:
            typed[self.current] = self.asking.field.value
        unsaved = {key: text for key, text in typed.items() if text != self.recorded(key)}
        return Writing(self.current, self.notes.begun, unsaved)

    async def _save_later(self) -> None:
        self._timer = None
        if self.is_attached and not self.is_over:
            await self.save_writing()

    async def save_writing(self, *, paint: bool = True) -> bool:
        """Put on the disk what was typed since the last save; False where that failed."""
        present = self._present()
        if present != self._written:
            if not await self.saved(interview.save_writing(self.desk, self.draft.uid, present)):
                return False
            self._written = present
            if paint:
                self.paint()
        return True

    def rescue(self) -> None:
        present = self._present()
        if not self.is_over and present != self._written:
            interview.save_writing(self.desk, self.draft.uid, present)

    async def before_leaving(self) -> bool:
        return self.is_over or await self.save_writing()

    # The note line

    async def keep_note(self) -> None:
        """Make the line a note, with the question and time of its first letter."""
        begun = self.notes.begun
        text, at = begun.text.strip(), begun.at or self.desk.clock.now()
        mark, kind = begun.mark, begun.kind
        if text:
            written = interview.keep_note(
                self.desk, self.draft.uid, text, begun.question, at, mark=mark, kind=kind
            )
            if not await self.acted(written):
                return
            promise = read_promise(text, self.desk.clock.today())
            due = promise.day if promise is not None else None
            kept = Note(written.result(), at, begun.question, text, mark, kind, due)
            self.draft = replace(self.draft, notes=(*self.draft.notes, kept))
            self._written = replace(self._written, line=DraftLine())
        self.notes.clear()
        self.paint()

    def action_promise(self) -> None:
        self.notes.note.add(MARK)

    def action_note_mark(self) -> None:
        self.notes.turn_mark()
        self.paint_line()

    def action_note_kind(self) -> None:
        self.notes.turn_kind()
        self.paint_line()

    async def action_back(self) -> None:
        if self.notes.note.is_writing:
            self.notes.note.parked = True
        else:
            await super().action_back()


def given_of(draft: Draft) -> dict[str, Given]:
    """What was recorded, dormant answers too."""
    return {
        key: Given(found.state, found.value)
        for key, found in draft.answers.items()
        if found.state != "none"
    }
