"""A disk that is full, a disk that lies: named, and nothing acknowledged is lost."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import FOUNDERS
from teui.clock import Clock
from teui.errors import StoreError
from teui.store.driver import Connection, connect
from teui.store.history import verify_chain
from teui.store.hot import clients as hot
from teui.store.keyfile import Key, make_key
from teui.store.store import Store, create_store, open_store
from teui.store.unit import Unit


def _crowd(unit: Unit) -> None:
    team = unit.rows("SELECT uid FROM team")[0]["uid"]
    for number in range(150):
        client = unit.insert(
            "client",
            handle=f"h{number}",
            family_name="Virtanen",
            given_names="Aino",
            name_sort="virtanen aino",
        )
        unit.insert(
            "customership",
            client_uid=client,
            adviser_uid=unit.adviser,
            team_uid=team,
            start_date=unit.today,
        )


def test_a_full_disk_is_named_and_takes_nothing_with_it(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = store.write_connection

    def small() -> Connection:
        """A connection for which the disk ends right behind the store as it is."""
        connection = whole()
        pages = connection.execute("PRAGMA page_count").fetchall()[0][0]
        connection.execute(f"PRAGMA max_page_count = {pages + 1}")
        return connection

    monkeypatch.setattr(store, "write_connection", small)
    with pytest.raises(StoreError, match="store_disk_full"):
        store.writer.submit("test", _crowd).result()

    assert store.writer.submit("test", lambda unit: unit.insert("team", name="West")).result()
    assert store.read().execute("SELECT count(*) FROM client").fetchall()[0][0] == 0
    assert verify_chain(store.read()) == ()


def test_one_flipped_bit_of_a_keyed_store_is_named(tmp_path: Path, clock: Clock) -> None:
    key = make_key(tmp_path / "teui.key")
    path = tmp_path / "teui.db"
    with create_store(path, key=key, clock=clock, kind="real", founders=FOUNDERS) as store:
        store.writer.submit("test", _crowd).result()
    sound = path.read_bytes()

    codes = set()
    for page in range(0, len(sound) // 4096, 7):
        spoiled = bytearray(sound)
        spoiled[page * 4096 + 1000] ^= 1
        path.write_bytes(spoiled)
        codes.add(_read_whole(path, key, clock))

    assert "store_damaged" in codes
    assert codes <= {"store_damaged", "store_key_wrong", None}


def _read_whole(path: Path, key: Key, clock: Clock) -> str | None:
    """The code of the error met on the way through the clients, None where there was none."""
    try:
        with open_store(path, key=key, clock=clock) as store:
            hot.recent(store.read(), adviser=store.adviser, limit=999)
    except StoreError as error:
        return error.code
    return None


def test_a_store_that_was_taken_away_acknowledges_nothing(store: Store, tmp_path: Path) -> None:
    away = tmp_path / "away.db"
    store.path.rename(away)
    with pytest.raises(StoreError, match="store_gone"):
        store.writer.submit("test", lambda unit: unit.insert("team", name="West")).result()

    shutil.copy(away, store.path)
    with pytest.raises(StoreError, match="store_gone"):
        store.writer.submit("test", lambda unit: unit.insert("team", name="West")).result()

    away.replace(store.path)
    store.writer.submit("test", lambda unit: unit.insert("team", name="West")).result()
    names = [row["name"] for row in store.read().execute("SELECT name FROM team ORDER BY id")]
    assert names == [FOUNDERS.team, "West"]


def test_a_store_that_a_newer_program_has_changed_takes_nothing(store: Store) -> None:
    other = connect(store.path, None, write=True)
    other.execute("UPDATE alembic_version SET version_num = '9999'")
    other.close()

    with pytest.raises(StoreError, match="store_moved_on"):
        store.writer.submit("test", lambda unit: unit.insert("team", name="West")).result()

    assert store.read().execute("SELECT count(*) FROM team").fetchall()[0][0] == 1
