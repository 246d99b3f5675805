"""Days on which something is wrong: a sentence with its cure, and nothing typed is lost."""

import asyncio
from pathlib import Path

import pytest

from screens import frame
from screens.interview import Interview
from screens.widgets.too_small import TooSmall
from tests.journeys.conftest import Sitting, sitting
from teui.casework.clients import NewClient, new_client
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
