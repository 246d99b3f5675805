"""The real app in a real terminal on many clients, and what a key costs in it."""

import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.journeys.terminal import Terminal
from teui.casework.desk import desk_of, make_store
from teui.casework.fill import fill, invented_founders
from teui.clock import Clock

CLIENTS, SEED, DAY = 10_000, 1, date(2026, 11, 16)
ROUNDS = 40
QUIET = 0.15
"""Seconds without a byte after which nothing more comes of a key."""


@dataclass(frozen=True)
class Cost:
    """Of one key, the median: seconds until what it brings is painted, bytes painted in all."""

    seconds: float
    size: float


Told = Callable[[], bool]


class Pressing:
    """A key pressed again and again. `ready` gives, before each, what tells that it is painted."""

    def __init__(
        self,
        terminal: Terminal,
        key: str,
        ready: Callable[[], Told],
        prepare: Callable[[int], None] = lambda _: None,
    ) -> None:
        self._terminal, self._key, self._ready, self._prepare = terminal, key, ready, prepare
        self._turn = 0
        self._before = 0
        self._is_painted: Told = lambda: True
        self.sizes: list[int] = []

    def set_up(self) -> None:
        self._prepare(self._turn)
        settle(self._terminal)
        self._turn += 1
        self._is_painted, self._before = self._ready(), len(self._terminal.output)

    def press(self) -> None:
        self._terminal.type(self._key)
        self._terminal.until(self._is_painted, f"after the key {self._key!r}")

    def put_down(self) -> None:
        settle(self._terminal)
        self.sizes.append(len(self._terminal.output) - self._before)


def settle(terminal: Terminal) -> None:
    while terminal.read(QUIET):
        pass


def cost_beside(bare: Cost, benchmark: BenchmarkFixture, pressing: Pressing) -> float:
    """Measure a key and note it beside the bare one; how many times the time it takes."""
    benchmark.pedantic(  # type: ignore[no-untyped-call]
        pressing.press, setup=pressing.set_up, teardown=pressing.put_down, rounds=ROUNDS
    )
    assert benchmark.stats is not None
    seconds, size = benchmark.stats.stats.median, statistics.median(pressing.sizes)
    ratio = seconds / bare.seconds
    benchmark.extra_info.update(times=ratio, bytes=size, times_bytes=size / bare.size)
    print(
        f"\n{benchmark.name}: {ratio:.1f} x the time ({seconds * 1000:.1f} ms),"
        f" {size / bare.size:.1f} x the bytes ({size:.0f})"
    )
    return float(ratio)


@pytest.fixture(scope="session")
def place(pytestconfig: pytest.Config) -> Path:
    """A store of so many invented clients, made once (minutes) and kept with pytest's cache."""
    assert pytestconfig.cache is not None
    path = Path(pytestconfig.cache.mkdir("teui-benchmarks")) / f"{CLIENTS}.db"
    if not path.exists():
        half = path.with_suffix(".half")
        for file in half.parent.glob(f"{half.name}*"):
            file.unlink()
        clock = Clock(pinned=DAY)
        with make_store(half, "demo", invented_founders(), clock) as store:
            fill(desk_of(store), CLIENTS, SEED)
        half.rename(path)
    return path


@pytest.fixture(scope="session")
def bare() -> Iterator[Cost]:
    """A letter in an Input that stands alone."""
    with Terminal("-m", "tests.benchmarks.bare_input") as terminal:
        terminal.shows("ready")

        def one_more() -> Told:
            before = terminal.screen.count("x")
            return lambda: terminal.screen.count("x") == before + 1

        pressing, times = Pressing(terminal, "x", one_more), []
        for _ in range(ROUNDS):
            pressing.set_up()
            began = time.perf_counter()
            pressing.press()
            times.append(time.perf_counter() - began)
            pressing.put_down()
        cost = Cost(statistics.median(times), statistics.median(pressing.sizes))
        print(f"\na bare Input: {cost.seconds * 1000:.1f} ms, {cost.size:.0f} bytes")
        yield cost
