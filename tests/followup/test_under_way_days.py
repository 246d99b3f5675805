"""Days of what is under way beside the plan; every one was worked out by hand with a calendar."""

import pytest

from tests.followup.build import decided, one
from tests.followup.days import day
from teui.followup.history import History, Plan, PlanItem
from teui.followup.under_way import BusinessStep, Handover, Offer, Service, Statement, Work

# service, start, end, due (14 days before; training and subsidised work 28), day to act
SERVICE_ENDING = [
    ("work_trial", "Mon 16.11.2026", "Fri 18.12.2026", "Fri 4.12.2026", "Fri 4.12.2026"),
    ("work_trial", "Mon 2.11.2026", "Sun 20.12.2026", "Sun 6.12.2026", "Fri 4.12.2026"),
    ("work_trial", "Mon 2.11.2026", "Thu 7.1.2027", "Thu 24.12.2026", "Wed 23.12.2026"),
    ("work_trial", "Mon 1.6.2026", "Fri 3.7.2026", "Fri 19.6.2026", "Thu 18.6.2026"),
    ("work_trial", "Mon 2.3.2026", "Fri 17.4.2026", "Fri 3.4.2026", "Thu 2.4.2026"),
    ("work_trial", "Mon 2.3.2026", "Mon 20.4.2026", "Mon 6.4.2026", "Thu 2.4.2026"),
    ("work_trial", "Mon 3.1.2028", "Tue 14.3.2028", "Tue 29.2.2028", "Tue 29.2.2028"),
    ("work_trial", None, "Sun 14.3.2027", "Sun 28.2.2027", "Fri 26.2.2027"),
    ("integration_training", "Mon 10.8.2026", "Fri 18.12.2026", "Fri 20.11.2026", "Fri 20.11.2026"),
    ("labour_market_training", "Mon 11.1.2027", "Mon 29.3.2027", "Mon 1.3.2027", "Mon 1.3.2027"),
    ("labour_market_training", "Mon 3.5.2027", "Fri 23.7.2027", "Fri 25.6.2027", "Thu 24.6.2027"),
    ("pay_subsidy", "Mon 1.11.2027", "Mon 3.1.2028", "Mon 6.12.2027", "Fri 3.12.2027"),
    # a service shorter than that: from its first day
    ("work_trial", "Mon 30.11.2026", "Fri 4.12.2026", "Mon 30.11.2026", "Mon 30.11.2026"),
    ("work_trial", "Sat 21.11.2026", "Sun 29.11.2026", "Sat 21.11.2026", "Sat 21.11.2026"),
]

# end as planned, end as it was, due (7 days after), day to act
SERVICE_ENDED = [
    ("Fri 18.12.2026", None, "Fri 25.12.2026", "Wed 23.12.2026"),
    ("Fri 18.12.2026", "Fri 27.11.2026", "Fri 4.12.2026", "Fri 4.12.2026"),
    ("Sun 29.11.2026", None, "Sun 6.12.2026", "Fri 4.12.2026"),
    ("Thu 31.12.2026", None, "Thu 7.1.2027", "Thu 7.1.2027"),
    ("Wed 30.12.2026", None, "Wed 6.1.2027", "Tue 5.1.2027"),
    ("Fri 27.3.2026", None, "Fri 3.4.2026", "Thu 2.4.2026"),
    ("Mon 30.3.2026", None, "Mon 6.4.2026", "Thu 2.4.2026"),
    ("Fri 24.4.2026", None, "Fri 1.5.2026", "Thu 30.4.2026"),
    ("Sat 13.6.2026", None, "Sat 20.6.2026", "Thu 18.6.2026"),
    ("Tue 22.2.2028", None, "Tue 29.2.2028", "Tue 29.2.2028"),
    ("Sun 22.2.2032", None, "Sun 29.2.2032", "Fri 27.2.2032"),
    (None, "Tue 30.11.2027", "Tue 7.12.2027", "Tue 7.12.2027"),
]

# offered, applications close, due (7 days after), day to act
OFFER = [
    ("Mon 16.11.2026", "Sun 29.11.2026", "Sun 6.12.2026", "Fri 4.12.2026"),
    ("Mon 16.11.2026", None, "Mon 23.11.2026", "Mon 23.11.2026"),
    ("Mon 30.11.2026", "Thu 17.12.2026", "Thu 24.12.2026", "Wed 23.12.2026"),
    ("Mon 30.11.2026", "Fri 18.12.2026", "Fri 25.12.2026", "Wed 23.12.2026"),
    ("Mon 7.12.2026", "Fri 25.12.2026", "Fri 1.1.2027", "Thu 31.12.2026"),
    ("Mon 2.3.2026", "Mon 30.3.2026", "Mon 6.4.2026", "Thu 2.4.2026"),
    ("Mon 1.6.2026", "Fri 12.6.2026", "Fri 19.6.2026", "Thu 18.6.2026"),
    ("Thu 30.4.2026", "Thu 7.5.2026", "Thu 14.5.2026", "Wed 13.5.2026"),
    ("Tue 1.2.2028", "Tue 22.2.2028", "Tue 29.2.2028", "Tue 29.2.2028"),
]

