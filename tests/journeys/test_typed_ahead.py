"""Keys pressed faster than the screen answers, and moves out of a line of text."""

from pathlib import Path

from screens.clients import Clients
from screens.interview import Interview
from screens.new_client import NewClient
from tests.journeys.conftest import Sitting, sitting


async def _interview(at: Sitting, family: str) -> Interview:
    await at.press("n")
    await at.type(family)
    await at.press("enter")
    await at.type("Aino")
    await at.press("f8")
    screen = at.app.screen
    assert isinstance(screen, Interview), at.screen
    return screen


async def test_up_and_down_lead_out_of_a_field_and_past_a_begun_note(place: Path) -> None:
    async with sitting(place) as at:
        screen = await _interview(at, "virtanen")
        screen.go_to("work.area")
        await at.settle()
        await at.type("tampere")

        await at.press("down")
        assert screen.current == screen.sheet.neighbour("work.area", 1)
        screen.go_to("goals.clarity")
        await at.settle()
        await at.type("bakery")
        await at.press("pagedown")

        assert screen.question.section == "ability"
        assert screen.notes.note.value == "bakery"


async def test_down_leads_on_in_a_form(place: Path) -> None:
    async with sitting(place) as at:
        await at.press("n", "down", "down")
        screen = at.app.screen
        assert isinstance(screen, NewClient)
        assert screen.writing().id == "call_name"


async def test_enter_leads_to_what_was_typed_and_not_to_what_was_found_before(place: Path) -> None:
    async with sitting(place) as at:
        await _interview(at, "virtanen")
        await at.press("escape")
        await _interview(at, "korhonen")
        await at.press("escape", "slash")
        assert isinstance(at.app.screen, Clients)

        # No pause between the keys: the list still holds whom an empty field finds.
        for key in ("v", "i", "r", "enter", "i"):
            await at.pilot.press(key)
        await at.settle()

        screen = at.app.screen
        assert isinstance(screen, Interview), at.screen
        assert screen.draft.client.name == "virtanen, Aino"
