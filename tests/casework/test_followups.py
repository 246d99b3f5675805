"""Doing, putting off and dropping follow-ups."""

from datetime import date

import pytest

from tests.casework.cases import AGREED, LINE_1, LINE_3, at, hold, take_in
from teui.casework import clients, decision, followups, interview, today
from teui.casework.desk import Desk
from teui.casework.followups import ContactDone
from teui.casework.today import TodayRow
from teui.errors import StoreError, TeuiError
from teui.practice.texts import LANGUAGES, load_texts

REACHED, MISSED = ContactDone("first", "phone", True), ContactDone("first", "phone", False)


def row_of(desk: Desk, rule: str) -> TodayRow:
    [row] = [row for row in today.page(desk) if row.rule == rule]
    return row


def _code(refused: pytest.ExceptionInfo[TeuiError]) -> str:
    return refused.value.code


def test_only_a_reached_contact_is_the_first_contact(desk: Desk) -> None:
    take_in(desk, start_channel="online")
    row = row_of(desk, "first_contact")
    assert followups.is_contact(desk, row.rule)
    with pytest.raises(TeuiError) as refused:
        followups.done(desk, row.uid, None).result()
    assert _code(refused) == "contact_needed"
    followups.done(desk, row.uid, MISSED).result()
    assert row_of(desk, "first_contact").uid == row.uid
    followups.done(desk, row.uid, REACHED).result()
    assert today.page(desk) == ()
    contacts = desk.store.read().execute(
        "SELECT kind, channel, reached, day, follow_up_uid FROM contact ORDER BY id"
    )
    assert [tuple(contact) for contact in contacts.fetchall()] == [
        ("first", "phone", 0, "2026-11-16", row.uid),
        ("first", "phone", 1, "2026-11-16", row.uid),
    ]
    with pytest.raises(TeuiError) as refused:
        followups.done(desk, row.uid, REACHED).result()
    assert _code(refused) == "follow_up_closed"


def test_done_does_not_come_back(desk: Desk) -> None:
    client = take_in(desk, interpreter="yes")
    row = row_of(desk, "requirement")
    followups.done(desk, row.uid, None).result()
    uid = hold(desk, client, LINE_1, AGREED)
    interview.save_answer(desk, uid, "contact.interpreter", "answered", "no").result()
    interview.save_answer(desk, uid, "contact.interpreter", "answered", "yes").result()
    decision.record(desk, uid, "line_1", "agrees", None).result()
    booked = [each for each in today.page(desk) if "book_interpreter" in each.params.values()]
    assert booked == []


def test_what_was_put_off_shows_from_its_new_day(desk: Desk) -> None:
    take_in(desk, interpreter="yes")
    row = row_of(desk, "requirement")
    with pytest.raises(TeuiError) as refused:
        followups.snooze(desk, row.uid, date(2026, 11, 16)).result()
    assert _code(refused) == "snooze_not_later"
    followups.snooze(desk, row.uid, date(2026, 11, 19)).result()
    assert today.page(desk) == ()
    assert today.counts(desk)["own"] == 0
    assert today.page(at(desk, "2026-11-18")) == ()
    shown = row_of(at(desk, "2026-11-19"), "requirement")
    assert (shown.state, shown.act_on, shown.grade) == ("snoozed", date(2026, 11, 19), "due")
    assert row_of(at(desk, "2026-11-20"), "requirement").overdue
    followups.done(desk, row.uid, None).result()
    assert today.page(desk) == ()


def test_what_was_dropped_stays_away(desk: Desk) -> None:
    client = take_in(desk, interpreter="yes")
    row = row_of(desk, "requirement")
    with pytest.raises(TeuiError) as refused:
        followups.drop(desk, row.uid, "no_longer").result()
    assert _code(refused) == "drop_reason_unknown"
    followups.drop(desk, row.uid, "not_needed").result()
    hold(desk, client, LINE_1)
    assert [each.rule for each in today.page(desk)] == ["draft_interview"]


def test_the_one_that_keeps_clients_from_being_forgotten_cannot_be_dropped(desk: Desk) -> None:
    uid = hold(desk, take_in(desk), LINE_3, AGREED)
    decision.record(desk, uid, "line_3", "agrees", None).result()
    row = row_of(desk, "no_contact")
    with pytest.raises(TeuiError) as refused:
        followups.drop(desk, row.uid, "not_needed").result()
    assert _code(refused) == "drop_rolling"
    later = at(desk, "2026-12-01")
    followups.done(later, row.uid, MISSED).result()
    assert row_of(later, "no_contact").due == date(2026, 12, 16)
    followups.done(later, row.uid, REACHED).result()
    moved = row_of(later, "no_contact")
    assert (moved.uid, moved.due) == (row.uid, date(2026, 12, 31))


def test_line_1_is_the_teams_and_line_3_the_advisers(desk: Desk) -> None:
    for line, answers in ((1, LINE_1), (3, LINE_3)):
        uid = hold(desk, take_in(desk, f"Client {line}"), answers, AGREED)
        decision.record(desk, uid, f"line_{line}", "agrees", None).result()
    owners = {(row.line, row.adviser, row.mine) for row in today.page(desk)}
    assert owners == {(1, "North", False), (3, "A. Lind", True)}


def test_a_completed_interview_closes_its_draft_and_the_first_contact(desk: Desk) -> None:
    client = take_in(desk, start_channel="online")
    uid = hold(desk, client, LINE_1, AGREED)
    decision.record(desk, uid, "line_1", "agrees", None).result()
    rows = desk.store.read().execute("SELECT rule, state, closed_at FROM follow_up")
    states = {row["rule"]: (row["state"], row["closed_at"] is not None) for row in rows.fetchall()}
    assert states["draft_interview"] == ("done", True)
    assert states["first_contact"] == ("done", True)


def test_refreshing_again_changes_nothing(desk: Desk) -> None:
    client = take_in(desk, start_channel="online", interpreter="yes")
    uid = hold(desk, client, LINE_3, AGREED)
    decision.record(desk, uid, "line_3", "agrees", None).result()
    case = clients.header(desk, client).customership_uid
    acts = "SELECT count(*) FROM act"
    before = desk.store.read().execute(acts).fetchall()[0][0]
    for _ in range(2):
        again = desk.store.writer.submit(
            "refreshed", lambda unit: followups.refresh(unit, desk.model, case)
        )
        again.result()
    assert desk.store.read().execute(acts).fetchall()[0][0] == before


def test_what_is_not_there_is_named(desk: Desk) -> None:
    with pytest.raises(StoreError) as refused:
        followups.done(desk, "nothing", None).result()
    assert _code(refused) == "follow_up_unknown"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_view_has_its_words(language: str) -> None:
    t = load_texts(language)
    keys = ["drop.no_longer"]
    keys += [f"view.{view}" for view in (*today.VIEWS, today.OWN)]
    assert [key for key in keys if not t.has(key)] == []
