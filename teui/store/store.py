"""A store that is open: its kind, its readers and its writer."""

import contextlib
import os
import threading
import weakref
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar, cast

from teui.clock import Clock
from teui.errors import StoreError
from teui.store import schema
from teui.store.driver import (
    Connection,
    connect,
    examine,
    file_number,
    prepare_new,
    read_revision,
    reading,
    transaction,
)
from teui.store.ids import Randomness, new_uid
from teui.store.keyfile import Key, key_path
from teui.store.unit import Unit
from teui.store.writer import Writer

T = TypeVar("T")
Numbers = tuple[tuple[str, str], ...]
"""The office's own numbers: setting and JSON text."""
StoreKind = Literal["demo", "real", "test"]
KINDS: tuple[StoreKind, ...] = ("demo", "real", "test")


@dataclass(frozen=True, slots=True)
class Founders:
    """Who a new store begins with: one adviser, its login name, one team."""

    adviser: str
    team: str
    login: str = ""


class Store:
    """One open store. `adviser` is the uid of the one who acts; `origin` that of this device.

    `numbers` are the office's own as last read, None while they are to be read: every act needs
    them, and a screen may not wait for the disk.
    """

    def __init__(self, path: Path, key: Key | None, clock: Clock, randomness: Randomness) -> None:
        self.path = path
        self.key = key
        self.clock = clock
        self.randomness = randomness
        self._readers: weakref.WeakSet[_Reader] = weakref.WeakSet()
        self._own = threading.local()
        connection = self.read()
        with reading(connection):
            rows = connection.execute("SELECT key, value FROM setting").fetchall()
        settings = {row["key"]: row["value"] for row in rows}
        self.kind = cast("StoreKind", settings["kind"])
        self.origin = settings["origin"]
        self.adviser = settings["adviser"]
        self.numbers: Numbers | None = None
        self._file = file_number(path)
        self.writer = Writer(self)

    def check_in_place(self) -> None:
        """Raises StoreError `store_gone` where the file is away, or another is in its place."""
        if file_number(self.path) != self._file or not self.path.exists():
            raise StoreError("store_gone", path=self.path)

    def read(self) -> Connection:
        """This thread's own connection for reading; it sees whatever is committed."""
        return self._reader().connection

    def _reader(self) -> "_Reader":
        reader: _Reader | None = getattr(self._own, "reader", None)
        if reader is None:
            reader = _Reader(connect(self.path, self.key, write=False))
            self._own.reader = reader
            self._readers.add(reader)
        return reader

    def reading(self, task: Callable[[], T]) -> T:
        """Run a task that reads; raises StoreError for what the driver could not do."""
        reader = self._reader()
        with reader.in_use, reading(reader.connection):
            return task()

    def write_connection(self) -> Connection:
        """For the writer's thread."""
        return connect(self.path, self.key, write=True)

    def unit(self, connection: Connection, kind: str) -> Unit:
        """A unit for one act of `kind`, now, by the adviser at this desk."""
        return Unit(
            connection,
            kind=kind,
            now=self.clock.now(),
            today=self.clock.today(),
            adviser=self.adviser,
            origin=self.origin,
            randomness=self.randomness,
        )

    def close(self) -> None:
        """Finish what was submitted and let go of the file."""
        self.writer.close()
        for reader in list(self._readers):
            # Closed under a statement that another thread runs, SQLite takes the process along.
            with reader.in_use:
                reader.connection.close()
        self._own = threading.local()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class _Reader:
    """Held by its thread alone, so that it closes with the thread."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.in_use = threading.RLock()

    def __del__(self) -> None:
        self.connection.close()


def open_store(
    path: Path, *, key: Key | None, clock: Clock, randomness: Randomness = os.urandom
) -> Store:
    """Open a store; one of an older schema is brought up to date first, after a backup.

    Raises StoreError: `store_missing`, `store_not_ours`, `store_newer`, `store_read_only`,
    `store_locked`, `store_key_missing`, `store_key_wrong`, `store_not_keyed`, `store_damaged`,
    `store_unreadable`.
    """
    examine(path, key)
    with contextlib.closing(connect(path, key, write=False)) as connection:
        revision = read_revision(connection, path, keyed=key is not None)
    if not schema.is_current(revision, path):
        from teui.store.migrate import upgrade

        upgrade(path, key)
    return Store(path, key, clock, randomness)


def create_store(
    path: Path,
    *,
    key: Key | None,
    clock: Clock,
    kind: StoreKind,
    founders: Founders,
    randomness: Randomness = os.urandom,
) -> Store:
    """Make a store with its first adviser and team and open it; all of it appears, or nothing.

    Raises StoreError `store_exists`, and `store_key_missing` for a real store without a key.
    """
    if kind == "real" and key is None:
        raise StoreError("store_key_missing", path=path, key_file=key_path(path))
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    _refuse_existing(path, key)
    with contextlib.closing(connect(path, key, write=True, make=True)) as connection:
        prepare_new(connection)
        with transaction(connection, path):
            schema.make(connection, path)
            _found(connection, clock, kind, founders, randomness)
    return open_store(path, key=key, clock=clock, randomness=randomness)


def _refuse_existing(path: Path, key: Key | None) -> None:
    """Pass where there is no file, or one in which making a store was broken off."""
    if not path.exists():
        path.touch(mode=0o600)
    if path.is_file() and path.stat().st_size == 0:
        return
    try:
        examine(path, key)
        with contextlib.closing(connect(path, key, write=False)) as connection:
            read_revision(connection, path, keyed=key is not None)
    except StoreError as error:
        if error.code == "store_missing":
            return
        raise
    raise StoreError("store_exists", path=path)


def _found(
    connection: Connection,
    clock: Clock,
    kind: StoreKind,
    founders: Founders,
    randomness: Randomness,
) -> None:
    now = clock.now()
    adviser, origin = new_uid(now, randomness), new_uid(now, randomness)
    unit = Unit(
        connection,
        kind="store_made",
        now=now,
        today=clock.today(),
        adviser=adviser,
        origin=origin,
        randomness=randomness,
    )
    team = unit.insert("team", name=founders.team)
    unit.insert("adviser", uid=adviser, name=founders.adviser, login=founders.login, team_uid=team)
    for name, value in (("kind", kind), ("origin", origin), ("adviser", adviser)):
        unit.insert("setting", key=name, value=value)
    unit.finish()
