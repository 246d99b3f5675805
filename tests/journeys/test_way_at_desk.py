"""A morning at the desk: the page gone through in numbered views, and right at the end."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from screens.plan import Plan
from screens.today import Today
from tests.casework.cases import AGREED, LINE_2, hold, take_in
from tests.journeys.conftest import MONDAY, Sitting, sitting
from teui.casework import by_hand, clients, decision, followups, today
from teui.casework.desk import Desk, desk_of, open_existing
from teui.casework.today import TodayRow
from teui.clock import Clock
from teui.store.history import verify_chain

BY_HAND, FIRST = 6, 7


def _today(at: Sitting) -> Today:
    screen = at.app.screen
    assert isinstance(screen, Today), screen
    return screen


def _selected(at: Sitting) -> TodayRow:
    row = _today(at).selected
    assert row is not None, at.screen
    return row


@pytest.fixture
def morning(place: Path) -> Path:
    """Seven first contacts and six by hand that are overdue, and a contact that was agreed."""
    start = date(2026, 10, 29)
    with open_existing(str(place), clock=Clock(pinned=start)) as store:
        desk = desk_of(store)
        for number in range(FIRST):
            take_in(desk, f"Verkko {number}", start_channel="online", start_date=start)
        for number in range(BY_HAND):
            case = _case(desk, take_in(desk, f"Käsin {number}", start_date=start))
            by_hand.add(desk, case, f"soita {number}", date(2026, 11, 10)).result()
    with open_existing(str(place), clock=Clock(pinned=MONDAY)) as store:
        desk = desk_of(store)
        draft = hold(desk, take_in(desk, "Aalto"), LINE_2, AGREED)
        decision.record(desk, draft, "line_2", "agrees", None).result()
    return place


def _case(desk: Desk, client: str) -> str:
    return clients.header(desk, client).customership_uid


def _counted(at: Sitting) -> Mapping[str, int]:
    """How many each view holds, as the screen says and as its list has it."""
    counts = today.counts(at.desk)
    for view in today.VIEWS:
        assert f"{at.app.texts(f'view.short.{view}')} {counts[view]}" in at.screen
        assert counts[view] == len(today.page(at.desk, view))
    return counts


@pytest.mark.parametrize("language", ["fi", "en"])
async def test_a_morning_at_the_desk(morning: Path, language: str) -> None:
    async with sitting(morning, date(2026, 11, 23), language) as at:
        t, before = at.app.texts, _counted(at)
        assert before["overdue"] == BY_HAND + FIRST
        await at.press("1", "home")

        # Twelve in a row: by hand one key each, a first contact by its form as it stands; one
        # client is not reached and stays, one row is put off, one taken off with a reason.
        done, stays = [], []
        for _ in range(BY_HAND):
            done.append(_selected(at).uid)
            assert _selected(at).rule == "by_hand"
            await at.press("d")
        stays.append(_selected(at).uid)
        await at.press("d", "2", "enter")
        assert t("follow_up.not_reached", client="Verkko 0, Aino") in at.screen
        for _ in range(4):
            done.append(_selected(at).uid)
            await at.press("d", "enter")
        stays.append(_selected(at).uid)
        await at.press("s")
        await at.type("+1")
        await at.press("enter")
        dropped = _selected(at).uid
        await at.press("x", "5")
        await at.type("muutti pois")
        await at.press("enter")
        assert t("follow_up.dropped", client="Verkko 6, Aino") in at.screen
        assert len({*done, *stays, dropped}) == BY_HAND + FIRST
        assert _counted(at)["overdue"] == 1, "the one not reached"
        await at.press("1")
        assert {row.uid for row in today.page(at.desk)}.isdisjoint([*done, dropped])

        # What was done by mistake comes back as it stood; and once more it is done.
        wrong = _selected(at)
        assert wrong.uid == stays[0]
        await at.press("d", "enter")
        assert wrong.uid not in {row.uid for row in today.page(at.desk)}
        await at.press("ctrl+z")
        assert wrong in today.page(at.desk)
        assert wrong.client in at.screen
        assert _counted(at)["overdue"] == 1

        # One written down by hand, for the client whose row is selected.
        await at.press("home", "f")
        await at.type("kysy todistusta")
        await at.press("enter")
        await at.type("+2")
        await at.press("enter", "enter")
        assert "Verkko 0, Aino" in at.screen
        by_hand = next(row for row in today.page(at.desk) if row.rule == "by_hand")
        assert (by_hand.client, by_hand.act_on) == ("Verkko 0, Aino", date(2026, 11, 25))

        # The contact agreed with the one on a line; what comes next is one key.
        await at.press("2", "home")
        assert _selected(at).client == "Aalto, Aino"
        assert followups.offered(at.desk, _selected(at).rule, 2) == "plan"
        await at.press("d")
        assert t("follow_up.next") in at.screen
        await at.press("p")
        screen = at.app.screen
        assert isinstance(screen, Plan)
        assert screen.view.client.name == "Aalto, Aino"
        await at.press("escape")

        after = _counted(at)
        assert (after["overdue"], after["today"]) == (1, before["today"] - 1)
        assert after["week"] == before["week"] - 1 + 1, "one done, one written down"
        assert verify_chain(at.desk.store.read()) == ()

    async with sitting(morning, date(2026, 11, 24), language) as at:
        assert {row.uid for row in today.page(at.desk, "today")} == {stays[1]}, "put off till then"
        assert _counted(at)["overdue"] == before["overdue"] - 12 + after["today"]
