"""`teui fill` and `teui demo`."""

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from teui.casework.desk import Desk
from teui.cli.main import app

_FEW = 2


def _teui(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary folders are made; few clients, to be quick."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setattr("teui.casework.demo.CLIENTS", _FEW)
    return folder


def test_fill_adds_the_clients_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "teui.db"
    _teui("store", "init", "--demo", "--store", path)

    result = _teui("--store", path, "--lang", "en", "fill", "--clients", 2, "--seed", 4)

    assert result.exit_code == 0
    assert result.stdout == f"Invented clients added: 2. Open them: teui --store {path}\n"
    assert '"clients": 2' in _teui("--store", path, "store", "status", "--json").stdout


def test_fill_refuses_a_real_store_and_one_that_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "teui.db"
    missing = _teui("fill", "--store", path, "--lang", "en")
    _teui("store", "init", "--store", path)
    real = _teui("fill", "--store", path, "--lang", "en")

    assert (missing.exit_code, real.exit_code) == (2, 2)
    assert f"There is no store at {path}" in missing.stderr
    assert "holds real clients" in real.stderr


def test_demo_opens_the_app_on_invented_clients_and_leaves_nothing(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[object] = []

    def show(desk: Desk, language: str) -> int:
        [count] = desk.store.read().execute("SELECT count(*) FROM client").fetchall()
        seen.extend([desk.store.kind, count[0], language, desk.store.path.parent.parent])
        return 0

    monkeypatch.setattr("screens.app.show_app", show)
    monkeypatch.setenv("TEUI_KEY_FILE", str(temporary / "of-the-real-store.key"))
    result = _teui("demo", "--lang", "sv", "--on", "2026-11-16")

    assert result.exit_code == 0
    assert seen == ["demo", _FEW, "sv", temporary]
    assert list(temporary.iterdir()) == []


def test_demo_leaves_nothing_after_a_crash(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def show(_desk: Desk, _language: str) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr("screens.app.show_app", show)
    result = _teui("demo", "--lang", "en")

    assert result.exit_code != 0
    assert list(temporary.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize("number", ["SIGTERM", "SIGHUP"])
def test_demo_leaves_nothing_when_it_is_told_to_stop(tmp_path: Path, number: str) -> None:
    program = (
        "import os, signal, time, screens.app\n"
        "from teui.casework import demo\n"
        "demo.CLIENTS = 1\n"
        "def show(desk, language):\n"
        "    assert desk.store.path.exists()\n"
        f"    os.kill(os.getpid(), signal.{number})\n"
        "    time.sleep(30)\n"
        "screens.app.show_app = show\n"
        "from teui.cli.main import app\n"
        "app(['demo'])\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "TMPDIR": str(tmp_path), "PYTHONPATH": os.pathsep.join(sys.path)},
        check=False,
        capture_output=True,
        timeout=60,
    )

    assert ended.returncode == 128 + getattr(signal, number)
    assert b"Traceback" not in ended.stderr
    assert list(tmp_path.iterdir()) == []
