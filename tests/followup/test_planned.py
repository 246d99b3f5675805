"""The dates that a plan gives to requirements without a date of their own."""

from dataclasses import replace

import pytest

from tests.followup.build import MODEL, decided, one, required, stored
from tests.followup.days import day
from teui.followup.derive import derive
from teui.followup.history import Plan, PlanItem
from teui.followup.planned import undated

# requirement asked, service and requirement of the row, due
NAMED = [
    ("line_interview", None, "line_interview", "Fri 11.12.2026"),
    ("health_check_referral", "work_ability_assessment", None, "Fri 11.12.2026"),
    # The row is about something else: as agreed in the interview.
    ("line_interview", "health_check", None, "Mon 23.11.2026"),
    ("health_check_referral", "health_check", "line_interview", "Mon 23.11.2026"),
]


@pytest.mark.parametrize(("asked", "service", "named", "due"), NAMED)
def test_a_row_of_the_plan_may_name_the_requirement_that_it_dates(
    asked: str, service: str | None, named: str | None, due: str
) -> None:
    row = PlanItem(1, "office", "", service, day("Fri 11.12.2026"), requirement=named)
    later = replace(row, position=2, by_date=day("Thu 17.12.2026"))
    undated = replace(row, position=3, by_date=None)
    case = decided(
        "Mon 2.11.2026",
        "Mon 16.11.2026",
        "line_2",
        answers={"agreed.next_contact": day("Mon 23.11.2026")},
        requirements=(required(asked),),
        plan=Plan("plan", 1, day("Mon 16.11.2026"), items=(undated, later, row)),
    )
    assert one(case, "requirement").due == day(due)


def test_only_what_is_open_and_undated_waits_for_a_date_of_the_plan() -> None:
    case = decided(
        "Mon 2.11.2026",
        "Mon 16.11.2026",
        "line_2",
        requirements=(
            required("first_contact", "Mon 16.11.2026"),
            required("line_interview"),
            required("make_plan"),
            required("health_check_referral"),
        ),
    )
    assert list(undated(MODEL, case)) == ["line_interview", "health_check_referral"]
    interview = next(
        item for item in derive(MODEL, case, case.start) if item.fact == "line_interview"
    )
    done = replace(case, stored=(replace(stored(interview), state="done"),))
    assert list(undated(MODEL, done)) == ["health_check_referral"]
    lapsed = replace(stored(interview), state="dropped", drop_reason="no_longer")
    assert "line_interview" in undated(MODEL, replace(case, stored=(lapsed,)))
