"""The same keys do the same, whether the screen is waited for or not: across all screens."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from screens.widgets.lines import Lines
from tests.casework.cases import AGREED, LINE_2, hold, take_in
from tests.journeys.conftest import MONDAY, Sitting, sitting
from teui.casework import decision
from teui.casework.desk import desk_of, open_existing
from teui.clock import Clock

Keys = Sequence[str]
NEW = [*"nKorhonen", "enter", *"Eino", "f8"]
SCRIPTS: dict[str, Keys] = {
    "new client to decision and back": [
        *NEW, "1", "2", *"note", "enter", "f8", "2", "r", *"he asks", "enter", "w", "1",
        "escape", "home", *"xy", "f8", "escape", "escape", "tab", "2",
    ],
    "interview, find, check, told": [
        "/", *"virt", "enter", "i", "/", *"wishes", "enter", "1", "2", "enter", "end", "down",
        "enter", "0", "left", "/", *"next contact", "enter", *"+14", "enter", "1", "end", "f8",
        "escape", "escape", "escape", *"note",
    ],
    "decision, plan, rows, services": [
        "/", *"aal", "enter", "p", "home", "enter", *" at sea", "enter", "n", *"writes", "enter",
        *"+7", "enter", "end", "n", *"work trial", "enter", *"Bakery", "enter", *"+14", "enter",
        "up", "x", "ctrl+z", "f8", "n", *"later", "enter", "enter", "ctrl+z", "ctrl+y", "escape",
        "l", "down", "enter", "escape", "m", "escape", "escape",
    ],
    "client, contact, follow-up, edit": [
        "/", *"aal", "enter", "enter", "c", "1", "1", "2", *"no answer", "enter", "f", *"ring",
        "enter", *"+3", "enter", "2", "4", "d", "e", "down", "down", *"Aini", "f8", "h", "down",
        "i", "escape", "p", "escape", "ctrl+z",
    ],
    "today, views, dialogs with bad input": [
        "s", *"yest", "enter", *["backspace"] * 4, *"+1", "enter", "1", "0", "2", "x", "5", "enter",
        *"moved", "enter", "f", "enter", *"ask", "enter", *"1.1.2020", "enter", "escape", "f",
        "enter", *"+2", "enter", "enter", "ctrl+z", "ctrl+y", "0", "0", "?", "escape", "c", "1",
        "1", "1", "enter",
    ],
    "settings": [
        "g", "n", *"Cee Berg", "enter", *"cberg", "enter", "enter", "t", *"South", "enter", "end",
        "up", "enter", "escape", "home", "down", "down", "enter", "enter", "f2", "f2", "f2",
        "escape", "d", "1", "1", "1", "f3", *"aa", "enter", "g", "escape",
    ],
    "language and look in the middle of everything": [
        *NEW, "1", "f2", "f8", "f2", "r", *"be", "f2", *"cause", "enter", "f2", "f3", *"vi", "f2",
        "enter", "l", "f2", "escape", "escape", "ctrl+z", "f2", "ctrl+y", "ctrl+t", "ctrl+t",
        "ctrl+t",
    ],
}  # fmt: skip
_KEPT = (
    *("adviser", "answer", "assessment", "client", "contact", "customership", "follow_up"),
    *("note", "plan", "plan_item", "plan_revision", "team", "told"),
)
_OWN_TO_A_RUN = frozenset({"id", "uid", "version", "cause", "handle", "at", "params", "fact"})
"""Columns in which two runs of the same keys may differ: names given by chance, and times."""


@pytest.fixture
def three(place: Path) -> Path:
    """Aalto on line 2, Virtanen in an interview, Berg waiting for a first contact."""
    with open_existing(str(place), clock=Clock(pinned=MONDAY)) as store:
        desk = desk_of(store)
        draft = hold(desk, take_in(desk, "Aalto"), LINE_2, AGREED)
        decision.record(desk, draft, "line_2", "agrees", None).result()
        hold(desk, take_in(desk, "Virtanen"))
        take_in(desk, "Berg", start_channel="online")
    return place


async def _at_once(at: Sitting, keys: Keys) -> None:
    await at.rush(*keys)
    for _ in range(5):
        await at.settle()


async def _looking(at: Sitting, keys: Keys) -> None:
    for key in keys:
        await at.rush(key)


async def _as_taken(at: Sitting, keys: Keys) -> None:
    await at.press(*keys)
    await at.settle()


def _stored(at: Sitting) -> dict[str, list[tuple[tuple[str, object], ...]]]:
    """What the tables hold, but for names and times."""
    connection = at.desk.store.read()
    found = {}
    for table in _KEPT:
        rows = connection.execute(f"SELECT * FROM {table} ORDER BY rowid").fetchall()
        found[table] = [
            tuple(
                (name, row[name])
                for name in row.keys()  # noqa: SIM118 - a row
                if name not in _OWN_TO_A_RUN
                and not name.endswith("_uid")
                and not name.endswith("_at")
            )
            for row in rows
        ]
    return found


def _shown(at: Sitting) -> list[str]:
    """What is painted, but for the head with its clock."""
    panes = at.app.screen.query(Lines)
    return [line for pane in panes if pane.display and pane.id != "head" for line in pane.shown]


@pytest.mark.parametrize("script", SCRIPTS)
async def test_the_same_keys_do_the_same_at_any_speed(
    three: Path, tmp_path: Path, script: str
) -> None:
    found = []
    for number, press in enumerate((_looking, _as_taken, _at_once)):
        store = tmp_path / f"{number}.db"
        shutil.copy(three, store)
        async with sitting(store) as at:
            await press(at, SCRIPTS[script])
            found.append((type(at.app.screen).__name__, at.app.language, _stored(at), _shown(at)))
    for other in found[1:]:
        assert other == found[0]
