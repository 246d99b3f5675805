"""`kill -9` in mid-interview: nothing acknowledged is lost, and the store opens as if left well."""

import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import FOUNDERS
from tests.torture.answering import CODES
from teui.casework.clients import NewClient, new_client
from teui.casework.desk import desk_of
from teui.casework.interview import begin, load
from teui.clock import Clock
from teui.store.history import verify_chain
from teui.store.keyfile import make_key
from teui.store.store import create_store, open_store

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("seed", range(4))
def test_nothing_acknowledged_is_lost(tmp_path: Path, seed: int) -> None:
    path, key_file = tmp_path / "teui.db", tmp_path / "teui.key"
    key = make_key(key_file)
    with create_store(path, key=key, clock=Clock(), kind="real", founders=FOUNDERS) as store:
        desk = desk_of(store)
        client = new_client(desk, NewClient("Virtanen", "Aino")).result()
        draft = begin(desk, client).result()

    kept: list[str] = []
    for first in (0, 1000):
        said = _killed(path, key_file, draft, first, random.Random(seed + first))

        with open_store(path, key=key, clock=Clock()) as store:
            loaded = load(desk_of(store), draft)
            assert verify_chain(store.read()) == ()
            [row] = store.read().execute("PRAGMA integrity_check").fetchall()
            assert row[0] == "ok"

        # What was under way when the kill came may be there or not; nothing before it is missing.
        last = {kind: max(steps) for kind, steps in said.items() if steps}
        assert loaded.writing.line.text in {f"line {last['line']}", f"line {last['line'] + 1}", ""}
        if "answer" in last:
            done = last["answer"]
            assert loaded.answers["goals.clarity"].value in {_code(done), _code(done + 1)}
        kept += [f"note {step}" for step in said["note"]]
        texts = [note.text for note in loaded.notes]
        assert texts[: len(kept)] == kept
        assert len(texts) <= len(kept) + 1
        if loaded.writing.line.text == "":
            assert texts[-1] == f"note {last['line']}"
        kept = texts


def _code(step: int) -> str:
    return CODES[step % len(CODES)]


def _killed(
    path: Path, key_file: Path, draft: str, first: int, chance: random.Random
) -> dict[str, list[int]]:
    """Kill the process at a random point; the steps that it had acknowledged, by kind."""
    script = [sys.executable, "-m", "tests.torture.answering"]
    command = [*script, str(path), str(key_file), draft, str(first)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    said = [process.stdout.readline() for _ in range(chance.randint(1, 120))]
    process.kill()
    said += process.stdout.readlines()
    process.stdout.close()
    process.wait()
    steps: dict[str, list[int]] = {"line": [], "answer": [], "note": []}
    for line in said:
        if line.endswith("\n"):
            kind, _, step = line.strip().partition(" ")
            steps[kind].append(int(step))
    return steps
