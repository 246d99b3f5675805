"""Which work a follow-up is done by."""

from collections.abc import Mapping
from typing import Literal

from teui.practice.model import PracticeModel

Work = Literal["interview", "plan", "services", "offers", "contact"]
_BY_CLOSING: Mapping[str, Work] = {
    "interview_held": "interview",
    "integration_begun": "interview",
    "line_interview_held": "interview",
    "stage_done": "interview",
    "plan_accepted": "plan",
    "integration_plan_accepted": "plan",
    "last_part_planned": "services",
    "judged": "services",
    "business_step_done": "services",
    "reached_contact": "contact",
    "offer_outcome": "offers",
}
_BY_OPENING: Mapping[str, Work] = {"client_step": "plan"}


def work_of(model: PracticeModel, rule_id: str, params: Mapping[str, str | int]) -> Work | None:
    """The work that closes it, the first that its rule names; None where only a hand does."""
    rule = model.follow_ups.rules[rule_id]
    closes = rule.closes_for.get(str(params.get("requirement")), rule.closes)
    named = (_BY_CLOSING[fact] for fact in closes if fact in _BY_CLOSING)
    return next(named, _BY_OPENING.get(rule.opens))
