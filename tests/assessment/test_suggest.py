"""Single points of the suggestion, each in the words of interview.md."""

from datetime import date

import pytest

from tests.assessment.test_te_2013 import PLAIN, START
from teui.assessment import applicability, requirements_under, suggest
from teui.practice.load import load_model
from teui.practice.model import Value

MODEL = load_model()
AS_OF = date(2026, 11, 16)


def due(answers: dict[str, Value], requirement: str) -> date | None:
    found = suggest(MODEL, answers, AS_OF).requirements
    return next(each.due for each in found if each.id == requirement)


def ids(answers: dict[str, Value]) -> list[str]:
    return [each.id for each in suggest(MODEL, answers, AS_OF).requirements]


def test_not_checked_counts_as_unknown_and_is_still_recorded() -> None:
    answers = START | PLAIN | {"residence.basis": "not_checked"}

    found = suggest(MODEL, answers, AS_OF)

    assert found.possible == ("cannot_register", "line_1")
    assert found.open_questions == ("residence.basis",)
    assert [each.id for each in found.requirements] == ["check_residence_permit"]
    assert applicability(MODEL, answers)["residence.first_permit"] is None


def test_a_permit_of_more_than_three_years_makes_it_general_whatever_the_basis() -> None:
    permit: dict[str, Value] = {
        "residence.basis": "not_checked",
        "residence.first_permit": date(2023, 11, 9),
    }

    assert suggest(MODEL, START | permit, AS_OF).assessment == "general"
    permit["residence.first_permit"] = date(2023, 11, 10)
    assert suggest(MODEL, START | permit, AS_OF).assessment is None
    permit["residence.basis"] = "eu_right"
    assert suggest(MODEL, START | permit, AS_OF).assessment == "integration"


def test_an_answer_before_its_condition_stands_where_the_question_applies() -> None:
    early: dict[str, Value] = {"ability.work_ability": "needs_treatment_first"}
    known = {q: value for q, value in PLAIN.items() if q != "ability.affects_work"}

    found = suggest(MODEL, START | known | early, AS_OF)

    holds = {reason.criterion: reason.holds for reason in found.reasons}
    assert holds["3.treatment"] is None
    assert holds["3.tailored_job"] is False
    assert found.possible == ("line_3", "line_1")
    assert found.open_questions == ("ability.affects_work",)


@pytest.mark.parametrize(
    ("start", "change", "outcome"),
    [
        (date(2026, 11, 30), date(2027, 2, 28), "no_line_known_change"),
        (date(2026, 11, 30), date(2027, 3, 1), "line_1"),
        (date(2023, 11, 30), date(2024, 2, 29), "no_line_known_change"),
        (date(2023, 11, 30), date(2024, 3, 1), "line_1"),
        (date(2026, 1, 31), date(2026, 4, 30), "no_line_known_change"),
        (date(2026, 8, 15), date(2026, 11, 15), "no_line_known_change"),
        (date(2026, 8, 15), date(2026, 11, 16), "line_1"),
    ],
)
def test_three_calendar_months_take_in_the_day_itself(
    start: date, change: date, outcome: str
) -> None:
    answers = PLAIN | {
        "start.date": start,
        "situation.known_change": "job_starts",
        "situation.known_change_date": change,
        "situation.wants_service": "no",
    }

    found = suggest(MODEL, answers, AS_OF)

    assert found.outcome == outcome
    if outcome == "no_line_known_change":
        assert due(answers, "review_at_change") == change


@pytest.mark.parametrize(
    ("start", "asked", "expected"),
    [
        (date(2026, 12, 31), None, date(2027, 2, 28)),
        (date(2026, 11, 10), date(2026, 12, 31), date(2027, 2, 28)),
        (date(2027, 12, 29), None, date(2028, 2, 29)),
    ],
)
def test_the_integration_assessment_begins_within_two_months(
    start: date, asked: date | None, expected: date
) -> None:
    answers: dict[str, Value] = PLAIN | {
        "start.date": start,
        "residence.basis": "permit_full",
        "residence.first_permit": date(2025, 1, 1),
    }
    if asked is not None:
        answers["residence.assessment_asked"] = asked

    assert due(answers, "integration_assessment") == expected
    assert suggest(MODEL, answers, AS_OF).assessment == "integration"


def test_three_years_from_a_leap_day_end_on_the_last_of_february() -> None:
    answers: dict[str, Value] = {
        "start.date": date(2027, 2, 28),
        "residence.basis": "eu_right",
        "residence.first_permit": date(2024, 2, 29),
    }

    assert suggest(MODEL, answers, AS_OF).assessment == "integration"
    answers["start.date"] = date(2027, 3, 1)
    assert suggest(MODEL, answers, AS_OF).assessment == "general"


def test_a_job_is_offered_until_an_offer_was_made() -> None:
    answers = START | PLAIN | {"market.demand": "openings_now"}

    assert "offer_job_now" in ids(answers)
    assert "market.offer_made" in suggest(MODEL, answers, AS_OF).follow_questions
    assert "offer_job_now" in ids(answers | {"market.offer_made": "no"})
    assert "offer_job_now" not in ids(answers | {"market.offer_made": "yes"})


def test_a_decision_brings_its_own_requirements() -> None:
    answers = START | {"start.channel": "online", "residence.basis": "citizen"}

    suggested = ids(answers)
    decided = [each.id for each in requirements_under(MODEL, answers, AS_OF, "line_2")]
    refused = requirements_under(MODEL, answers, AS_OF, "cannot_register")

    assert suggested == ["first_contact"]
    assert decided == ["first_contact", "line_interview", "make_plan"]
    assert [(each.id, each.due) for each in refused] == [("explain_and_direct", AS_OF)]


def test_what_only_follows_is_told_apart_from_what_decides() -> None:
    found = suggest(MODEL, START | PLAIN, AS_OF)

    assert found.open_questions == ()
    assert found.follow_questions == (
        "start.channel",
        "start.benefit_opened",
        "contact.interpreter",
        "benefit.statement_needed",
        "situation.change_security",
        "market.demand",
        "goals.wishes",
    )


def test_a_missing_start_is_no_crash() -> None:
    assert not suggest(MODEL, {}, AS_OF).settled
