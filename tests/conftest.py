"""No test sees the real home, the real settings or the real day unless it asks."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from teui.clock import Clock
from teui.store.store import Founders, Store, create_store

NOON = datetime(2026, 11, 16, 10, 0, tzinfo=UTC)
FOUNDERS = Founders("A. Lind", "North", "alind")


@pytest.fixture(autouse=True)
def no_real_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Home, settings and data folders in a temporary place; no TEUI_ variable set."""
    home = tmp_path_factory.mktemp("home")
    for name in [name for name in os.environ if name.startswith("TEUI_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    monkeypatch.setenv("LOCALAPPDATA", str(home / "AppData"))
    for kind in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(home / kind.lower()))
    return home


@pytest.fixture
def clock() -> Clock:
    """Monday 16.11.2026, noon in Helsinki."""
    return Clock(read=lambda: NOON)


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    """A fresh store of kind `test`, unkeyed."""
    made = create_store(tmp_path / "teui.db", key=None, clock=clock, kind="test", founders=FOUNDERS)
    with made:
        yield made
