"""What is asked of the path: who leads a phase, and what is reached in it by when."""

from datetime import date

from screens.dialogs.picker import Picker
from screens.plan_asking import Asking
from screens.words import Words, word
from teui.casework import plan, plan_rows
from teui.casework.plan import PlanItem
from teui.errors import TeuiError
from teui.practice.texts import Texts

_OWN = "-"
"""The choice of somebody whom the practice model does not name; no code looks like it."""


class PathQuestions(Asking):
    """The questions of one phase."""

    def lead(self, phase: str) -> None:
        """Who leads the phase: one of those of the practice model, or somebody else in words."""
        codes = self.screen.desk.model.plans.leads
        standing = next((each.lead for each in self.view.path if each.id == phase), None)
        options = {code: word(f"lead.{code}.text") for code in codes}
        options[_OWN] = word("plan.lead_other")
        chosen = standing if standing in codes else _OWN if standing else None

        def take(code: str | None) -> None:
            if code == _OWN:
                words = "" if standing in codes else standing or ""
                title = _of_phase("plan.lead.title", phase)
                self.type("lead", words, _something, save, f"lead:{phase}", title=title)
            elif code is not None and code != standing:
                save(code)

        def save(lead: str) -> None:
            case = self.view.customership_uid
            self.written(plan_rows.save_lead(self.screen.desk, case, phase, lead), self.typed)

        title = _of_phase("plan.lead.title", phase)
        self.screen.app.push_screen(Picker(title, options, chosen), take)

    def milestone(self, phase: str, position: int | None) -> None:
        """What is reached, then by which day; `position` is None for a new one."""
        item = self.view.item(position) if position else None
        key = f"milestone:{phase}:{position}"
        title = _of_phase("plan.milestone.title", phase)

        def by(text: str) -> None:
            if text:
                self._ask_day(phase, text, item)

        check = str if item is None else _something
        self.type("milestone", item.text if item else "", check, by, key, title=title)

    def _ask_day(self, phase: str, text: str, item: PlanItem | None) -> None:
        def save(day: date | None) -> None:
            future = plan.save_item(
                self.screen.desk,
                self.view.customership_uid,
                "path",
                text,
                day,
                uid=item.uid if item else None,
                phase=phase,
            )
            self.written(future, self.typed, None if item else "path")

        key = f"by:path:{phase}:{item.position if item else None}"
        self.day(
            "by",
            key,
            item.by_date if item else None,
            save,
            title=lambda t: f"{t('plan.by.title')} · {text}",
        )


def _of_phase(key: str, phase: str) -> Words:
    """The text under `key`, and which phase it is about."""

    def words(t: Texts) -> str:
        return f"{t(key)} · {t(f'phase.{phase}.name')}"

    return words


def _something(typed: str) -> str:
    if not typed:
        raise TeuiError("plan_item_empty")
    return typed
