"""The interview: any question in any order, one key an answer, a note line that is always there."""

from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal

from screens.draft import DraftScreen
from screens.keys import COMMON, Key
from screens.widgets import interview_lines
from screens.widgets.asking import Asking
from screens.widgets.echo import NOTHING, answer_echo
from screens.widgets.lines import Lines, Span, line
from screens.widgets.notes import Notes
from teui.assessment.sheet import Given, State
from teui.casework.interview import Draft
from teui.errors import TeuiError
from teui.practice.model import PracticeModel
from teui.practice.typed import from_typed

REASONS_WIDTH = 40


class Interview(DraftScreen):
    """Asks, moves among the questions and records answers."""

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

    def __init__(
        self, draft: Draft, model: PracticeModel, today: date, *, decides_first: bool = False
    ) -> None:
        super().__init__(draft, model, today)
        self._decides_first = decides_first
        self._trail: list[str] = []
        self._on_tour = False

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

    @property
    def _hides(self) -> bool:
        """Whether the suggestion waits for the adviser's choice (an office setting)."""
        return self._decides_first and self.draft.choice.outcome is None

    # Paint

    def paint(self) -> None:
        t, sheet, client, width = self.t, self.sheet, self.draft.client, self.size.width
        title = line(
            Span(f" {client.name}", "strong"),
            Span(f"  {t('frame.born', year=client.birth_year or '-')}", "dim"),
            Span(f"   {t(f'interview.kind.{sheet.kind}')}"),
        )
        self.paint_frame(title, interview_lines.standing(t, sheet, hidden=self._hides))
        for pane, lines in (
            ("rule-top", [interview_lines.rule(width, "┬")]),
            ("rule-notes", [interview_lines.rule(width, "┴", f" {t('interview.notes')} ")]),
            ("rule-foot", [line(Span("─" * width, "rule"))]),
            ("sections", interview_lines.sections(t, sheet, self.current)),
            ("reasons", interview_lines.reasons(t, sheet, REASONS_WIDTH, hidden=self._hides)),
        ):
            self.query_one(f"#{pane}", Lines).show(lines)
        self.asking.show(t, sheet, self.question)
        self.notes.show_kept(t, self.draft.notes)
        self.paint_line()

    def paint_line(self) -> None:
        writing = self.writing()
        if not writing.has_focus:
            self.set_focus(writing, scroll_visible=False)
        found = self.sheet.contradictions
        warning = self.t(f"contradiction.{found[0]}.text") if found else ""
        self.notes.show_line(self.t, self.current, self.desk.clock.now(), warning)
        if self.is_typed:
            self.asking.show_echo(self._echo())

    def _echo(self) -> Span:
        """What is understood of the field, where it differs from what is recorded."""
        typed, today = self.asking.field.value, self.desk.clock.today()
        if typed == self.recorded(self.current):
            return NOTHING
        return answer_echo(self.t, self.question, typed, today, self.sheet.answers)

    # Moving

    def go_to(self, question: str, *, remember: bool = True) -> None:
        """Bring a question into view; a half-typed field is kept as it is."""
        if not self.is_mounted:
            self.current = question
            return
        self.leave_field()
        if remember and question != self.current:
            self._trail.append(self.current)
        self.current = question
        self._enter_question()

    def _enter_question(self) -> None:
        self._on_tour = False
        self.enter_field()
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
            await self.keep_note()
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
                today, known = self.desk.clock.today(), self.sheet.answers
                value = from_typed(self.question, typed, today, known)
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
        if await self.save_answer(question, given, target):
            self.sheet = sheet
            if target != question:
                self._trail.append(question)
            self.current = target
            self._enter_question()

    async def action_decide(self) -> None:
        if await self.save_writing():
            await self.doors.open_decision(self, self.draft.client.uid)
