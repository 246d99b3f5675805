"""Handing clients over, transitions between lines, the end of a customership and a new one."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.casework.cases import AGREED, LINE_1, LINE_2, LINE_3, at, hold, take_in
from teui.casework import (
    by_hand,
    clients,
    contacts,
    decision,
    ending,
    followups,
    handing,
    plan,
    staff,
    transition,
    undo,
)
from teui.casework.desk import Desk, desk_of
from teui.casework.ending import Ending
from teui.casework.followups import ContactDone
from teui.casework.handing import Receiver
from teui.casework.transition import Transition
from teui.errors import TeuiError
from teui.practice.load import load_model

RULES = load_model("te-2013").handing
LINES = {"line_1": LINE_1, "line_2": LINE_2, "line_3": LINE_3}


def _client(desk: Desk, outcome: str = "line_3", family_name: str = "Virtanen") -> tuple[str, str]:
    """A client on a line: client's uid, customership's."""
    client = take_in(desk, family_name)
    held = hold(desk, client, LINES[outcome], AGREED)
    decision.record(desk, held, outcome, "agrees", "as agreed with the client").result()
    return client, clients.header(desk, client).customership_uid


def _colleague(desk: Desk, name: str = "B. Berg", team: str | None = None) -> str:
    return staff.add_adviser(desk, name, team or desk.team.uid).result()


def _seat(desk: Desk, adviser: str) -> Desk:
    desk.store.adviser = adviser
    return replace(desk_of(desk.store), clock=desk.clock)


def _row(desk: Desk, sql: str, *params: object) -> dict[str, object]:
    [row] = desk.store.read().execute(sql, params).fetchall()
    return dict(row)


def _case(desk: Desk, uid: str) -> dict[str, object]:
    return _row(desk, "SELECT * FROM customership WHERE uid = ?", uid)


def _open(desk: Desk, uid: str) -> list[tuple[str, str | None]]:
    rows = desk.store.read().execute(
        "SELECT rule, adviser_uid FROM follow_up WHERE customership_uid = ?"
        " AND state IN ('open', 'snoozed') ORDER BY rule",
        (uid,),
    )
    return [(row["rule"], row["adviser_uid"]) for row in rows.fetchall()]


def _refused(desk: Desk, case: str, agreed: Transition) -> str:
    with pytest.raises(TeuiError) as refused:
        transition.agree(desk, case, agreed).result()
    return refused.value.code


def _agreed(desk: Desk, adviser: str, **changes: object) -> Transition:
    agreed = Transition(
        to_line=2,
        reason="no_close_support",
        why="manages alone, needs a vocation",
        receiver=Receiver(desk.team.uid, adviser),
        goes_over_on=desk.clock.today(),
        note="call after the exam",
    )
    return replace(agreed, **changes)  # type: ignore[arg-type]


def test_a_transition_of_today_leaves_a_decision_and_goes_over_at_once(desk: Desk) -> None:
    _, case = _client(desk)
    berg = _colleague(desk)
    by_hand.add(desk, case, "send the form", desk.clock.today() + timedelta(days=3)).result()

    agreed = _agreed(desk, berg, background=("unemployment_length",))
    transition.agree(desk, case, agreed).result()

    row = _case(desk, case)
    assert (row["line"], row["outcome"], row["adviser_uid"]) == (2, "line_2", berg)
    made = _row(desk, "SELECT * FROM line_decision WHERE line = 2")
    assert (made["decided_by"], made["reason"]) == (desk.adviser.uid, agreed.why)
    handed = _row(desk, "SELECT * FROM handover")
    assert handed["decision_uid"] == made["uid"]
    assert json.loads(str(handed["background"])) == ["unemployment_length"]
    assert handed["acknowledged_on"] is None
    owners = dict(_open(desk, case))
    assert owners["by_hand"] == berg
    assert owners["no_contact"] == berg
    with pytest.raises(TeuiError) as refused:
        undo.undo(desk).result()
    assert refused.value.code == "undo_transition_made"


def test_one_agreed_for_later_changes_nothing_before_its_day(desk: Desk) -> None:
    _, case = _client(desk)
    berg = _colleague(desk)
    before = _case(desk, case)
    day = desk.clock.today() + timedelta(days=7)

    transition.agree(desk, case, _agreed(desk, berg, goes_over_on=day)).result()

    assert _case(desk, case) == before
    assert transition.standing(desk, case).agreed_on == day
    assert _refused(desk, case, _agreed(desk, berg)) == "transition_agreed"
    assert not transition.waits(desk)
    assert transition.carry_out(desk).result() == 0
    later = at(desk, (day + timedelta(days=2)).isoformat())
    assert transition.waits(later)
    assert transition.carry_out(later).result() == 1
    assert transition.carry_out(later).result() == 0
    row = _case(later, case)
    assert (row["line"], row["adviser_uid"]) == (2, berg)
    assert row["decided_on"] == day.isoformat()


def test_one_agreed_for_later_can_be_undone_and_lapses_where_another_decision_came(
    desk: Desk,
) -> None:
    client, case = _client(desk)
    berg = _colleague(desk)
    day = desk.clock.today() + timedelta(days=7)
    transition.agree(desk, case, _agreed(desk, berg, goes_over_on=day)).result()
    undo.undo(desk).result()
    assert transition.standing(desk, case).agreed_on is None

    transition.agree(desk, case, _agreed(desk, berg, goes_over_on=day)).result()
    middle = at(desk, (day - timedelta(days=3)).isoformat())
    held = hold(middle, client, LINE_3, AGREED, kind="reassessment")
    decision.record(middle, held, "line_3", "agrees", "stays").result()
    later = at(desk, day.isoformat())
    transition.carry_out(later).result()

    assert _case(later, case)["line"] == 3
    assert transition.standing(later, case).agreed_on is None


def test_a_reassessment_that_decided_on_another_line_is_handed_over_by_that_decision(
    desk: Desk,
) -> None:
    client, case = _client(desk)
    berg = _colleague(desk)
    desk = at(desk, "2026-11-23")
    held = hold(desk, client, LINE_2, AGREED, kind="reassessment")
    decided = decision.record(desk, held, "line_2", "agrees", "needs a vocation").result()
    now = transition.standing(desk, case)
    assert (now.line, now.decided) == (3, 2)

    transition.agree(desk, case, _agreed(desk, berg)).result()

    assert _row(desk, "SELECT decision_uid FROM handover") == {"decision_uid": decided}
    assert _row(desk, "SELECT count(*) AS n FROM line_decision") == {"n": 2}
    assert _case(desk, case)["adviser_uid"] == berg
    assert transition.standing(desk, case).decided is None


@pytest.fixture(scope="module")
def agreeing() -> st.SearchStrategy[tuple[str | None, tuple[str, ...], int]]:
    reasons = st.sampled_from([None, *RULES.background, *RULES.reasons, "immigrant", "young"])
    noted = st.lists(st.sampled_from([*RULES.background, "older"]), unique=True).map(tuple)
    return st.tuples(reasons, noted, st.sampled_from([1, 2, 3]))


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_no_transition_stands_without_a_reason_of_kind(
    desk: Desk,
    agreeing: st.SearchStrategy[tuple[str | None, tuple[str, ...], int]],
    data: st.DataObject,
) -> None:
    reason, background, line = data.draw(agreeing)
    if not desk.store.read().execute("SELECT 1 FROM customership").fetchall():
        _client(desk)
    case = str(_row(desk, "SELECT uid FROM customership")["uid"])
    later = desk.clock.today() + timedelta(days=5)
    agreed = _agreed(
        desk,
        desk.adviser.uid,
        reason=reason,
        background=background,
        to_line=line,
        goes_over_on=later,
    )
    fits = reason is not None and reason in RULES.reasons and RULES.reasons[reason].fits(3, line)

    if fits and line != 3 and set(background) <= set(RULES.background):
        transition.agree(desk, case, agreed).result()
        assert _row(desk, "SELECT reason FROM handover")["reason"] in RULES.reasons
        undo.undo(desk).result()
    else:
        code = _refused(desk, case, agreed)
        if line != 3 and (reason is None or reason in RULES.background):
            assert code == "transition_background_only"
    assert _row(desk, "SELECT count(*) AS n FROM handover") == {"n": 0}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"why": " "}, "transition_why_missing"),
        ({"note": ""}, "handover_note_missing"),
        ({"goes_over_on": date(2026, 1, 1)}, "transition_past"),
        ({"to_line": 3}, "transition_same_line"),
        ({"reason": "new_competence"}, "transition_reason_elsewhere"),
        ({"receiver": None}, "handover_needs_adviser"),
    ],
)
def test_what_a_transition_lacks_is_said(desk: Desk, changes: dict[str, object], code: str) -> None:
    _, case = _client(desk)
    if "receiver" in changes:
        changes = {"receiver": Receiver(desk.team.uid)}
    assert _refused(desk, case, _agreed(desk, desk.adviser.uid, **changes)) == code


def test_without_a_line_or_in_the_middle_of_an_assessment_there_is_no_transition(
    desk: Desk,
) -> None:
    new = clients.header(desk, take_in(desk, "Aalto")).customership_uid
    assert _refused(desk, new, _agreed(desk, desk.adviser.uid)) == "transition_no_line"
    client, case = _client(desk)
    hold(desk, client, kind="reassessment")
    assert _refused(desk, case, _agreed(desk, desk.adviser.uid)) == "transition_draft"
    # The interview on the line decides no line.
    client, case = _client(desk, family_name="Berg")
    hold(desk, client, kind="line")
    assert transition.standing(desk, case).line == 3


def test_many_are_handed_over_at_once_and_come_back_by_one_undo(desk: Desk) -> None:
    mine = [_client(desk, "line_2", name)[1] for name in ("Aalto", "Berg", "Cederlöf")]
    berg = _colleague(desk)
    before = [_open(desk, uid) for uid in mine]
    assert [each.customership_uid for each in handing.owned(desk, desk.adviser.uid)] == mine

    moved = handing.hand_over(desk, mine, Receiver(desk.team.uid, berg), "while I am away").result()

    assert moved == 3
    assert handing.owned(desk, desk.adviser.uid) == ()
    assert {owner for uid in mine for _, owner in _open(desk, uid)} == {berg}
    undo.undo(desk).result()
    assert [_open(desk, uid) for uid in mine] == before


def test_the_receiver_acknowledges_and_nobody_can_refuse(desk: Desk) -> None:
    client, case = _client(desk, "line_2")
    berg, other = _colleague(desk), _colleague(desk, "C. Cederlöf")
    handing.hand_over(desk, [case], Receiver(desk.team.uid, berg), "take care").result()
    for code, adviser in (("handover_not_yours", other), (None, berg), ("handover_none", berg)):
        seat = _seat(desk, adviser)
        if code is None:
            assert handing.acknowledge(seat, client).result() == 1
        else:
            with pytest.raises(TeuiError) as refused:
                handing.acknowledge(seat, client).result()
            assert refused.value.code == code
    assert _case(desk, case)["adviser_uid"] == berg
    assert not [name for name in dir(handing) if "refuse" in name or "decline" in name]


def test_what_is_not_acknowledged_stands_on_the_receivers_list_and_leaves_it_by_that_alone(
    desk: Desk,
) -> None:
    client, case = _client(desk, "line_2")
    berg = _colleague(desk)
    handing.hand_over(desk, [case], Receiver(desk.team.uid, berg), "take care").result()
    assert dict(_open(desk, case))["handover"] == berg
    due = str(_row(desk, "SELECT uid FROM follow_up WHERE rule = 'handover'")["uid"])
    with pytest.raises(TeuiError) as refused:
        followups.done(desk, due, None).result()
    assert refused.value.code == "handover_not_yours"
    seat = _seat(desk, berg)
    with pytest.raises(TeuiError) as refused:
        followups.drop(seat, due, "not_needed").result()
    assert refused.value.code == "handover_not_dropped"

    followups.done(seat, due, None).result()

    assert _row(desk, "SELECT acknowledged_by FROM handover")["acknowledged_by"] == berg
    undo.undo(seat).result()
    assert dict(_open(desk, case))["handover"] == berg
    handing.acknowledge(seat, client).result()
    assert "handover" not in dict(_open(desk, case))


def test_what_the_receiver_has_acknowledged_the_giver_cannot_take_back(desk: Desk) -> None:
    client, case = _client(desk, "line_2")
    giver, berg = desk.adviser.uid, _colleague(desk)
    handing.hand_over(desk, [case], Receiver(desk.team.uid, berg), "take care").result()
    seat = _seat(desk, berg)
    handing.acknowledge(seat, client).result()

    with pytest.raises(TeuiError) as refused:
        undo.undo(_seat(desk, giver)).result()

    assert refused.value.code == "undo_changed_since"
    assert _case(desk, case)["adviser_uid"] == berg


def test_a_client_of_a_team_is_whose_who_acknowledges(desk: Desk) -> None:
    client, case = _client(desk, "line_1")
    south = staff.add_team(desk, "South").result()
    berg = _colleague(desk, team=south)
    handing.hand_over(desk, [case], Receiver(south), "lives there now").result()
    row = _case(desk, case)
    assert (row["team_uid"], row["adviser_uid"]) == (south, desk.adviser.uid)

    handing.acknowledge(_seat(desk, berg), client).result()

    assert _case(desk, case)["adviser_uid"] == berg


@pytest.mark.parametrize(
    ("given_ending", "code"),
    [
        (Ending("fixed_term", feedback="helped"), "end_not_for_this"),
        (Ending("win", feedback="helped"), "end_reason_unknown"),
        (Ending("other", feedback="helped"), "end_note_missing"),
        (Ending("pension", feedback="helped"), "end_receiver_missing"),
        (Ending("pension", receiver="Kela", feedback="helped"), "end_not_agreed"),
        (Ending("employed"), "end_feedback_missing"),
    ],
)
def test_what_an_end_lacks_is_said(desk: Desk, given_ending: Ending, code: str) -> None:
    _, case = _client(desk)
    with pytest.raises(TeuiError) as refused:
        ending.end(desk, case, given_ending).result()
    assert refused.value.code == code


def test_after_the_end_nothing_is_due_and_a_new_search_begins(desk: Desk) -> None:
    client, case = _client(desk)
    by_hand.add(desk, case, "send the form", desk.clock.today() + timedelta(days=3)).result()
    before = _open(desk, case)
    with pytest.raises(TeuiError):
        ending.begin_anew(desk, client).result()
    end = Ending("pension", receiver="Kela", agreed=True, feedback="helped", feedback_text="kind")

    ending.end(desk, case, end).result()

    assert _open(desk, case) == []
    undo.undo(desk).result()
    assert _open(desk, case) == before
    undo.redo(desk).result()
    assert _open(desk, case) == []
    assert _case(desk, case)["end_feedback_text"] == "kind"
    for refused in (
        lambda: plan.save(desk, case, goal="cook"),
        lambda: plan.save_item(desk, case, "client", "calls the school"),
        lambda: plan.accept(desk, case),
        lambda: contacts.log(desk, client, ContactDone("other", "phone", reached=True)),
    ):
        with pytest.raises(TeuiError, match="search_ended"):
            refused().result()
    anew = ending.begin_anew(desk, client, "online").result()
    assert clients.header(desk, client).customership_uid == anew
    assert _open(desk, anew) != []
