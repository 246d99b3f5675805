"""The real app on a store of its own, pressed key by key."""

import shutil
import unicodedata
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from screens.app import TeuiApp
from screens.widgets.lines import Lines
from teui.casework.demo import CLIENTS, SEED
from teui.casework.desk import Desk, desk_of, make_store, open_desk
from teui.casework.fill import fill, invented_founders
from teui.clock import Clock
from teui.store.store import Founders

MONDAY = date(2026, 11, 16)
MORNING = datetime(2026, 11, 16, 8, 41, 7, tzinfo=UTC)
"""Of that Monday, 10.41 in Helsinki."""


NAMED = {
    " ": "space",
    ";": "semicolon",
    "@": "at",
    "!": "exclamation_mark",
    "+": "plus",
    ",": "comma",
    "-": "minus",
    ".": "full_stop",
    "/": "slash",
    "?": "question_mark",
}
"""Signs for which Textual has names; others are their own."""


def _event(key: str) -> events.Key:
    """The press of a key, by Textual's name or by what it writes."""
    written = {name: sign for sign, name in NAMED.items()}.get(key, key)
    if len(written) > 1:
        return events.Key(key, None)
    named = written if written.isalnum() else unicodedata.name(written).lower().replace(" ", "_")
    return events.Key(NAMED.get(written, named), written)


@dataclass
class Sitting:
    """An adviser at the app: presses keys, reads the screen."""

    app: TeuiApp
    pilot: Pilot[None]

    @property
    def desk(self) -> Desk:
        return self.app.desk

    async def press(self, *keys: str) -> None:
        """Press keys one after another and wait until their work is done."""
        for key in keys:
            self.app.post_message(_event(key))
            await self.pilot.pause(0)
            await self.app.keys.drained()
        await self.settle()

    async def rush(self, *keys: str) -> None:
        """Press them all before the first has done anything."""
        for key in keys:
            self.app.post_message(_event(key))
        await self.settle()

    async def type(self, text: str) -> None:
        await self.press(*text)

    async def settle(self) -> None:
        """Until no worker is at work and every message is handled."""
        # A key typed ahead may be handed on from screen to screen, each with work of its own.
        for _ in range(4):
            await self.app.keys.drained()
            await self._workers_done()
            await self.pilot.pause(0)

    async def _workers_done(self) -> None:
        for _ in range(20):
            try:
                await self.app.workers.wait_for_complete()
                return
            except WorkerCancelled:
                # A read that a newer one has superseded: the newer one is waited for.
                pass

    @property
    def screen(self) -> str:
        """What is painted, pane by pane."""
        panes = self.app.screen.query(Lines)
        return "\n".join(line for pane in panes if pane.display for line in pane.shown)


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Path]:
    """A demo store with one adviser and nobody in it."""
    path = tmp_path / "journey.db"
    with make_store(path, "demo", Founders("A. Lind", "North", "alind"), Clock(pinned=MONDAY)):
        pass
    yield path


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of `teui demo`, closed: the same clients, dates and times on every run."""
    path = tmp_path_factory.mktemp("invented") / "demo.db"
    with make_store(path, "demo", invented_founders(), Clock(read=lambda: MORNING)) as store:
        fill(desk_of(store), CLIENTS, SEED)
    return path


@pytest.fixture
def office(invented: Path, tmp_path: Path) -> Path:
    """A copy of the store of invented clients, to work on."""
    return Path(shutil.copy(invented, tmp_path / "office.db"))


@asynccontextmanager
async def sitting(
    place: Path,
    day: date = MONDAY,
    language: str = "en",
    size: tuple[int, int] = (80, 24),
    clock: Clock | None = None,
) -> AsyncIterator[Sitting]:
    """The app open on the store at `place` on a day, or with a `clock` that stands still."""
    desk = open_desk(str(place), clock=clock or Clock(pinned=day))
    with desk.store:
        app = TeuiApp(desk, language)
        async with app.run_test(size=size) as pilot:
            at = Sitting(app, pilot)
            await at.settle()
            yield at
