"""What is refused when a store is opened or made, and that nothing is overwritten."""

import os
import stat
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.conftest import FOUNDERS
from teui.clock import Clock
from teui.errors import StoreError
from teui.practice.texts import LANGUAGES, load_texts
from teui.store import driver, schema
from teui.store.driver import connect
from teui.store.keyfile import Key, key_path, make_key, read_key
from teui.store.store import Store, create_store, open_store


@pytest.fixture
def key(tmp_path: Path) -> Key:
    return make_key(tmp_path / "teui.key")


@pytest.fixture
def keyed(tmp_path: Path, clock: Clock, key: Key) -> Path:
    path = tmp_path / "real.db"
    create_store(path, key=key, clock=clock, kind="real", founders=FOUNDERS).close()
    return path


@pytest.fixture
def plain(store: Store) -> Path:
    store.close()
    return store.path


def _refused(path: Path, key: Key | None, clock: Clock) -> str:
    with pytest.raises(StoreError) as refused:
        open_store(path, key=key, clock=clock)
    for language in LANGUAGES:
        sentence = load_texts(language).error(refused.value)
        assert str(path) in sentence
    return refused.value.code


def test_a_store_opens_as_it_was_made(keyed: Path, key: Key, clock: Clock) -> None:
    with open_store(keyed, key=key, clock=clock) as store:
        assert (store.kind, len(store.origin), len(store.adviser)) == ("real", 36, 36)
        row = store.read().execute("SELECT name, login FROM adviser").fetchall()[0]
        assert (row["name"], row["login"]) == ("A. Lind", "alind")


def test_only_its_owner_may_read_the_files(keyed: Path, key: Key, clock: Clock) -> None:
    with open_store(keyed, key=key, clock=clock) as store:
        store.writer.submit("test", lambda unit: unit.insert("team", name="South")).result()
        for path in keyed.parent.iterdir():
            if path.is_file():
                assert stat.S_IMODE(path.stat().st_mode) == 0o600, path.name


def test_nothing_of_a_keyed_store_lies_open(keyed: Path, key: Key, clock: Clock) -> None:
    with open_store(keyed, key=key, clock=clock) as store:
        store.writer.submit("test", lambda unit: unit.insert("team", name="Xylophone")).result()
        content = b"".join(path.read_bytes() for path in keyed.parent.glob("real.db*"))

    assert b"Xylophone" not in content
    assert b"SQLite" not in content
    assert b"alembic" not in content


def test_a_wrong_key_is_refused_and_silent(
    keyed: Path, tmp_path: Path, clock: Clock, capfd: pytest.CaptureFixture[str]
) -> None:
    assert _refused(keyed, make_key(tmp_path / "other.key"), clock) == "store_key_wrong"
    assert capfd.readouterr() == ("", "")


def test_a_missing_key_is_named(keyed: Path, clock: Clock) -> None:
    assert _refused(keyed, None, clock) == "store_key_missing"


def test_the_place_named_for_a_missing_key_is_the_keys_own(
    keyed: Path, tmp_path: Path, clock: Clock
) -> None:
    with pytest.raises(StoreError) as refused:
        open_store(keyed, key=None, clock=clock)
    assert str(key_path(keyed)) in load_texts("en").error(refused.value)

    away = tmp_path / "away.key"
    with pytest.raises(StoreError, match="key_file_missing") as refused:
        read_key(away)
    assert str(away) in load_texts("en").error(refused.value)


def test_a_spoilt_store_of_ours_is_named_as_damaged(plain: Path, clock: Clock) -> None:
    sound = plain.read_bytes()
    plain.write_bytes(sound[:4096] + os.urandom(len(sound) - 4096))
    assert _refused(plain, None, clock) == "store_damaged"
    plain.write_bytes(sound[:8192])
    assert _refused(plain, None, clock) == "store_damaged"


@pytest.mark.parametrize("spoil", ["DELETE FROM alembic_version", "DROP TABLE alembic_version"])
def test_a_store_without_its_revision_is_damaged(plain: Path, clock: Clock, spoil: str) -> None:
    connection = connect(plain, None, write=True)
    connection.execute(spoil)
    connection.close()

    assert _refused(plain, None, clock) == "store_damaged"


def test_a_key_for_a_store_that_has_none_is_refused(plain: Path, key: Key, clock: Clock) -> None:
    assert _refused(plain, key, clock) == "store_not_keyed"


def test_a_newer_store_is_refused_and_left_alone(
    plain: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection = connect(plain, None, write=True)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = plain.read_bytes()
    monkeypatch.setattr(schema, "make", None)

    assert _refused(plain, None, clock) == "store_newer"
    assert plain.read_bytes() == before


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "store_missing"),
        (b"Dear diary,\n", "store_not_ours"),
        (os.urandom(8192), "store_key_missing"),
        (b"SQLite format 3\x00" + bytes(4080), "store_not_ours"),
    ],
    ids=["empty", "text", "noise", "header"],
)
def test_a_file_of_another_kind_is_refused(
    tmp_path: Path, clock: Clock, content: bytes, code: str
) -> None:
    path = tmp_path / "other.db"
    path.write_bytes(content)

    assert _refused(path, None, clock) == code
    assert path.read_bytes() == content


