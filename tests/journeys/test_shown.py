"""What the screens show, whole: compared with the texts in `looks/`.

`TEUI_LOOKS=renew` writes them anew; what has changed is then read in the diff.
"""

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.journeys.conftest import MORNING, Sitting, sitting
from teui.clock import Clock

LOOKS = Path(__file__).parent / "looks"
RENEW = os.environ.get("TEUI_LOOKS") == "renew"
NARROW, WIDE = (80, 24), (120, 40)

CLIENT = ("slash", *"pihlajasuo", "enter", "enter")
WAYS: dict[str, Sequence[str]] = {
    "today": (),
    "client": CLIENT,
    "interview": ("slash", *"kuusirinteela", "enter", "i"),
    "decision": (*CLIENT, "l"),
    "plan": (*CLIENT, "p"),
}
"""The keys that lead to each screen."""


def painted(at: Sitting) -> str:
    """Every cell of the screen on top, row by row, without the blanks at the end of a row."""
    screen = at.app.screen
    rows = [[" "] * screen.size.width for _ in range(screen.size.height)]
    for widget in screen.query("*"):
        place = widget.region
        if widget.children or not widget.display or not place.area:
            continue
        for y in range(place.height):
            text = widget.render_line(y).text[: place.width]
            rows[place.y + y][place.x : place.x + len(text)] = text
    return "".join(f"{''.join(row).rstrip()}\n" for row in rows)


@pytest.mark.parametrize(
    ("screen", "language", "size"),
    [
        ("today", "en", NARROW),
        ("today", "fi", NARROW),
        ("today", "sv", WIDE),
        ("client", "fi", NARROW),
        ("client", "sv", WIDE),
        ("interview", "fi", NARROW),
        ("interview", "sv", WIDE),
        ("decision", "en", NARROW),
        ("decision", "sv", WIDE),
        ("plan", "fi", NARROW),
    ],
)
async def test_a_screen_looks_as_it_did(
    office: Path, screen: str, language: str, size: tuple[int, int]
) -> None:
    clock = Clock(read=lambda: MORNING)
    async with sitting(office, language=language, size=size, clock=clock) as at:
        await at.press(*WAYS[screen])
        shown = painted(at)

    kept = LOOKS / f"{screen}-{language}-{size[0]}x{size[1]}.txt"
    if RENEW:
        LOOKS.mkdir(exist_ok=True)
        kept.write_text(shown, encoding="utf-8")
    assert shown == kept.read_text(encoding="utf-8")
    assert max(len(row) for row in shown.splitlines()) <= size[0]
