"""Taking back when the record has gone on: later acts of others, and of follow-ups by contact."""

from datetime import date, timedelta

import pytest

from tests.casework.cases import AGREED, LINE_2, at, hold, take_in
from teui.casework import clients, contacts, decision, followups, interview, plan, today, told, undo
from teui.casework.desk import Desk
from teui.casework.followups import ContactDone
from teui.errors import TeuiError
from teui.store.history import verify_chain

MONDAY = date(2026, 11, 16)
Found = dict[tuple[str, str], tuple[object, ...]]
"""Rule and fact of each follow-up, with its state, days and reason."""
REACHED = ContactDone("agreed", "phone", reached=True)


def _on_line_2(desk: Desk) -> str:
    client = take_in(desk)
    decision.record(desk, hold(desk, client, LINE_2, AGREED), "line_2", "agrees", None).result()
    return clients.header(desk, client).customership_uid


def _accepted(desk: Desk) -> str:
    case = _on_line_2(desk)
    plan.save(desk, case, goal="baker").result()
    plan.accept(desk, case).result()
    return case


def _other(desk: Desk) -> str:
    team = desk.team.uid
    return desk.store.writer.submit(
        "note", lambda unit: unit.insert("adviser", name="B. Berg", login="b", team_uid=team)
    ).result()


def _follow_ups(desk: Desk) -> Found:
    rows = desk.store.read().execute(
        "SELECT rule, fact, state, act_on, due, snoozed_to, drop_reason FROM follow_up"
    )
    return {(row["rule"], row["fact"]): tuple(row)[2:] for row in rows.fetchall()}


def _open(
    found: Found,
) -> Found:
    return {key: each for key, each in found.items() if each[0] == "open"}


def _acts(desk: Desk) -> int:
    return len(desk.store.read().execute("SELECT 1 FROM act").fetchall())


def _of(desk: Desk, rule: str) -> today.TodayRow:
    [row] = [row for row in today.page(desk) if row.rule == rule]
    return row


def test_an_acceptance_taken_back_leaves_what_another_has_done_since(desk: Desk) -> None:
    case = _accepted(desk)
    own, desk.store.adviser = desk.store.adviser, _other(desk)
    followups.done(desk, _of(desk, "client_step").uid, None).result()
    desk.store.adviser = own

    undone = undo.undo(desk).result()

    assert undone is not None and undone.kind == "plan_accepted"
    left = plan.load(desk, case)
    assert left.accepted_on is None
    assert left.items[0].done_on == MONDAY
    assert ("done",) in {found[:1] for key, found in _follow_ups(desk).items() if "step" in key[1]}
    plan.accept(desk, case).result()
    assert "client_step" not in {row.rule for row in today.page(desk)}


def test_an_acceptance_taken_back_and_done_again_leaves_the_list_as_it_was(desk: Desk) -> None:
    case = _on_line_2(desk)
    plan.save(desk, case, goal="baker").result()
    before = _follow_ups(desk)
    plan.accept(desk, case).result()
    after = _follow_ups(desk)

    undo.undo(desk).result()
    back = _follow_ups(desk)
    assert _open(back) == _open(before)
    undo.redo(desk).result()

    assert _follow_ups(desk) == after
    assert verify_chain(desk.store.read()) == ()


def test_a_contact_of_the_plan_taken_back_is_due_on_its_old_day(desk: Desk) -> None:
    _accepted(desk)
    later = at(desk, "2026-12-15")
    row = _of(later, "contact_rhythm")
    before = _follow_ups(later)
    followups.done(later, row.uid, REACHED).result()
    after = _follow_ups(later)
    assert after != before

    undo.undo(later).result()

    assert _follow_ups(later) == before
    assert later.store.read().execute("SELECT 1 FROM contact").fetchall() == []
    undo.redo(later).result()
    assert _follow_ups(later) == after


def test_a_contact_logged_by_hand_taken_back_opens_what_it_closed(desk: Desk) -> None:
    client = take_in(desk, start_channel="online")
    before = today.page(desk)
    contacts.log(desk, client, ContactDone("first", "phone", reached=True)).result()
    assert today.page(desk) == ()

    undo.undo(desk).result()

    assert today.page(desk) == before


def test_put_off_then_done_by_a_contact_comes_back_put_off(desk: Desk) -> None:
    client = take_in(desk, start_channel="online")
    [row] = today.page(desk)
    until = MONDAY + timedelta(days=3)
    followups.snooze(desk, row.uid, until).result()
    before = _follow_ups(desk)
    contacts.log(desk, client, ContactDone("first", "phone", reached=True)).result()

    undo.undo(desk).result()

    assert _follow_ups(desk) == before


def test_what_was_told_and_taken_back_comes_back_with_its_day(desk: Desk) -> None:
    draft = hold(desk, take_in(desk), LINE_2)
    item = told.load(desk, draft)[0].item.id
    told.tell(desk, draft, item, told=True).result()
    told.tell(desk, draft, item, told=False).result()

    undo.undo(desk).result()
    assert interview.load(desk, draft).told == {item: MONDAY}
    undo.undo(desk).result()
    assert interview.load(desk, draft).told == {}
    undo.redo(desk).result()
    assert interview.load(desk, draft).told == {item: MONDAY}


def test_told_again_the_same_day_is_no_act_and_nothing_is_told_after_the_decision(
    desk: Desk,
) -> None:
    draft = hold(desk, take_in(desk), LINE_2, AGREED)
    items = [each.item.id for each in told.load(desk, draft)]
    assert told.tell(desk, draft, items[0], told=True).result() == MONDAY
    acts = _acts(desk)
    told.tell(desk, draft, items[0], told=True).result()
    assert _acts(desk) == acts
    decision.record(desk, draft, "line_2", "agrees", None).result()

    with pytest.raises(TeuiError) as refused:
        told.tell(desk, draft, items[1], told=True).result()
    assert refused.value.code == "assessment_completed"
    with pytest.raises(TeuiError) as refused:
        undo.undo(desk).result()
    assert refused.value.code == "undo_line_decided"


def test_an_item_that_no_longer_holds_is_kept_and_not_shown(desk: Desk) -> None:
    draft = hold(desk, take_in(desk), {**LINE_2, "ability.support_need": "above_ordinary"})
    ids = {each.item.id for each in told.load(desk, draft)}
    interview.save_answer(desk, draft, "ability.support_need", "answered", "ordinary").result()
    gone = sorted(ids - {each.item.id for each in told.load(desk, draft)})
    assert gone
    told.tell(desk, draft, gone[0], told=True).result()

    assert all(each.told_on is None for each in told.load(desk, draft))
    interview.save_answer(
        desk, draft, "ability.support_need", "answered", "above_ordinary"
    ).result()
    assert [each.item.id for each in told.load(desk, draft) if each.told_on] == gone[:1]
