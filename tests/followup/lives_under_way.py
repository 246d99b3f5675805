"""Random acts on what is under way beside the plan: begun, ended, judged, taken out again."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

from hypothesis import strategies as st

from teui.followup.history import History
from teui.followup.under_way import BusinessStep, Handover, Offer, Service, Statement, Work

Step = Callable[[History, date], History]
SERVICES = ("work_trial", "health_check", "integration_training", "job_alert")
DAYS = st.integers(-10, 80)


def name(case: History) -> str:
    """A uid that nothing in the case has."""
    things = (
        *(*case.contacts, *case.held, *case.drafts, *case.accepted, *case.stored),
        *(*case.services, *case.work, *case.offers, *case.handovers, *case.statements),
        *case.business_steps,
    )
    return f"u{len(things):04}"


def _begin_service(service: str, days: int | None, position: int | None) -> Step:
    def step(case: History, today: date) -> History:
        ends = None if days is None else today + timedelta(days=max(days, 0))
        plan = case.plan.uid if case.plan is not None else None
        begun = Service(name(case), service, "running", today, ends, plan=plan, position=position)
        return replace(case, services=(*case.services, begun))

    return step


def _go_on_with_service(
    index: int, what: Literal["last_part", "ended", "broken_off", "judged", "longer", "out"]
) -> Step:
    def step(case: History, today: date) -> History:
        if not case.services:
            return case
        old = case.services[index % len(case.services)]
        match what:
            case "last_part":
                new = replace(old, has_last_part=True)
            case "judged":
                new = replace(old, judged_on=today)
            case "longer":
                new = replace(old, ends_on=today + timedelta(days=40))
            case "out":
                return replace(case, services=tuple(s for s in case.services if s is not old))
            case _:
                new = replace(old, state=what, ended_on=today)
        return replace(case, services=tuple(new if s is old else s for s in case.services))

    return step


def _work(days: int, judged: bool) -> Step:
    def step(case: History, today: date) -> History:
        ends = today + timedelta(days=days)
        done = today if judged else None
        spell = Work(name(case), "fixed_term", today, "baker", max(ends, today), judged_on=done)
        return replace(case, work=(*case.work, spell))

    return step


def _offer(days: int | None) -> Step:
    def step(case: History, today: date) -> History:
        by = None if days is None else today + timedelta(days=days)
        return replace(case, offers=(*case.offers, Offer(name(case), "baker", today, by)))

    return step


def _settle_offers(case: History, today: date) -> History:
    return replace(case, offers=tuple(replace(each, settled_on=today) for each in case.offers))


def _hand_over(days: int) -> Step:
    def step(case: History, today: date) -> History:
        over = today + timedelta(days=days)
        handed = Handover(name(case), today, over, "salo", "south", "A. Lind")
        handovers = (*case.handovers, handed)
        return replace(case, adviser="salo", team="south", handovers=handovers)

    return step


def _acknowledge(case: History, today: date) -> History:
    done = tuple(replace(each, acknowledged_on=today) for each in case.handovers)
    return replace(case, handovers=done)


def _statement(case: History, today: date) -> History:
    given = tuple(replace(each, given_on=today) for each in case.statements)
    return replace(case, statements=(*given, Statement(name(case), "other", today)))


def _renew(days: int) -> Step:
    return lambda case, today: replace(case, valid_until=today + timedelta(days=days))


def _business(days: int) -> Step:
    def step(case: History, today: date) -> History:
        reached = tuple(replace(each, done_on=today) for each in case.business_steps)
        ahead = BusinessStep(name(case), "plan", today + timedelta(days=days))
        return replace(case, business_steps=(*reached, ahead))

    return step


def _reach(case: History, today: date) -> History:
    """All rows of the plan are done."""
    if case.plan is None:
        return case
    items = tuple(replace(each, done_on=each.done_on or today) for each in case.plan.items)
    return replace(case, plan=replace(case.plan, items=items))


UNDER_WAY: st.SearchStrategy[Step] = st.one_of(
    st.builds(
        _begin_service,
        st.sampled_from(SERVICES),
        st.one_of(st.none(), DAYS),
        st.sampled_from([None, 3]),
    ),
    st.builds(
        _go_on_with_service,
        st.integers(0, 3),
        st.sampled_from(["last_part", "ended", "broken_off", "judged", "longer", "out"]),
    ),
    st.builds(_work, DAYS, st.booleans()),
    st.builds(_offer, st.one_of(st.none(), DAYS)),
    st.just(_settle_offers),
    st.builds(_hand_over, st.integers(0, 20)),
    st.just(_acknowledge),
    st.just(_statement),
    st.builds(_renew, DAYS),
    st.builds(_business, DAYS),
    st.just(_reach),
)
