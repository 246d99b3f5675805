"""What a start loads: nothing heavy before Today is painted, nor for `teui due`."""

import subprocess
import sys
from pathlib import Path

import pytest

from teui.store.store import Store

HEAVY = {
    "alembic",
    "holidays",
    "phonenumbers",
    "pydantic",
    "sqlalchemy",
    "sqlmodel",
    "stdnum",
}
COMMAND = {"annotated_doc", "shellingham", "sqlcipher3", "teui", "typer"}
"""What a command line and a store need."""
APP = {"platformdirs", "rich", "screens", "textual", "typing_extensions"}
"""What Textual brings; nothing that is not needed to paint."""

# Both end by naming every package loaded that is not Python's own.
LOADED = """
own = {name.partition(".")[0] for name in sys.modules}
own -= {name for name in own if name in sys.stdlib_module_names or name.startswith("_")}
print("LOADED", *sorted(own))
"""
DUE = """
import sys
import typer
from teui.cli.main import app
try:
    app(["--store", sys.argv[1], "due", "--on", "2026-11-16"], standalone_mode=False)
except typer.Exit:
    pass
"""
FIRST_PAINT = """
import asyncio, sys
from teui.cli import main
from screens.app import TeuiApp
from screens.today import Today
from screens.widgets.lines import Lines
from teui.casework.desk import open_desk
from teui.clock import Clock

async def after_the_paint(today):
    pass

# The table of holidays is read once the page stands, in a thread of its own.
assert asyncio.iscoroutinefunction(Today._learn_days_off)
Today._learn_days_off = after_the_paint

async def paint(desk):
    app = TeuiApp(desk, "en")
    async with app.run_test(size=(80, 24)) as pilot:
        while not app.screen.query_one("#views", Lines).shown:
            await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()

desk = open_desk(sys.argv[1], clock=Clock())
with desk.store:
    asyncio.run(paint(desk))
"""


def _loaded(script: str, store: Store) -> set[str]:
    store.close()
    done = subprocess.run(
        [sys.executable, "-c", script + LOADED, str(store.path)],
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    [last] = [line for line in done.stdout.splitlines() if line.startswith("LOADED")]
    # Environments put modules of their own in every process: `.pth` files, the sitecustomize.
    bare = subprocess.run(
        [sys.executable, "-c", "import sys" + LOADED], capture_output=True, text=True, check=True
    )
    return set(last.split()) - set(bare.stdout.split())


@pytest.mark.parametrize(
    ("script", "budget"), [(DUE, COMMAND), (FIRST_PAINT, COMMAND | APP)], ids=["due", "first paint"]
)
def test_a_start_loads_no_package_beyond_these(store: Store, script: str, budget: set[str]) -> None:
    loaded = _loaded(script, store)

    assert not loaded & HEAVY
    assert loaded <= budget, f"new at start: {sorted(loaded - budget)}"
    assert "sqlcipher3" in loaded
