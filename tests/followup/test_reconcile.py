"""Follow-ups through whole random cases: nothing twice, nothing done comes back, never none."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.followup.build import MODEL, decided, history, one, required, stored
from tests.followup.days import day
from tests.followup.lives import GAPS, STEPS, settle
from tests.followup.lives_under_way import Step
from teui.followup.derive import derive
from teui.followup.history import Accepted, Contact, Decision, Held, History, Plan, Stored
from teui.followup.reconcile import Changes, reconcile


@given(st.lists(st.tuples(GAPS, STEPS), max_size=14))
def test_a_case_through_its_life(life: list[tuple[int, Step]]) -> None:
    today = date(2026, 11, 2)
    case = settle(
        history("Mon 2.11.2026", requirements=(required("first_contact", "Mon 16.11.2026"),)), today
    )
    for gap, step in life:
        today += timedelta(days=gap)
        handed = step(case, today)
        settled = settle(handed, today)
        causes = [row.cause for row in settled.stored]
        assert len(causes) == len(set(causes)), "nothing twice for one cause"
        assert _written_down(handed) == _written_down(settled), (
            "what was made by hand is closed by hand"
        )
        assert not reconcile(MODEL, settled, derive(MODEL, settled, today)), "idempotent"
        assert _by_hand(handed.stored) <= _by_hand(settled.stored), "done stays done"
        assert {row.cause for row in handed.stored} <= set(causes), "nothing vanishes"
        if settled.line is not None and not settled.ended:
            assert any(row.state in {"open", "snoozed"} for row in settled.stored)
        for row in handed.stored:
            if row.state == "done" and not MODEL.follow_ups.rules[row.rule].rolling:
                assert row in settled.stored, "done work never comes back"
        if settled.ended:
            left = {row.rule for row in settled.stored if row.state in {"open", "snoozed"}}
            assert left <= {"by_hand"}
        case = settled


def _by_hand(rows: tuple[Stored, ...]) -> set[tuple[str, str]]:
    return {
        (row.cause, row.state)
        for row in rows
        if row.state == "done" or row.drop_reason == "not_needed"
    }


def test_a_reached_contact_closes_the_rhythm_and_opens_the_next() -> None:
    plan = Plan("plan", 1, day("Mon 16.11.2026"), rhythm_weeks=2)
    case = settle(
        decided("Mon 2.11.2026", "Mon 16.11.2026", "line_2", plan=plan), day("Mon 16.11.2026")
    )
    called = replace(case, contacts=(Contact("c1", day("Fri 27.11.2026")),))
    changes = _changes(called, "Fri 27.11.2026")
    assert [row.fact for row in changes.done] == ["first"]
    assert [(item.fact, item.due) for item in changes.open] == [("c1", day("Fri 11.12.2026"))]
    assert [row.rule for row, _ in changes.move] == ["no_contact"]
    assert changes.lapse == ()


def test_a_new_rhythm_moves_what_stands() -> None:
    plan = Plan("plan", 1, day("Mon 16.11.2026"), rhythm_weeks=2)
    case = settle(
        decided("Mon 2.11.2026", "Mon 16.11.2026", "line_2", plan=plan), day("Mon 16.11.2026")
    )
    revised = replace(case, plan=replace(plan, number=2, rhythm_weeks=3))
    [(row, item)] = [
        pair for pair in _changes(revised, "Tue 17.11.2026").move if pair[0].rule != "no_contact"
    ]
    assert (row.due, item.due) == (day("Mon 30.11.2026"), day("Mon 7.12.2026"))


def test_a_review_is_done_by_accepting_the_next_version() -> None:
    plan = Plan("plan", 1, day("Mon 16.11.2026"), review_on=day("Tue 16.2.2027"))
    first = Accepted("plan", "employment", 1, day("Mon 16.11.2026"))
    case = settle(
        decided("Mon 2.11.2026", "Mon 16.11.2026", "line_2", plan=plan, accepted=(first,)),
        day("Mon 16.11.2026"),
    )
    again = replace(
        case,
        plan=Plan("plan", 2, day("Fri 15.1.2027"), review_on=day("Thu 15.4.2027")),
        accepted=(first, Accepted("plan", "employment", 2, day("Fri 15.1.2027"))),
    )
    changes = _changes(again, "Fri 15.1.2027")
    assert [row.cause for row in changes.done] == ["plan_review:plan:1"]
    assert [item.cause for item in changes.open] == ["plan_review:plan:2"]


def test_what_was_due_at_once_is_not_put_off_by_the_decision() -> None:
    early = history(
        "Tue 10.11.2026", requirements=(required("book_interpreter", "Tue 10.11.2026"),)
    )
    case = settle(early, day("Tue 10.11.2026"))
    held = replace(
        case,
        held=(Held("a", "first", day("Mon 16.11.2026")),),
        decision=Decision("line_1", 1, day("Mon 16.11.2026")),
        requirements=(required("book_interpreter", "Mon 16.11.2026"),),
    )
    after = settle(held, day("Mon 16.11.2026"))
    [row] = [row for row in after.stored if row.fact == "book_interpreter"]
    assert (row.state, row.due) == ("open", day("Tue 10.11.2026"))
    assert row.adviser is None, "line 1 is the team's"


def test_an_answer_taken_back_lapses_and_given_again_returns_with_its_new_day() -> None:
    asked = history(
        "Tue 10.11.2026", requirements=(required("book_interpreter", "Tue 10.11.2026"),)
    )
    case = settle(asked, day("Tue 10.11.2026"))
    taken_back = settle(replace(case, requirements=()), day("Wed 11.11.2026"))
    assert [row.state for row in taken_back.stored] == ["dropped"]
    again = settle(
        replace(taken_back, requirements=(required("book_interpreter", "Thu 12.11.2026"),)),
        day("Thu 12.11.2026"),
    )
    assert [(row.state, row.due) for row in again.stored] == [("open", day("Thu 12.11.2026"))]


def test_no_contact_is_one_rolling_row() -> None:
    case = settle(decided("Mon 2.11.2026", "Mon 16.11.2026", "line_3"), day("Mon 16.11.2026"))
    for number, when in enumerate(["Fri 27.11.2026", "Mon 4.1.2027", "Mon 1.3.2027"]):
        contacts = (*case.contacts, Contact(f"c{number}", day(when)))
        case = settle(replace(case, contacts=contacts), day(when))
    [row] = [row for row in case.stored if row.rule == "no_contact"]
    assert (row.state, row.due) == ("open", day("Wed 31.3.2027"))


def test_a_snooze_holds_until_the_days_move() -> None:
    case = settle(decided("Mon 2.11.2026", "Mon 16.11.2026", "line_1"), day("Mon 16.11.2026"))
    [row] = case.stored
    snoozed = replace(case, stored=(replace(row, state="snoozed"),))
    assert not _changes(snoozed, "Tue 17.11.2026")
    called = replace(snoozed, contacts=(Contact("c", day("Wed 18.11.2026")),))
    assert settle(called, day("Wed 18.11.2026")).stored[0].state == "open"


def test_the_row_of_an_item_is_the_item() -> None:
    item = one(decided("Mon 2.11.2026", "Mon 16.11.2026", "line_1"), "no_contact")
    assert stored(item).cause == item.cause


def _written_down(case: History) -> list[Stored]:
    return [row for row in case.stored if row.rule == "by_hand"]


def _changes(case: History, today: str) -> Changes:
    return reconcile(MODEL, case, derive(MODEL, case, day(today)))


def test_an_integration_plan_has_a_review_of_its_own_after_an_employment_plan() -> None:
    earlier = tuple(
        Accepted("plan", "employment", number, day("Mon 16.11.2026")) for number in (1, 2)
    )
    case = decided(
        "Mon 2.11.2026",
        "Mon 16.11.2026",
        "line_2",
        plan=Plan("other", 1, day("Tue 1.12.2026"), review_on=day("Mon 1.3.2027")),
        accepted=(*earlier, Accepted("other", "integration", 1, day("Tue 1.12.2026"))),
    )

    opened = {row.cause for row in _changes(case, "Tue 1.12.2026").open}

    assert "plan_review:other:1" in opened
