"""The one thread that writes: a queue of tasks, each one transaction and one act."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from queue import SimpleQueue
from typing import Any, Protocol, TypeVar

from teui.errors import StoreError
from teui.store.driver import Connection, transaction
from teui.store.schema import check_current
from teui.store.unit import Unit

T = TypeVar("T")
_Job = tuple["Future[Any]", str, Callable[[Unit], Any], Callable[[], object]]


def nothing() -> None:
    """What follows most acts."""


class Writable(Protocol):
    """What the writer needs of the store."""

    @property
    def path(self) -> Path: ...
    def check_in_place(self) -> None: ...
    def write_connection(self) -> Connection: ...
    def unit(self, connection: Connection, kind: str) -> Unit: ...


class Writer:
    """Takes tasks from any thread and runs them in the order in which they came."""

    def __init__(self, store: Writable) -> None:
        self._store = store
        self._queue: SimpleQueue[_Job | None] = SimpleQueue()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._closed = False

    def submit(
        self, kind: str, task: Callable[[Unit], T], after: Callable[[], object] = nothing
    ) -> "Future[T]":
        """Run `task` as one act of `kind`. The future is done when the act is on the disk.

        `after` is called in between, once it is there.

        A task that raises is rolled back whole and its error comes out of the future, as does
        StoreError `store_gone`, `store_moved_on`, `store_locked`, `store_disk_full` …
        Raises StoreError `store_closed` after `close`.
        """
        future: Future[T] = Future()
        with self._lock:
            if self._closed:
                raise StoreError("store_closed", path=self._store.path)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="teui-writer", daemon=True)
                self._thread.start()
            self._queue.put((future, kind, task, after))
        return future

    def close(self) -> None:
        """Finish what was submitted, then end the thread."""
        with self._lock:
            self._closed = True
            thread = self._thread
            self._queue.put(None)
        if thread is not None and thread is not threading.current_thread():
            thread.join()

    def _run(self) -> None:
        connection: Connection | None = None
        while (job := self._queue.get()) is not None:
            future, kind, task, after = job
            if not future.set_running_or_notify_cancel():
                continue
            try:
                # A file that was taken away would still take every write, and keep none.
                self._store.check_in_place()
                if connection is None:
                    connection = self._store.write_connection()
                result = self._do(connection, kind, task)
                self._store.check_in_place()
                after()
            except BaseException as error:  # noqa: BLE001 - it is raised again by the future
                future.set_exception(error)
            else:
                future.set_result(result)
        if connection is not None:
            connection.close()

    def _do(self, connection: Connection, kind: str, task: Callable[[Unit], T]) -> T:
        with transaction(connection, self._store.path):
            check_current(connection, self._store.path)
            unit = self._store.unit(connection, kind)
            result = task(unit)
            unit.finish()
        return result
