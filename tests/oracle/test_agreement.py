"""The engine and the second evaluator give the same; bad lines are refused one by one.

The long run is `python -m tests.oracle --count 10000 --seed N`.
"""

import json
import os
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.oracle.agree import TEUI, Batch, as_line, differences, disagreements, run_batch
from tests.oracle.bad_lines import BAD_LINES, BadLine
from tests.oracle.draw import draw_inputs

COUNT = int(os.environ.get("ORACLE_COUNT", "1000"))
SEED = int(os.environ.get("ORACLE_SEED", "20131210"))
BLANK = (b"", b"  ", b"\t")


def test_both_evaluators_agree(tmp_path: Path) -> None:
    inputs = list(draw_inputs(SEED, COUNT))

    batch = run_batch([as_line(given) for given in inputs], tmp_path)
    sentences, _ = disagreements(inputs, batch)

    assert sentences == []
    assert (batch.status, batch.errors) == (0, "")


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Sequence[bytes], Batch]:
    """Bad lines, a good line after each, a blank line after every third."""
    lines: list[bytes] = []
    good = draw_inputs(SEED + 1, len(BAD_LINES))
    for place, (bad, given) in enumerate(zip(BAD_LINES.values(), good, strict=True)):
        lines += [bad.line, as_line(given)]
        if place % 3 == 0:
            lines.append(BLANK[place % len(BLANK)])
    return lines, run_batch(lines, tmp_path_factory.mktemp("mixed"))


def _answered(mixed: tuple[Sequence[bytes], Batch]) -> dict[bytes, tuple[int, dict[str, object]]]:
    """Each line that is not blank, with its number and its result."""
    lines, batch = mixed
    numbered = [(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    assert len(numbered) == len(batch.results)
    return {
        line: (number, result)
        for (number, line), result in zip(numbered, batch.results, strict=True)
    }


@pytest.mark.parametrize("bad", BAD_LINES.values(), ids=BAD_LINES.keys())
def test_a_bad_line_is_named(bad: BadLine, mixed: tuple[Sequence[bytes], Batch]) -> None:
    number, result = _answered(mixed)[bad.line]
    faults = result["error"]
    assert isinstance(faults, list)
    named = [fault["question"] for fault in faults]
    said = [line for line in mixed[1].errors.split("\n") if line.startswith(f"{number}: ")]

    assert set(result) == {"error"}
    assert set(named) - bad.may_name == bad.names - bad.may_name
    assert bad.names <= set(named)
    assert len([name for name in named if name]) == len({name for name in named if name})
    assert all(set(fault) == {"question", "message"} and fault["message"] for fault in faults)
    assert len(said) == len(faults)
    for question in bad.names:
        if question and question.isprintable():
            assert any(re.match(rf"{number}: {re.escape(question)}: .", line) for line in said)


def test_good_lines_among_bad_ones_are_answered(mixed: tuple[Sequence[bytes], Batch]) -> None:
    answered = _answered(mixed)

    wrong = [
        difference
        for given in draw_inputs(SEED + 1, len(BAD_LINES))
        for difference in differences(given, answered[as_line(given)][1]).values()
    ]

    assert wrong == []
    assert mixed[1].status == 2
    assert all(re.match(r"\d+: ", line) for line in mixed[1].errors.splitlines())
    assert "\x1b" not in mixed[1].errors


def _alone(line: bytes) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*TEUI, "suggest", "-"], input=line, capture_output=True, check=False)


@pytest.mark.parametrize("name", ["unknown code", "two dates", "cut short", "not UTF-8"])
def test_a_bad_input_alone_prints_nothing(name: str) -> None:
    bad = BAD_LINES[name]

    done = _alone(bad.line)
    said = done.stderr.decode().splitlines()

    assert (done.returncode, done.stdout) == (2, b"")
    assert len(said) == len(bad.names)
    for question in bad.names - {None}:
        assert any(line.startswith(f"{question}: ") for line in said)


def test_a_good_input_alone_is_answered() -> None:
    [given] = draw_inputs(SEED + 2, 1)

    done = _alone(as_line(given))

    assert (done.returncode, done.stderr) == (0, b"")
    assert differences(given, json.loads(done.stdout)) == {}
