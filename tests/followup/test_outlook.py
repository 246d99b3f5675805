"""What a decision leaves to be done, and what the interview has done already."""

from dataclasses import replace

from tests.followup.build import LINES, MODEL, history, required, stored
from tests.followup.days import day
from teui.followup.derive import derive
from teui.followup.history import Contact, Decision, Draft, Held, History
from teui.followup.outlook import Outlook, outlook

TODAY = day("Mon 16.11.2026")


def _after(before: History, outcome: str | None, **facts: object) -> History:
    """The same with an assessment held and decided today."""
    decision = Decision(outcome, LINES.get(outcome), TODAY) if outcome else None
    held = (*before.held, Held("now", "first", TODAY))
    after = replace(before, held=held, decision=decision)
    return replace(after, **facts)  # type: ignore[arg-type]


def _one(before: History, outcome: str | None, **facts: object) -> Outlook:
    [found] = outlook(MODEL, before, _after(before, outcome, **facts), TODAY)
    return found


def test_holding_the_interview_is_the_first_contact() -> None:
    before = history("Mon 16.11.2026")
    needed = (required("first_contact", "Mon 30.11.2026"),)

    found = _one(before, "line_2", requirements=needed)

    assert (found.state, found.due, found.act_on) == (
        "by_interview",
        day("Mon 30.11.2026"),
        None,
    )


def test_a_contact_before_the_interview_had_done_it_already() -> None:
    reached = (Contact("call", day("Mon 9.11.2026")),)
    before = history("Mon 2.11.2026", contacts=reached)

    assert _one(before, "line_2", requirements=(required("first_contact"),)).state == "done"


def test_a_due_day_off_is_acted_on_the_working_day_before() -> None:
    needed = (required("integration_assessment", "Sun 6.12.2026"),)
    early = {"start.date": day("Mon 16.11.2026")}

    found = _one(history("Mon 16.11.2026"), "line_2", requirements=needed, early_answers=early)

    assert (found.state, found.due) == ("open", day("Sun 6.12.2026"))
    assert found.act_on == day("Fri 4.12.2026")


def test_one_without_a_day_comes_up_at_the_agreed_next_contact() -> None:
    agreed = {"agreed.next_contact": day("Mon 23.11.2026")}

    found = _one(
        history("Mon 16.11.2026"),
        "line_2",
        requirements=(required("make_plan"),),
        answers=agreed,
    )

    assert (found.due, found.act_on) == (None, day("Mon 23.11.2026"))


def test_what_was_marked_done_by_hand_is_done() -> None:
    needed = (required("labour_policy_statement"),)
    before = history("Mon 16.11.2026")
    after = _after(before, "line_1", requirements=needed)
    [row] = [
        stored(item)
        for item in derive(MODEL, after, TODAY)
        if item.fact == "labour_policy_statement"
    ]

    done = replace(row, state="done")
    lapsed = replace(row, state="dropped", drop_reason="no_longer")

    assert _one(before, "line_1", requirements=needed, stored=(done,)).state == "done"
    assert _one(before, "line_1", requirements=needed, stored=(lapsed,)).state == "open"


def test_an_integration_assessment_begun_is_done() -> None:
    before = history(
        "Mon 16.11.2026", drafts=(Draft("other", "integration", day("Mon 16.11.2026")),)
    )

    found = _one(before, "line_2", requirements=(required("integration_assessment"),))

    assert found.state == "done"


def test_the_check_at_a_change_comes_with_the_change() -> None:
    answers = {
        "situation.known_change": "studies_start",
        "situation.known_change_date": day("Mon 11.1.2027"),
    }

    found = _one(
        history("Mon 16.11.2026"),
        "no_line_known_change",
        requirements=(required("review_at_change", "Mon 11.1.2027"),),
        answers=answers,
    )

    assert (found.state, found.act_on) == ("open", day("Mon 11.1.2027"))


def test_before_a_choice_what_may_follow_has_its_days_too() -> None:
    found = _one(history("Mon 16.11.2026"), None, requirements=(required("make_plan"),))

    assert (found.state, found.act_on) == ("open", day("Mon 30.11.2026"))
