"""The command `teui` itself: lazy, and silent about people when something breaks."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from teui.casework import office
from teui.casework.desk import Desk, desk_of, make_store
from teui.cli import main, suggest
from teui.cli.options import locale_language
from teui.clock import Clock
from teui.practice.texts import LANGUAGES, load_texts
from teui.store.store import Founders

HEAVY = ("sqlmodel", "sqlalchemy", "alembic", "holidays", "phonenumbers", "textual", "rich")


def test_each_command_is_there_and_explains_itself() -> None:
    runner = CliRunner()

    assert runner.invoke(main.app, ["--help"]).exit_code == 0
    for command in main.COMMANDS:
        result = runner.invoke(main.app, [command, "--help"])
        assert result.exit_code == 0
        assert "Usage: " in result.stdout


@pytest.mark.parametrize("status", [0, 1])
def test_without_a_command_the_app_opens(monkeypatch: pytest.MonkeyPatch, status: int) -> None:
    opened: list[object] = []

    def run_app(location: str | None, *, clock: Clock, language: str, office_first: bool) -> int:
        opened.extend([location, clock.today(), language, office_first])
        return status

    monkeypatch.setattr("screens.app.run_app", run_app)

    arguments = ["--store", "here.db", "--lang", "sv", "--on", "2026-11-16"]
    result = CliRunner().invoke(main.app, arguments)

    assert result.exit_code == status
    assert opened == ["here.db", date(2026, 11, 16), "sv", False]


def test_without_a_terminal_the_app_says_so(tmp_path: Path) -> None:
    path = tmp_path / "office.db"
    make_store(path, "demo", Founders("A. Lind", "North"), Clock()).close()
    command = [sys.executable, "-m", "teui.cli.main", "--store", str(path), "--lang", "en"]
    ended = subprocess.run(
        command, check=False, stdin=subprocess.DEVNULL, capture_output=True, timeout=60
    )

    assert ended.returncode == 2
    assert ended.stdout == b""
    assert ended.stderr.decode() == load_texts("en")("error.no_terminal") + "\n"


def test_suggest_loads_nothing_heavy() -> None:
    code = (
        "import sys; from teui.cli.main import app; app(['suggest', '-'], standalone_mode=False);"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    good = '{"pack": "te-2013", "as_of": "2026-11-16", "answers": {"start.date": "2026-11-10"}}'

    done = subprocess.run(
        [sys.executable, "-c", code], input=good, capture_output=True, text=True, check=True
    )

    assert done.stderr == "[]\n"


def test_wrong_use_ends_with_status_2() -> None:
    runner = CliRunner()

    for arguments in (["nothing"], ["suggest"], ["suggest", "-", "--lang", "de"], ["--on", "soon"]):
        result = runner.invoke(main.app, arguments)
        assert (result.exit_code, result.stdout) == (2, "")
    assert runner.invoke(main.app, [], env={"TEUI_TODAY": "2026-11-31"}).exit_code == 2


def test_a_crash_names_place_and_kind_and_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object) -> bool:
        raise RuntimeError("Virtanen, Aino 010190-900P")

    monkeypatch.setattr(suggest, "_one", crash)

    result = CliRunner().invoke(main.app, ["suggest", "-"])

    assert result.exit_code == main.CRASHED
    assert "RuntimeError" in result.stderr
    assert "teui/cli/suggest.py:" in result.stderr
    assert "Virtanen" not in result.output
    assert "010190" not in result.output


@pytest.mark.parametrize(
    ("locale", "language"),
    [("fi_FI.UTF-8", "fi"), ("sv_FI", "sv"), ("de_DE.UTF-8", "en"), ("C", "en"), ("", "en")],
)
def test_the_language_is_that_of_the_locale(
    monkeypatch: pytest.MonkeyPatch, locale: str, language: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", locale)

    assert locale_language() == language


@pytest.mark.parametrize(
    ("named", "variable", "own", "language"),
    [
        ("en", "fi", "sv", "en"),
        (None, "fi", "sv", "fi"),
        (None, None, "sv", "sv"),
        (None, None, None, "fi"),
    ],
)
def test_the_office_has_its_language_unless_another_is_named(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    named: str | None,
    variable: str | None,
    own: str | None,
    language: str,
) -> None:
    spoken: list[str] = []

    def show_app(desk: Desk, language: str, interview_of: str | None) -> int:
        assert interview_of is None
        spoken.append(language)
        return 0

    monkeypatch.setattr("screens.app.show_app", show_app)
    monkeypatch.setenv("LC_ALL", "fi_FI.UTF-8")
    if variable is not None:
        monkeypatch.setenv("TEUI_LANG", variable)
    path = tmp_path / "office.db"
    with make_store(path, "test", Founders("A. Lind", "North"), Clock()) as store:
        office.set_language(desk_of(store), own).result()
    arguments = ["--store", str(path)] + ([] if named is None else ["--lang", named])

    assert CliRunner().invoke(main.app, arguments).exit_code == 0
    due = CliRunner().invoke(main.app, [*arguments, "due"])

    assert spoken == [language]
    assert due.stdout == load_texts(language)("due.nothing") + "\n"


def test_every_command_speaks_the_offices_language(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("LC_ALL", "fi_FI.UTF-8")
    path = tmp_path / "office.db"
    with make_store(path, "demo", Founders("A. Lind", "North"), Clock()) as store:
        office.set_language(desk_of(store), "sv").result()

    def said(*command: str) -> str:
        result = CliRunner().invoke(main.app, ["--store", str(path), *command])
        return result.stdout + result.stderr

    t = load_texts("sv")
    assert t("store.kind_demo") in said("store", "status")
    assert said("find", "virtanen") == t("clients.found_nobody") + "\n"
    assert said("show", "zzzzzz") == t("error.handle_unknown", handle="zzzzzz") + "\n"
    assert t("fill.done", clients=1, path=path) in said("fill", "--clients", "1")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_goes_wrong_is_said_in_the_language_that_the_command_names(
    tmp_path: Path, language: str
) -> None:
    path = tmp_path / "none.db"
    for command in (["due"], ["find", "aalto"], ["show", "zzzzzz"], ["store", "status"]):
        result = CliRunner().invoke(main.app, [*command, "--store", str(path), "--lang", language])

        assert result.exit_code == 2
        assert result.stderr == load_texts(language)("error.store_missing", path=path) + "\n"


def test_a_closed_pipe_is_no_crash() -> None:
    good = '{"pack": "te-2013", "as_of": "2026-11-16", "answers": {"start.date": "2026-11-10"}}'
    command = [sys.executable, "-m", "teui.cli.main", "suggest", "--batch", "-"]
    reading, writing = os.pipe()
    os.close(reading)

    with os.fdopen(writing, "wb") as closed:
        done = subprocess.run(
            command,
            input=f"{good}\n" * 5,
            stdout=closed,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )

    assert (done.returncode, done.stderr) == (1, "")
