"""One case a rule and more where days meet; every day was worked out by hand."""

from dataclasses import replace
from datetime import date

import pytest

from tests.followup.build import MODEL, decided, history, one, required, rules
from tests.followup.days import day
from teui.followup.derive import derive
from teui.followup.history import (
    Accepted,
    Contact,
    Decision,
    Draft,
    Held,
    History,
    Plan,
    PlanItem,
    Stage,
)
from teui.practice.model import Value

# start online, due (+14 days), day to act
FIRST_CONTACT = [
    ("Thu 29.10.2026", "Thu 12.11.2026", "Thu 12.11.2026"),
    ("Sun 22.11.2026", "Sun 6.12.2026", "Fri 4.12.2026"),
    ("Thu 10.12.2026", "Thu 24.12.2026", "Wed 23.12.2026"),
    ("Fri 5.6.2026", "Fri 19.6.2026", "Thu 18.6.2026"),
    ("Mon 23.3.2026", "Mon 6.4.2026", "Thu 2.4.2026"),
    ("Tue 15.2.2028", "Tue 29.2.2028", "Tue 29.2.2028"),
]

# line, decided, due, day to act
NO_CONTACT = [
    (1, "Mon 16.11.2026", "Sun 14.2.2027", "Fri 12.2.2027"),
    (2, "Tue 5.1.2027", "Mon 5.4.2027", "Mon 5.4.2027"),
    (3, "Mon 16.11.2026", "Wed 16.12.2026", "Wed 16.12.2026"),
    (3, "Tue 24.11.2026", "Thu 24.12.2026", "Wed 23.12.2026"),
]

# last reached, weeks, due, day to act
RHYTHM = [
    ("Mon 16.11.2026", 2, "Mon 30.11.2026", "Mon 30.11.2026"),
    ("Tue 24.11.2026", 6, "Tue 5.1.2027", "Tue 5.1.2027"),
    ("Wed 25.11.2026", 6, "Wed 6.1.2027", "Tue 5.1.2027"),
    ("Fri 27.11.2026", 4, "Fri 25.12.2026", "Wed 23.12.2026"),
    ("Mon 2.3.2026", 5, "Mon 6.4.2026", "Thu 2.4.2026"),
]

# last reached, weeks, due: agreed day + 3 working days
CLIENT_CALLS = [
    ("Mon 16.11.2026", 2, "Thu 3.12.2026"),
    ("Wed 18.11.2026", 4, "Mon 21.12.2026"),
    ("Tue 24.11.2026", 4, "Tue 29.12.2026"),
    ("Wed 20.5.2026", 4, "Tue 23.6.2026"),
]


@pytest.mark.parametrize(("start", "due", "act_on"), FIRST_CONTACT)
def test_first_contact_within_two_weeks(start: str, due: str, act_on: str) -> None:
    case = history(
        start,
        requirements=(required("first_contact", due),),
        early_answers={"start.date": day(start), "start.channel": "online"},
    )
    item = one(case, "first_contact")
    assert (item.window_from, item.due, item.act_on) == (day(start), day(due), day(act_on))
    assert (item.adviser, item.source) == ("lind", "S1 ch. 2")
    assert item.params == {
        "day": day(start).isoformat(),
        "amount": 14,
        "unit": "days",
    }


@pytest.mark.parametrize(("line", "on", "due", "act_on"), NO_CONTACT)
def test_no_contact_runs_from_the_decision(line: int, on: str, due: str, act_on: str) -> None:
    item = one(decided("Mon 2.3.2026", on, f"line_{line}"), "no_contact")
    assert (item.due, item.act_on) == (day(due), day(act_on))


@pytest.mark.parametrize(("last", "weeks", "due", "act_on"), RHYTHM)
def test_the_office_calls_by_the_rhythm(last: str, weeks: int, due: str, act_on: str) -> None:
    plan = Plan("plan", 1, day(last), rhythm_weeks=weeks, rhythm_channel="phone")
    item = one(decided("Mon 2.3.2026", last, "line_2", plan=plan), "contact_rhythm")
    assert (item.due, item.act_on) == (day(due), day(act_on))
    assert item.params == {"day": day(last).isoformat(), "weeks": weeks, "channel": "phone"}


@pytest.mark.parametrize(("last", "weeks", "due"), CLIENT_CALLS)
def test_the_client_has_three_working_days_more(last: str, weeks: int, due: str) -> None:
    plan = Plan("plan", 1, day(last), rhythm_weeks=weeks, contact_by="client")
    case = decided("Mon 2.3.2026", last, "line_1", plan=plan)
    item = one(case, "client_to_be_in_touch")
    assert (item.due, item.act_on) == (day(due), day(due))
    assert "contact_rhythm" not in rules(case)