# agreed, goes over, due (3 working days after), which is a working day
HANDOVER = [
    ("Mon 16.11.2026", "Mon 16.11.2026", "Thu 19.11.2026"),
    ("Wed 18.11.2026", "Wed 18.11.2026", "Mon 23.11.2026"),
    ("Fri 20.11.2026", "Fri 20.11.2026", "Wed 25.11.2026"),
    ("Mon 16.11.2026", "Tue 1.12.2026", "Fri 4.12.2026"),
    ("Mon 14.12.2026", "Tue 22.12.2026", "Tue 29.12.2026"),
    ("Thu 31.12.2026", "Thu 31.12.2026", "Thu 7.1.2027"),
    ("Wed 1.4.2026", "Wed 1.4.2026", "Wed 8.4.2026"),
    ("Wed 29.4.2026", "Wed 29.4.2026", "Tue 5.5.2026"),
    ("Wed 17.6.2026", "Wed 17.6.2026", "Tue 23.6.2026"),
    ("Fri 25.2.2028", "Fri 25.2.2028", "Wed 1.3.2028"),
]

# begun, due (30 days after), day to act
HEALTH_CHECK = [
    ("Mon 16.11.2026", "Wed 16.12.2026", "Wed 16.12.2026"),
    ("Tue 24.11.2026", "Thu 24.12.2026", "Wed 23.12.2026"),
    ("Fri 6.11.2026", "Sun 6.12.2026", "Fri 4.12.2026"),
    ("Wed 4.3.2026", "Fri 3.4.2026", "Thu 2.4.2026"),
    ("Wed 20.5.2026", "Fri 19.6.2026", "Thu 18.6.2026"),
    ("Thu 28.1.2027", "Sat 27.2.2027", "Fri 26.2.2027"),
    ("Sun 30.1.2028", "Tue 29.2.2028", "Tue 29.2.2028"),
]

# end of the work, due before it (14 days), day to act, due after it (7 days), day to act
WORK = [
    ("Thu 31.12.2026", "Thu 17.12.2026", "Thu 17.12.2026", "Thu 7.1.2027", "Thu 7.1.2027"),
    ("Fri 8.1.2027", "Fri 25.12.2026", "Wed 23.12.2026", "Fri 15.1.2027", "Fri 15.1.2027"),
    ("Fri 15.1.2027", "Fri 1.1.2027", "Thu 31.12.2026", "Fri 22.1.2027", "Fri 22.1.2027"),
    ("Wed 20.1.2027", "Wed 6.1.2027", "Tue 5.1.2027", "Wed 27.1.2027", "Wed 27.1.2027"),
    ("Sun 28.2.2027", "Sun 14.2.2027", "Fri 12.2.2027", "Sun 7.3.2027", "Fri 5.3.2027"),
    ("Fri 19.3.2027", "Fri 5.3.2027", "Fri 5.3.2027", "Fri 26.3.2027", "Thu 25.3.2027"),
    ("Tue 22.2.2028", "Tue 8.2.2028", "Tue 8.2.2028", "Tue 29.2.2028", "Tue 29.2.2028"),
]

# valid until, due (7 days before), day to act
VALIDITY = [
    ("Sun 13.12.2026", "Sun 6.12.2026", "Fri 4.12.2026"),
    ("Thu 31.12.2026", "Thu 24.12.2026", "Wed 23.12.2026"),
    ("Fri 8.1.2027", "Fri 1.1.2027", "Thu 31.12.2026"),
    ("Mon 5.4.2027", "Mon 29.3.2027", "Thu 25.3.2027"),
    ("Tue 7.3.2028", "Tue 29.2.2028", "Tue 29.2.2028"),
]

# asked for, due (14 days after), day to act
STATEMENT = [
    ("Mon 16.11.2026", "Mon 30.11.2026", "Mon 30.11.2026"),
    ("Sun 22.11.2026", "Sun 6.12.2026", "Fri 4.12.2026"),
    ("Fri 11.12.2026", "Fri 25.12.2026", "Wed 23.12.2026"),
    ("Fri 5.6.2026", "Fri 19.6.2026", "Thu 18.6.2026"),
    ("Tue 15.2.2028", "Tue 29.2.2028", "Tue 29.2.2028"),
]

