"""Does what fell due, as advisers do: mostly in time, sometimes put off, sometimes in vain."""

import json
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from teui.casework import followups, plan
from teui.casework.desk import Desk
from teui.casework.fill.hands import MovingClock, Times, one_of
from teui.casework.followups import ContactDone
from teui.store.driver import Row
from teui.store.hot import case as hot

_SNOOZED, _DROPPED, _IN_VAIN = 0.06, 0.03, 0.12
# What closes when its object does; nobody marks it done by hand.
_BY_ITSELF = frozenset({"make_plan", "make_integration_plan", "draft_interview"})
_MOST = 60
_SOON = 10


@dataclass(frozen=True, slots=True)
class Working:
    """One customership at its adviser's desk."""

    desk: Desk
    clock: MovingClock
    times: Times
    customership: str
    random: Random


def work_through(working: Working, until: date) -> None:
    """Do what is due up to and including `until`, a working day, in the order of its days."""
    for _ in range(_MOST):
        due = sorted(
            (_day(working, row), row["rule"], row["fact"], row["uid"]) for row in _standing(working)
        )
        if not due or due[0][0] > until:
            return
        working.clock.move(max(due[0][0], working.clock.today), working.random)
        [row] = [row for row in _standing(working) if row["uid"] == due[0][3]]
        _handle(working, row)


def put_off(working: Working) -> None:
    """On the last day before today, give one matter a new day: one left undone, or due soon."""
    times = working.times
    near = sorted(
        (_day(working, row), row["rule"], row["uid"])
        for row in _standing(working)
        if row["state"] == "open" and _day(working, row) <= times.after(times.today, _SOON)
    )
    if near:
        late = [matter for matter in near if matter[0] <= times.last]
        day, _, uid = late[-1] if late else near[0]
        working.clock.move(times.last, working.random)
        later = times.after(max(day, times.last), working.random.randrange(1, 4))
        followups.snooze(working.desk, uid, later).result()


def _standing(working: Working) -> list[Row]:
    return [
        row
        for row in hot.follow_ups(working.desk.store.read(), working.customership)
        if row["state"] in {"open", "snoozed"} and not _BY_ITSELF & {row["rule"], row["fact"]}
    ]


def _day(working: Working, row: Row) -> date:
    """The working day on which it is looked at; a client who is to call mostly does in time."""
    day = row["snoozed_to"] or row["act_on"]
    if row["rule"] == "client_to_be_in_touch":
        day = row["snoozed_to"] or row["window_from"]
    return working.times.working(date.fromisoformat(day))


def _handle(working: Working, row: Row) -> None:
    random, desk, times = working.random, working.desk, working.times
    rule = desk.model.follow_ups.rules[row["rule"]]
    fate = random.random()
    if rule.id == "plan_review":
        _review(working)
    elif followups.is_contact(desk, rule.id):
        contact = _contact(desk, row, reached=fate >= _IN_VAIN)
        followups.done(desk, row["uid"], contact).result()
        if not contact.reached:
            again = times.after(working.clock.today, random.randrange(1, 4))
            followups.snooze(desk, row["uid"], again).result()
    elif fate < _SNOOZED and row["state"] == "open":
        later = times.after(working.clock.today, random.randrange(2, 8))
        followups.snooze(desk, row["uid"], later).result()
    elif fate < _SNOOZED + _DROPPED and not rule.rolling:
        followups.drop(desk, row["uid"], one_of(random, _drop_reasons(desk))).result()
    else:
        followups.done(desk, row["uid"], None).result()


def _drop_reasons(desk: Desk) -> list[str]:
    """Those that want no words, without the mistake: what is invented was meant."""
    rules = desk.model.follow_ups
    return [each for each in rules.drop_reasons if each not in {*rules.drop_typed, "mistake"}]


def _contact(desk: Desk, row: Row, *, reached: bool) -> ContactDone:
    """As the rule has it mostly; who calls is reached."""
    likely = followups.likely_contact(desk, row["rule"], json.loads(row["params"]))
    return replace(likely, reached=reached or row["rule"] == "client_to_be_in_touch")


def _review(working: Working) -> None:
    """Plan and review go on together: looked at, prolonged and accepted anew."""
    model = working.desk.model
    length = model.length(model.follow_ups.plan_review, working.clock.today)
    review = working.times.working(working.times.calendar.after(working.clock.today, length))
    plan.save(working.desk, working.customership, review_on=review).result()
    working.clock.tick(working.random, 300)
    plan.accept(working.desk, working.customership).result()
