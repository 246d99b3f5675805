"""What a decision will leave to be done: each requirement with its day to act, or as done."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from teui.followup.calendar import WorkCalendar
from teui.followup.closing import closed_on
from teui.followup.history import NO_LONGER, History, Required, cause_of
from teui.followup.opening import OPENINGS
from teui.followup.scene import Scene, Trigger
from teui.practice.follow_model import FollowUpRule
from teui.practice.model import PracticeModel

State = Literal["open", "by_interview", "done"]


@dataclass(frozen=True, slots=True)
class Outlook:
    """One requirement. `due` is its own calendar day, None where it has none.

    `act_on` is the day on which Today puts it forward, None where nothing is left to do.
    `by_interview`: holding the assessment itself does it; `done`: it was done or taken off before.
    """

    id: str
    due: date | None
    act_on: date | None
    source: str
    state: State


def outlook(
    model: PracticeModel, before: History, after: History, today: date
) -> tuple[Outlook, ...]:
    """The requirements of `after`, the history with the assessment held and decided.

    `before` is the same without that assessment.
    """
    scene = Scene(model, after, WorkCalendar(model.follow_ups.days_off), today)
    return tuple(_outlook(scene, before, required) for required in after.requirements)


def _outlook(scene: Scene, before: History, required: Required) -> Outlook:
    rule = _rule(scene.model, required.id)
    if rule is None:
        return Outlook(required.id, required.due, None, required.source, "open")
    case = scene.history.customership
    cause = cause_of(rule.id, case, required.id)
    by_hand = any(
        stored.cause == cause
        and (
            stored.state == "done"
            or (stored.state == "dropped" and stored.drop_reason != NO_LONGER)
        )
        for stored in scene.history.stored
    )
    act_on = None
    state: State = "open"
    if closed_on(rule, before, case, required.id) is not None or (
        by_hand and closed_on(rule, scene.history, case, required.id) is None
    ):
        state = "done"
    elif closed_on(rule, scene.history, case, required.id) is not None:
        state = "by_interview"
    else:
        trigger = next(_triggers(scene, rule, required.id), None)
        if trigger is not None:
            act_on = scene.calendar.act_on(trigger.due, trigger.arose)
    return Outlook(required.id, required.due, act_on, required.source, state)


def _rule(model: PracticeModel, requirement: str) -> FollowUpRule | None:
    """The rule that takes a requirement on: one that names it, else the one for all others."""
    rules = model.follow_ups.rules.values()
    named = [rule for rule in rules if requirement in rule.requirements]
    others = [rule for rule in rules if rule.opens == "requirement" and not rule.requirements]
    return next(iter([*named, *others]), None)


def _triggers(scene: Scene, rule: FollowUpRule, requirement: str) -> Iterator[Trigger]:
    for trigger in OPENINGS[rule.opens](scene, rule):
        if rule.opens != "requirement" or trigger.fact == requirement:
            yield trigger
