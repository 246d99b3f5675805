"""No word is cut off: every screen at the two sizes, in every language."""

from pathlib import Path

import pytest

from screens.interview import Interview
from screens.keys import footer
from screens.widgets.lines import Lines, width_of
from tests.journeys.conftest import Sitting, sitting
from teui.practice.files import data_folder
from teui.practice.texts import LANGUAGES, load_texts, read_entries

SIZES = ((80, 24), (120, 40))
HELP = 64
"""Columns that the help of a key has behind `?`."""


PANES = (
    *("#head", "#foot", "#asked", "#answers", "#sections", "#reasons"),
    *("#check-title", "#checks", "#check-about", "#title", "#options", "#fault", "#note-state"),
)


def _check_frame(at: Sitting, width: int) -> None:
    screen = at.app.screen
    rows = footer(tuple(screen.keys_here()), at.app.texts, width)  # type: ignore[attr-defined]
    assert [row for row in rows if width_of(row) > width] == []
    for pane in PANES:
        for found in screen.query(pane).results(Lines):
            assert [text for text in found.shown if found.display and "…" in text] == []


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", LANGUAGES)
async def test_heads_feet_and_questions_fit(
    place: Path, language: str, size: tuple[int, int]
) -> None:
    async with sitting(place, language=language, size=size) as at:
        _check_frame(at, size[0])
        await at.press("n")
        _check_frame(at, size[0])
        await at.type("Virtanen")
        await at.press("enter")
        await at.type("Aino")
        await at.press("f8")
        for _ in range(12):
            _check_frame(at, size[0])
            await at.press("1")
        await at.press("escape", "p", "slash")
        _check_frame(at, size[0])


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_question_and_the_end_check_fit(
    place: Path, language: str, size: tuple[int, int]
) -> None:
    async with sitting(place, language=language, size=size) as at:
        await at.press("n")
        await at.type("Virtanen")
        await at.press("enter")
        await at.type("Aino")
        await at.press("f8")
        screen = at.app.screen
        assert isinstance(screen, Interview)
        for question in screen.sheet.model.questions:
            screen.go_to(question)
            await at.settle()
            _check_frame(at, size[0])
            shown = "\n".join(screen.asking.query_one("#answers", Lines).shown)
            assert "  0 " in shown, "the ways of not answering stand below the codes"

        for question, key in (("residence.basis", "1"), ("ability.support_need", "2")):
            screen.go_to(question)
            await at.settle()
            await at.press(key)
        await at.press("end")
        for _ in range(40):
            _check_frame(at, size[0])
            await at.press("down")
        await at.type("x")
        _check_frame(at, size[0])
        await at.press("escape", "slash")
        _check_frame(at, size[0])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_help_of_every_key_fits(language: str) -> None:
    t = load_texts(language)
    keys = [key for key, _ in read_entries(data_folder() / "text" / language / "key.toml")]

    assert [key for key in keys if key.endswith(".help") and len(t(key)) > HELP] == []
