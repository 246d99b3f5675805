"""A plan as JSON: codes and days as they are stored, and the paper's words beside them."""

from dataclasses import asdict
from datetime import date

from teui.casework.papers.paper import Paper
from teui.casework.papers.plan_source import PlanSource
from teui.casework.plan_values import PlanItem

_FIELDS = (
    "kind",
    "number",
    "line",
    "accepted_on",
    "goal",
    "goal_isco",
    "review_on",
    "rhythm_weeks",
    "rhythm_channel",
    "contact_by",
    "next_contact_on",
    "reports",
)
_ITEM = (
    "side",
    "text",
    "service",
    "provider",
    "requirement",
    "phase",
    "by_date",
    "done_on",
)
_SERVICE = ("service", "state", "provider", "aim", "starts_on", "ends_on")


def as_json(source: PlanSource, paper: Paper) -> dict[str, object]:
    """Days as ISO text. Who the client is stands in the paper alone, and as the handle."""
    plan = source.plan
    return {
        "client": source.person.handle,
        "plan": {name: _day(getattr(plan, name)) for name in _FIELDS},
        "path": [
            {"phase": each.id, "lead": each.lead, "milestones": [_item(m) for m in each.milestones]}
            for each in plan.path
        ],
        "items": [_item(each) for each in plan.items if each.side != "path"],
        "undated": list(plan.undated),
        "services": [
            {name: _day(getattr(each, name)) for name in _SERVICE} for each in source.services
        ],
        "duties": {side: list(duties) for side, duties in source.duties.items()},
        "told": [{"item": each.item.id, "told_on": _day(each.told_on)} for each in source.told],
        "paper": asdict(paper),
    }


def _item(each: PlanItem) -> dict[str, object]:
    return {name: _day(getattr(each, name)) for name in _ITEM}


def _day(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
