"""One queue, one thread: order, many callers, closing."""

import threading
from concurrent.futures import Future

from teui.store.history import verify_chain
from teui.store.store import Store
from teui.store.unit import Unit


def test_tasks_from_many_threads_are_each_one_act(store: Store) -> None:
    futures: list[Future[str]] = []

    def call(number: int) -> None:
        futures.extend(
            store.writer.submit("test", lambda unit: unit.insert("team", name=f"{number}"))
            for _ in range(10)
        )

    threads = [threading.Thread(target=call, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len({future.result() for future in futures}) == 40
    seqs = [row["seq"] for row in store.read().execute("SELECT seq FROM act ORDER BY id")]
    assert seqs == list(range(1, 42))
    assert verify_chain(store.read()) == ()


def test_one_thread_writes_and_tasks_keep_their_order(store: Store) -> None:
    seen: list[tuple[int, str]] = []

    def task(number: int, _: Unit) -> None:
        seen.append((number, threading.current_thread().name))

    futures = [
        store.writer.submit("test", lambda unit, number=number: task(number, unit))  # type: ignore[misc]
        for number in range(20)
    ]
    for future in futures:
        future.result()

    assert seen == [(number, "teui-writer") for number in range(20)]


def test_closing_finishes_what_was_submitted(store: Store) -> None:
    futures = [
        store.writer.submit("test", lambda unit: unit.insert("team", name="x")) for _ in range(20)
    ]

    store.close()

    assert all(future.done() and future.result() for future in futures)


def test_a_cancelled_task_is_passed_over(store: Store) -> None:
    gate = threading.Event()
    held = store.writer.submit("test", lambda _: gate.wait(10))
    waiting = store.writer.submit("test", lambda unit: unit.insert("team", name="x"))

    assert waiting.cancel()
    gate.set()
    assert held.result()
    last = store.writer.submit("test", lambda unit: unit.insert("team", name="y"))

    last.result()
    names = [row["name"] for row in store.read().execute("SELECT name FROM team ORDER BY id")]
    assert names == ["North", "y"]


def test_each_thread_has_a_reader_of_its_own_that_cannot_write(store: Store) -> None:
    readers = [store.read(), store.read()]
    thread = threading.Thread(target=lambda: readers.append(store.read()))
    thread.start()
    thread.join()

    assert readers[0] is readers[1]
    assert readers[2] is not readers[0]
    assert readers[0].execute("PRAGMA query_only").fetchall()[0][0] == 1
