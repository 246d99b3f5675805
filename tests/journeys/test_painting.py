"""One paint a key: the next question and “saved” reach the terminal together."""

from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest
from rich.console import RenderableType
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.screen import Screen

from screens.app import TeuiApp
from screens.client import Client
from screens.interview import Interview
from screens.today import Today
from screens.widgets.lines import Lines
from tests.conftest import NOON
from tests.journeys.conftest import Sitting, sitting
from teui.casework.clients import NewClient, find, new_client
from teui.casework.contacts import log
from teui.casework.desk import open_desk
from teui.casework.followups import ContactDone
from teui.clock import Clock

Paints = list[set[int]]
"""The rows of the screen that each paint touched."""
HEAD = 0
QUIET = 8
"""So many rounds without a paint: the first layout of a screen may come late."""


@pytest.fixture
def paints(monkeypatch: pytest.MonkeyPatch) -> Paints:
    """What has been painted so far, as the app hands it to its terminal."""
    painted: Paints = []
    display = TeuiApp._display

    def noted(self: TeuiApp, screen: Screen[object], update: RenderableType | None) -> None:
        if isinstance(update, ChopsUpdate):
            painted.append({y for y, _, _ in update.spans})
        elif isinstance(update, LayoutUpdate):
            painted.append(set(range(24)))
        display(self, screen, update)

    monkeypatch.setattr(TeuiApp, "_display", noted)
    # Each save takes place in a second of its own, so that “saved” always changes.
    ticks = count()
    monkeypatch.setattr(Clock, "now", lambda _: NOON + timedelta(seconds=next(ticks)))
    return painted


async def _still(at: Sitting, paints: Paints) -> None:
    """Until nothing is painted any more; what has been so far is forgotten."""
    quiet = 0
    while quiet < QUIET:
        paints.clear()
        await at.settle()
        quiet = 0 if paints else quiet + 1


async def _painted(at: Sitting, paints: Paints) -> None:
    """Until what a key has changed is painted: a slow machine lets it wait."""
    for _ in range(500):
        if paints:
            break
        await at.settle()


async def _interview(at: Sitting) -> Interview:
    uid = new_client(at.desk, NewClient("Virtanen", "Aino", start_channel="online")).result()
    assert [row.uid for row in find(at.desk, "virt")] == [uid]
    await at.press("slash")
    await at.type("virt")
    await at.press("enter", "i")
    screen = at.app.screen
    assert isinstance(screen, Interview), at.screen
    return screen


@pytest.mark.parametrize(
    ("question", "keys"),
    [
        ("goals.clarity", "1"),
        ("goals.clarity", "0"),
        ("goals.wishes", "2"),
        ("work.available_from", "minus,enter"),
    ],
)
async def test_an_answer_is_one_paint_with_question_and_saved(
    place: Path, paints: Paints, question: str, keys: str
) -> None:
    async with sitting(place) as at:
        screen = await _interview(at)
        screen.go_to(question)
        *before, key = keys.split(",")
        await at.press(*before)
        await _still(at, paints)

        await at.press(key)

        # What was typed in a field is cleared a moment later: only the time of saving changes.
        rows, *later = paints
        assert HEAD in rows
        assert len(rows) < 24
        assert all(more == {HEAD} for more in later)


async def test_a_step_to_a_field_and_away_is_one_paint(place: Path, paints: Paints) -> None:
    async with sitting(place) as at:
        screen = await _interview(at)
        screen.go_to("situation.status")
        await at.settle()
        kinds = {screen.is_typed}
        for _ in range(5):
            await _still(at, paints)

            await at.pilot.press("down")

            kinds.add(screen.is_typed)
            rows, *later = paints
            assert len(rows) < 24
            assert all(more == {HEAD} for more in later)
        assert kinds == {True, False}


async def test_a_letter_of_a_note_repaints_the_line_alone(place: Path, paints: Paints) -> None:
    async with sitting(place) as at:
        screen = await _interview(at)
        screen.go_to("goals.clarity")
        await at.press("a")
        await _still(at, paints)

        await at.pilot.press("b")

        assert paints[0] == {19}


async def test_a_step_in_today_repaints_two_rows_and_the_reason(
    place: Path, paints: Paints
) -> None:
    desk = open_desk(str(place), clock=Clock())
    with desk.store:
        for name in ("Aalto", "Berg", "Cederberg"):
            new_client(desk, NewClient(name, "Aino", start_channel="online")).result()
    async with sitting(place) as at:
        assert isinstance(at.app.screen, Today)
        top = at.app.screen.query_one("#rows", Lines).region.y
        await _still(at, paints)
        await at.press("down")
        await _painted(at, paints)
        await _still(at, paints)

        await at.press("down")
        await _painted(at, paints)

        # List and lines below are two panes: a slow machine may paint them one after the other.
        rows = set().union(*paints)
        assert len(paints) in {1, 2}
        reason = set(range(18, 22))
        # The row that the step before has left may still wait to be painted.
        assert len(rows - reason) in {2, 3}
        assert min(rows) >= top


async def test_a_step_on_the_client_repaints_two_rows_and_the_detail(
    place: Path, paints: Paints
) -> None:
    desk = open_desk(str(place), clock=Clock())
    with desk.store:
        client = new_client(desk, NewClient("Aalto", "Aino", start_channel="online")).result()
        for channel in ("phone", "video"):
            log(desk, client, ContactDone("other", channel, reached=False)).result()
    async with sitting(place) as at:
        await at.press("enter", "6")
        screen = at.app.screen
        assert isinstance(screen, Client)
        await _still(at, paints)

        await at.press("down")
        await _painted(at, paints)

        # List and lines below are two panes: a slow machine may paint them one after the other.
        rows = set().union(*paints)
        assert len(paints) in {1, 2}
        detail = screen.query_one("#detail", Lines).region
        assert len(rows - set(range(detail.y, detail.bottom))) == 2
        assert screen.query_one("#timeline", Lines).region.y <= min(rows)