def test_only_the_last_contact_counts() -> None:
    plan = Plan("plan", 1, day("Mon 16.11.2026"), rhythm_weeks=2)
    case = decided(
        "Mon 2.11.2026",
        "Mon 16.11.2026",
        "line_3",
        plan=plan,
        contacts=(Contact("c2", day("Thu 26.11.2026")), Contact("c1", day("Fri 20.11.2026"))),
    )
    item = one(case, "contact_rhythm")
    assert (item.fact, item.due) == ("c2", day("Thu 10.12.2026"))
    assert one(case, "no_contact").due == day("Sat 26.12.2026")
    assert one(case, "no_contact").act_on == day("Wed 23.12.2026")


def test_an_agreed_day_comes_before_the_rhythm() -> None:
    plan = Plan(
        "plan",
        1,
        day("Mon 16.11.2026"),
        rhythm_weeks=4,
        next_contact_on=day("Mon 23.11.2026"),
    )
    case = decided("Mon 2.11.2026", "Mon 16.11.2026", "line_2", plan=plan)
    assert one(case, "contact_rhythm").due == day("Mon 23.11.2026")
    called = decided(
        "Mon 2.11.2026",
        "Mon 16.11.2026",
        "line_2",
        plan=plan,
        contacts=(Contact("c1", day("Mon 23.11.2026")),),
    )
    assert one(called, "contact_rhythm").due == day("Mon 21.12.2026")


def test_a_rhythm_is_not_missed_before_it_was_agreed() -> None:
    plan = Plan("plan", 1, day("Mon 30.11.2026"), rhythm_weeks=1)
    case = decided("Mon 2.11.2026", "Mon 16.11.2026", "line_2", plan=plan)
    assert one(case, "contact_rhythm").due == day("Mon 30.11.2026")


def test_the_plan_is_reviewed_on_its_day() -> None:
    plan = Plan("plan", 2, day("Mon 16.11.2026"), review_on=day("Sun 6.12.2026"))
    case = decided("Mon 2.11.2026", "Mon 16.11.2026", "line_2", plan=plan)
    item = one(case, "plan_review")
    assert (item.window_from, item.due, item.act_on) == (
        day("Sun 22.11.2026"),
        day("Sun 6.12.2026"),
        day("Fri 4.12.2026"),
    )
    assert item.cause == "plan_review:plan:2"


def test_clients_steps_of_the_plan() -> None:
    items = (
        PlanItem(1, "client", "calls the school", by_date=day("Mon 23.11.2026")),
        PlanItem(2, "client", "writes a CV"),
        PlanItem(3, "client", "done", by_date=day("Fri 20.11.2026"), done_on=day("Tue 17.11.2026")),
        PlanItem(4, "office", "books guidance", by_date=day("Fri 4.12.2026")),
    )
    plan = Plan("plan", 1, day("Mon 16.11.2026"), items=items)
    answers: dict[str, Value] = {
        "agreed.client_steps": "calls the school",
        "agreed.next_contact": day("Mon 30.11.2026"),
    }
    case = decided("Mon 2.11.2026", "Mon 16.11.2026", "line_2", plan=plan, answers=answers)
    item = one(case, "client_step")
    assert (item.due, item.fact) == (day("Mon 23.11.2026"), "step-1")
    assert item.params["text"] == "calls the school"


def test_before_the_plan_the_clients_steps_are_those_of_the_interview() -> None:
    answers: dict[str, Value] = {
        "agreed.client_steps": "calls the school",
        "agreed.next_contact": day("Mon 30.11.2026"),
    }
    case = decided("Mon 2.11.2026", "Mon 16.11.2026", "line_2", answers=answers)
    item = one(case, "client_step")
    assert (item.subject, item.due) == ("first", day("Mon 30.11.2026"))
    assert item.params["text"] == "calls the school"


def test_the_integration_assessment_has_two_calendar_months() -> None:
    answers: dict[str, Value] = {
        "start.date": day("Wed 2.12.2026"),
        "residence.assessment_asked": day("Thu 31.12.2026"),
    }
    case = decided(
        "Wed 2.12.2026",
        "Mon 4.1.2027",
        "line_2",
        answers=answers,
        requirements=(required("integration_assessment", "Sun 28.2.2027"),),
    )
    item = one(case, "integration_assessment")
    assert (item.window_from, item.act_on) == (day("Thu 31.12.2026"), day("Fri 26.2.2027"))
    assert (item.adviser, item.team) == (None, "north")
    assert (item.params["amount"], item.params["unit"]) == (2, "months")
    begun = decided(
        "Wed 2.12.2026",
        "Mon 4.1.2027",
        "line_2",
        answers=answers,
        requirements=(required("integration_assessment", "Sun 28.2.2027"),),
        drafts=(Draft("second", "integration", day("Tue 5.1.2027")),),
    )
    assert "integration_assessment" not in rules(begun)


