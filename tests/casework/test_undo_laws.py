"""Random acts of an adviser, all taken back and all done again: the store is as it was."""

import tempfile
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.casework.cases import AGREED, LINE_2, hold, take_in
from tests.conftest import NOON
from teui.casework import (
    clients,
    contacts,
    decision,
    followups,
    interview,
    offers,
    plan,
    today,
    undo,
)
from teui.casework.desk import Desk, desk_of, make_store
from teui.casework.followups import ContactDone
from teui.casework.offers import Job, Outcome
from teui.clock import Clock
from teui.errors import TeuiError
from teui.practice.model import Value
from teui.store.history import verify_chain
from teui.store.store import Founders

Act = Callable[[Desk, str, str], None]
State = dict[str, list[tuple[object, ...]]]
TABLES = (
    *("client", "customership", "assessment", "answer", "told"),
    *("plan", "plan_revision", "plan_item", "contact", "follow_up", "job_offer"),
)
VALUES: Mapping[str, Sequence[Value]] = {
    "contact.interpreter": ("yes", "no"),
    "goals.clarity": ("unclear", "several_options", "clear_and_realistic"),
    "start.benefit_opened": ("yes", "no"),
    "situation.known_change": ("none", "studies_start"),
    "work.area": (("Turku",), ("Oulu, å ä ö",)),
}


def _state(desk: Desk) -> State:
    """Every row, but for what rises with each change."""
    found: State = {}
    for table in TABLES:
        rows = desk.store.read().execute(f"SELECT * FROM {table} ORDER BY uid")
        names = [column[0] for column in rows.description]
        kept = [name for name in names if name not in {"id", "version"}]
        found[table] = [tuple(row[name] for name in kept) for row in rows]
    return found


def _answer(question: str, place: int, asked: bool) -> Act:
    def act(desk: Desk, new: str, _settled: str) -> None:
        uid = clients.header(desk, new).draft_uid
        assert uid is not None
        values = VALUES[question]
        value = values[place % len(values)]
        if asked:
            interview.save_answer(desk, uid, question, "answered", value).result()
        else:
            interview.save_answer(desk, uid, question, "does_not_know").result()

    return act


def _goal(goal: str, weeks: int) -> Act:
    def act(desk: Desk, _new: str, settled: str) -> None:
        case = clients.header(desk, settled).customership_uid
        plan.save(desk, case, goal=goal, rhythm_weeks=weeks).result()

    return act


def _row(text: str, days: int, place: int | None) -> Act:
    def act(desk: Desk, _new: str, settled: str) -> None:
        case = clients.header(desk, settled).customership_uid
        day = desk.clock.today() + timedelta(days=days)
        items = [item for item in plan.load(desk, case).items if item.version]
        uid = items[place % len(items)].uid if items and place is not None else None
        plan.save_item(desk, case, "client", text, day, uid=uid).result()

    return act


def _take_out(place: int) -> Act:
    def act(desk: Desk, _new: str, settled: str) -> None:
        case = clients.header(desk, settled).customership_uid
        items = plan.load(desk, case).items
        if items:
            plan.remove_item(desk, case, items[place % len(items)].uid).result()

    return act


def _accept(desk: Desk, _new: str, settled: str) -> None:
    plan.accept(desk, clients.header(desk, settled).customership_uid).result()


def _done(place: int, reached: bool) -> Act:
    def act(desk: Desk, _new: str, _settled: str) -> None:
        rows = today.page(desk)
        if not rows:
            return
        row = rows[place % len(rows)]
        contact = ContactDone("other", "phone", reached)
        is_contact = followups.is_contact(desk, row.rule)
        followups.done(desk, row.uid, contact if is_contact else None).result()

    return act


def _put_away(place: int, days: int | None) -> Act:
    def act(desk: Desk, _new: str, _settled: str) -> None:
        rows = today.page(desk)
        if not rows:
            return
        uid = rows[place % len(rows)].uid
        if days is None:
            followups.drop(desk, uid, "mistake").result()
        else:
            followups.snooze(desk, uid, desk.clock.today() + timedelta(days=days)).result()

    return act


