"""Answering in the interview: by digits, by typing, by what the client said before."""

from datetime import date

from screens.end_check import EndChecked
from screens.interview_keys import NON_ANSWERS
from teui.assessment.sheet import Given, Sheet, State
from teui.casework.interview import Draft
from teui.errors import TeuiError
from teui.practice.model import PracticeModel
from teui.practice.typed import from_typed, to_typed


class Answering(EndChecked):
    """Records answers and leads on; `trail` are the questions that one came from."""

    def __init__(self, draft: Draft, model: PracticeModel, today: date) -> None:
        super().__init__(draft, model, today)
        self.trail: list[str] = []

    def enter_question(self) -> None:
        """Show the question in view, with its field where it is typed."""
        raise NotImplementedError

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
        # Choices that were told before are taken up and changed, not chosen from nothing.
        stands = (given or self.sheet.to_confirm(self.current) or Given("answered")).value
        before = stands if isinstance(stands, tuple) else ()
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
        elif self.at_end:
            await self.take_row()
        elif self._in_field:
            await self._take_field()
        elif self.sheet.to_confirm(self.current) is not None:
            await self._confirm(self.sheet.confirm(self.current), (self.current,))
        else:
            self.go_to(self.sheet.after_answer(self.current))

    async def _take_field(self) -> None:
        typed = self.asking.field.value.strip()
        try:
            if typed in NON_ANSWERS:
                await self.run_action(NON_ANSWERS[typed].action)
            elif typed and self._is_as_said(typed):
                await self._confirm(self.sheet.confirm(self.current), (self.current,))
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

    def _is_as_said(self, typed: str) -> bool:
        """The field has what was said before, unchanged."""
        said = self.sheet.to_confirm(self.current)
        return said is not None and typed == to_typed(said.value)

    async def _record(self, given: Given | None, *, move: bool = True) -> None:
        """Save an answer, then show it and the next question in one paint."""
        question = self.current
        sheet = self.sheet.record(question, given)
        target = sheet.after_answer(question) if move else question
        if await self.save_answer(question, given, target):
            self._show_after(sheet, target)

    def _show_after(self, sheet: Sheet, target: str) -> None:
        if target != self.current:
            self.trail.append(self.current)
        self.sheet, self.current = sheet, target
        self.enter_question()

    async def action_confirm_section(self) -> None:
        """What was said before to all of the section still holds."""
        sheet, confirmed = self.sheet.confirm_section(self.question.section)
        if confirmed:
            await self._confirm(sheet, confirmed)
        else:
            self.say(self.t("interview.said.none"), "note")

    async def _confirm(self, sheet: Sheet, confirmed: tuple[str, ...]) -> None:
        """Save that it holds, then show the next question, as after an answer."""
        question = self.current
        target = sheet.after_answer(question)
        if await self.save_confirmed(confirmed, target):
            self._show_after(sheet, target)
