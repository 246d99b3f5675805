"""The interview on the line: asked as the first one is, ended without a decision."""

from collections.abc import Iterable

from screens.dialogs.picker import Picker
from screens.dialogs.reading import Reading
from screens.frame import Frame
from screens.interview_kind import TURN_KIND, OfKind
from screens.keys import WHAT_IF, Key
from screens.words import word
from teui.casework import line_interview, value_words
from teui.casework.line_interview import Held
from teui.practice.days import show_day
from teui.practice.line_interview import form_of
from teui.practice.model import LINE, PracticeModel
from teui.practice.texts import Texts

_INSTEAD = {
    "decide": Key("end_line", "f8", "end_line", "F8", foot=1, local=False),
    "next_deciding": Key("next_open", "tab", "next_deciding(1)", "Tab", foot=0, local=False),
    "previous_deciding": Key(
        "previous_open", "shift+tab", "next_deciding(-1)", "⇧Tab", local=False
    ),
}
_LEFT_OUT = frozenset({WHAT_IF.id, TURN_KIND.id, "tick"})
"""Keys of what decides a line."""


class OnLine(OfKind):
    """A draft that may be an interview on the line."""

    _asks = False

    def refresh_data(self) -> None:
        # One that has ended is left with what comes next over it, not before that is chosen.
        if not self._asks:
            super().refresh_data()

    def on_line(self, keys: Iterable[Key]) -> tuple[Key, ...]:
        """The keys, on the line without those of the decision and with the one that ends it."""
        if self.sheet.decides:
            return tuple(keys)
        return tuple(_INSTEAD.get(key.id, key) for key in keys if key.id not in _LEFT_OUT)

    async def action_end_line(self) -> None:
        """End the interview from its end check, which comes up first."""
        if not await self.save_writing():
            return
        if not self.at_end:
            self.action_end_check()
            self.say(self.t("line_interview.f8_again"), "note")
            return
        if not await self.acted(line_interview.end(self.desk, self.draft.uid)):
            return
        self.is_over = True
        desk, client = self.desk, self.draft.client
        other = await self.read(lambda: line_interview.other_outcome(desk, client.customership_uid))
        if other is None:
            await self._to_the_plan()
        else:
            self._ask_reassessment(other)

    async def _to_the_plan(self) -> None:
        await self.doors.open_plan(self, self.draft.client.uid)
        top = self.app.screen
        if isinstance(top, Frame):
            # It has just been opened and has no foot yet.
            top.once_laid_out(lambda: top.say(top.t("line_interview.held"), "good"))

    def _ask_reassessment(self, outcome: str) -> None:
        async def go(choice: str | None) -> None:
            if choice == "reassess":
                await self.doors.open_reassessment(self, self.draft.client.uid)
            else:
                await self._to_the_plan()
            self._asks = False
            if self.app.screen is self:
                self.refresh_data()

        def take(choice: str | None) -> None:
            self.begin_work(go(choice))

        options = {each: word(f"line_interview.differs.{each}") for each in ("plan", "reassess")}

        def title(t: Texts) -> str:
            return t("line_interview.differs.title", outcome=t(f"outcome.{outcome}.text"))

        self._asks = True
        self.app.push_screen(Picker(title, options), take)


def show_held(screen: Frame, model: PracticeModel, held: Held) -> None:
    """What was answered and noted in one that was held."""
    form = form_of(model, LINE)

    def title(t: Texts) -> str:
        return f"{t('interview.kind.line')}, {show_day(held.day)}"

    def text(t: Texts) -> str:
        said = [
            f"{t(f'question.{question}.short')}: {value_words.worded(t, form, question, value)}"
            for question, value in held.answers
        ]
        return "\n".join((*said, *held.notes))

    screen.app.push_screen(Reading(title, text))
