"""What is asked when a row of the plan is edited, one thing after another; Enter keeps each."""

from collections.abc import Hashable
from datetime import date

from screens.dialogs.picker import Picker
from screens.plan_asking import Asking
from screens.plan_items import ItemQuestions
from screens.plan_path_questions import PathQuestions
from screens.widgets.plan_lines import SIDES
from screens.words import word
from teui.casework import plan
from teui.errors import TeuiError


class PlanQuestions(Asking):
    """The questions of any row, found by its key; of goal, review, contact and reports here."""

    def ask(self, key: Hashable) -> bool:
        """Ask for the row with this key; False where it has nothing to ask."""
        match key:
            case ("goal",):
                self.type("goal", self.view.goal or "", str, self._save_goal)
            case ("review",):
                self.day("review", "review", self.view.review_on, self._save_review)
            case ("contact",):
                weeks = str(self.view.rhythm_weeks or "")
                self.type("rhythm", weeks, _weeks, self._ask_channel, whole=True)
            case ("next",):
                self.day("next", "next", self.view.next_contact_on, self._save_next)
            case ("reports",):
                reports = self.view.reports or ""
                self.type("reports", reports, str, lambda text: self._save(reports=text))
            case ("item", "client", position):
                self._items().client_does(position if isinstance(position, int) else None)
            case ("item", "office", position):
                self._items().office_does(position if isinstance(position, int) else None)
            case ("phase", str(phase)):
                self._path().lead(phase)
            case ("item", "path", int(position)) if item := self.view.item(position):
                self._path().milestone(str(item.phase), position)
            case ("milestone", str(phase)):
                self._path().milestone(phase, None)
            case ("requirement", str(requirement)):
                self._items().requirement(requirement)
            case _:
                return False
        return True

    def _items(self) -> ItemQuestions:
        return ItemQuestions(self.screen, self.view, self.written)

    def _path(self) -> PathQuestions:
        return PathQuestions(self.screen, self.view, self.written)

    def _save(self, **changes: object) -> None:
        future = plan.save(self.screen.desk, self.view.customership_uid, **changes)
        self.written(future, self.typed)

    def _save_goal(self, goal: str) -> None:
        isco = self.view.goal_isco if goal == self.view.goal else None
        self._save(goal=goal, goal_isco=isco)

    def _save_review(self, day: date | None) -> None:
        self._save(review_on=day)

    def _save_next(self, day: date | None) -> None:
        self._save(next_contact_on=day)

    def _ask_channel(self, weeks: str) -> None:
        view = self.view
        codes = plan.channels(self.screen.desk.model, view.line)
        options = {code: word(f"contact.channel.{code}") for code in codes}
        picker = Picker(word("plan.channel"), options, view.rhythm_channel)
        self.screen.app.push_screen(picker, lambda way: self._ask_who(weeks, way) if way else None)

    def _ask_who(self, weeks: str, channel: str) -> None:
        options = {who: word(f"plan.contact_by.{who}") for who in reversed(SIDES)}
        picker = Picker(word("plan.who"), options, self.view.contact_by)

        def take(who: str | None) -> None:
            if who is not None:
                count = int(weeks) if weeks else None
                self._save(rhythm_weeks=count, rhythm_channel=channel, contact_by=who)

        self.screen.app.push_screen(picker, take)


def _weeks(typed: str) -> str:
    if typed and not (typed.isdecimal() and 1 <= int(typed) <= 52):
        raise TeuiError("typed_weeks", typed=typed)
    return typed
