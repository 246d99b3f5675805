"""What a key costs beside a letter in a bare Input: ratios, since times are the machine's."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.benchmarks.conftest import Cost, Pressing, Told, cost_beside
from tests.journeys.terminal import Terminal, teui
from teui.practice.texts import load_texts

TEXTS = load_texts("en", "te-2013")
UP, DOWN, LEFT, F8 = "\x1b[A", "\x1b[B", "\x1b[D", "\x1b[19~"
ANSWER_MOST, STEP_MOST, SEARCH_MOST = 6.0, 3.0, 10.0
"""Far above what was measured (about 3, 1 and 4): they catch a layout pass or a slow query."""


@pytest.fixture
def app(place: Path) -> Iterator[Terminal]:
    with Terminal(*teui(place)) as terminal:
        terminal.shows("Today ·", "OVERDUE")
        yield terminal


def changes(terminal: Terminal, first: int, last: int) -> Told:
    """Tells whether these rows of the screen look other than they do now."""

    def rows() -> list[str]:
        return terminal.screen.split("\n")[first:last]

    before = rows()
    return lambda: rows() != before


def test_an_answer(app: Terminal, bare: Cost, benchmark: BenchmarkFixture) -> None:
    app.type(f"nProba\rAino{F8}")
    app.shows(TEXTS("question.start.channel.text"))

    def back(turn: int) -> None:
        if turn:
            app.type(LEFT)
        app.shows(TEXTS("question.start.channel.text"))

    pressing = Pressing(app, "1", lambda: changes(app, 5, 6), back)

    assert cost_beside(bare, benchmark, pressing) < ANSWER_MOST


def test_a_step_in_today(app: Terminal, bare: Cost, benchmark: BenchmarkFixture) -> None:
    pressing = Pressing(app, DOWN, lambda: changes(app, 4, 18), lambda _: app.type(UP))

    assert cost_beside(bare, benchmark, pressing) < STEP_MOST


def test_a_letter_of_a_search(app: Terminal, bare: Cost, benchmark: BenchmarkFixture) -> None:
    app.type("/")
    starts = ("vi", "ko", "ni", "la", "ha")

    def begin(turn: int) -> None:
        app.type("\x15" + starts[turn % len(starts)])
        app.shows(f"Find       {starts[turn % len(starts)]}")

    pressing = Pressing(app, "r", lambda: changes(app, 4, 20), begin)

    assert cost_beside(bare, benchmark, pressing) < SEARCH_MOST
