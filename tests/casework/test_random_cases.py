"""Random acts of an adviser through the store: what holds after each of them."""

import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.casework.cases import AGREED, LINE_1, LINE_2, LINE_3, at, hold, take_in
from tests.conftest import NOON
from teui.casework import (
    by_hand,
    clients,
    decision,
    followups,
    handing,
    interview,
    plan,
    staff,
    today,
    transition,
)
from teui.casework.by_hand import Owner
from teui.casework.desk import Desk, desk_of, make_store
from teui.casework.followups import ContactDone
from teui.casework.handing import Receiver
from teui.casework.transition import Transition
from teui.clock import Clock
from teui.errors import TeuiError
from teui.store.history import verify_chain
from teui.store.store import Founders

ANSWERS = {"line_1": LINE_1, "line_2": LINE_2, "line_3": LINE_3}
Act = Callable[[Desk, str], None]


def _decide(outcome: str) -> Act:
    def act(desk: Desk, client: str) -> None:
        kind = "first" if clients.header(desk, client).outcome is None else "reassessment"
        later = {"agreed.next_contact": desk.clock.today() + timedelta(days=8)}
        given = {
            question: value
            for question, value in {**ANSWERS[outcome], **AGREED, **later}.items()
            if kind not in desk.model.questions[question].not_in
        }
        uid = hold(desk, client, given, kind=kind)
        decision.record(desk, uid, outcome, "agrees", "as agreed").result()

    return act


def _begin(desk: Desk, client: str) -> None:
    interview.begin(desk, client).result()


def _answer(question: str, value: str) -> Act:
    def act(desk: Desk, client: str) -> None:
        uid = clients.header(desk, client).draft_uid
        if uid is not None:
            interview.save_answer(desk, uid, question, "answered", value).result()

    return act


def _plan(weeks: int, contact_by: str, accepts: bool) -> Act:
    def act(desk: Desk, client: str) -> None:
        case = clients.header(desk, client).customership_uid
        day = desk.clock.today()
        plan.save(desk, case, goal="baker", rhythm_weeks=weeks, contact_by=contact_by).result()
        plan.save_item(desk, case, "client", "calls", day + timedelta(days=weeks)).result()
        if accepts:
            plan.accept(desk, case).result()

    return act


def _done(place: int, reached: bool) -> Act:
    def act(desk: Desk, _client: str) -> None:
        rows = today.page(desk)
        if rows:
            row = rows[place % len(rows)]
            contact = ContactDone("other", "phone", reached)
            is_contact = followups.is_contact(desk, row.rule)
            followups.done(desk, row.uid, contact if is_contact else None).result()

    return act


def _add(days: int, owner: Owner) -> Act:
    def act(desk: Desk, client: str) -> None:
        case = clients.header(desk, client).customership_uid
        day = desk.clock.today() + timedelta(days=days)
        by_hand.add(desk, case, "calls the school", day, owner).result()

    return act


def _put_away(place: int, days: int | None) -> Act:
    def act(desk: Desk, _client: str) -> None:
        rows = today.page(desk)
        if rows:
            uid = rows[place % len(rows)].uid
            if days is None:
                followups.drop(desk, uid, "other", "found out in a call").result()
            else:
                followups.snooze(desk, uid, desk.clock.today() + timedelta(days=days)).result()

    return act


def _go_over(line: int, days: int, colleague: bool) -> Act:
    def act(desk: Desk, client: str) -> None:
        case = clients.header(desk, client).customership_uid
        now = transition.standing(desk, case)
        to = line if now.decided is None else now.decided
        day = desk.clock.today() + timedelta(days=days if now.decided is None else 0)
        taker = _taker(desk, colleague, is_team=desk.model.is_teams(to))
        agreed = Transition(to, "other_approach", "needs another approach", taker, day, "go on")
        transition.agree(desk, case, agreed).result()

    return act


def _hand_over(colleague: bool) -> Act:
    def act(desk: Desk, client: str) -> None:
        case = clients.header(desk, client).customership_uid
        taker = _taker(desk, colleague, is_team=False)
        handing.hand_over(desk, [case], taker, "go on").result()

    return act


