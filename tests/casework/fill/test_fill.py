"""Filling repeats, adds, and keeps away from real clients."""

import hashlib
from pathlib import Path
from random import Random

import pytest

from teui.casework.desk import Desk, desk_of
from teui.casework.fill import fill
from teui.clock import Clock
from teui.errors import TeuiError
from teui.store.keyfile import make_key
from teui.store.store import Founders, StoreKind, create_store

_FOUNDERS = Founders("A. Lind", "North", "alind")
_FEW = 9


def _desk(folder: Path, clock: Clock, kind: StoreKind = "test") -> Desk:
    folder.mkdir()
    key = make_key(folder / "teui.key") if kind == "real" else None
    store = create_store(
        folder / "teui.db",
        key=key,
        clock=clock,
        kind=kind,
        founders=_FOUNDERS,
        randomness=Random(7).randbytes,
    )
    return desk_of(store)


def _digest(desk: Desk) -> str:
    """Of every row of every table."""
    connection = desk.store.read()
    made = hashlib.sha256()
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'client_search%'"
        " AND name NOT LIKE 'note_search%' ORDER BY name"
    ).fetchall()
    for table in tables:
        for row in connection.execute(f'SELECT * FROM "{table[0]}" ORDER BY rowid').fetchall():
            made.update(repr((table[0], *row)).encode())
    return made.hexdigest()


def test_the_same_seed_makes_the_same_rows_and_another_makes_others(
    tmp_path: Path, clock: Clock
) -> None:
    digests = []
    for name, seed in (("a", 5), ("b", 5), ("c", 6)):
        desk = _desk(tmp_path / name, clock)
        fill(desk, _FEW, seed)
        digests.append(_digest(desk))
        desk.store.close()

    assert digests[0] == digests[1] != digests[2]


def test_the_demonstration_says_how_far_it_is(tmp_path: Path, clock: Clock) -> None:
    told: list[tuple[int, int]] = []
    desk = _desk(tmp_path / "a", clock)
    fill(desk, 3, 1, lambda number, of: told.append((number, of)))
    desk.store.close()

    assert told == [(1, 3), (2, 3), (3, 3)]


def test_another_seed_adds_to_the_same_store_and_the_same_one_is_refused(
    tmp_path: Path, clock: Clock
) -> None:
    desk = _desk(tmp_path / "a", clock)
    fill(desk, 2, 1)
    fill(desk, 1, 2)
    with pytest.raises(TeuiError) as caught:
        fill(desk, 1, 2)

    [count] = desk.store.read().execute("SELECT count(*) FROM client").fetchall()
    [advisers] = desk.store.read().execute("SELECT count(DISTINCT name) FROM adviser").fetchall()
    [all_advisers] = desk.store.read().execute("SELECT count(*) FROM adviser").fetchall()
    desk.store.close()
    assert caught.value.code == "fill_repeated"
    assert count[0] == 3
    assert advisers[0] == all_advisers[0]


def test_a_real_store_is_refused_and_left_as_it_was(tmp_path: Path, clock: Clock) -> None:
    desk = _desk(tmp_path / "a", clock, "real")
    before = _digest(desk)
    with pytest.raises(TeuiError) as caught:
        fill(desk, 1, 1)

    assert caught.value.code == "fill_real_store"
    assert _digest(desk) == before
    desk.store.close()
