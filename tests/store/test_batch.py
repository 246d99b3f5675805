"""Many acts in one transaction: each an act of its own, all of them saved or none."""

from collections.abc import Callable, Iterator
from random import Random

import pytest

from teui.store.batch import BatchStore
from teui.store.history import verify_chain
from teui.store.store import Store
from teui.store.unit import Unit


@pytest.fixture
def batch(store: Store) -> Iterator[BatchStore]:
    made = BatchStore(store.path, store.key, store.clock, Random(1).randbytes)
    yield made
    made.close()


def _team(name: str, *, fail: bool = False) -> Callable[[Unit], str]:
    def task(unit: Unit) -> str:
        uid = unit.insert("team", name=name)
        if fail:
            raise ValueError(name)
        return uid

    return task


def _teams(store: Store) -> list[str]:
    rows = store.read().execute("SELECT name FROM team ORDER BY id").fetchall()
    return [row["name"] for row in rows]


def test_acts_are_seen_inside_at_once_and_by_others_at_the_end(
    store: Store, batch: BatchStore
) -> None:
    with batch.together():
        batch.writer.submit("team_made", _team("South")).result()
        batch.writer.submit("team_made", _team("West")).result()
        assert _teams(batch) == ["North", "South", "West"]
        assert _teams(store) == ["North"]

    assert _teams(store) == ["North", "South", "West"]
    acts = store.read().execute("SELECT kind FROM act ORDER BY seq").fetchall()
    assert [act["kind"] for act in acts] == ["store_made", "team_made", "team_made"]
    assert verify_chain(store.read()) == ()


def test_an_act_that_fails_leaves_the_others(store: Store, batch: BatchStore) -> None:
    with batch.together():
        batch.writer.submit("team_made", _team("South")).result()
        failed = batch.writer.submit("team_made", _team("West", fail=True))
        assert isinstance(failed.exception(), ValueError)

    assert _teams(store) == ["North", "South"]
    assert verify_chain(store.read()) == ()


def test_nothing_is_left_where_the_whole_fails(store: Store, batch: BatchStore) -> None:
    with pytest.raises(KeyError), batch.together():
        batch.writer.submit("team_made", _team("South")).result()
        raise KeyError

    assert _teams(store) == ["North"]
