"""`teui find` and `teui interview`: what they print, how they end, what they do not load."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from tests.casework.cases import hold, take_in
from tests.conftest import NOON
from tests.journeys.terminal import Terminal
from teui.casework.clients import find
from teui.casework.desk import desk_of, make_store, open_desk
from teui.casework.interview import keep_note
from teui.cli.main import app
from teui.clock import Clock
from teui.store.store import Founders

RUN = CliRunner()
SLOW = ("sqlmodel", "sqlalchemy", "alembic", "holidays", "textual", "phonenumbers", "stdnum")


@pytest.fixture
def location(tmp_path: Path) -> str:
    """A store with three clients, one of them with an interview begun and a note in it."""
    path = tmp_path / "office.db"
    clock = Clock(read=lambda: NOON)
    with make_store(path, "test", Founders("A. Lind", "North"), clock) as store:
        desk = desk_of(store)
        draft = hold(desk, take_in(desk, "Korhonen", phones=("040 123 4567",)))
        keep_note(desk, draft, "käy\x1b[31m trukkikurssia", None, NOON).result()
        take_in(desk, "Trukkinen")
        take_in(desk, "Kor\x1b[31mpi")
    return str(path)


def _find(location: str, *arguments: str) -> tuple[int, str]:
    ended = RUN.invoke(app, ["find", "--store", location, "--lang", "en", *arguments])
    return ended.exit_code, ended.stdout


def _handle(location: str, name: str) -> str:
    desk = open_desk(location, clock=Clock(read=lambda: NOON))
    with desk.store:
        [row] = find(desk, name)
        return row.handle


def test_it_lists_with_handles_and_names_before_notes(location: str) -> None:
    status, said = _find(location, "trukki")

    lines = said.splitlines()
    assert status == 0
    assert [line.split()[1] for line in lines] == ["Trukkinen,", "Korhonen,"]
    assert lines[1].split()[0] == _handle(location, "korh")
    assert lines[1].endswith("me  draft  käy␛[31m trukkikurssia")


def test_a_number_and_a_name_steer_no_terminal(location: str) -> None:
    assert "…4567" in _find(location, "4567")[1]
    _, said = _find(location, "kor")
    assert "\x1b" not in said
    assert "Kor␛[31mpi" in said


def test_json_has_codes_and_days(location: str) -> None:
    status, said = _find(location, "trukkik", "--json")

    [row] = json.loads(said)
    assert status == 0
    assert row == {
        "client": _handle(location, "korh"),
        "name": "Korhonen, Aino",
        "birth_date": None,
        "phone_end": "4567",
        "line": None,
        "owner": "A. Lind",
        "team": "North",
        "mine": True,
        "draft": True,
        "note": "käy\x1b[31m trukkikurssia",
    }
    assert "\x1b" not in said


def test_a_limit_says_that_there_are_more(location: str) -> None:
    _, said = _find(location, "aino", "--limit", "2")
    assert len(said.splitlines()) == 3
    assert said.splitlines()[-1] == "There are more: teui find --limit 4"
    assert len(_find(location, "aino", "--limit", "3")[1].splitlines()) == 3


def test_nobody_is_a_plain_no(location: str) -> None:
    assert _find(location, "zz") == (1, "Nobody is found.\n")
    assert _find(location, "zz", "--json") == (1, "[]\n")


def test_one_letter_is_wrong_use(location: str) -> None:
    ended = RUN.invoke(app, ["find", "--store", location, "--lang", "en", " k "])
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert "too short to find anybody by: k." in ended.stderr


def test_it_speaks_the_language_asked_for(location: str) -> None:
    ended = RUN.invoke(app, ["find", "--store", location, "--lang", "fi", "zz"])
    assert ended.stdout == "Ketään ei löytynyt.\n"


def test_nothing_slow_is_loaded(location: str) -> None:
    script = (
        "import sys\n"
        "from teui.cli.main import app\n"
        f"sys.argv = ['teui', 'find', '--store', {location!r}, 'kor']\n"
        "try:\n    app(prog_name='teui')\n"
        "except SystemExit as ended:\n    assert not ended.code, ended.code\n"
        f"print(sorted(set({SLOW!r}) & sys.modules.keys()), file=sys.stderr)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    assert "Korhonen" in ran.stdout
    assert ran.stderr.strip() == "[]"


@pytest.mark.parametrize(
    ("name", "shown"),
    [("korhonen", "trukkikurssia"), ("trukkinen", "Where did you start your job search?")],
)
def test_an_interview_is_begun_or_resumed_in_the_real_app(
    location: str, name: str, shown: str
) -> None:
    handle = _handle(location, name)
    arguments = ["interview", handle.upper(), "--store", location, "--lang", "en"]

    with Terminal("-m", "teui.cli.main", *arguments, "--on", "2026-11-17") as terminal:
        terminal.shows(f"{name.title()}, Aino", "notes ──", shown)
        terminal.type("\x1b")
        terminal.shows("Today ·")


@pytest.mark.parametrize("arguments", [["zzzzzz"], ["\x1b[31m"]])
def test_an_unknown_handle_is_wrong_use(
    location: str, arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: Any, **__: Any) -> int:  # noqa: ANN401 - as the app is opened
        raise AssertionError("the app was opened")

    monkeypatch.setattr("screens.app.show_app", never)
    ended = RUN.invoke(app, ["interview", "--store", location, "--lang", "en", *arguments])

    assert (ended.exit_code, ended.stdout) == (2, "")
    assert "No client has this handle" in ended.stderr
    assert "teui find" in ended.stderr
    assert "\x1b" not in ended.stderr
