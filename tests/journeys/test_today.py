"""A morning on Today: views, lateness, twelve follow-ups in a row, put off, dropped, by hand."""

from datetime import date
from pathlib import Path

import pytest
from textual.events import Key

from screens.edit_client import EditClient
from screens.plan import Plan
from screens.today import Today
from screens.widgets.entry import Entry
from tests.casework.cases import AGREED, LINE_2, hold, take_in
from tests.journeys.conftest import MONDAY, Sitting, sitting
from teui.casework import by_hand, clients, decision, today
from teui.casework.desk import Desk, desk_of, open_existing
from teui.casework.today import TodayRow
from teui.clock import Clock
from teui.practice.texts import LANGUAGES

SIZES = ((80, 24), (120, 40))


def _case(desk: Desk, client: str) -> str:
    return clients.header(desk, client).customership_uid


@pytest.fixture
def full(place: Path) -> Path:
    """Twelve clients who wait: six for a first contact, six for something written down."""
    start = date(2026, 10, 29)
    with open_existing(str(place), clock=Clock(pinned=start)) as store:
        desk = desk_of(store)
        for number in range(6):
            take_in(desk, f"Online {number}", start_channel="online", start_date=start)
            written = take_in(desk, f"Written {number}", start_date=start)
            day = date(2026, 11, 10 + number)
            by_hand.add(desk, _case(desk, written), f"call school {number}", day).result()
    return place


def _today(at: Sitting) -> Today:
    screen = at.app.screen
    assert isinstance(screen, Today), screen
    return screen


async def _select(at: Sitting, rule: str) -> TodayRow:
    """Go down to the first row of a rule."""
    while (row := _today(at).selected) is None or row.rule != rule:
        await at.press("down")
    return row


async def test_twelve_in_a_row_without_moving_the_cursor(full: Path) -> None:
    async with sitting(full) as at:
        assert "OVERDUE 12" in at.screen
        keys = 0
        for left in range(12, 0, -1):
            row = _today(at).selected
            assert row is not None
            assert len(today.page(at.desk)) == left
            pressed = ["d"] if row.rule == "by_hand" else ["d", "enter"]
            await at.press(*pressed)
            keys += len(pressed)
            assert f"Done: {row.client}." in at.screen
        assert today.page(at.desk) == ()
        assert "Nothing here." in at.screen
        assert keys == 6 * 1 + 6 * 2
        contacts = at.desk.store.read().execute("SELECT kind, channel, reached FROM contact")
        assert [tuple(row) for row in contacts.fetchall()] == [("first", "phone", 1)] * 6


async def test_typed_ahead_each_key_meets_the_next_row(full: Path) -> None:
    async with sitting(full) as at:
        rows = today.page(at.desk)
        assert [row.rule for row in rows[:2]] == ["by_hand", "by_hand"]
        for key in ("d", "d", "d", "enter"):
            at.app.post_message(Key(key, key if len(key) == 1 else None))
        await at.settle()
        left = [row.uid for row in today.page(at.desk)]
        assert left == [row.uid for row in rows[3:]]


async def test_a_missed_call_stays_and_the_next_row_is_selected(full: Path) -> None:
    async with sitting(full) as at:
        row = await _select(at, "first_contact")
        await at.press("d", "2", "enter")
        assert f"Not reached: {row.client}. It stays on the list." in at.screen
        after = _today(at).selected
        assert after is not None and after.uid != row.uid
        assert len(today.page(at.desk)) == 12


async def test_a_contact_that_closes_more_passes_over_nothing(place: Path) -> None:
    with open_existing(str(place), clock=Clock(pinned=MONDAY)) as store:
        desk = desk_of(store)
        client = take_in(desk, "Aalto", start_channel="online")
        for number in range(3):
            by_hand.add(desk, _case(desk, client), f"ask {number}", MONDAY).result()
    async with sitting(place, date(2026, 11, 30)) as at:
        await at.press("d", "d")
        row = _today(at).selected
        assert row is not None and row.params.get("text") == "ask 2"


async def test_what_comes_next_is_offered_for_the_client_just_done(place: Path) -> None:
    with open_existing(str(place), clock=Clock(pinned=MONDAY)) as store:
        desk = desk_of(store)
        for name in ("Aalto", "Berg"):
            uid = hold(desk, take_in(desk, name), LINE_2, AGREED)
            decision.record(desk, uid, "line_2", "agrees", None).result()
    async with sitting(place, date(2026, 11, 23)) as at:
        row = _today(at).selected
        assert row is not None and row.client == "Aalto, Aino"
        await at.press("d")
        assert "Done: Aalto, Aino.   Next: p plan" in at.screen
        await at.press("f2")
        assert at.app.texts("follow_up.next") in at.screen, "said in the next language too"
        await at.press("f2", "f2", "end")
        assert "Done:" not in at.screen, "another key takes the offer away"
        await at.press("home", "d", "end")
        await at.press("home", "d")
        [said] = [line for line in at.screen.splitlines() if "Done:" in line]
        selected = _today(at).selected
        assert "Aalto, Aino" in said
        assert selected is not None and selected.client == "Berg, Aino"
        await at.press("p")
        assert isinstance(at.app.screen, Plan)
        assert "Aalto, Aino" in at.screen


