"""No word is cut off: every screen at the two sizes, in every language."""

from pathlib import Path

import pytest

from screens.keys import footer
from screens.widgets.lines import Lines, width_of
from tests.journeys.conftest import Sitting, sitting
from teui.practice.texts import LANGUAGES

SIZES = ((80, 24), (120, 40))


def _check_frame(at: Sitting, width: int) -> None:
    screen = at.app.screen
    rows = footer(tuple(screen.keys_here()), at.app.texts, width)  # type: ignore[attr-defined]
    assert [row for row in rows if width_of(row) > width] == []
    for pane in ("#head", "#foot", "#asked", "#answers", "#sections", "#reasons"):
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
