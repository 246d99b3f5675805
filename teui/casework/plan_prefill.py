"""What the first version of a plan begins with: all that the interview knows already.

Words are those of the client's language of service: the plan is the client's paper.
"""

from dataclasses import dataclass
from datetime import date

from teui.casework.plan_values import UNSAVED, PlanItem, PlanKind, Version
from teui.followup.calendar import WorkCalendar
from teui.followup.history import History
from teui.followup.planned import services_for, undated
from teui.practice.model import Answers, Occupation, PracticeModel
from teui.practice.texts import Texts

# The goal in the client's own words, from the interview on the line.
_GOALS = ("direction.goal", "carries.direction")
_SOUGHT, _WISHES = "work.sought", "goals.wishes"
_STEPS, _ONLINE = "agreed.client_steps", "agreed.online_services"
_NEXT, _CHANNEL = "agreed.next_contact", "agreed.next_channel"
# A wish that is none yet makes no goal.
_NO_GOAL = "unsure"


@dataclass(frozen=True, slots=True)
class _Row:
    """A row before it has a place. `text` is empty where the service says it all."""

    side: str
    text: str = ""
    by_date: date | None = None
    service: str | None = None
    requirement: str | None = None


def from_interview(
    model: PracticeModel, history: History, kind: PlanKind, t: Texts, today: date
) -> Version:
    """Goal, contact, steps and services as far as they were agreed; the rest as usual on the line.

    `t` are the words of the client's language of service.
    """
    answers, start = history.answers, model.plans.starts.get(history.line or 0)
    goal, isco = _goal(answers, t)
    rules = model.follow_ups
    calendar = WorkCalendar(rules.days_off)
    items = _items(model, history, t)
    agreed = _day(answers, _NEXT)
    channel = answers.get(_CHANNEL)
    if not isinstance(channel, str):
        line = model.lines.get(history.line or 0)
        channel = line.channels[0] if line and line.channels else None
    return Version(
        kind=kind,
        number=1,
        goal=goal,
        goal_isco=isco,
        review_on=calendar.working_from(
            calendar.after(today, model.length(rules.plan_review, today))
        ),
        rhythm_weeks=model.length(start.rhythm, today).amount if start else None,
        rhythm_channel=channel,
        reports=t(f"reports.{start.reports}.text") if start and start.reports else None,
        next_contact_on=agreed if agreed is not None and agreed >= today else None,
        items=items,
        next_position=len(items) + 1,
    )


def _items(model: PracticeModel, history: History, t: Texts) -> tuple[PlanItem, ...]:
    answers = history.answers
    agreed = _day(answers, _NEXT)
    rows: list[_Row] = []
    steps = answers.get(_STEPS)
    if isinstance(steps, str):
        rows.append(_Row("client", steps, agreed))
    online = _words(answers, _ONLINE, t)
    if online:
        rows.append(_Row("client", t("plan.takes_up", services=", ".join(online)), agreed))
    for requirement in undated(model, history):
        services = services_for(model, requirement)
        if services and services[0] in model.services:
            rows.append(_Row("office", service=services[0], requirement=requirement))
    return tuple(
        PlanItem(
            uid=f"{UNSAVED}{position}",
            side="client" if row.side == "client" else "office",
            text=row.text,
            service=row.service,
            by_date=row.by_date,
            done_on=None,
            version=0,
            position=position,
            requirement=row.requirement,
        )
        for position, row in enumerate(rows, start=1)
    )


def _goal(answers: Answers, t: Texts) -> tuple[str | None, str | None]:
    """What the client has said on the line is the goal; else the occupation sought first, with its
    ISCO-08 code; else what the client wishes for."""
    for question in _GOALS:
        said = answers.get(question)
        if isinstance(said, str):
            return said, None
    sought = answers.get(_SOUGHT)
    first = sought[0] if isinstance(sought, tuple) and sought else None
    if isinstance(first, Occupation):
        return first.title, first.isco
    return ", ".join(_words(answers, _WISHES, t)) or None, None


def _words(answers: Answers, question: str, t: Texts) -> list[str]:
    chosen = answers.get(question, ())
    codes = chosen if isinstance(chosen, tuple) else ()
    return [t(f"code.{question}.{code}.short") for code in codes if code != _NO_GOAL]


def _day(answers: Answers, question: str) -> date | None:
    value = answers.get(question)
    return value if isinstance(value, date) else None
