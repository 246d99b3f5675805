"""`teui due`: what it prints, how it ends, and what it does not load."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.casework.cases import hold, take_in
from tests.conftest import NOON
from teui.casework.desk import desk_of, make_store
from teui.cli.main import app
from teui.clock import Clock
from teui.store.store import Founders

RUN = CliRunner()
# What a start may not wait for (store.md 2, 13).
SLOW = ("sqlmodel", "sqlalchemy", "alembic", "holidays", "textual", "phonenumbers", "stdnum")


@pytest.fixture
def location(tmp_path: Path) -> str:
    """A store with one client who started online on 16.11.2026 and has a draft interview."""
    path = tmp_path / "office.db"
    clock = Clock(read=lambda: NOON)
    with make_store(path, "test", Founders("A. Lind", "North"), clock) as store:
        desk = desk_of(store)
        hold(desk, take_in(desk, "Korhonen", start_channel="online"))
    return str(path)


def _due(location: str, *options: str, on: str = "2026-11-17") -> tuple[int, str]:
    ended = RUN.invoke(app, ["due", "--store", location, "--on", on, "--lang", "en", *options])
    return ended.exit_code, ended.stdout


def test_it_lists_by_grade(location: str) -> None:
    status, said = _due(location)
    assert status == 0
    lines = [line.split() for line in said.splitlines()]
    assert said.splitlines()[0] == "DUE TODAY 1"
    assert lines[1][:2] == ["Tue", "17.11.2026"]
    assert "Korhonen, Aino" in said
    assert "COMING 1" in said
    assert "first contact" in said


def test_overdue_is_marked_by_a_sign_too(location: str) -> None:
    _, said = _due(location, on="2026-12-01")
    assert said.splitlines()[0] == "OVERDUE 2"
    assert said.splitlines()[1].startswith("!Tue 17.11.2026")


def test_it_speaks_the_language_asked_for(location: str) -> None:
    arguments = ["due", "--store", location, "--on", "2026-11-17"]
    finnish = RUN.invoke(app, [*arguments, "--lang", "fi"]).stdout
    swedish = RUN.invoke(app, [*arguments, "--lang", "sv"]).stdout
    assert finnish.splitlines()[0] == "TÄNÄÄN 1"
    assert swedish.splitlines()[0] == "I DAG 1"


def test_json_has_days_codes_and_words(location: str) -> None:
    status, said = _due(location, "--json")
    rows = json.loads(said)
    assert status == 0
    assert [row["rule"] for row in rows] == ["draft_interview", "first_contact"]
    contact = rows[1]
    assert (contact["act_on"], contact["due"], contact["window_from"]) == (
        "2026-11-30",
        "2026-11-30",
        "2026-11-16",
    )
    assert (contact["grade"], contact["source"], contact["mine"]) == ("coming", "S1 ch. 2", True)
    assert contact["params"]["amount"] == 14
    assert "14 days" in contact["why"]


def test_a_limit_says_how_many_more(location: str) -> None:
    _, said = _due(location, "--limit", "1")
    assert said.splitlines()[-1] == "1 more: teui due --limit 2"


def test_nothing_due_is_a_plain_no(location: str) -> None:
    status, said = _due(location, "--view", "ending")
    assert (status, said) == (1, "Nothing is due.\n")
    assert _due(location, "--view", "ending", "--json") == (1, "[]\n")


def test_an_unknown_view_is_wrong_use(location: str) -> None:
    ended = RUN.invoke(app, ["due", "--store", location, "--view", "nonsense", "--lang", "en"])
    assert ended.exit_code == 2
    assert "There is no view of this name: nonsense." in ended.stderr
    assert ended.stdout == ""


def test_a_name_cannot_steer_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "office.db"
    with make_store(path, "test", Founders("A. Lind", "North"), Clock(read=lambda: NOON)) as store:
        desk = desk_of(store)
        hold(desk, take_in(desk, "Kor\x1b[31mhonen"))
    _, said = _due(str(path))
    assert "\x1b" not in said
    assert "Kor␛[31mhonen" in said


def test_on_a_current_store_nothing_slow_is_loaded(location: str) -> None:
    script = (
        "import sys\n"
        "from teui.cli.main import app\n"
        f"sys.argv = ['teui', 'due', '--store', {location!r}, '--on', '2026-11-17']\n"
        "try:\n    app(prog_name='teui')\n"
        "except SystemExit as ended:\n    assert not ended.code, ended.code\n"
        f"print(sorted(set({SLOW!r}) & sys.modules.keys()), file=sys.stderr)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    assert "Korhonen" in ran.stdout
    assert ran.stderr.strip() == "[]"
