"""What is due: from practice model, history and day to the follow-ups that should be open."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from teui.followup.calendar import WorkCalendar
from teui.followup.closing import closed_on
from teui.followup.history import History, cause_of
from teui.followup.opening import OPENINGS
from teui.followup.scene import Scene, Trigger
from teui.practice.follow_model import FollowUpRule
from teui.practice.model import PracticeModel


@dataclass(frozen=True, slots=True)
class DueItem:
    """A follow-up that should be open. `adviser` is None where the whole team owns it.

    `params` are codes and parameters, worded on reading; `day` among them is the day on which the
    matter arose, `amount` and `unit` the length counted from it.
    """

    rule: str
    subject: str
    fact: str
    window_from: date
    due: date
    act_on: date
    adviser: str | None
    team: str | None
    params: Mapping[str, str | int]
    source: str

    @property
    def cause(self) -> str:
        return cause_of(self.rule, self.subject, self.fact)


def derive(model: PracticeModel, history: History, today: date) -> tuple[DueItem, ...]:
    """What should be open, by day to act; empty once the customership has ended.

    A customership on a line always has at least one. No cause occurs twice.
    """
    if history.ended:
        return ()
    calendar = WorkCalendar(model.follow_ups.days_off)
    scene = Scene(model, history, calendar, today)
    items = [item for rule in model.follow_ups.rules.values() for item in _of_rule(scene, rule)]
    return tuple(sorted(items, key=lambda item: (item.act_on, item.due, item.cause)))


def _of_rule(scene: Scene, rule: FollowUpRule) -> Iterator[DueItem]:
    history = scene.history
    if rule.under and (history.decision is None or history.decision.outcome not in rule.under):
        return
    for trigger in OPENINGS[rule.opens](scene, rule):
        if closed_on(rule, history, trigger.subject, trigger.fact) is None:
            yield _item(scene, rule, trigger)


def _item(scene: Scene, rule: FollowUpRule, trigger: Trigger) -> DueItem:
    return DueItem(
        rule=rule.id,
        subject=trigger.subject,
        fact=trigger.fact,
        window_from=_window_from(scene, rule, trigger),
        due=trigger.due,
        act_on=scene.calendar.act_on(trigger.due, trigger.arose),
        adviser=_owner(scene, rule, trigger),
        team=trigger.team or scene.history.team,
        params={"day": trigger.arose.isoformat(), **trigger.params},
        source=trigger.source or rule.source,
    )


def _window_from(scene: Scene, rule: FollowUpRule, trigger: Trigger) -> date:
    if rule.window is None:
        return min(trigger.arose, trigger.due)
    ahead = timedelta(days=scene.model.length(rule.window, trigger.due).amount)
    return min(max(trigger.arose, trigger.due - ahead), trigger.due)


def _owner(scene: Scene, rule: FollowUpRule, trigger: Trigger) -> str | None:
    history = scene.history
    if rule.owner == "receiver" and trigger.team is not None:
        return trigger.holder
    if rule.owner == "holder" and trigger.holder is not None:
        return trigger.holder
    by_team = rule.owner == "team" or (rule.owner == "line" and scene.model.is_teams(history.line))
    return None if by_team and history.team is not None else history.adviser
