"""`teui store init` and `status`."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from teui.casework.desk import open_desk
from teui.cli.main import app
from teui.clock import Clock
from teui.errors import StoreError
from teui.store.schema import HEAD


def _teui(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_init_makes_a_keyed_store_and_says_how_it_is_protected(tmp_path: Path) -> None:
    path = tmp_path / "office" / "teui.db"
    arguments = ("--lang", "en", "--store", path, "--adviser", "A. Lind", "--team", "North")

    result = _teui("store", "init", *arguments)

    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        f"Store: {path}",
        "Kind: real clients",
        "Protection: encrypted; not yet protected by a passphrase",
        "Adviser: A. Lind",
        "Team: North",
        "Clients: 0",
        "Things done in it: 1",
        f"Schema: {HEAD}",
        "Keep a copy of the key file in a safe place; without it nobody can read the store again:"
        f" {path.with_suffix('.key')}",
    ]
    assert b"SQLite" not in path.read_bytes()[:16]


def test_status_as_json(tmp_path: Path) -> None:
    path = tmp_path / "teui.db"
    _teui("store", "init", "--demo", "--store", path, "--adviser", "A. Lind")

    result = _teui("--store", path, "store", "status", "--json")

    described = json.loads(result.stdout)
    assert described.pop("size") > 0
    assert described == {
        "path": str(path),
        "kind": "demo",
        "schema": HEAD,
        "encrypted": False,
        "protected": False,
        "adviser": "A. Lind",
        "team": "1",
        "clients": 0,
        "acts": 1,
    }


def test_a_key_file_elsewhere_is_named_whenever_the_store_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, key_file = tmp_path / "teui.db", tmp_path / "stick" / "my.key"

    made = _teui("store", "init", "--store", path, "--key-file", key_file)
    assert f"TEUI_KEY_FILE={key_file}" in made.stdout

    without = _teui("store", "status", "--store", path)
    monkeypatch.setenv("TEUI_KEY_FILE", str(key_file))
    with_it = _teui("store", "status", "--store", path)
    key_file.unlink()
    lost = _teui("store", "status", "--store", path)

    assert [result.exit_code for result in (without, with_it, lost)] == [2, 0, 2]
    assert str(key_file) in lost.stderr


def test_a_second_init_touches_nothing(tmp_path: Path) -> None:
    path = tmp_path / "teui.db"
    _teui("store", "init", "--store", path)
    before = path.read_bytes(), path.with_suffix(".key").read_bytes()

    result = _teui("--lang", "en", "store", "init", "--store", path)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"There is a store at {path} already.")
    assert (path.read_bytes(), path.with_suffix(".key").read_bytes()) == before


def test_names_cannot_steer_the_terminal(tmp_path: Path) -> None:
    result = _teui("store", "init", "--store", tmp_path / "t.db", "--adviser", "A\x1b[2J")

    assert "\x1b" not in result.stdout
    assert "A␛[2J" in result.stdout


def test_the_store_in_the_data_folder_is_made_on_first_use(
    no_real_home: Path, clock: Clock
) -> None:
    assert _teui("store", "status").exit_code == 2

    with open_desk(None, clock=clock).store as store:
        assert store.kind == "real"
        assert store.path.is_relative_to(no_real_home)
    with open_desk(None, clock=clock).store as again:
        assert again.origin == store.origin
    assert _teui("store", "status").exit_code == 0


@pytest.mark.parametrize("by", ["option", "environment"])
def test_a_store_that_was_named_is_never_made_by_opening(
    tmp_path: Path, clock: Clock, by: str
) -> None:
    path = str(tmp_path / "teui.db")
    named = {"location": path} if by == "option" else {"location": None}
    environment = {"TEUI_STORE": path} if by == "environment" else {}

    with pytest.raises(StoreError, match="store_missing"):
        open_desk(named["location"], clock=clock, environment=environment)

    assert list(tmp_path.iterdir()) == []


def test_an_address_is_refused(clock: Clock) -> None:
    with pytest.raises(StoreError, match="store_no_url") as refused:
        open_desk("postgresql://user:secret@host/db", clock=clock)

    assert "secret" not in str(refused.value.details)
