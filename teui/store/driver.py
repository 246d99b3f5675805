"""Connections of the one driver, SQLCipher, and what SQLite alone knows.

Everything that only SQLite understands stands here and in `search.py`.
"""

import contextlib
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from sqlcipher3 import dbapi2

from teui.errors import StoreError
from teui.store.keyfile import Key, key_path

APPLICATION_ID = 0x74657569  # "teui"
_PLAIN = b"SQLite format 3\x00"
_PAGE = 4096
_APPLICATION_ID_AT = 68  # in the header of a file that is not encrypted
_BUSY_MS = 5000


class Row(Protocol):
    def __getitem__(self, key: str | int) -> Any: ...  # noqa: ANN401 - as the column is
    def __iter__(self) -> Iterator[Any]: ...
    def keys(self) -> list[str]: ...


class Cursor(Protocol):
    rowcount: int
    description: Sequence[Sequence[Any]]

    def fetchone(self) -> Row | None: ...
    def fetchall(self) -> list[Row]: ...
    def __iter__(self) -> Iterator[Row]: ...


Params = Sequence[object] | Mapping[str, object]


class Connection(Protocol):
    def execute(self, sql: str, params: Params = ..., /) -> Cursor: ...
    def executemany(self, sql: str, params: Sequence[Params], /) -> Cursor: ...
    def backup(self, target: object, /) -> None: ...
    def close(self) -> None: ...


def connect(path: Path, key: Key | None, *, write: bool, make: bool = False) -> Connection:
    """A connection of its own, in autocommit: transactions are begun by name.

    `make` lets the file come into being. The caller has looked at the file with `examine`.
    Raises StoreError.
    """
    mode = "rwc" if make else "rw"
    try:
        connection = dbapi2.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            timeout=_BUSY_MS / 1000,
        )
    except dbapi2.DatabaseError as error:
        raise store_error(error, path) from error
    connection.row_factory = dbapi2.Row
    # First of all: a wrong key would otherwise write over the screen.
    connection.execute("PRAGMA cipher_log_level = NONE")
    if key is not None:
        connection.execute(f"PRAGMA key = \"x'{key.raw.hex()}'\"")
    connection.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA trusted_schema = OFF")
    if write:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA fullfsync = ON")
        connection.execute("PRAGMA checkpoint_fullfsync = ON")
    else:
        connection.execute("PRAGMA query_only = ON")
    return connection  # type: ignore[no-any-return]


def prepare_new(connection: Connection) -> None:
    """Give a file that holds nothing yet its journal; its mark comes with the schema."""
    connection.execute("PRAGMA journal_mode = WAL")


def mark_as_ours(connection: Connection) -> None:
    """Inside the transaction that makes the schema, so that both are there or neither."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def examine(path: Path, key: Key | None) -> None:
    """Look at the file before it is opened.

    Raises StoreError: `store_missing` (also where nothing was made in it yet), `store_not_ours`,
    `store_key_missing`, `store_not_keyed`, `store_read_only`.
    """
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise StoreError("store_not_ours", path=path)
        if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
            raise StoreError("store_read_only", path=path)
        with path.open("rb") as file:
            plain = file.read(len(_PLAIN)) == _PLAIN
    except FileNotFoundError as error:
        raise StoreError("store_missing", path=path) from error
    except OSError as error:
        raise StoreError("store_unreadable", path=path, reason=error.strerror) from error
    if size == 0:
        raise StoreError("store_missing", path=path)
    if not plain and size % _PAGE:
        raise StoreError("store_not_ours", path=path)
    if plain and key is not None:
        raise StoreError("store_not_keyed", path=path)
    if not plain and key is None:
        raise StoreError("store_key_missing", path=path, key_file=key_path(path))


def file_number(path: Path) -> int:
    """What tells the file from another put in its place; 0 where there is none or none is told."""
    try:
        return path.stat().st_ino
    except OSError:
        return 0


def read_revision(connection: Connection, path: Path, *, keyed: bool) -> str:
    """The schema's revision; proves the key and that the file is a store of ours.

    Raises StoreError: `store_key_wrong`, `store_not_ours`, `store_missing`, `store_damaged`.
    """
    try:
        [application] = connection.execute("PRAGMA application_id").fetchall()
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchall()[0][0]
    except dbapi2.DatabaseError as error:
        if isinstance(error, dbapi2.OperationalError):
            raise store_error(error, path) from error
        code = "store_key_wrong" if keyed else _of_unkeyed(path)
        raise StoreError(code, path=path) from error
    if application[0] == 0 and tables == 0:
        raise StoreError("store_missing", path=path)
    if application[0] != APPLICATION_ID:
        raise StoreError("store_not_ours", path=path)
    # Schema and mark come in one transaction: a store of ours without a revision is spoilt.
    try:
        [row] = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    except (dbapi2.DatabaseError, ValueError) as error:
        held = isinstance(error, dbapi2.OperationalError) and "locked" in str(error)
        raise StoreError("store_locked" if held else "store_damaged", path=path) from error
    return str(row[0])


def _of_unkeyed(path: Path) -> str:
    """What a file that cannot be read as a database is: a store of ours, or anything else."""
    with path.open("rb") as file:
        file.seek(_APPLICATION_ID_AT)
        mark = file.read(4)
    return "store_damaged" if mark == APPLICATION_ID.to_bytes(4, "big") else "store_not_ours"


@contextlib.contextmanager
def transaction(connection: Connection, path: Path) -> Iterator[None]:
    """All or nothing; the write lock is taken at once. Driver errors become StoreError."""
    try:
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            with contextlib.suppress(dbapi2.Error):
                connection.execute("ROLLBACK")
            raise
    except dbapi2.DatabaseError as error:
        raise store_error(error, path) from error


@contextlib.contextmanager
def reading(connection: Connection) -> Iterator[None]:
    """Driver errors of a read become StoreError, as in `transaction`."""
    try:
        yield
    except dbapi2.DatabaseError as error:
        [main] = connection.execute("PRAGMA database_list").fetchall()
        raise store_error(error, Path(main["file"])) from error


@contextlib.contextmanager
def constrained(refusal: StoreError) -> Iterator[None]:
    """Raise `refusal` where the row is refused by what the tables hold, a foreign key above all."""
    try:
        yield
    except dbapi2.IntegrityError as error:
        raise refusal from error


def required_columns(connection: Connection, table: str) -> frozenset[str]:
    """The columns that are never null, whatever row stands."""
    rows = connection.execute(
        'SELECT name FROM pragma_table_info(?) WHERE "notnull"', (table,)
    ).fetchall()
    return frozenset(row["name"] for row in rows)


def store_error(error: Exception, path: Path) -> StoreError:
    """The sentence for what the driver reported: its messages name tables, never values."""
    reason = str(error)
    for words, code in (
        ("locked", "store_locked"),
        ("readonly", "store_read_only"),
        ("full", "store_disk_full"),
        ("malformed", "store_damaged"),
        ("not a database", "store_damaged"),
        ("unable to open", "store_gone"),
    ):
        if words in reason:
            return StoreError(code, path=path)
    return StoreError("store_failed", path=path, reason=reason)