def _acknowledge(desk: Desk, client: str) -> None:
    handing.acknowledge(desk, client).result()


def _taker(desk: Desk, colleague: bool, *, is_team: bool) -> Receiver:
    people = [each for each in staff.load(desk).advisers if each.here != colleague]
    return Receiver(desk.team.uid, None if is_team else people[0].uid)


REFUSED = {
    "plan_needs_line",
    "drop_rolling",
    "handover_nobody",
    "handover_none",
    "handover_not_dropped",
    "handover_not_yours",
    "transition_agreed",
    "transition_draft",
    "transition_no_line",
    "transition_same_line",
}
PLACES = st.integers(0, 5)
ACTS: st.SearchStrategy[Act] = st.one_of(
    st.builds(_decide, st.sampled_from(sorted(ANSWERS))),
    st.just(_begin),
    st.builds(
        _answer,
        st.sampled_from(["start.benefit_opened", "contact.interpreter"]),
        st.sampled_from(["yes", "no"]),
    ),
    st.builds(_plan, st.integers(1, 9), st.sampled_from(["office", "client"]), st.booleans()),
    st.builds(_add, st.integers(0, 40), st.sampled_from(["me", "team"])),
    st.builds(_done, PLACES, st.booleans()),
    st.builds(_put_away, PLACES, st.one_of(st.none(), st.integers(1, 40))),
    st.builds(_go_over, st.sampled_from([1, 2, 3]), st.integers(0, 40), st.booleans()),
    st.builds(_hand_over, st.booleans()),
    st.just(_acknowledge),
)


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 40), ACTS), min_size=3, max_size=9),
    st.sampled_from([None, *sorted(ANSWERS)]),
)
def test_after_every_act_the_list_is_in_step(
    life: list[tuple[int, Act]], begins_on: str | None
) -> None:
    clock = Clock(read=lambda: NOON)
    with (
        tempfile.TemporaryDirectory() as folder,
        make_store(Path(folder) / "x.db", "test", Founders("A. Lind", "North"), clock) as store,
    ):
        desk = desk_of(store)
        client = take_in(desk, start_channel="online")
        staff.add_adviser(desk, "B. Berg", desk.team.uid).result()
        if begins_on is not None:
            _decide(begins_on)(desk, client)
        day = clock.today()
        for gap, act in life:
            day += timedelta(days=gap)
            desk = at(desk, day.isoformat())
            transition.carry_out(desk).result()
            closed, by_hand = _closed(desk), _by_hand(desk)
            try:
                act(desk, client)
            except TeuiError as refused:
                assert refused.code in REFUSED
            assert closed <= _closed(desk), "done stays done"
            handled = {uid for uid, _ in _closed(desk) - closed}
            assert by_hand - handled <= _by_hand(desk), "what was written down by hand stays"
            _in_step(desk, client)
        assert verify_chain(store.read()) == ()


def _closed(desk: Desk) -> set[tuple[str, str]]:
    rows = desk.store.read().execute(
        "SELECT uid, state FROM follow_up WHERE state = 'done' OR drop_reason = 'other'"
    )
    return {(row["uid"], row["state"]) for row in rows.fetchall()}


def _by_hand(desk: Desk) -> set[str]:
    rows = desk.store.read().execute(
        "SELECT uid FROM follow_up WHERE rule = 'by_hand' AND state IN ('open', 'snoozed')"
    )
    return {row["uid"] for row in rows.fetchall()}


def _in_step(desk: Desk, client: str) -> None:
    header = clients.header(desk, client)
    case = header.customership_uid
    acts = "SELECT count(*) FROM act"
    before = desk.store.read().execute(acts).fetchall()[0][0]
    desk.store.writer.submit(
        "refreshed", lambda unit: followups.refresh(unit, desk.model, case)
    ).result()
    assert desk.store.read().execute(acts).fetchall()[0][0] == before, "nothing was left to do"
    if header.line is not None:
        states = desk.store.read().execute("SELECT state FROM follow_up WHERE rule = 'no_contact'")
        assert [row["state"] in {"open", "snoozed"} for row in states.fetchall()] == [True]
