"""A store that one thread fills: acts run at once, and many of them share a transaction."""

import contextlib
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import TypeVar

from teui.clock import Clock
from teui.store.driver import Connection, connect, transaction
from teui.store.ids import Randomness
from teui.store.keyfile import Key
from teui.store.store import Store
from teui.store.unit import Unit
from teui.store.writer import Writer, nothing

T = TypeVar("T")


class BatchStore(Store):
    """A store with one connection, that reads what it has written though nobody else does yet.

    For one thread alone. `adviser`, the uid of the one who acts, may be set between acts. Nothing
    is on the disk before `together` ends; where it raises, nothing of it is.
    """

    def __init__(self, path: Path, key: Key | None, clock: Clock, randomness: Randomness) -> None:
        self._connection = connect(path, key, write=True)
        super().__init__(path, key, clock, randomness)
        self.writer = _AtOnce(self)

    def read(self) -> Connection:
        return self._connection

    def write_connection(self) -> Connection:
        return self._connection

    @contextlib.contextmanager
    def together(self) -> Iterator[None]:
        """Every act submitted inside is saved at its end, all of them or none."""
        with transaction(self._connection, self.path):
            yield

    def close(self) -> None:
        self._connection.close()


class _AtOnce(Writer):
    """Runs a task where it is submitted, as one act; the future that it returns is done."""

    def __init__(self, store: BatchStore) -> None:
        super().__init__(store)
        self._batch = store

    def submit(
        self, kind: str, task: Callable[[Unit], T], after: Callable[[], object] = nothing
    ) -> "Future[T]":
        future: Future[T] = Future()
        connection = self._batch.read()
        connection.execute("SAVEPOINT act")
        try:
            unit = self._batch.unit(connection, kind)
            result = task(unit)
            unit.finish()
            after()
        except Exception as error:  # noqa: BLE001 - it is raised again by the future
            connection.execute("ROLLBACK TO act")
            future.set_exception(error)
        else:
            future.set_result(result)
        finally:
            connection.execute("RELEASE act")
        return future
