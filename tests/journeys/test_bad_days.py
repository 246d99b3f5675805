"""Days on which something is wrong: a sentence with its cure, and nothing typed is lost."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from screens import day, frame
from screens.app import TeuiApp
from screens.interview import Interview
from screens.keyed import Keyed
from screens.today import Today
from screens.widgets.too_small import TooSmall
from tests.journeys.conftest import Sitting, sitting
from teui.casework.clients import NewClient, new_client
from teui.casework.desk import open_desk
from teui.clock import Clock
from teui.practice.texts import LANGUAGES
from teui.store.driver import connect


async def _interview(at: Sitting) -> Interview:
    new_client(at.desk, NewClient("Virtanen", "Aino", start_channel="online")).result()
    await at.press("slash")
    await at.type("virt")
    await at.press("enter", "i")
    screen = at.app.screen
    assert isinstance(screen, Interview), at.screen
    return screen


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_window_too_small_says_so_and_takes_letters_alone(
    place: Path, language: str
) -> None:
    async with sitting(place, language=language) as at:
        interview = await _interview(at)
        question = interview.current
        await at.pilot.resize_terminal(60, 15)
        [cover] = interview.query(TooSmall)
        assert "60×15" in " ".join(cover.shown) and "80×24" in " ".join(cover.shown)
        assert cover.region.size == (60, 15)

        await at.press("1")
        assert (interview.current, question in interview.sheet.given) == (question, False)
        await at.type("wants shifts")

        await at.pilot.resize_terminal(80, 24)
        assert not interview.query(TooSmall)
        assert "wants shifts" in interview.notes.note.value


async def test_a_store_taken_away_is_said_and_the_note_stays(place: Path) -> None:
    async with sitting(place) as at:
        interview = await _interview(at)
        away = place.with_name("away.db")
        place.rename(away)
        await at.type("thinking of the bakery")
        await at.press("enter")

        assert "put the store back" in " ".join(at.screen.split())
        assert interview.notes.note.value == "thinking of the bakery"
        assert not interview.draft.notes

        away.rename(place)
        await at.press("enter")
        assert [note.text for note in interview.draft.notes] == ["thinking of the bakery"]


async def test_a_store_that_is_held_is_waited_for(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(frame, "PATIENCE", 0.0)
    async with sitting(place) as at:
        interview = await _interview(at)
        question = interview.current
        other = connect(place, None, write=True)
        other.execute("BEGIN IMMEDIATE")
        answering = asyncio.create_task(at.pilot.press("1"))
        while "Waiting for the store" not in at.screen:
            await asyncio.wait([answering], timeout=0.01)
        other.execute("ROLLBACK")
        other.close()
        await answering
        await at.settle()

        assert question in interview.sheet.given
        assert "Waiting" not in at.screen


class Hands:
    """The hands of a computer's clock, for a test to move."""

    def __init__(self, instant: datetime) -> None:
        self.instant = instant

    def __call__(self) -> datetime:
        return self.instant


@asynccontextmanager
async def _by_clock(place: Path, hands: Hands) -> AsyncIterator[Sitting]:
    desk = open_desk(str(place), clock=Clock(read=hands))
    with desk.store:
        app = TeuiApp(desk, "en")
        async with app.run_test(size=(80, 24)) as pilot:
            at = Sitting(app, pilot)
            await at.settle()
            yield at


