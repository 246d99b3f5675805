"""The end check of the interview: what is open, and what the client was told."""

from screens.talking import Talking
from screens.widgets.asking import Asking
from screens.widgets.check_lines import Check
from screens.widgets.checking import Checking
from teui.assessment.end_check import open_points
from teui.assessment.told import to_be_told
from teui.casework import told


class EndChecked(Talking):
    """A draft that can show the end check in the place of the question."""

    at_end = False
    opens_at_end = False

    @property
    def checking(self) -> Checking:
        return self.query_one(Checking)

    @property
    def hides(self) -> bool:
        """Whether the suggestion is not to be seen yet."""
        return False

    def go_to(self, question: str, *, remember: bool = True) -> None:
        """Bring a question into view."""
        raise NotImplementedError

    def check(self) -> Check:
        """The end check as the draft stands."""
        suggestion, choice = self.sheet.suggestion, self.draft.choice.outcome
        model = self.sheet.model
        # What is told under one outcome would give away a suggestion that is still hidden.
        likely = [each.id for each in model.outcomes] if self.hides else suggestion.possible
        outcomes = likely if choice is None else (choice,)
        items = to_be_told(model, outcomes, suggestion.assessment)
        days = tuple((item, self.draft.told.get(item.id)) for item in items)
        decides = self.sheet.decides
        is_settled = len(outcomes) == 1 or not decides
        return Check(open_points(self.sheet), days, is_settled, decides)

    def show_check(self) -> None:
        """Paint the end check where it is open."""
        if self.at_end:
            self.checking.show(self.t, self.check())

    def turn_to_check(self, *, open_it: bool) -> None:
        """Put the end check in the place of the question, or the question back."""
        if open_it != self.at_end:
            self.at_end = open_it
            self.query_one(Asking).display = not open_it
            self.checking.display = open_it

    def action_end_check(self) -> None:
        if not self.query(Checking):
            # Asked for before there are any panes: they come up with it.
            self.opens_at_end = True
            return
        self.leave_field()
        self.leave_to_note()
        self.turn_to_check(open_it=True)
        self.paint()

    def action_check_move(self, steps: int) -> None:
        self.checking.move(steps)

    def action_check_page(self, pages: int) -> None:
        self.checking.move_page(pages)

    async def action_tick(self, number: int) -> None:
        items = self.check().told
        if not items:
            self.say(self.t("check.told.more"), "note")
        elif number > len(items):
            self.say(self.t("check.no_such_item", n=number, most=len(items)))
        else:
            await self._tick(items[number - 1][0].id)

    async def take_row(self) -> None:
        """Go to the question of the row under the cursor, or tick what was told."""
        point, item = self.checking.point, self.checking.item
        if point is not None:
            self.go_to(point.question)
        elif item is not None:
            await self._tick(item)

    async def _tick(self, item: str) -> None:
        """Note that the client was told it today; once more takes that back."""
        if not await self.save_writing(paint=False):
            return
        is_told = item not in self.draft.told
        written = told.tell(self.desk, self.draft.uid, item, told=is_told)
        if await self.acted(written):
            days = {each: day for each, day in self.draft.told.items() if each != item}
            day = written.result()
            self.show_told(days if day is None else {**days, item: day})
