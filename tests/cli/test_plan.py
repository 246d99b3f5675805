"""`teui plan`: the paper printed or written, and a sentence where it cannot be."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.casework.cases import AGREED, LINE_2, hold, take_in
from tests.conftest import NOON
from teui.casework import clients, decision
from teui.casework.desk import desk_of, make_store
from teui.cli.main import app
from teui.clock import Clock
from teui.store.store import Founders

RUN = CliRunner()


@pytest.fixture
def office(tmp_path: Path) -> tuple[str, str, str]:
    """A store, the handle of a client on line 2, and of one without a line."""
    path = tmp_path / "office.db"
    with make_store(path, "test", Founders("A. Lind", "North"), Clock(read=lambda: NOON)) as store:
        desk = desk_of(store)
        planned, new = take_in(desk), take_in(desk, "Lahti")
        assessment = hold(desk, planned, LINE_2, AGREED)
        decision.record(desk, assessment, "line_2", "agrees", None).result()
        handles = [clients.header(desk, each).handle for each in (planned, new)]
    return str(path), handles[0], handles[1]


def _plan(store: str, handle: str, *options: str) -> tuple[int, str, str]:
    command = ["plan", handle, "--store", store, "--on", "2026-11-17", "--lang", "en", *options]
    ended = RUN.invoke(app, command)
    return ended.exit_code, ended.stdout, ended.stderr


def test_it_is_printed_or_written(
    office: tuple[str, str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, handle, _ = office
    status, said, _ = _plan(store, handle)
    assert status == 0
    assert said.startswith("Employment plan\n===")
    assert "Direction and goals" in said
    assert json.loads(_plan(store, handle, "--format", "json")[1])["client"] == handle

    monkeypatch.chdir(tmp_path)
    status, said, _ = _plan(store, handle, "--format", "docx")
    assert (status, said) == (0, f"Written: plan-{handle}-2026-11-17-en.docx\n")
    assert _plan(store, handle, "--out", "mine.txt")[:2] == (0, "")
    assert (tmp_path / "mine.txt").stat().st_mode & 0o777 == 0o600


def test_what_it_cannot_do_is_said(office: tuple[str, str, str], tmp_path: Path) -> None:
    store, handle, without = office
    status, _, error = _plan(store, without)
    assert (status, "A plan is made on a service line." in error) == (2, True)
    status, _, error = _plan(store, handle, "--out", str(tmp_path / "none" / "plan.txt"))
    assert (status, "could not be written" in error) == (2, True)
    status, _, error = _plan(store, handle, "--format", "odt")
    assert (status, "“odt” is none of text, pdf, docx, json." in error) == (2, True)
    assert _plan(store, "zzzzzz")[0] == 2
