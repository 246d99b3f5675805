"""A throw-away store of invented clients, that leaves nothing behind."""

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from teui.casework.desk import Desk, desk_of, make_store
from teui.casework.fill import Progress, fill, invented_founders
from teui.clock import Clock

CLIENTS = 30
SEED = 5
PREFIX = "teui-demo-"


@contextlib.contextmanager
def demo_desk(
    clock: Clock, clients: int = CLIENTS, seed: int = SEED, progress: Progress | None = None
) -> Iterator[Desk]:
    """A desk on a store of kind `demo` in a temporary folder, which goes with everything in it
    however the block ends."""
    folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    try:
        with make_store(folder / "teui.db", "demo", invented_founders(), clock) as store:
            desk = desk_of(store)
            fill(desk, clients, seed, progress)
            yield desk
    finally:
        shutil.rmtree(folder)