async def test_every_count_opens_its_list(full: Path) -> None:
    async with sitting(full) as at:
        counts = today.counts(at.desk)
        for digit, view in enumerate(today.VIEWS, 1):
            await at.press(str(digit))
            assert _today(at).view == view
            assert f">{digit} " in at.screen
            assert f"{at.app.texts(f'view.short.{view}')} {counts[view]}" in at.screen
            await at.press("home")
            keys = set()
            for _ in range(counts[view]):
                keys.add(_today(at).rows.key)
                await at.press("down")
            assert keys == {row.uid for row in today.page(at.desk, view)} or not counts[view]
            assert counts[view] or at.app.texts(f"today.empty.{view}")[:30] in at.screen
        await at.press("0", "7")
        assert "Nothing is ending" in at.screen
        await at.press("0", "0")
        assert _today(at).view is None


async def test_the_foot_says_how_late_in_working_days_and_why(full: Path) -> None:
    async with sitting(full) as at:
        await _select(at, "first_contact")
        assert "window 29.10.–12.11.2026   late by 2 working days" in at.screen
        assert "Why: Started online 29.10.2026; first contact within 14 days." in at.screen
        assert "(S1 ch. 2)" in at.screen


async def test_put_off_says_from_where_to_where(full: Path) -> None:
    async with sitting(full) as at:
        await at.press("s")
        await at.type("yesterday")
        await at.press("enter")
        assert at.app.screen.query_one(Entry).value == "yesterday", "nothing typed is lost"
        await at.press(*["backspace"] * 9)
        await at.type("+1")
        await at.press("enter")
        assert "Put off to Tue 17.11.: Written 0, Aino." in at.screen
    async with sitting(full, date(2026, 11, 17)) as at:
        while (row := _today(at).selected) is None or row.state != "snoozed":
            await at.press("down")
        assert "put off: Tue 10.11. → Tue 17.11." in at.screen


async def test_in_december_a_day_of_january_lies_ahead_and_is_echoed(full: Path) -> None:
    async with sitting(full, date(2026, 12, 14)) as at:
        await at.press("s")
        await at.type("4.1.")
        assert "Mon 4.1.2027" in at.screen
        await at.press("enter")
        assert "Put off to Mon 4.1." in at.screen

        await at.press("f")
        await at.type("ask again")
        await at.press("enter")
        await at.type("4.1.")
        assert "Mon 4.1.2027" in at.screen
        await at.press("enter", "enter")
        [added] = at.desk.store.read().execute("SELECT due FROM follow_up WHERE text = 'ask again'")
        assert tuple(added) == ("2027-01-04",)


async def test_another_reason_is_asked_for_in_words(full: Path) -> None:
    async with sitting(full) as at:
        await at.press("x", "5", "enter")
        assert "needs to be said in words" in at.screen
        await at.type("school shut")
        await at.press("escape")
        assert len(today.page(at.desk)) == 12
        await at.press("x", "5", "enter")
        assert "Off the list: Written 0, Aino." in at.screen
        [dropped] = at.desk.store.read().execute(
            "SELECT drop_reason, drop_note FROM follow_up WHERE state = 'dropped'"
        )
        assert tuple(dropped) == ("other", "school shut")


async def test_a_follow_up_by_hand_from_the_selected_row(full: Path) -> None:
    async with sitting(full) as at:
        await at.press("f", "enter")
        assert "The follow-up says nothing yet." in at.screen
        await at.type("ask again")
        await at.press("enter")
        await at.type("1.1.2020")
        await at.press("enter")
        assert "before today: 1.1.2020" in at.screen
        await at.press("escape", "f")
        assert at.app.screen.query_one(Entry).value == "ask again"
        await at.press("enter")
        await at.type("+3")
        await at.press("enter", "2")
        assert "Written down for Thu 19.11.: Written 0, Aino." in at.screen
        [row] = [row for row in today.page(at.desk) if row.act_on == date(2026, 11, 19)]
        assert (row.client, row.params["text"], row.by_team) == (
            "Written 0, Aino",
            "ask again",
            True,
        )
        await at.press("end")
        assert "ask again" in at.screen and " Nor" in at.screen


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", LANGUAGES)
async def test_no_word_of_today_is_cut(full: Path, language: str, size: tuple[int, int]) -> None:
    async with sitting(full, language=language, size=size) as at:
        for key in ("1", "7", "0", "escape", "x", "escape", "f", "escape", "s", "escape", "d"):
            await at.press(key)
            assert all(len(line) <= size[0] for line in at.screen.splitlines())
            assert "…" not in at.screen
            if isinstance(at.app.screen, Today):
                views = at.screen.splitlines()[1:3]
                assert views[0].lstrip(" >").startswith("1 ") and views[1].split()[-1]


async def test_a_list_longer_than_its_page_says_so(
    full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("screens.today.MOST", 5)
    async with sitting(full) as at:
        assert "5 of 12 are shown." in at.screen


async def test_on_the_clients_own_screen_too(place: Path) -> None:
    with open_existing(str(place), clock=Clock(pinned=MONDAY)) as store:
        desk = desk_of(store)
        client = take_in(desk, "Aalto", start_channel="online")
    async with sitting(place) as at:
        await at.press("enter", "f")
        await at.type("ask again")
        await at.press("enter")
        await at.type("+2")
        await at.press("enter", "enter")
        assert "Written down for Wed 18.11.: Aalto, Aino." in at.screen
        assert "ask again" in at.screen
        await at.press("4", "d")
        assert "Done: Aalto, Aino." in at.screen
        [row] = today.page(at.desk)
        assert (row.client_uid, row.rule) == (client, "first_contact")


async def test_e_opens_what_is_known_of_the_selected_client(full: Path) -> None:
    async with sitting(full) as at:
        row = _today(at).selected
        assert row is not None
        await at.press("e")
        form = at.app.screen
        assert isinstance(form, EditClient)
        assert row.client in at.screen.splitlines()[0]
        await at.press("escape")
        assert _today(at).selected == row
