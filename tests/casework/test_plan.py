"""The plan: filled in from the interview, kept row by row, accepted version by version."""

from collections.abc import Mapping
from datetime import date

import pytest

from tests.casework.cases import AGREED, LINE_1, LINE_2, at, hold, take_in
from teui.casework import clients, decision, followups, plan, today
from teui.casework.desk import Desk
from teui.casework.plan import PlanView
from teui.errors import StoreError, TeuiError
from teui.practice.model import Occupation, Value


def on_line(desk: Desk, answers: Mapping[str, Value] | None = None) -> str:
    """A client on line 2; returns the customership's uid."""
    client = take_in(desk)
    uid = hold(desk, client, LINE_2, AGREED, answers or {})
    decision.record(desk, uid, "line_2", "agrees", None).result()
    return clients.header(desk, client).customership_uid


def accepted(desk: Desk, case: str) -> PlanView:
    plan.save(desk, case, goal="practical nurse", rhythm_weeks=4).result()
    plan.accept(desk, case).result()
    return plan.load(desk, case)


def _refused(desk: Desk, case: str) -> str:
    with pytest.raises(TeuiError) as caught:
        plan.accept(desk, case).result()
    return caught.value.code


def test_the_interview_fills_it_in(desk: Desk) -> None:
    sought = (Occupation("practical nurse", "5321"), Occupation("baker"))
    view = plan.load(desk, on_line(desk, {"work.sought": sought}))
    assert (view.goal, view.goal_isco) == ("practical nurse", "5321")
    assert (view.rhythm_channel, view.contact_by) == ("phone", "office")
    assert view.next_contact_on == date(2026, 11, 23)
    assert view.review_on == date(2027, 2, 16)
    [item] = view.items
    assert (item.side, item.by_date) == ("client", date(2026, 11, 23))
    assert (view.plan_uid, view.kind, view.number) == (None, "employment", 1)


def test_looking_at_it_writes_nothing(desk: Desk) -> None:
    case = on_line(desk)
    before = desk.store.read().execute("SELECT count(*) FROM act").fetchall()[0][0]
    plan.load(desk, case)
    assert desk.store.read().execute("SELECT count(*) FROM act").fetchall()[0][0] == before
    assert desk.store.read().execute("SELECT count(*) FROM plan").fetchall()[0][0] == 0


def test_a_row_from_the_interview_can_be_changed_or_taken_out_at_once(desk: Desk) -> None:
    case = on_line(desk)
    [item] = plan.load(desk, case).items
    plan.save_item(desk, case, "client", "writes a CV", None, uid=item.uid).result()
    [kept] = plan.load(desk, case).items
    assert (kept.text, kept.by_date) == ("writes a CV", None)
    other = on_line(desk)
    [row] = plan.load(desk, other).items
    plan.remove_item(desk, other, row.uid).result()
    assert plan.load(desk, other).items == ()


def test_an_accepted_version_stays_and_the_next_begins_with_the_first_change(desk: Desk) -> None:
    case = on_line(desk)
    first = accepted(desk, case)
    [item] = first.items
    plan.save_item(desk, case, "client", "calls two schools", date(2026, 11, 27), uid=item.uid)
    plan.save_item(desk, case, "office", "books guidance", date(2026, 12, 4)).result()
    second = plan.load(desk, case)
    assert (second.number, second.accepted_on, second.plan_uid) == (2, None, first.plan_uid)
    assert [row.text for row in second.items] == ["calls two schools", "books guidance"]
    assert [row.position for row in second.items] == [1, 2]
    texts = desk.store.read().execute(
        "SELECT text FROM plan_item WHERE revision_uid = ?", (first.revision_uid,)
    )
    assert [row["text"] for row in texts.fetchall()] == [item.text]
    assert _steps(desk) == [(item.text, "2026-11-23")], "what was accepted holds until then"
    plan.accept(desk, case).result()
    assert _steps(desk) == [("calls two schools", "2026-11-27")]