@pytest.mark.parametrize("outcome", ["line_1", "line_3", "no_line_known_change"])
def test_a_known_change_is_looked_at_on_its_day(outcome: str) -> None:
    answers: dict[str, Value] = {
        "situation.known_change": "studies_start",
        "situation.known_change_date": day("Sat 9.1.2027"),
    }
    asked = (required("review_at_change", "Sat 9.1.2027", "office setting"),)
    case = decided(
        "Mon 2.11.2026",
        "Mon 16.11.2026",
        outcome,
        answers=answers,
        requirements=asked if outcome == "no_line_known_change" else (),
    )
    item = one(case, "known_change")
    assert (item.due, item.act_on) == (day("Sat 9.1.2027"), day("Fri 8.1.2027"))
    assert item.params["change"] == "studies_start"
    assert "requirement" not in rules(case)


def test_no_known_change_follows_a_client_who_is_not_served() -> None:
    answers: dict[str, Value] = {
        "situation.known_change": "pension",
        "situation.known_change_date": day("Mon 1.2.2027"),
    }
    case = decided("Mon 2.11.2026", "Mon 16.11.2026", "no_line_benefit_only", answers=answers)
    assert rules(case) == []


def test_a_change_of_unknown_day_is_looked_at_in_two_weeks() -> None:
    case = decided(
        "Mon 2.11.2026",
        "Mon 16.11.2026",
        "no_line_known_change",
        answers={"situation.known_change": "other"},
        requirements=(required("review_at_change"),),
    )
    assert one(case, "known_change").due == day("Mon 30.11.2026")


def test_a_draft_waits_until_the_next_working_day() -> None:
    case = history("Fri 20.11.2026", drafts=(Draft("a", "first", day("Fri 20.11.2026")),))
    item = one(case, "draft_interview")
    assert (item.cause, item.due) == ("draft_interview:a:draft", day("Mon 23.11.2026"))
    eve = history("Wed 23.12.2026", drafts=(Draft("a", "first", day("Wed 23.12.2026")),))
    assert one(eve, "draft_interview").due == day("Mon 28.12.2026")


# agreed next contact, due, day to act; decided on Mon 16.11.2026
UNDATED = [
    (None, "Mon 30.11.2026", "Mon 30.11.2026"),
    ("Mon 23.11.2026", "Mon 23.11.2026", "Mon 23.11.2026"),
    ("Sun 6.12.2026", "Sun 6.12.2026", "Fri 4.12.2026"),
    ("Mon 16.11.2026", "Mon 16.11.2026", "Mon 16.11.2026"),
    ("Fri 13.11.2026", "Mon 30.11.2026", "Mon 30.11.2026"),
]


@pytest.mark.parametrize(("agreed", "due", "act_on"), UNDATED)
def test_a_requirement_without_a_date(agreed: str | None, due: str, act_on: str) -> None:
    answers: dict[str, Value] = {"agreed.next_contact": day(agreed)} if agreed else {}
    case = decided(
        "Mon 2.11.2026",
        "Mon 16.11.2026",
        "line_1",
        answers=answers,
        requirements=(required("make_plan"),),
    )
    item = one(case, "requirement")
    assert (item.due, item.act_on, item.adviser) == (day(due), day(act_on), None)
    assert item.cause == "requirement:case:make_plan"


def test_the_plan_gives_a_requirement_its_day() -> None:
    items = (PlanItem(1, "office", "check", "health_check", day("Fri 18.12.2026")),)
    case = decided(
        "Mon 2.11.2026",
        "Mon 16.11.2026",
        "line_3",
        answers={"agreed.next_contact": day("Mon 23.11.2026")},
        requirements=(required("health_check_referral"),),
        plan=Plan("plan", 1, day("Mon 16.11.2026"), items=items),
    )
    item = one(case, "requirement")
    assert (item.due, item.adviser) == (day("Fri 18.12.2026"), "lind")


def test_what_is_due_at_once_may_be_due_on_a_day_off() -> None:
    case = history("Sat 21.11.2026", requirements=(required("book_interpreter", "Sat 21.11.2026"),))
    assert one(case, "requirement").act_on == day("Sat 21.11.2026")


def _in_stages(*stages: Stage) -> History:
    draft = Draft("kart", "integration", day("Mon 16.11.2026"))
    return history("Mon 16.11.2026", drafts=(draft,), stages=stages)


def _stage(planned: str | None, done: str | None = None, holder: str | None = "salo") -> Stage:
    begun = day("Mon 16.11.2026")
    planned_on, done_on = (day(each) if each else None for each in (planned, done))
    return Stage("kart", "literacy", begun, planned_on, done_on, holder)


