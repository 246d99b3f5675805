"""The office's settings: numbers, people, language, and what they change on the other screens."""

from datetime import date
from pathlib import Path

import pytest

from screens.client import Client
from screens.settings import Settings
from screens.today import Today
from screens.widgets.entry import Entry
from screens.widgets.lines import Lines, width_of
from tests.casework.cases import AGREED, LINE_1, hold, take_in
from tests.journeys.conftest import MONDAY, Sitting, sitting
from teui.casework import decision, look, office, recount, staff
from teui.casework.desk import Desk, open_desk
from teui.clock import Clock
from teui.practice.texts import LANGUAGES

MOST_ROWS = 40
SIZES = ((80, 24), (120, 40))


def _open(place: Path) -> Desk:
    return open_desk(str(place), clock=Clock(pinned=MONDAY))


@pytest.fixture
def on_line(place: Path) -> Path:
    """The store with a client on line 1 since today."""
    desk = _open(place)
    with desk.store:
        client = take_in(desk)
        uid = hold(desk, client, LINE_1, AGREED)
        decision.record(desk, uid, "line_1", "agrees", None).result()
    return place


def _no_contact(desk: Desk) -> date:
    [row] = desk.store.read().execute("SELECT due FROM follow_up WHERE rule = 'no_contact'")
    return date.fromisoformat(row["due"])


async def _to(at: Sitting, *key: str) -> None:
    """Down from the top to the row of a key."""
    screen = at.app.screen
    assert isinstance(screen, Settings)
    await at.press("home")
    for _ in range(MOST_ROWS):
        if screen.rows.key != key:
            await at.pilot.press("down")
    assert screen.rows.key == key


async def _write(at: Sitting, text: str) -> None:
    """Over what stands in the field."""
    field = at.app.screen.query_one(Entry)
    await at.press("end", *["backspace"] * len(field.value))
    await at.type(text)
    await at.press("enter")


async def test_a_number_is_the_offices_from_its_day_and_moves_what_is_due(on_line: Path) -> None:
    async with sitting(on_line) as at:
        await at.press("g")
        await _to(at, "number", "no_contact")
        assert "After how long without contact" in at.screen
        await at.press("enter")
        await _write(at, "400")
        assert "a number from 1 to 365: 400" in at.screen
        await _write(at, "60")
        await _write(at, "31.2.")
        assert "This is not a day: 31.2." in at.screen
        await _write(at, "16.11.2026")

        assert "60 days · own" in at.screen
        assert "from 16.11.2026: 60 days" in at.screen
        assert "All follow-ups follow the office's numbers now." in at.screen
        assert "saved" in at.screen
        assert _no_contact(at.desk) == date(2027, 1, 15)

        await at.press("enter")
        await _write(at, "")
        await at.press("enter")
        assert "· own" not in at.screen
        assert _no_contact(at.desk) == date(2027, 2, 14)


async def test_the_settings_are_a_key_away_from_a_client_too(on_line: Path) -> None:
    async with sitting(on_line) as at:
        await at.press("enter")
        assert isinstance(at.app.screen, Client)
        await at.press("g")
        assert "Office settings" in at.screen
        await at.press("escape")
        assert "Office settings" not in at.screen


async def test_what_esc_leaves_half_typed_is_there_again(place: Path) -> None:
    async with sitting(place) as at:
        await at.press("g", "n")
        await at.type("B. Ek")
        await at.press("enter", "escape", "n")
        assert at.app.screen.query_one(Entry).value == "B. Ek"
        await at.press("enter", "1")
        await at.press("n")
        assert at.app.screen.query_one(Entry).value == ""


async def test_counting_that_was_broken_off_goes_on_at_the_next_start(on_line: Path) -> None:
    desk = _open(on_line)
    with desk.store:
        office.set_number(desk, "no_contact", 60, MONDAY).result()

    async with sitting(on_line) as at:
        assert isinstance(at.app.screen, Today)
        assert recount.needed(at.desk) is None
        assert _no_contact(at.desk) == date(2027, 1, 15)


async def test_who_sits_at_the_desk_has_another_today(on_line: Path) -> None:
    async with sitting(on_line) as at:
        await at.press("g", "t")
        await at.type("South")
        await at.press("enter")
        assert "Changed: New team → South" in at.screen
        await at.press("n")
        await at.type("a. lind")
        await at.press("enter")
        assert "This name is here already: A. Lind" in at.screen
        await _write(at, "B. Ek")
        await at.press("2")
        assert "Changed: New adviser → B. Ek" in at.screen

        await at.press("home", "enter", "2")
        assert "B. Ek" in at.screen
        await at.press("escape")
        assert isinstance(at.app.screen, Today)
        assert "B. Ek · Team South" in at.screen
        assert "Virtanen" not in at.screen

    async with sitting(on_line) as at:
        assert "B. Ek · Team South" in at.screen
        assert at.desk.store.adviser == at.desk.adviser.uid


async def test_an_adviser_is_renamed_moved_and_leaves(place: Path) -> None:
    desk = _open(place)
    with desk.store:
        staff.add_adviser(desk, "B. Ek", desk.team.uid).result()
        staff.add_team(desk, "South").result()
    async with sitting(place) as at:
        await at.press("g")
        await _to(at, "adviser", staff.load(at.desk).advisers[1].uid)
        await at.press("enter", "1")
        await _write(at, "Bo Ek")
        assert "Changed: B. Ek → Bo Ek" in at.screen
        await at.press("enter", "2", "2")
        assert "Changed: Bo Ek → South" in at.screen
        await at.press("enter", "3")
        await _write(at, "17.11.2026")
        assert "still to come" in at.screen
        await _write(at, "13.11.2026")
        assert "left, last day 13.11.2026" in at.screen
        await at.press("enter", "3")
        assert "back at work" in at.screen
        await at.press("up", "enter", "3", "enter")
        assert "This adviser works at this desk: A. Lind." in at.screen


async def test_colours_language_and_deciding_first_are_set(place: Path) -> None:
    async with sitting(place) as at:
        await at.press("g", "home", "down", "enter", "2")
        assert at.app.look == look.load(at.desk) == "contrast"
        await at.press("down", "enter", "2", "down", "enter", "1")
        assert (office.language(at.desk), office.decide_first(at.desk)) == ("sv", True)
        assert "Changed: Decide before the suggestion → yes" in at.screen


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", LANGUAGES)
async def test_no_word_of_the_settings_is_cut(
    place: Path, language: str, size: tuple[int, int]
) -> None:
    async with sitting(place, language=language, size=size) as at:
        desk = at.desk
        for each in office.load(desk).numbers:
            office.set_number(desk, each.id, each.model.most, MONDAY).result()
            office.set_number(desk, each.id, None, date(2027, 12, 31)).result()
        await at.press("g", "home")
        screen = at.app.screen
        assert isinstance(screen, Settings)
        digest = f"{desk.model.digest[:16]}…"
        for _ in range(MOST_ROWS):
            panes = [line for pane in screen.query(Lines) for line in pane._lines]
            texts = ["".join(span.text for span in line).replace(digest, "") for line in panes]
            assert [text for text in texts if "…" in text] == []
            assert max(map(width_of, panes)) <= size[0]
            screen.action_move(1)
        assert screen.rows.key == ("model", "S4")