async def test_the_day_turns_under_an_open_interview(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(day, "LOOK_EVERY", 0.01)
    hands = Hands(datetime(2026, 11, 16, 12, tzinfo=UTC))
    async with _by_clock(place, hands) as at:
        interview = await _interview(at)
        await at.type("going on")
        hands.instant += timedelta(days=1)
        while "A new day: Tue 17.11.2026" not in at.screen:
            await at.pilot.pause()

        assert interview.sheet.as_of == date(2026, 11, 17)
        assert "going on" in interview.notes.note.value
        await at.press("enter", "escape", "escape")
        assert "Tue 17.11.2026" in at.screen


async def test_a_clock_that_fell_behind_is_said_and_refuses_nothing(place: Path) -> None:
    hands = Hands(datetime(2026, 11, 16, 12, tzinfo=UTC))
    async with _by_clock(place, hands) as at:
        await _interview(at)
        assert "clock" not in at.screen

    hands.instant = datetime(2020, 2, 3, 12, tzinfo=UTC)
    async with _by_clock(place, hands) as at:
        assert "it says Mon 3.2.2020" in " ".join(at.screen.split())
        interview = await _interview(at)
        await at.press("1")
        assert interview.sheet.given


@pytest.mark.parametrize("key", ["enter", "i", "p", "l", "d"])
async def test_a_client_erased_elsewhere_is_said_and_leaves_the_list(place: Path, key: str) -> None:
    async with sitting(place) as at:
        new_client(at.desk, NewClient("Virtanen", "Aino", start_channel="online")).result()
        at.app.screen.refresh_data()  # type: ignore[attr-defined]
        await at.settle()
        assert "Virtanen" in at.screen
        other = connect(place, None, write=True)
        for table in ("follow_up", "customership", "client"):
            other.execute(f"DELETE FROM {table}")
        other.close()

        await at.press(key)
        if key == "d":
            await at.press("enter")

        said = " ".join(at.screen.split())
        assert "erased elsewhere" in said or "no such follow-up" in said
        assert "Virtanen" not in at.screen


@asynccontextmanager
async def _taken_away(place: Path) -> AsyncIterator[None]:
    """Inside, the store is not in its place."""
    away = place.with_name("away.db")
    place.rename(away)
    yield
    away.rename(place)


def _written(at: Sitting) -> str:
    """The text that has the cursor, or into which the next letter goes."""
    screen = at.app.screen
    assert isinstance(screen, Keyed)
    entry = screen.writing()
    return "" if entry is None else entry.value


def _two_online(at: Sitting) -> Today:
    """Today, with a first contact of two clients due."""
    for name in ("Aalto", "Virtanen"):
        new_client(at.desk, NewClient(name, "Aino", start_channel="online")).result()
    today = at.app.screen
    assert isinstance(today, Today)
    today.refresh_data()
    return today


@pytest.mark.parametrize("keys", [("d", "enter"), ("s", "+", "1", "enter"), ("x", "1")])
async def test_what_could_not_be_done_with_a_row_leaves_it_selected(
    place: Path, keys: tuple[str, ...]
) -> None:
    async with sitting(place) as at:
        today = _two_online(at)
        await at.settle()
        async with _taken_away(place):
            await at.press(*keys)
            assert "put the store back" in " ".join(at.screen.split())
            assert today.client_name == "Aalto, Aino"

        await at.press(*keys)
        assert "put the store back" not in " ".join(at.screen.split())
        assert today.client_name == "Virtanen, Aino"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (("x", "5"), ()),
        (("f",), ("enter", "enter")),
        (("c",), ()),
    ],
    ids=["reason for taking off", "follow-up by hand", "note of a contact"],
)
async def test_what_was_typed_for_a_row_waits_until_it_is_saved(
    place: Path, before: tuple[str, ...], after: tuple[str, ...]
) -> None:
    async def finish(at: Sitting) -> None:
        await at.press("enter")
        if after:
            await at.type("+3")
            await at.press(*after)

    async with sitting(place) as at:
        _two_online(at)
        await at.settle()
        await at.press(*before)
        async with _taken_away(place):
            await at.type("asks the school first")
            await finish(at)
            assert "put the store back" in " ".join(at.screen.split())

        await at.press(*before)
        assert _written(at) == "asks the school first"
        await finish(at)
        assert "put the store back" not in " ".join(at.screen.split())
        assert "asks the school first" not in at.app.unfinished.values()