# a day in the plan, day to act
PLANNED = [
    ("Sun 6.12.2026", "Fri 4.12.2026"),
    ("Thu 24.12.2026", "Wed 23.12.2026"),
    ("Mon 28.12.2026", "Mon 28.12.2026"),
    ("Wed 6.1.2027", "Tue 5.1.2027"),
    ("Fri 26.3.2027", "Thu 25.3.2027"),
    ("Thu 6.5.2027", "Wed 5.5.2027"),
    ("Fri 25.6.2027", "Thu 24.6.2027"),
    ("Mon 6.12.2027", "Fri 3.12.2027"),
    ("Fri 24.12.2027", "Thu 23.12.2027"),
    ("Sat 1.1.2028", "Fri 31.12.2027"),
    ("Tue 29.2.2028", "Tue 29.2.2028"),
]


def _case(**facts: object) -> History:
    return decided("Mon 5.1.2026", "Mon 12.1.2026", "line_2", **facts)


def _days(case: History, rule: str) -> tuple[object, object]:
    item = one(case, rule)
    return item.due, item.act_on


@pytest.mark.parametrize(("service", "starts", "ends", "due", "act_on"), SERVICE_ENDING)
def test_the_last_part_of_a_service_is_planned_before_it_ends(
    service: str, starts: str | None, ends: str, due: str, act_on: str
) -> None:
    use = Service("s", service, "running", day(starts) if starts else None, day(ends))
    assert _days(_case(services=(use,)), "service_ending") == (day(due), day(act_on))


@pytest.mark.parametrize(("ends", "ended", "due", "act_on"), SERVICE_ENDED)
def test_a_service_is_judged_within_a_week(
    ends: str | None, ended: str | None, due: str, act_on: str
) -> None:
    use = Service(
        "s",
        "work_trial",
        "ended" if ended else "running",
        ends_on=day(ends) if ends else None,
        ended_on=day(ended) if ended else None,
    )
    assert _days(_case(services=(use,)), "service_ended") == (day(due), day(act_on))


@pytest.mark.parametrize(("offered", "apply_by", "due", "act_on"), OFFER)
def test_the_outcome_of_an_offer_is_asked_for_a_week_after_it_closes(
    offered: str, apply_by: str | None, due: str, act_on: str
) -> None:
    offer = Offer("o", "baker", day(offered), day(apply_by) if apply_by else None)
    assert _days(_case(offers=(offer,)), "offer_outcome") == (day(due), day(act_on))


@pytest.mark.parametrize(("agreed", "over", "due"), HANDOVER)
def test_a_handover_is_acknowledged_within_three_working_days(
    agreed: str, over: str, due: str
) -> None:
    handed = Handover("h", day(agreed), day(over), "salo", "south", "A. Lind")
    assert _days(_case(handovers=(handed,)), "handover") == (day(due), day(due))


@pytest.mark.parametrize(("starts", "due", "act_on"), HEALTH_CHECK)
def test_the_result_of_a_health_check_is_asked_for_after_thirty_days(
    starts: str, due: str, act_on: str
) -> None:
    use = Service("s", "health_check", "running", day(starts))
    assert _days(_case(services=(use,)), "health_check") == (day(due), day(act_on))


@pytest.mark.parametrize(("ends", "before", "act_before", "after", "act_after"), WORK)
def test_work_is_looked_at_before_and_after_its_end(
    ends: str, before: str, act_before: str, after: str, act_after: str
) -> None:
    case = _case(work=(Work("w", "fixed_term", day("Mon 2.3.2026"), ends_on=day(ends)),))
    assert _days(case, "work_ending") == (day(before), day(act_before))
    assert _days(case, "work_ended") == (day(after), day(act_after))


@pytest.mark.parametrize(("until", "due", "act_on"), VALIDITY)
def test_a_job_search_is_looked_at_before_its_validity_ends(
    until: str, due: str, act_on: str
) -> None:
    assert _days(_case(valid_until=day(until)), "search_validity") == (day(due), day(act_on))


@pytest.mark.parametrize(("asked", "due", "act_on"), STATEMENT)
def test_a_statement_is_missed_after_two_weeks(asked: str, due: str, act_on: str) -> None:
    case = _case(statements=(Statement("t", "left_work", day(asked)),))
    assert _days(case, "statement") == (day(due), day(act_on))


@pytest.mark.parametrize(("by", "act_on"), PLANNED)
def test_what_the_plan_dates_is_due_on_its_day(by: str, act_on: str) -> None:
    items = (
        PlanItem(1, "path", "knows the trade", by_date=day(by)),
        PlanItem(2, "office", "", "work_trial", by_date=day(by)),
        PlanItem(3, "client", "calls", by_date=day(by)),
    )
    case = _case(
        plan=Plan("plan", 1, day("Mon 2.11.2026"), items=items),
        business_steps=(BusinessStep("b", "plan", day(by)),),
    )
    for rule in ("milestone", "office_step", "client_step", "business_step"):
        assert _days(case, rule) == (day(by), day(act_on))
