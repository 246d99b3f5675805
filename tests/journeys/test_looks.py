"""Looks: kept in the store, none tells a state by colour alone, NO_COLOR means none at all."""

import re
from pathlib import Path

import pytest

from screens.looks import LOOKS, MONO
from screens.new_client import NewClient
from tests.journeys.conftest import sitting
from tests.journeys.terminal import Terminal, teui
from teui.practice.texts import LANGUAGES

COLOUR = re.compile(rb"\x1b\[[\d;:]*(?<![\d])(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[;:m]")


async def test_a_look_is_kept_for_the_next_start(place: Path) -> None:
    async with sitting(place) as at:
        await at.press("ctrl+t")
        assert (at.app.look, "High contrast" in at.screen) == ("contrast", True)

    async with sitting(place) as at:
        assert at.app.look == "contrast"
        await at.press("ctrl+t")
        assert at.app.has_class(MONO)
        await at.press("ctrl+t")
        assert (at.app.look, at.app.has_class(MONO)) == (LOOKS[0], False)


async def test_typing_goes_on_through_a_change_of_look(place: Path) -> None:
    async with sitting(place) as at:
        await at.press("n")
        await at.type("Virta")
        await at.press("ctrl+t")
        await at.type("nen")
        screen = at.app.screen
        assert isinstance(screen, NewClient)
        assert screen.writing().value == "Virtanen"


async def test_without_colours_the_place_of_writing_is_seen(place: Path) -> None:
    async with sitting(place) as at:
        await at.press("ctrl+t", "ctrl+t", "n")
        assert at.app.has_class(MONO)
        screen = at.app.screen
        assert isinstance(screen, NewClient)
        for part in ("input--cursor", "input--selection"):
            assert screen.writing().get_component_rich_style(part).reverse, part


@pytest.mark.parametrize("language", LANGUAGES)
async def test_where_no_color_is_set_a_look_does_not_claim_to_be_seen(
    place: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with sitting(place, language=language) as at:
        await at.press("ctrl+t")
        said = at.app.texts("frame.look.no_color", look=at.app.texts("frame.look.contrast"))
        assert (at.app.look, at.app.has_class(MONO), said in at.screen) == ("contrast", True, True)


@pytest.mark.terminal
@pytest.mark.parametrize("wanted", [False, True], ids=["colours", "no colours"])
def test_no_color_sends_none(place: Path, monkeypatch: pytest.MonkeyPatch, wanted: bool) -> None:
    if wanted:
        monkeypatch.setenv("NO_COLOR", "1")
    with Terminal(*teui(place)) as terminal:
        terminal.shows("Today ·", "F2")
        terminal.type("n")
        terminal.shows("New client")

    assert bool(COLOUR.search(terminal.output)) is not wanted
