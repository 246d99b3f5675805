"""What services, work, offers and handovers open; where the end of something is known before, it is
counted back from that day."""

from collections.abc import Iterator, Mapping
from datetime import date

from teui.followup.scene import Opening, Scene, Trigger, measure
from teui.followup.under_way import Service, Work
from teui.practice.follow_model import FollowUpRule


def _service_ends(scene: Scene, rule: FollowUpRule) -> Iterator[Trigger]:
    for each in scene.history.services:
        if each.ends_on is not None and not each.is_over and not each.has_last_part:
            began = each.starts_on or scene.history.start
            yield _ending(scene, rule, each, began, each.ends_on)


def _service_over(scene: Scene, rule: FollowUpRule) -> Iterator[Trigger]:
    """Due from the day on which it is to end, so that one that nobody has ended is seen too."""
    for each in scene.history.services:
        if each.over_on is not None and each.judged_on is None:
            yield _over(scene, rule, each, each.over_on)


def _work_ends(scene: Scene, rule: FollowUpRule) -> Iterator[Trigger]:
    for each in scene.history.work:
        if each.ends_on is not None and each.ended_on is None and not each.has_last_part:
            yield _ending(scene, rule, each, each.starts_on, each.ends_on)


def _work_over(scene: Scene, rule: FollowUpRule) -> Iterator[Trigger]:
    for each in scene.history.work:
        over = each.ended_on or each.ends_on
        if over is not None and each.judged_on is None:
            yield _over(scene, rule, each, over)


def _ending(
    scene: Scene, rule: FollowUpRule, what: Service | Work, began: date, ends: date
) -> Trigger:
    length = scene.length_of(rule, ends, _kind(scene, what))
    arose = min(began, ends)
    due = max(scene.calendar.before(ends, length), arose)
    params = {**_named(what), **measure(length), "day": ends.isoformat()}
    return Trigger(what.uid, "ends", arose, due, params)


def _over(scene: Scene, rule: FollowUpRule, what: Service | Work, over: date) -> Trigger:
    length = scene.length_of(rule, over, _kind(scene, what))
    due = scene.calendar.after(over, length)
    return Trigger(what.uid, "over", over, due, {**_named(what), **measure(length)})


def _kind(scene: Scene, what: Service | Work) -> str | None:
    service = scene.model.services.get(what.service) if isinstance(what, Service) else None
    return service.kind if service else None


def _named(what: Service | Work) -> dict[str, str | int]:
    if isinstance(what, Service):
        return {"service": what.service}
    return {"work": what.kind, "text": what.name}


def _referral(scene: Scene, rule: FollowUpRule) -> Iterator[Trigger]:
    """The record of a service that the client was referred to; before there is one, the
    requirement that was done by referring."""
    history = scene.history
    records = [each for each in history.services if each.service in rule.services]
    for each in records:
        if each.starts_on is not None and not each.is_over:
            yield _after(scene, rule, each.uid, "referral", each.starts_on, service=each.service)
    for row in history.stored:
        is_referral = row.subject == history.customership and row.fact in rule.after
        done = row.closed_on if is_referral and row.state == "done" else None
        if done is not None and not any(_is_of(each, done) for each in records):
            yield _after(scene, rule, history.customership, row.fact, done, answers=row.fact)


def _is_of(record: Service, referred: date) -> bool:
    """Whether a record is of the service referred to on that day, not of one long before."""
    days = [day for day in (record.starts_on, record.over_on) if day is not None]
    return not days or max(days) >= referred


def _after(
    scene: Scene, rule: FollowUpRule, subject: str, fact: str, day: date, **named: str
) -> Trigger:
    length = scene.length_of(rule, day)
    params = {**named, **measure(length)}
    return Trigger(subject, fact, day, scene.calendar.after(day, length), params)


def _offer(scene: Scene, rule: FollowUpRule) -> Iterator[Trigger]:
    for each in scene.history.offers:
        if each.settled_on is None:
            closes = each.apply_by or each.offered_on
            yield _after(scene, rule, each.uid, "outcome", closes, text=each.name)


def _handover(scene: Scene, rule: FollowUpRule) -> Iterator[Trigger]:
    """The latest one: who handed the client on has nothing left to acknowledge."""
    handed = scene.history.handovers
    last = max(handed, key=lambda each: (each.goes_over_on, each.agreed_on, each.uid), default=None)
    if last is None or last.acknowledged_on is not None:
        return
    over = max(last.agreed_on, last.goes_over_on)
    length = scene.length_of(rule, over)
    due = scene.calendar.after(over, length)
    params = {"text": last.sender, **measure(length), "day": over.isoformat()}
    yield Trigger(
        last.uid, "handover", last.agreed_on, due, params, holder=last.adviser, team=last.team
    )


def _validity(scene: Scene, rule: FollowUpRule) -> Iterator[Trigger]:
    history, until = scene.history, scene.history.valid_until
    if until is not None:
        length = scene.length_of(rule, until)
        arose = min(history.start, until)
        due = max(scene.calendar.before(until, length), arose)
        params = {**measure(length), "day": until.isoformat()}
        yield Trigger(history.customership, until.isoformat(), arose, due, params)


def _statement(scene: Scene, rule: FollowUpRule) -> Iterator[Trigger]:
    for each in scene.history.statements:
        if each.given_on is None:
            named = {"matter": each.matter, "text": each.name}
            yield _after(scene, rule, each.uid, "given", each.asked_on, **named)


def _business_step(scene: Scene, _rule: FollowUpRule) -> Iterator[Trigger]:
    for each in scene.history.business_steps:
        if each.planned_on is not None and each.done_on is None:
            arose = min(scene.history.start, each.planned_on)
            params = {"business_step": each.step, "day": each.planned_on.isoformat()}
            yield Trigger(each.uid, "step", arose, each.planned_on, params)


UNDER_WAY: Mapping[str, Opening] = {
    "service_ends": _service_ends,
    "service_over": _service_over,
    "referral": _referral,
    "work_ends": _work_ends,
    "work_over": _work_over,
    "offer": _offer,
    "handover": _handover,
    "validity": _validity,
    "statement": _statement,
    "business_step": _business_step,
}
