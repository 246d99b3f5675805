"""The invented clients are nobody, and every view finds what it needs."""

from datetime import UTC, date, datetime
from typing import Any

import phonenumbers
import pytest
from stdnum.fi import hetu

from teui.casework import clients, decision, interview, plan, today
from teui.casework.demo import CLIENTS, demo_desk
from teui.casework.desk import Desk
from teui.clock import Clock
from teui.store.history import verify_chain
from teui.store.values import instant_of


def _rows(desk: Desk, sql: str) -> list[Any]:
    return desk.store.read().execute(sql).fetchall()


def _column(desk: Desk, sql: str) -> list[Any]:
    return [row[0] for row in _rows(desk, sql)]


def test_every_identity_code_is_valid_and_of_the_test_range(demo: Desk) -> None:
    people = _rows(demo, "SELECT identity_code, birth_date FROM client")
    coded = [row for row in people if row["identity_code"]]

    assert len(people) == CLIENTS
    assert len(coded) > CLIENTS / 2
    for row in coded:
        code = row["identity_code"]
        assert hetu.validate(code, allow_temporary=True) == code
        assert 900 <= int(code[7:10]) <= 999
        born = date.fromisoformat(row["birth_date"])
        assert code[:7] == born.strftime("%d%m%y") + ("A" if born.year >= 2000 else "-")


def test_no_number_can_be_anybodys_and_mail_goes_nowhere(demo: Desk) -> None:
    for row in _rows(demo, "SELECT phones, email FROM client"):
        [number] = phonenumbers.PhoneNumberMatcher(row["phones"], "FI", leniency=0)
        assert phonenumbers.is_possible_number(number.number)
        assert not phonenumbers.is_valid_number(number.number)
        assert row["email"] is None or row["email"].endswith("@example.org")


def test_every_outcome_and_stage_occurs(demo: Desk) -> None:
    outcomes = set(_column(demo, "SELECT outcome FROM customership WHERE outcome IS NOT NULL"))
    begun = set(_column(demo, "SELECT state FROM assessment"))
    accepted = _column(demo, "SELECT count(*) FROM plan_revision WHERE accepted_on IS NOT NULL")
    unbegun = _column(
        demo,
        "SELECT count(*) FROM customership WHERE uid NOT IN"
        " (SELECT customership_uid FROM assessment)",
    )

    assert outcomes == {outcome.id for outcome in demo.model.outcomes}
    assert begun == {"draft", "completed"}
    assert accepted[0] > 5
    assert unbegun[0] > 0


def test_clients_are_shared_by_several_advisers_of_at_least_two_teams(demo: Desk) -> None:
    owners = _rows(demo, "SELECT adviser_uid, team_uid FROM customership")
    own = sum(row["adviser_uid"] == demo.adviser.uid for row in owners)

    assert len({row["adviser_uid"] for row in owners}) >= 4
    assert len({row["team_uid"] for row in owners}) >= 2
    assert CLIENTS / 3 < own <= CLIENTS / 2
    acting = set(_column(demo, "SELECT DISTINCT adviser_uid FROM act"))
    assert acting >= {row["adviser_uid"] for row in owners}


def test_every_client_opens_in_every_view(demo: Desk) -> None:
    for uid in _column(demo, "SELECT uid FROM client"):
        header = clients.header(demo, uid)
        assert header.name and header.handle and header.birth_year
        if header.draft_uid is not None:
            draft = interview.load(demo, header.draft_uid)
            assert draft.writing.position in demo.model.questions
            assert decision.load(demo, header.draft_uid).draft == draft
        if header.completed_uid is not None:
            made = decision.load(demo, header.completed_uid)
            assert made.recorded
            assert made.reason or not made.needs_reason
        if header.line is not None:
            shown = plan.load(demo, header.customership_uid)
            assert shown.goal and shown.items and shown.review_on


def test_an_open_customership_on_a_line_is_never_without_a_follow_up(demo: Desk) -> None:
    forgotten = _column(
        demo,
        "SELECT uid FROM customership WHERE line IS NOT NULL AND uid NOT IN"
        " (SELECT customership_uid FROM follow_up WHERE state IN ('open', 'snoozed'))",
    )
    assert forgotten == []


def test_no_plan_says_the_same_twice(demo: Desk) -> None:
    rows = demo.store.read().execute(
        "SELECT revision_uid, text FROM plan_item WHERE removed = 0 AND text != ''"
        " GROUP BY revision_uid, text HAVING count(*) > 1"
    )
    assert rows.fetchall() == []


def test_the_history_is_whole_and_ends_before_today(demo: Desk) -> None:
    acts = _column(demo, "SELECT at FROM act WHERE kind <> 'store_made'")

    assert verify_chain(demo.store.read()) == ()
    assert _rows(demo, "PRAGMA foreign_key_check") == []
    assert {instant_of(at).date() < demo.clock.today() for at in acts} == {True}


# A Monday after Midsummer and a Friday in February.
@pytest.mark.parametrize("day", [None, date(2026, 6, 22), date(2027, 2, 12)])
def test_today_has_something_of_everything_whenever_it_is(demo: Desk, day: date | None) -> None:
    if day is None:
        _check_today(demo)
        return
    noon = datetime(day.year, day.month, day.day, 10, tzinfo=UTC)
    with demo_desk(Clock(read=lambda: noon)) as desk:
        _check_today(desk)


def _check_today(desk: Desk) -> None:
    rows, counts = today.page(desk), today.counts(desk)

    assert {row.grade for row in rows} == {"overdue", "due", "coming"}
    assert counts["silent"] >= 1
    assert counts["drafts"] >= 1
    assert "client_step" in {row.rule for row in rows}
    assert any(row.mine for row in rows) and not all(row.mine for row in rows)
    snoozed = _column(desk, "SELECT count(*) FROM follow_up WHERE state = 'snoozed'")
    assert snoozed[0] >= 1
    broken_off = _column(desk, "SELECT count(*) FROM assessment WHERE draft_text <> ''")
    assert broken_off[0] >= 1


def test_some_were_offered_work_and_every_failed_offer_has_its_reason(demo: Desk) -> None:
    states = _column(demo, "SELECT DISTINCT state FROM job_offer")
    unsaid = _column(
        demo,
        "SELECT count(*) FROM job_offer WHERE (state = 'failed')"
        " <> (failed_reason IS NOT NULL AND failed_by IS NOT NULL AND outcome_on IS NOT NULL)",
    )

    assert {"offered", "failed"} <= set(states) <= demo.model.offers.states.keys()
    assert unsaid == [0]