def test_a_planned_stage_is_due_on_its_day_with_who_holds_the_assessment() -> None:
    item = one(_in_stages(_stage("Mon 30.11.2026")), "assessment_stage")
    assert (item.due, item.act_on) == (day("Mon 30.11.2026"), day("Mon 30.11.2026"))
    assert (item.adviser, item.cause) == ("salo", "assessment_stage:kart:literacy")
    assert item.params == {"day": "2026-11-16", "stage": "literacy"}
    holiday = one(_in_stages(_stage("Sun 6.12.2026")), "assessment_stage")
    assert holiday.act_on == day("Fri 4.12.2026")
    unnamed = one(_in_stages(_stage("Mon 30.11.2026", holder=None)), "assessment_stage")
    assert unnamed.adviser == "lind"


def test_a_stage_held_or_without_a_day_is_not_due() -> None:
    assert "assessment_stage" not in rules(_in_stages(_stage(None)))
    held = _in_stages(_stage("Mon 30.11.2026", "Tue 24.11.2026"))
    assert "assessment_stage" not in rules(held)


def test_a_draft_in_stages_waits_for_the_last_one_planned() -> None:
    assert one(_in_stages(), "draft_interview").due == day("Tue 17.11.2026")
    ahead = _in_stages(_stage("Mon 30.11.2026"))
    assert one(ahead, "draft_interview").due == day("Mon 30.11.2026")
    held = _in_stages(_stage("Mon 30.11.2026", "Mon 16.11.2026"))
    assert one(held, "draft_interview").due == day("Tue 17.11.2026")


def test_another_kind_chosen_in_its_place_closes_the_integration_assessment() -> None:
    called_for = history(
        "Mon 16.11.2026",
        requirements=(required("integration_assessment", "Sat 16.1.2027"),),
        early_answers={"start.date": day("Mon 16.11.2026")},
    )
    begun = Draft("a", "first", day("Mon 16.11.2026"))
    assert "integration_assessment" in rules(replace(called_for, drafts=(begun,)))
    chosen = replace(called_for, drafts=(replace(begun, chosen=True),))
    assert "integration_assessment" not in rules(chosen)


def test_an_accepted_plan_closes_the_requirement_of_its_kind() -> None:
    asked = (required("make_plan"), required("make_integration_plan"), required("line_interview"))
    facts = {"requirements": asked, "plan": Plan("plan", 1, day("Tue 17.11.2026"))}
    plain = decided(
        "Mon 2.11.2026",
        "Mon 16.11.2026",
        "line_2",
        accepted=(Accepted("plan", "employment", 1, day("Tue 17.11.2026")),),
        **facts,
    )
    assert _requirements(plain) == {"make_integration_plan", "line_interview"}
    integration = decided(
        "Mon 2.11.2026",
        "Mon 16.11.2026",
        "line_2",
        accepted=(Accepted("other", "integration", 1, day("Tue 17.11.2026")),),
        **facts,
    )
    assert _requirements(integration) == {"line_interview"}


def test_holding_the_interview_is_the_first_contact() -> None:
    asked = (required("first_contact", "Mon 16.11.2026"),)
    case = decided("Mon 2.11.2026", "Thu 12.11.2026", "line_1", requirements=asked)
    assert rules(case) == ["no_contact"]


def test_nothing_is_due_after_the_end() -> None:
    case = decided("Mon 2.11.2026", "Mon 16.11.2026", "line_1", ended=True)
    assert derive(MODEL, case, date(2026, 12, 1)) == ()


def test_a_decision_without_a_line_leaves_no_rolling_row() -> None:
    case = history(
        "Mon 2.11.2026",
        held=(Held("first", "first", day("Mon 16.11.2026")),),
        decision=Decision("not_required", None, day("Mon 16.11.2026")),
        requirements=(required("check_plan_and_line", "Mon 16.11.2026"),),
    )
    assert rules(case) == ["requirement"]


def _requirements(case: object) -> set[object]:
    from teui.followup.history import History

    assert isinstance(case, History)
    items = derive(MODEL, case, day("Tue 17.11.2026"))
    return {item.params["requirement"] for item in items if item.rule == "requirement"}


def test_an_offices_number_that_changed_holds_from_its_day() -> None:
    ninety = MODEL.lengths["no_contact"]
    earlier = replace(ninety, until=day("Thu 31.12.2026"))
    later = replace(ninety, amount=60, valid_from=day("Fri 1.1.2027"))
    model = replace(MODEL, lengths={**MODEL.lengths, "no_contact": later}, superseded=(earlier,))
    for on, due in (("Wed 30.12.2026", "Tue 30.3.2027"), ("Mon 4.1.2027", "Fri 5.3.2027")):
        case = decided("Mon 2.11.2026", on, "line_1")
        [item] = derive(model, case, day(on))
        assert item.due == day(due)
