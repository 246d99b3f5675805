"""An interview whose rules are not the newest: it says so, and a key moves it."""

from screens.dialogs.newer_model import NewerModel
from screens.end_check import EndChecked
from screens.keys import Key
from screens.widgets.old_words import old_words
from teui.casework import newer_model
from teui.casework.interview import Draft
from teui.practice.model import PracticeModel

MOVE = Key("newer_model", "ctrl+r", "newer_model", "^R", foot=1, local=False)


class Movable(EndChecked):
    """A draft that can be moved to the practice model in use; nothing typed or told is lost."""

    def with_move(self, keys: tuple[Key, ...]) -> tuple[Key, ...]:
        """The keys, with the one that shows the newer rules where there are any."""
        return (*keys, MOVE) if self.draft.is_behind else keys

    def warning(self) -> str:
        """What stands below the empty note line: answers that go badly together, newer rules."""
        found = self.sheet.contradictions
        if found:
            return self.t(f"contradiction.{found[0]}.text")
        return self.t("newer_model.notice") if self.draft.is_behind else ""

    def answered_before(self) -> str:
        """What was answered to the question in view and does not fit it any more."""
        if self.current not in self.draft.unfit or self.current in self.sheet.given:
            return ""
        was = old_words(self.t, self.current, self.draft.unfit[self.current])
        return self.t("newer_model.answered_before", answer=was)

    async def action_newer_model(self) -> None:
        """Say what the newer rules change here; the answer to that moves the draft."""
        if not await self.save_writing(paint=False):
            return
        desk, draft = self.desk, self.draft
        found = await self.read(lambda: newer_model.newer(desk, draft))
        if found is not None:
            self.app.push_screen(NewerModel(found), self._take_choice)

    def _take_choice(self, choice: str | None) -> None:
        if choice is not None:
            self.begin_work(self._move())

    async def _move(self) -> None:
        if await self.acted(newer_model.move(self.desk, self.draft.uid)):
            await self._reload()
            self.say(self.t("newer_model.moved"), "good")

    def take_in(self, draft: Draft, model: PracticeModel) -> None:
        """By other rules the question in view may be another, or be answered in another way."""
        if draft.model_digest == self.draft.model_digest:
            super().take_in(draft, model)
            return
        self.leave_field()
        begun = {each: text for each, text in self._typed.items() if text != self.recorded(each)}
        super().take_in(draft, model)
        self._typed = begun
        self.current = self.place(self.current)
        self.enter_field()
        if self.at_end:
            self.leave_to_note()
