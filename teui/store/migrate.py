"""Bringing a store of an older schema up to date, with a copy kept from before.

SQLite rebuilds a table by dropping it, and with foreign keys on and ON DELETE CASCADE that deletes
the children without an error: so keys are off before the transaction begins, and every key is
checked before it commits.
"""

import contextlib
from importlib.resources import files
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection as Bound
from sqlalchemy import create_engine, event
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from teui.errors import StoreError
from teui.store import search
from teui.store.driver import Connection, connect, store_error
from teui.store.keyfile import Key

SCRIPTS = Path(str(files("teui.store"))) / "migrations"


def upgrade(path: Path, key: Key | None, *, to: str = "head") -> Path:
    """Migrate the store to the revision `to`; returns the backup made before.

    All or nothing. Raises StoreError: `migration_broke_keys`, `store_locked`, `store_disk_full` …
    """
    with contextlib.closing(connect(path, key, write=True)) as connection:
        backup = back_up(connection, path, key)
        run(connection, path, to=to)
    return backup


def back_up(connection: Connection, path: Path, key: Key | None) -> Path:
    """A whole copy beside the store, under the same key, named for the revision it has."""
    [row] = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    target = path.with_name(f"{path.name}.before-migration-from-{row[0]}")
    target.unlink(missing_ok=True)
    target.touch(mode=0o600)
    with contextlib.closing(connect(target, key, write=True, make=True)) as copy:
        connection.backup(copy)
    return target


def run(connection: Connection, path: Path, *, to: str) -> None:
    """Run the migrations up to `to` in one transaction; the connection's keys stay off after."""
    connection.execute("PRAGMA foreign_keys = OFF")
    engine = create_engine(
        "sqlite://", creator=lambda: connection, module=dbapi2, poolclass=StaticPool
    )
    event.listen(engine, "begin", _begin)
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    try:
        with engine.begin() as bound:
            config.attributes["connection"] = bound
            command.upgrade(config, to)
            if connection.execute("PRAGMA foreign_key_check").fetchall():
                raise StoreError("migration_broke_keys", path=path)
            search.make(connection)
    except dbapi2.DatabaseError as error:
        raise store_error(error, path) from error


def _begin(bound: Bound) -> None:
    """The driver is in autocommit: without this a failed migration would stay half applied."""
    bound.exec_driver_sql("BEGIN IMMEDIATE")
