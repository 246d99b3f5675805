"""Follow-ups that an adviser writes down, and why one is taken off the list in words."""

from datetime import date
from typing import Literal

import pytest

from tests.casework.cases import AGREED, LINE_3, at, hold, take_in
from tests.casework.test_followups import row_of
from teui.casework import by_hand, clients, decision, followups, today
from teui.casework.desk import Desk
from teui.casework.wording import source, what, why
from teui.errors import StoreError, TeuiError
from teui.practice.texts import load_texts

TUESDAY = date(2026, 11, 17)


@pytest.fixture
def case(desk: Desk) -> str:
    """The customership of a client with nothing due."""
    return clients.header(desk, take_in(desk)).customership_uid


@pytest.mark.parametrize(
    ("owner", "mine", "name"), [("me", True, "A. Lind"), ("team", False, "North")]
)
def test_it_stands_on_its_day_with_its_owner_and_own_words(
    desk: Desk, case: str, owner: Literal["me", "team"], mine: bool, name: str
) -> None:
    uid = by_hand.add(desk, case, " call the school ", TUESDAY, owner).result()
    row = row_of(desk, "by_hand")
    assert (row.uid, row.act_on, row.due, row.grade) == (uid, TUESDAY, TUESDAY, "coming")
    assert (row.mine, row.by_team, row.adviser) == (mine, not mine, name)
    t = load_texts("en", desk.model_id)
    assert what(t, row.rule, row.params) == "call the school"
    assert why(t, row.rule, row.params, row.due) == (
        "Written down by hand 16.11.2026: call the school"
    )
    assert source(t, row.source) == "by hand"


def test_two_for_the_same_words_and_day_are_two(desk: Desk, case: str) -> None:
    for _ in range(2):
        by_hand.add(desk, case, "call", TUESDAY).result()
    assert [row.rule for row in today.page(desk)] == ["by_hand"] * 2


def test_a_day_off_is_acted_on_before_but_never_before_today(desk: Desk, case: str) -> None:
    by_hand.add(desk, case, "call", date(2026, 12, 6)).result()
    row = row_of(desk, "by_hand")
    assert (row.act_on, row.due, row.moved) == (date(2026, 12, 4), date(2026, 12, 6), True)
    sunday = at(desk, "2026-12-06")
    by_hand.add(sunday, case, "knock", date(2026, 12, 6)).result()
    [late, new] = today.page(sunday)
    assert (late.act_on, new.act_on) == (date(2026, 12, 4), date(2026, 12, 6))


def test_only_a_hand_closes_it(desk: Desk) -> None:
    client = take_in(desk)
    by_hand.add(
        desk, clients.header(desk, client).customership_uid, "call", date(2026, 11, 16)
    ).result()
    decision.record(desk, hold(desk, client, LINE_3, AGREED), "line_3", "agrees", None).result()
    row = row_of(desk, "by_hand")
    followups.snooze(desk, row.uid, TUESDAY).result()
    tuesday = at(desk, "2026-11-17")
    put_off = row_of(tuesday, "by_hand")
    assert (put_off.act_on, put_off.put_off_from) == (TUESDAY, date(2026, 11, 16))
    followups.done(tuesday, row.uid, None).result()
    assert not [each for each in today.page(tuesday) if each.rule == "by_hand"]


@pytest.mark.parametrize(
    ("text", "day", "code"),
    [("  ", TUESDAY, "follow_up_empty"), ("call", date(2026, 11, 15), "follow_up_past")],
)
def test_one_without_words_or_for_a_day_gone_is_refused(
    desk: Desk, case: str, text: str, day: date, code: str
) -> None:
    with pytest.raises(TeuiError) as refused:
        by_hand.add(desk, case, text, day).result()
    assert refused.value.code == code
    assert today.page(desk) == ()


def test_a_customership_that_is_not_there_is_named(desk: Desk) -> None:
    with pytest.raises(StoreError, match="customership_unknown"):
        by_hand.add(desk, "nobody", "call", TUESDAY).result()


def test_another_reason_is_said_in_words_and_kept(desk: Desk, case: str) -> None:
    uid = by_hand.add(desk, case, "call", TUESDAY).result()
    with pytest.raises(TeuiError) as refused:
        followups.drop(desk, uid, "other", " ").result()
    assert refused.value.code == "drop_note_missing"
    followups.drop(desk, uid, "other", "the school has closed").result()
    [row] = desk.store.read().execute("SELECT state, drop_reason, drop_note FROM follow_up")
    assert tuple(row) == ("dropped", "other", "the school has closed")


def test_the_likely_contact_is_the_rules_kind_and_the_plans_channel(desk: Desk) -> None:
    likely = followups.likely_contact
    assert likely(desk, "first_contact", {}) == followups.ContactDone("first", "phone", True)
    agreed = likely(desk, "contact_rhythm", {"channel": "video"})
    assert (agreed.kind, agreed.channel) == ("agreed", "video")
    assert likely(desk, "no_contact", {"channel": "carrier pigeon"}).channel == "phone"


def test_what_is_offered_next_can_be_done(desk: Desk) -> None:
    assert followups.offered(desk, "first_contact", None) == "interview"
    assert followups.offered(desk, "plan_review", 2) == "plan"
    assert followups.offered(desk, "requirement", None) is None, "no plan before the line"
    assert followups.offered(desk, "by_hand", 3) is None
