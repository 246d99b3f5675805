"""The interview: any question in any order, one key an answer, a note line that is always there."""

from dataclasses import replace
from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.timer import Timer

from screens.frame import Frame
from screens.keys import COMMON, Key
from screens.widgets import interview_lines
from screens.widgets.asking import Asking
from screens.widgets.entry import Entry
from screens.widgets.lines import Lines, Span, line
from screens.widgets.notes import Notes
from teui.assessment.sheet import Given, Sheet, State
from teui.casework import interview
from teui.casework.interview import Draft, DraftLine, Note, Writing
from teui.errors import TeuiError
from teui.practice.model import PracticeModel, Question
from teui.practice.typed import from_typed, to_typed

SAVE_AFTER = 0.2
"""Seconds from the first unsaved letter until it is on the disk."""
REASONS_WIDTH = 40


class Interview(Frame):
    """One assessment's draft. `sheet` is what is recorded, `current` the question in view."""

    CSS_PATH = "interview.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (36, "-tall")]
    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("answer", "1,2,3,4,5,6,7,8,9", "answer({key})", "1-9", foot=0),
        Key("tenth", "comma", "answer(10)", ","),
        Key("not_discussed", "0", "non_answer('not_discussed')", "0"),
        Key("does_not_know", "minus", "non_answer('does_not_know')", "-"),
        Key("will_not_say", "plus", "non_answer('will_not_say')", "+"),
        Key("next_deciding", "tab", "next_deciding(1)", "Tab", foot=0, local=False),
        Key("previous_deciding", "shift+tab", "next_deciding(-1)", "⇧Tab", local=False),
        Key("question", "down", "neighbour(1)", "↑↓", foot=0, local=False),
        Key("question_up", "up", "neighbour(-1)", "↑", local=False),
        Key("section", "pagedown", "section(1)", "PgDn", local=False),
        Key("section_up", "pageup", "section(-1)", "PgUp", local=False),
        Key("came_from", "left", "came_from", "←"),
        Key("first_question", "home", "edge(0)", "Home"),
        Key("last_question", "end", "edge(-1)", "End"),
        Key("enter", "enter", "enter", "Enter", foot=0, local=False),
        Key("decide", "f8", "decide", "F8", foot=1, local=False),
        Key("park", "escape", "back", "Esc", foot=1, local=False),
        *(key for key in COMMON if key.id != "back"),
    )
    SIGNS = frozenset(name for key in KEYS if key.local for name in key.names)

    def __init__(self, draft: Draft, model: PracticeModel, today: date) -> None:
        super().__init__()
        self.draft = draft
        self.sheet = Sheet(model, draft.kind, today, _given(draft))
        self.current = draft.writing.position or self.sheet.after_answer("start.date")
        self._trail: list[str] = []
        self._typed = dict(draft.writing.typed)
        self._in_field = False
        self._on_tour = False
        self._written = draft.writing
        self._timer: Timer | None = None
        self.is_over = False
        self._is_begun = False
        self._acts = 0

    def compose(self) -> ComposeResult:
        yield Lines(id="head")
        yield Lines(id="rule-top")
        with Horizontal(id="body"):
            yield Lines(id="sections")
            yield Asking(id="asking")
            yield Lines(id="reasons")
        yield Lines(id="rule-notes")
        yield Notes(self.SIGNS, self.draft.writing.line)
        yield Lines(id="rule-foot")
        yield Lines(id="foot")

    def on_mount(self) -> None:
        self._enter_question()

    def refresh_data(self) -> None:
        if self._is_begun:
            self.run_worker(self._reload(), exclusive=True, group="read")
        self._is_begun = True

    async def _reload(self) -> None:
        """Take in what another screen has changed; a completed assessment is left."""
        acts = None
        while acts != self._acts:
            acts = self._acts
            draft = await self.read(lambda: interview.load(self.desk, self.draft.uid))
        if draft is None:
            return
        self.draft = draft
        self.sheet = replace(self.sheet, given=_given(draft))
        if draft.state == "completed":
            self.is_over = True
            self.dismiss(None)
        else:
            self.paint()

    def turn_day(self, day: date) -> None:
        self.sheet = replace(self.sheet, as_of=day)
        super().turn_day(day)

    # What has the cursor

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
        self._paint_line()

    # Paint

    def paint(self) -> None:
        t, sheet, client, width = self.t, self.sheet, self.draft.client, self.size.width
        title = line(
            Span(f" {client.name}", "strong"),
            Span(f"  {t('frame.born', year=client.birth_year or '-')}", "dim"),
            Span(f"   {t(f'interview.kind.{sheet.kind}')}"),
        )
        self.paint_frame(title, interview_lines.standing(t, sheet))
        for pane, lines in (
            ("rule-top", [interview_lines.rule(width, "┬")]),
            ("rule-notes", [interview_lines.rule(width, "┴", f" {t('interview.notes')} ")]),
            ("rule-foot", [line(Span("─" * width, "rule"))]),
            ("sections", interview_lines.sections(t, sheet, self.current)),
            ("reasons", interview_lines.reasons(t, sheet, REASONS_WIDTH)),
        ):
            self.query_one(f"#{pane}", Lines).show(lines)
        self.asking.show(t, sheet, self.question)
        self.notes.show_kept(t, self.draft.notes)
        self._paint_line()

    def _paint_line(self) -> None:
        writing = self.writing()
        if not writing.has_focus:
            self.set_focus(writing, scroll_visible=False)
        found = self.sheet.contradictions
        warning = self.t(f"contradiction.{found[0]}.text") if found else ""
        self.notes.show_line(self.t, self.current, self.desk.clock.now(), warning)

    # Moving

    def go_to(self, question: str, *, remember: bool = True) -> None:
        """Bring a question into view; a half-typed field is kept as it is."""
        if not self.is_mounted:
            self.current = question
            return
        if self.is_typed:
            self._typed[self.current] = self.asking.field.value
        if remember and question != self.current:
            self._trail.append(self.current)
        self.current = question
        self._enter_question()

    def _enter_question(self) -> None:
        self._in_field = self.is_typed
        self._on_tour = False
        if self.is_typed:
            self.asking.open_field(self._typed.get(self.current, self._recorded(self.current)))
        else:
            self.asking.close_field()
        self.paint()

    def action_next_deciding(self, step: int) -> None:
        if self.writing() is self.asking.field and step > 0:
            self._in_field = False
        elif self.sheet.deciding:
            best = self.sheet.deciding[0]
            starts = not self._on_tour and step > 0 and best != self.current
            self.go_to(best if starts else self.sheet.next_deciding(self.current, step))
            self._on_tour = True
        else:
            self.say(self.t("interview.nothing_decides"), "note")

    def action_neighbour(self, step: int) -> None:
        self.go_to(self.sheet.neighbour(self.current, step))

    def action_section(self, step: int) -> None:
        self.go_to(self.sheet.section_start(self.current, step))

    def action_edge(self, end: int) -> None:
        self.go_to(self.sheet.questions[end].id)

    def action_came_from(self) -> None:
        if self._trail:
            self.go_to(self._trail.pop(), remember=False)

    # Answering

    async def action_answer(self, number: int) -> None:
        question = self.question
        if self.is_typed:
            self.say(self.t("interview.typed_answer"), "note")
        elif number > len(question.codes):
            self.say(self.t("interview.no_such_code", n=number, most=len(question.codes)))
        elif question.type == "choices":
            await self._toggle(question.codes[number - 1])
        else:
            await self._record(Given("answered", question.codes[number - 1]))

    async def _toggle(self, code: str) -> None:
        given = self.sheet.given.get(self.current)
        before = given.value if given and isinstance(given.value, tuple) else ()
        chosen = {code} ^ {str(item) for item in before}
        codes = tuple(item for item in self.question.codes if item in chosen)
        await self._record(Given("answered", codes) if codes else None, move=False)

    async def action_non_answer(self, state: State) -> None:
        if self.question.required:
            self.say(self.t("interview.required"))
        else:
            await self._record(Given(state))

    async def action_enter(self) -> None:
        if self.notes.note.is_writing:
            await self._keep_note()
        elif self._in_field:
            await self._take_field()
        else:
            self.go_to(self.sheet.after_answer(self.current))

    async def _take_field(self) -> None:
        typed = self.asking.field.value.strip()
        non_answers = {key.shown: key for key in self.KEYS if key.action.startswith("non_answer")}
        try:
            if typed in non_answers:
                await self.run_action(non_answers[typed].action)
            elif typed:
                value = from_typed(self.question, typed, self.desk.clock.today())
                await self._record(Given("answered", value))
            elif self.current in self.sheet.given and not self.question.required:
                await self._record(None)
            else:
                self.go_to(self.sheet.after_answer(self.current))
        except TeuiError as error:
            self.say(self.t.error(error))

    async def _record(self, given: Given | None, *, move: bool = True) -> None:
        """Save an answer, then show it and the next question in one paint."""
        question = self.current
        sheet = self.sheet.record(question, given)
        target = sheet.after_answer(question) if move else question
        if not await self._save_writing(paint=False):
            return
        written = interview.save_answer(
            self.desk,
            self.draft.uid,
            question,
            given.state if given else "none",
            given.value if given else None,
            position=target,
            model=self.sheet.model,
        )
        self._acts += 1
        if await self.saved(written):
            self.sheet = sheet
            self._written = replace(self._written, position=target)
            self._typed.pop(question, None)
            if target != question:
                self._trail.append(question)
            self.current = target
            self._enter_question()

    # Writing

    def _recorded(self, question: str) -> str:
        """The recorded answer as it would be typed."""
        given = self.sheet.given.get(question)
        return to_typed(given.value) if given and given.value is not None else ""

    def _present(self) -> Writing:
        """Place, note line and half-typed fields as they stand now."""
        typed = dict(self._typed)
        if self.is_typed:
            typed[self.current] = self.asking.field.value
        unsaved = {key: text for key, text in typed.items() if text != self._recorded(key)}
        return Writing(self.current, self.notes.begun, unsaved)

    async def _save_later(self) -> None:
        self._timer = None
        if self.is_attached and not self.is_over:
            await self._save_writing()

    async def _save_writing(self, *, paint: bool = True) -> bool:
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

    async def _keep_note(self) -> None:
        begun = self.notes.begun
        text, at = begun.text.strip(), begun.at or self.desk.clock.now()
        if text:
            written = interview.keep_note(self.desk, self.draft.uid, text, begun.question, at)
            self._acts += 1
            if not await self.saved(written):
                return
            kept = Note(written.result(), at, begun.question, text, "private", "fact")
            self.draft = replace(self.draft, notes=(*self.draft.notes, kept))
            self._written = replace(self._written, line=DraftLine())
        self.notes.clear()
        self.paint()

    async def before_leaving(self) -> bool:
        return self.is_over or await self._save_writing()

    async def action_back(self) -> None:
        if self.notes.note.is_writing:
            self.notes.note.parked = True
        else:
            await super().action_back()

    async def action_decide(self) -> None:
        if await self._save_writing():
            await self.doors.open_decision(self, self.draft.client.uid)


def _given(draft: Draft) -> dict[str, Given]:
    return {
        key: Given(found.state, found.value)
        for key, found in draft.answers.items()
        if found.state != "none"
    }