def test_somebody_elses_database_is_refused(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "photos.db"
    connection = connect(path, None, write=True, make=True)
    connection.execute("CREATE TABLE photo (id INTEGER)")
    connection.close()

    assert _refused(path, None, clock) == "store_not_ours"
    with pytest.raises(StoreError, match="store_not_ours"):
        create_store(path, key=None, clock=clock, kind="demo", founders=FOUNDERS)


def test_no_store_and_a_folder_are_told_apart(tmp_path: Path, clock: Clock) -> None:
    assert _refused(tmp_path / "none.db", None, clock) == "store_missing"
    assert not (tmp_path / "none.db").exists()
    assert _refused(tmp_path, None, clock) == "store_not_ours"


def test_a_store_that_may_not_be_written_is_refused(
    plain: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain.chmod(0o400)

    def by_mode_alone(path: Path, mode: int) -> bool:
        """As for anybody but root, whom no mode bit stops."""
        return bool(path.stat().st_mode & stat.S_IWUSR) if mode == os.W_OK else True

    monkeypatch.setattr(os, "access", by_mode_alone)
    assert _refused(plain, None, clock) == "store_read_only"


def test_a_store_that_another_program_holds_is_named(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(driver, "_BUSY_MS", 20)
    other = connect(store.path, None, write=True)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(StoreError, match="store_locked"):
        store.writer.submit("test", lambda unit: unit.insert("team", name="South")).result()

    other.execute("ROLLBACK")
    other.close()
    assert store.writer.submit("test", lambda unit: unit.insert("team", name="West")).result()


def test_a_store_is_never_made_over_another(keyed: Path, key: Key, clock: Clock) -> None:
    before = keyed.read_bytes()

    with pytest.raises(StoreError, match="store_exists"):
        create_store(keyed, key=key, clock=clock, kind="real", founders=FOUNDERS)

    assert keyed.read_bytes() == before


def test_a_store_whose_making_was_broken_off_is_made_anew(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "half.db"
    connection = connect(path, None, write=True, make=True)
    driver.prepare_new(connection)
    connection.close()

    assert _refused(path, None, clock) == "store_missing"
    create_store(path, key=None, clock=clock, kind="demo", founders=FOUNDERS).close()
    assert open_store(path, key=None, clock=clock).kind == "demo"


def test_a_real_store_is_never_without_a_key(tmp_path: Path, clock: Clock) -> None:
    with pytest.raises(StoreError, match="store_key_missing"):
        create_store(tmp_path / "r.db", key=None, clock=clock, kind="real", founders=FOUNDERS)

    assert not (tmp_path / "r.db").exists()


def test_a_key_file_is_made_once(tmp_path: Path) -> None:
    path = key_path(tmp_path / "teui.db")
    first = make_key(path)

    assert make_key(path) == first == read_key(path)
    assert first.slots == ("none",)
    assert not first.protected
    assert first.raw.hex() not in repr(first)
    assert [entry.name for entry in tmp_path.iterdir()] == ["teui.key"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("", "store_key_unreadable"),
        ("{}", "store_key_unreadable"),
        ('{"version": 1, "slots": [{"kind": "none", "key": "00"}]}', "store_key_unreadable"),
        ('{"version": 1, "slots": [{"kind": "passphrase"}]}', "store_key_unreadable"),
        ('{"version": 2, "slots": []}', "store_key_newer"),
    ],
)
def test_a_spoiled_key_file_is_named(tmp_path: Path, content: str, code: str) -> None:
    path = tmp_path / "teui.key"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(StoreError, match=code):
        read_key(path)


def test_two_processes_see_each_others_acts(store: Store, clock: Clock) -> None:
    with open_store(store.path, key=None, clock=clock) as other:
        for number in range(4):
            here = (store, other)[number % 2]
            here.writer.submit("test", lambda unit: unit.insert("team", name="x")).result()

        seqs = [row["seq"] for row in other.read().execute("SELECT seq FROM act ORDER BY id")]
    assert seqs == [1, 2, 3, 4, 5]


def test_closing_waits_for_what_another_thread_is_reading(store: Store) -> None:
    is_reading, may_end = threading.Event(), threading.Event()

    def slow() -> int:
        is_reading.set()
        may_end.wait(30)
        return len(store.read().execute("SELECT * FROM setting").fetchall())

    with ThreadPoolExecutor() as pool:
        found = pool.submit(store.reading, slow)
        is_reading.wait(30)
        closed = pool.submit(store.close)
        assert not closed.done()
        may_end.set()
        assert found.result(30) > 0
        closed.result(30)