def _note(desk: Desk, new: str, _settled: str) -> None:
    uid = clients.header(desk, new).draft_uid
    assert uid is not None
    interview.keep_note(desk, uid, "wants to move to Oulu", None, NOON).result()


def _offer(title: str) -> Act:
    def act(desk: Desk, _new: str, settled: str) -> None:
        offers.make(desk, clients.header(desk, settled).customership_uid, Job(title)).result()

    return act


def _turn(place: int, outcome: Outcome | None) -> Act:
    def act(desk: Desk, _new: str, settled: str) -> None:
        case = clients.header(desk, settled).customership_uid
        made = offers.load(desk, case).offers
        if made:
            uid = made[place % len(made)].uid
            turned = offers.set_outcome(desk, uid, outcome) if outcome else None
            (turned or offers.take_out(desk, uid)).result()

    return act


def _promised(desk: Desk, _new: str, settled: str) -> None:
    made = ContactDone("other", "phone", True, outcome="new_step", next_step="! writes +3")
    contacts.log(desk, settled, made).result()


OUTCOMES = (Outcome("applied"), Outcome("hired"), Outcome("failed", "client", "declined"), None)
PLACES = st.integers(0, 6)
ACTS: st.SearchStrategy[Act] = st.one_of(
    st.builds(_answer, st.sampled_from(sorted(VALUES)), PLACES, st.booleans()),
    st.builds(_goal, st.sampled_from(["baker", "practical nurse"]), st.integers(1, 6)),
    st.builds(_row, st.sampled_from(["calls", "writes"]), st.integers(1, 9), PLACES | st.none()),
    st.builds(_take_out, PLACES),
    st.just(_accept),
    st.builds(_done, PLACES, st.booleans()),
    st.builds(_put_away, PLACES, st.none() | st.integers(1, 40)),
    st.just(_note),
    st.builds(_offer, st.sampled_from(["baker", "cook"])),
    st.builds(_turn, PLACES, st.sampled_from(OUTCOMES)),
    st.just(_promised),
)
REFUSED = {"drop_rolling", "plan_accepted", "plan_needs_goal", "plan_needs_rhythm"}
REFUSED |= {"plan_item_unknown"}


@settings(max_examples=25, deadline=None)
@given(st.lists(ACTS, min_size=1, max_size=10), st.integers(0, 12))
def test_all_taken_back_is_as_before_and_all_done_again_as_after(
    life: list[Act], extra: int
) -> None:
    clock = Clock(read=lambda: NOON)
    with (
        tempfile.TemporaryDirectory() as folder,
        make_store(Path(folder) / "x.db", "test", Founders("A. Lind", "North"), clock) as store,
    ):
        desk = desk_of(store)
        settled, new = take_in(desk, "Korhonen"), take_in(desk, start_channel="online")
        uid = hold(desk, settled, LINE_2, AGREED)
        decision.record(desk, uid, "line_2", "agrees", None).result()
        hold(desk, new)
        begun = _state(desk)
        for act in life:
            try:
                act(desk, new, settled)
            except TeuiError as refused:
                assert refused.code in REFUSED

        states = [_state(desk)]
        while states[-1] != begun:
            assert undo.undo(desk).result() is not None
            states.append(_state(desk))
        back = len(states) - 1
        # To and fro anywhere on the way changes nothing.
        for state in list(reversed(states))[1 : extra + 1]:
            assert undo.redo(desk).result() is not None
            assert _state(desk) == state
        for state in states[max(1, back - extra + 1) :]:
            assert undo.undo(desk).result() is not None
            assert _state(desk) == state
        for state in list(reversed(states))[1:]:
            assert undo.redo(desk).result() is not None
            assert _state(desk) == state
        assert undo.redo(desk).result() is None
        assert verify_chain(store.read()) == ()
