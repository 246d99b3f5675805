"""Migrations: all or nothing, a copy before, and the trap that deletes children."""

import contextlib
import shutil
from pathlib import Path

import pytest

from tests.conftest import FOUNDERS
from teui.clock import Clock
from teui.errors import StoreError
from teui.store import migrate, schema
from teui.store.driver import connect
from teui.store.keyfile import Key, make_key
from teui.store.store import create_store, open_store

HEAD = schema.HEAD
NEXT, AFTER = (f"{int(HEAD) + step:04d}" for step in (1, 2))
FAMILY = """
    op.execute("CREATE TABLE parent (uid VARCHAR NOT NULL PRIMARY KEY, name VARCHAR)")
    op.execute("CREATE TABLE child (uid VARCHAR NOT NULL PRIMARY KEY, parent_uid VARCHAR"
               " REFERENCES parent (uid) ON DELETE CASCADE)")
    op.execute("INSERT INTO parent VALUES ('p', 'Aino')")
    op.execute("INSERT INTO child VALUES ('c', 'p')")
"""
REBUILD = """
    with op.batch_alter_table("parent", recreate="always") as batch:
        batch.alter_column("name", nullable=False, existing_type=sa.String())
"""
ORPHANS = """
    op.execute("CREATE TABLE fresh (id INTEGER PRIMARY KEY)")
    op.execute("DELETE FROM team")
"""
BREAKS_OFF = """
    op.execute("CREATE TABLE fresh (id INTEGER PRIMARY KEY)")
    raise RuntimeError("half way")
"""


@pytest.fixture
def scripts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the migrations, to which a test adds its own."""
    folder = tmp_path / "migrations"
    shutil.copytree(migrate.SCRIPTS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(migrate, "SCRIPTS", folder)
    return folder


def _add(scripts: Path, number: str, body: str) -> None:
    before = f"{int(number) - 1:04d}"
    (scripts / "versions" / f"{number}_test.py").write_text(
        f"import sqlalchemy as sa\nfrom alembic import op\n"
        f"revision, down_revision = {number!r}, {before!r}\n\ndef upgrade() -> None:{body}",
        encoding="utf-8",
    )


@pytest.fixture(params=["plain", "keyed"])
def key(request: pytest.FixtureRequest, tmp_path: Path) -> Key | None:
    return make_key(tmp_path / "teui.key") if request.param == "keyed" else None


@pytest.fixture
def path(tmp_path: Path, clock: Clock, key: Key | None) -> Path:
    place = tmp_path / "teui.db"
    create_store(place, key=key, clock=clock, kind="test", founders=FOUNDERS).close()
    return place


def _count(path: Path, key: Key | None, table: str) -> int:
    with contextlib.closing(connect(path, key, write=False)) as connection:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchall()[0][0])


def _has(path: Path, key: Key | None, table: str) -> bool:
    with contextlib.closing(connect(path, key, write=False)) as connection:
        sql = "SELECT 1 FROM sqlite_master WHERE name = ?"
        return connection.execute(sql, (table,)).fetchone() is not None


def test_a_rebuilt_parent_keeps_its_children(scripts: Path, path: Path, key: Key | None) -> None:
    _add(scripts, NEXT, FAMILY)
    _add(scripts, AFTER, REBUILD)

    migrate.upgrade(path, key)

    assert (_count(path, key, "parent"), _count(path, key, "child")) == (1, 1)


def test_a_store_that_is_behind_is_brought_along_when_opened(
    scripts: Path, path: Path, key: Key | None, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    _add(scripts, NEXT, FAMILY)
    monkeypatch.setattr(schema, "REVISIONS", (*schema.REVISIONS, NEXT))
    monkeypatch.setattr(schema, "HEAD", NEXT)

    with open_store(path, key=key, clock=clock) as store:
        assert store.read().execute("SELECT name FROM parent").fetchall()[0][0] == "Aino"

    backup = path.with_name(f"teui.db.before-migration-from-{HEAD}")
    assert (_count(backup, key, "team"), _has(backup, key, "parent")) == (1, False)
    assert backup.stat().st_mode & 0o077 == 0
    assert (backup.read_bytes()[:6] == b"SQLite") is (key is None)


@pytest.mark.parametrize(
    ("body", "error"), [(ORPHANS, "migration_broke_keys"), (BREAKS_OFF, "half way")]
)
def test_a_migration_that_fails_leaves_the_store_as_it_was(
    scripts: Path, path: Path, key: Key | None, body: str, error: str
) -> None:
    _add(scripts, NEXT, body)

    with pytest.raises((StoreError, RuntimeError), match=error):
        migrate.upgrade(path, key)

    assert (_count(path, key, "team"), _has(path, key, "fresh")) == (1, False)
    with contextlib.closing(connect(path, key, write=False)) as connection:
        rows = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    assert [row[0] for row in rows] == [HEAD]


def test_a_store_of_the_first_schema_keeps_all_it_holds(
    tmp_path: Path, clock: Clock, key: Key | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "old.db"
    with monkeypatch.context() as patched:
        patched.setattr(schema, "HEAD", "0001")
        create_store(path, key=key, clock=clock, kind="test", founders=FOUNDERS).close()

    with open_store(path, key=key, clock=clock) as store:
        [adviser] = store.read().execute("SELECT name, left_on FROM adviser").fetchall()
        told = store.read().execute("SELECT count(*) FROM told").fetchall()[0][0]

    assert (adviser["name"], adviser["left_on"], told) == (FOUNDERS.adviser, None, 0)