def test_other_words_over_a_step_that_was_done_are_a_new_step(desk: Desk) -> None:
    case = on_line(desk)
    accepted(desk, case)
    [row] = [row for row in today.page(desk) if row.rule == "client_step"]
    followups.done(desk, row.uid, None).result()
    [item] = plan.load(desk, case).items
    assert item.done_on == date(2026, 11, 16)
    plan.save_item(desk, case, "client", "applies", date(2026, 12, 1), uid=item.uid).result()
    [anew] = plan.load(desk, case).items
    assert (anew.text, anew.done_on, anew.position) == ("applies", None, 2)
    plan.accept(desk, case).result()
    assert _steps(desk) == [("applies", "2026-12-01")]


def test_a_new_review_day_takes_the_place_of_the_old(desk: Desk) -> None:
    case = on_line(desk)
    accepted(desk, case)
    assert _days(desk, "plan_review") == ["2027-02-16"]
    plan.save(desk, case, review_on=date(2027, 3, 1)).result()
    moved = plan.accept(desk, case).result()
    assert _days(desk, "plan_review") == ["2027-03-01"]
    assert moved is not None
    assert (moved.number, moved.rule, moved.nearest) == (1, "plan_review", date(2027, 3, 1))
    plan.save(desk, case, goal="nurse").result()
    assert plan.accept(desk, case).result() is None


def test_the_client_may_be_the_one_to_make_contact(desk: Desk) -> None:
    case = on_line(desk)
    accepted(desk, case)
    assert _days(desk, "contact_rhythm") == ["2026-11-23"]
    plan.save(desk, case, contact_by="client", next_contact_on=None).result()
    plan.accept(desk, case).result()
    assert _days(desk, "contact_rhythm") == []
    # Agreed for Mon 14.12., four weeks after the interview; three working days more.
    assert _days(desk, "client_to_be_in_touch") == ["2026-12-17"]


def test_accepting_says_what_is_missing(desk: Desk) -> None:
    case = on_line(desk)
    assert _refused(desk, case) == "plan_needs_goal"
    plan.save(desk, case, goal="practical nurse", review_on=None).result()
    assert _refused(desk, case) == "plan_needs_review"
    plan.save(desk, case, review_on=date(2027, 2, 1), rhythm_weeks=None).result()
    assert _refused(desk, case) == "plan_needs_rhythm"
    plan.save(desk, case, rhythm_weeks=2).result()
    plan.accept(desk, case).result()
    assert _refused(desk, case) == "plan_accepted"


def test_an_integration_plan_where_one_is_called_for(desk: Desk) -> None:
    permit: dict[str, Value] = {
        "residence.basis": "eu_right",
        "residence.first_permit": date(2026, 1, 5),
    }
    case = on_line(desk, permit)
    assert accepted(desk, case).kind == "integration"
    waiting = {str(row.params.get("requirement")) for row in today.page(desk)}
    assert "make_integration_plan" not in waiting


def test_no_plan_without_a_line(desk: Desk) -> None:
    client = take_in(desk)
    uid = hold(desk, client, {**LINE_1, "situation.status": "benefit_only"})
    decision.record(desk, uid, "no_line_benefit_only", None, None).result()
    case = clients.header(desk, client).customership_uid
    with pytest.raises(TeuiError, match="plan_needs_line"):
        plan.save(desk, case, goal="baker").result()


def test_what_cannot_be_kept_is_refused(desk: Desk) -> None:
    case = on_line(desk)
    with pytest.raises(TeuiError, match="plan_item_empty"):
        plan.save_item(desk, case, "client", "  ").result()
    with pytest.raises(TeuiError, match="plan_item_unknown"):
        plan.remove_item(desk, case, "nothing").result()
    with pytest.raises(StoreError, match="customership_unknown"):
        plan.load(desk, "nobody")
    assert plan.load(desk, case).plan_uid is None, "a refused change begins no version"


def test_a_text_is_cleared_by_an_empty_one(desk: Desk) -> None:
    case = on_line(desk)
    plan.save(desk, case, goal=" baker ").result()
    assert plan.load(desk, case).goal == "baker"
    plan.save(desk, case, goal="").result()
    assert plan.load(desk, case).goal is None


def _days(desk: Desk, rule: str) -> list[str]:
    later = at(desk, "2027-06-01")
    found = [row.due.isoformat() for row in today.page(later) if row.rule == rule]
    at(desk, "2026-11-16")
    return found


def _steps(desk: Desk) -> list[tuple[str, str]]:
    rows = [row for row in today.page(desk) if row.rule == "client_step"]
    return [(str(row.params["text"]), row.due.isoformat()) for row in rows]
