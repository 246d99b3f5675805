"""The dated rows of the accepted plan: the client's steps, the office's, the milestones."""

from collections.abc import Iterator, Mapping
from datetime import date

from teui.followup.history import History, Plan, PlanItem, Required
from teui.followup.planned import answers, date_of, services_for
from teui.followup.scene import CLIENT_STEPS, NEXT_CONTACT, Opening, Params, Scene, Trigger
from teui.practice.follow_model import FollowUpRule

_STEP = "step-"


def fact_of(item: PlanItem) -> str:
    """What a follow-up of a row is known by through all versions of the plan."""
    return f"{_STEP}{item.position}"


def position_of(fact: str) -> int | None:
    """The position of the row that a follow-up is about; None for one about something else."""
    number = fact.removeprefix(_STEP)
    return int(number) if fact.startswith(_STEP) and number.isdecimal() else None


def giving(
    rows: tuple[PlanItem, ...], requirement: str, services: tuple[str, ...]
) -> tuple[PlanItem, ...]:
    """The rows that give a requirement its day."""
    day = date_of(rows, requirement, services)
    return tuple(
        row
        for row in rows
        if day is not None and row.by_date == day and answers(row, requirement, services)
    )


def _client_step(scene: Scene, _rule: FollowUpRule) -> Iterator[Trigger]:
    """The client's rows of the plan; before there is one, the steps agreed in the interview."""
    history = scene.history
    if history.plan is not None:
        yield from _rows(history.plan, "client")
        return
    steps, agreed = history.answers.get(CLIENT_STEPS), history.answers.get(NEXT_CONTACT)
    if history.decision and isinstance(steps, str) and isinstance(agreed, date) and history.held:
        last = max(history.held, key=lambda held: (held.day, held.uid)).uid
        held = history.steps_from or last
        yield Trigger(held, CLIENT_STEPS, history.decision.day, agreed, {"text": steps})


def _office_step(scene: Scene, _rule: FollowUpRule) -> Iterator[Trigger]:
    """The office's rows, but for those that a requirement looks after already."""
    history, plan = scene.history, scene.history.plan
    if plan is None:
        return
    taken = {
        row.position
        for required in history.requirements
        if not _is_done(history, required)
        for row in _of_requirement(scene, plan, required)
    }
    yield from (each for each in _rows(plan, "office") if position_of(each.fact) not in taken)


def _milestone(scene: Scene, _rule: FollowUpRule) -> Iterator[Trigger]:
    if scene.history.plan is not None:
        yield from _rows(scene.history.plan, "path")


def _rows(plan: Plan, side: str) -> Iterator[Trigger]:
    for item in plan.items:
        if item.side == side and item.by_date is not None and item.done_on is None:
            yield Trigger(plan.uid, fact_of(item), plan.accepted_on, item.by_date, _words(item))


def _words(item: PlanItem) -> Params:
    named = {"service": item.service, "answers": item.requirement}
    return {"text": item.text, **{name: code for name, code in named.items() if code is not None}}


def _of_requirement(scene: Scene, plan: Plan, required: Required) -> tuple[PlanItem, ...]:
    services = services_for(scene.model, required.id)
    if required.due is not None:
        return tuple(row for row in plan.items if answers(row, required.id, services))
    return giving(plan.items, required.id, services)


def _is_done(history: History, required: Required) -> bool:
    return any(
        (row.subject, row.fact, row.state) == (history.customership, required.id, "done")
        for row in history.stored
    )


PLAN_ROWS: Mapping[str, Opening] = {
    "client_step": _client_step,
    "office_step": _office_step,
    "milestone": _milestone,
}
