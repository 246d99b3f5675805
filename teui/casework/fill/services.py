"""Lets services, work and steps to a business go on with one invented client.

They draw by chance of their own: what else is done for the client does not hang on them.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from teui.casework import business, services, work_spells
from teui.casework.desk import Desk
from teui.casework.fill.courses import OVER, Course
from teui.casework.fill.hands import MovingClock, Times, between, one_of
from teui.casework.fill.work import Working
from teui.casework.services_view import forward, load

_SOON = 13
"""Days before the end on which something is about to end; an office has 14 as a rule."""


@dataclass(frozen=True, slots=True)
class Serving:
    """One course of one client, planned on a day; `language` is that of service."""

    working: Working
    course: Course
    language: str
    random: Random
    starts_on: date
    ends_on: date

    @property
    def desk(self) -> Desk:
        return self.working.desk

    @property
    def clock(self) -> MovingClock:
        return self.working.clock

    @property
    def times(self) -> Times:
        return self.working.times

    @property
    def customership(self) -> str:
        return self.working.customership

    @property
    def text(self) -> str:
        return self.course.text[self.language]


def planned(working: Working, course: Course, language: str) -> Serving:
    """What is planned on the day of the plan: a service, or the first step to a business."""
    random, times = Random(f"services {working.customership}"), working.times
    starts_on = times.after(working.clock.today, random.randrange(1, 8))
    ends_on = starts_on + timedelta(days=between(random, course.days))
    if course.goes in OVER:
        ends_on = times.back(OVER[course.goes])
        length = timedelta(days=between(random, course.days))
        starts_on = max(starts_on, times.working(ends_on - length))
    elif course.goes == "ending":
        ends_on = times.today + timedelta(days=random.randrange(4, _SOON))
    elif course.goes in {"running", "planned"}:
        ends_on = max(ends_on, times.today + timedelta(days=random.randrange(30, 120)))
    ends_on = times.working(ends_on)
    if course.goes == "planned":
        starts_on = max(starts_on, times.after(times.today, random.randrange(3, 15)))
    serving = Serving(working, course, language, random, starts_on, ends_on)
    if course.service is not None:
        _plan(serving, course.service)
    return serving


def _plan(serving: Serving, service: str) -> None:
    desk, case = serving.desk, serving.customership
    serving.clock.tick(serving.random)
    in_plan = {row.service: row.uid for row in load(desk, case).in_plan}
    days = {"starts_on": serving.starts_on, "ends_on": serving.ends_on}
    if service in in_plan:
        uid = services.take_over(desk, case, in_plan[service]).result()
        services.change(desk, uid, aim=serving.text, provider=serving.course.who, **days).result()
    else:
        services.plan(
            desk, case, service, aim=serving.text, provider=serving.course.who, **days
        ).result()


def carried_on(serving: Serving, until: date) -> None:
    """What has come of it by `until`, the day on which the adviser worked last."""
    course = serving.course
    if serving.starts_on > until:
        return
    serving.clock.move(until, serving.random)
    if course.service is not None:
        _serve(serving)
    elif course.work is not None:
        work_spells.begin(
            serving.desk,
            serving.customership,
            course.work,
            serving.starts_on,
            serving.ends_on,
            employer=course.who,
            title=serving.text,
        ).result()
    else:
        _towards_business(serving)


def _serve(serving: Serving) -> None:
    desk, course = serving.desk, serving.course
    [use] = load(desk, serving.customership).uses
    services.start(desk, use.uid, serving.starts_on).result()
    if course.goes not in OVER:
        return
    ended_on = serving.ends_on
    serving.clock.tick(serving.random, 200)
    if course.goes == "broken_off":
        reasons = desk.model.service_life.end_reasons.values()
        kept = [each.id for each in reasons if each.result == "no_work" and each.id != "other"]
        services.end(desk, use.uid, None, ended_on, one_of(serving.random, kept)).result()
    else:
        services.end(desk, use.uid, "no_work", ended_on).result()
    if course.goes != "ended":
        _judge(serving, use.uid)


def _judge(serving: Serving, uid: str) -> None:
    desk, random = serving.desk, serving.random
    judgements = desk.model.service_life.judgements
    services.judge(
        desk,
        uid,
        client_judgement=one_of(random, judgements),
        adviser_judgement=one_of(random, judgements),
        need_changed=False,
    ).result()
    serving.clock.tick(random)
    view = load(desk, serving.customership)
    use = view.use(uid)
    if use is not None:
        step = forward(desk, use, view.line).step
        services.judge(desk, uid, next_step=step).result()


def _towards_business(serving: Serving) -> None:
    desk, case = serving.desk, serving.customership
    steps = list(desk.model.service_life.business_steps)
    day = serving.starts_on
    for step in steps[: serving.course.steps]:
        if day <= serving.clock.today:
            note = serving.text if step == steps[0] else None
            business.keep(desk, case, step, done_on=day, note=note).result()
            serving.clock.tick(serving.random)
        day += timedelta(days=between(serving.random, serving.course.days))
    ahead = serving.times.after(max(day, serving.times.today), 5)
    business.keep(desk, case, steps[serving.course.steps], planned_on=ahead).result()
