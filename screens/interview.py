"""The interview: any question in any order, one key an answer, a note line that is always there."""

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal

from screens import interview_keys
from screens.keys import Key
from screens.line_interview import OnLine
from screens.newer_model import Movable
from screens.widgets import interview_lines, marks
from screens.widgets.asking import Asking
from screens.widgets.checking import Checking
from screens.widgets.echo import NOTHING, answer_echo
from screens.widgets.lines import Lines, Span, line
from screens.widgets.notes import Notes
from teui.casework.interview import Draft
from teui.practice.model import PracticeModel

if TYPE_CHECKING:
    from teui.casework.undone import Undone

REASONS_WIDTH = 40
WIDE = 110


class Interview(Movable, OnLine):
    """Asks, and moves among the questions."""

    CSS_PATH = "interview.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (36, "-tall")]
    KEYS: ClassVar[tuple[Key, ...]] = interview_keys.ASKING

    def __init__(
        self, draft: Draft, model: PracticeModel, today: date, *, decides_first: bool = False
    ) -> None:
        super().__init__(draft, model, today)
        self._decides_first = decides_first
        self._on_tour = False
        self._footed: tuple[Key, ...] = ()

    def compose(self) -> ComposeResult:
        yield Lines(id="head")
        yield Lines(id="rule-top")
        with Horizontal(id="body"):
            yield Lines(id="sections")
            yield Asking(id="asking")
            yield Checking(id="checking")
            yield Lines(id="reasons")
        yield Lines(id="rule-notes")
        yield Notes(interview_keys.SIGNS, self.draft.writing.line)
        yield Lines(id="rule-foot")
        yield Lines(id="foot")

    def on_mount(self) -> None:
        self.enter_question()
        if self.opens_at_end:
            self.action_end_check()

    async def show_undone(self, undone: "Undone") -> None:
        """The question concerned comes into view; a field left as recorded shows what is so now."""
        question = undone.question
        is_ours = undone.client_uid == self.draft.client.uid
        if question is None or not is_ours or question not in self.sheet.model.questions:
            await self._reload()
            return
        stood, is_here = self.recorded(question), question == self.current
        typed = self.asking.field.value if is_here and self.is_typed else self._typed.get(question)
        await self._reload()
        if self.is_over:
            return
        if typed == stood:
            self._typed.pop(question, None)
        if typed == stood and is_here:
            self.enter_question()
        else:
            self.go_to(question)

    @property
    def hides(self) -> bool:
        """Whether the suggestion waits for the adviser's choice (an office setting)."""
        return self.sheet.decides and self._decides_first and self.draft.choice.outcome is None

    def keys_here(self) -> tuple[Key, ...]:
        """What a key does hangs on whether a note or a field is being written."""
        place = interview_keys.CHECK if self.at_end else interview_keys.at(self.question)
        writing = self.writing()
        if writing is self.asking.field:
            place = interview_keys.in_a_field()
        elif self.notes.note.is_writing:
            place = interview_keys.while_writing_a_note(place)
        return self.on_line(self.with_move(self.of_kind(place)))

    def legend(self) -> tuple[tuple[str, str], ...]:
        return marks.LEGEND if self.sheet.decides else marks.LEGEND_ON_LINE

    # Paint

    def paint(self) -> None:
        t, sheet, client, width = self.t, self.sheet, self.draft.client, self.size.width
        talk, is_wide = self.talk_today(), width >= WIDE
        occasion = interview_lines.occasion(t, talk, self.draft, wide=is_wide)
        title = line(
            Span(f" {client.name}", "strong"),
            Span(f"  {t('frame.born', year=client.birth_year or '-')}", "dim"),
            Span(f"   {occasion}"),
        )
        preliminary = self.is_preliminary
        below = interview_lines.standing(t, sheet, hidden=self.hides, preliminary=preliminary)
        self.paint_frame(title, below)
        room = self.query_one("#body").size.height
        kind = f" {t(f'interview.kind.{sheet.kind}')} "
        for pane, lines in (
            ("rule-top", [interview_lines.rule(width, "┬", kind)]),
            ("rule-notes", [interview_lines.rule(width, "┴", f" {t('interview.notes')} ")]),
            ("rule-foot", [line(Span("─" * width, "rule"))]),
            ("sections", interview_lines.sections(t, sheet, self.current)),
            ("reasons", interview_lines.reasons(t, sheet, REASONS_WIDTH, room, hidden=self.hides)),
        ):
            self.query_one(f"#{pane}", Lines).show(lines)
        self._footed = self.keys_here()
        if not self.at_end:
            self.asking.show(t, sheet, self.question, self.answered_before())
        self.show_check()
        self.notes.show_kept(t, self.draft.notes)
        self.paint_line()

    def paint_line(self) -> None:
        writing = self.writing()
        if not writing.has_focus:
            self.set_focus(writing, scroll_visible=False)
        self.notes.show_line(self.t, self.current, self.desk.clock, self.warning())
        if self.is_typed:
            self.asking.show_echo(self._echo())
        if self.keys_here() != self._footed:
            self.paint()

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
            self.trail.append(self.current)
        self.current = question
        self.enter_question()

    def go_toward(self, question: str) -> None:
        """To a question, or to the one that says whether it is asked at all."""
        first = self.sheet.way_to(question)
        self.go_to(first)
        if first != question:
            said = self.t("interview.asked_after", what=self.t(f"question.{question}.short"))
            # An interview that has just been opened has no foot yet.
            self.once_laid_out(lambda: self.say(said, "note"))

    def enter_question(self) -> None:
        self._on_tour = False
        self.turn_to_check(open_it=False)
        self.enter_field()
        self.paint()

    def action_next_deciding(self, step: int) -> None:
        if self.writing() is self.asking.field and step > 0:
            self.leave_to_note()
        elif self.sheet.deciding:
            best = self.sheet.deciding[0]
            starts = not self._on_tour and step > 0 and best != self.current
            self.go_to(best if starts else self.sheet.next_deciding(self.current, step))
            self._on_tour = True
        else:
            name = "interview.nothing_decides" if self.sheet.decides else "line_interview.all_asked"
            self.say(self.t(name), "note")

    def action_neighbour(self, step: int) -> None:
        self._go_on(self.sheet.neighbour(self.current, step), step)

    def action_section(self, step: int) -> None:
        target = self.sheet.section_start(self.current, step)
        is_last = self.sheet.model.questions[target].section == self.question.section
        self._go_on(self.current if is_last and step > 0 else target, step)

    def _go_on(self, target: str, step: int) -> None:
        """To a question, behind the last one to the end check."""
        if target == self.current and step > 0:
            self.action_end_check()
        else:
            self.go_to(target)

    def action_check_move(self, steps: int) -> None:
        if steps < 0 and self.checking.rows.at_top:
            self.go_to(self.sheet.questions[-1].id)
        else:
            super().action_check_move(steps)

    def action_first_question(self) -> None:
        self.go_to(self.sheet.questions[0].id)

    def action_came_from(self) -> None:
        if self.at_end:
            self.go_to(self.current)
            return
        while self.trail and self.trail[-1] not in self.sheet.model.questions:
            self.trail.pop()
        if self.trail:
            self.go_to(self.trail.pop(), remember=False)

    def action_find_question(self) -> None:
        from screens.dialogs.find_question import FindQuestion

        def found(question: str | None) -> None:
            if question is not None:
                self.go_to(question)

        self.app.push_screen(FindQuestion(self.sheet), found)

    def action_what_if(self) -> None:
        from screens.dialogs.what_if import ask_what_if

        ask_what_if(self, self.sheet, self.go_to, hidden=self.hides)

    async def action_back(self) -> None:
        if self.at_end and not self.notes.note.is_writing:
            self.go_to(self.current)
        else:
            await super().action_back()

    async def action_decide(self) -> None:
        if await self.save_writing():
            await self.doors.open_decision(self, self.draft.client.uid)
