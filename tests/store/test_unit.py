"""The one road into the store: history, versions, all or nothing."""

import json
from collections.abc import Callable
from typing import TypeVar

import pytest

from teui.errors import StoreError
from teui.store import search
from teui.store.history import verify_chain
from teui.store.store import Store
from teui.store.unit import Unit

T = TypeVar("T")


def _client(unit: Unit, **values: object) -> str:
    given = {"handle": "abc123", "family_name": "Virtanen", "given_names": "Aino"}
    return unit.insert("client", **{**given, "name_sort": "virtanen aino", **values})


def _do(store: Store, task: Callable[[Unit], T]) -> T:
    return store.writer.submit("test", task).result()


def _history(store: Store, uid: str) -> list[tuple[str, object, object]]:
    rows = store.read().execute(
        "SELECT field, old, new FROM change WHERE entity_uid = ? ORDER BY id", (uid,)
    )
    return [(row["field"], json.loads(row["old"]), json.loads(row["new"])) for row in rows]


def test_an_insert_is_a_version_and_a_change_a_field(store: Store) -> None:
    uid = _do(store, _client)

    row = store.read().execute("SELECT * FROM client WHERE uid = ?", (uid,)).fetchone()
    assert row is not None
    assert (row["version"], row["family_name"], row["phones"]) == (1, "Virtanen", "[]")
    assert {field: new for field, _, new in _history(store, uid)} == {
        "handle": "abc123",
        "family_name": "Virtanen",
        "given_names": "Aino",
        "name_sort": "virtanen aino",
        "phones": "[]",
    }


def test_an_update_keeps_old_and_new_and_passes_over_what_is_the_same(store: Store) -> None:
    uid = _do(store, _client)

    version = _do(
        store, lambda unit: unit.update("client", uid, 1, email="a@b.fi", handle="abc123")
    )

    assert version == 2
    assert _history(store, uid)[-1] == ("email", None, "a@b.fi")


def test_an_act_that_changes_nothing_leaves_no_trace(store: Store) -> None:
    uid = _do(store, _client)
    acts = store.read().execute("SELECT count(*) FROM act").fetchall()[0][0]

    _do(store, lambda unit: unit.update("client", uid, None, family_name="Virtanen"))

    assert store.read().execute("SELECT count(*) FROM act").fetchall()[0][0] == acts


def test_a_concurrent_change_is_refused(store: Store) -> None:
    uid = _do(store, _client)
    _do(store, lambda unit: unit.update("client", uid, 1, email="first@b.fi"))

    with pytest.raises(StoreError) as refused:
        _do(store, lambda unit: unit.update("client", uid, 1, email="second@b.fi"))

    assert refused.value.code == "changed_elsewhere"
    assert _history(store, uid)[-1] == ("email", None, "first@b.fi")


def test_a_failed_task_leaves_nothing_and_the_writer_goes_on(store: Store) -> None:
    def fails(unit: Unit) -> None:
        _client(unit)
        raise LookupError("half way")

    with pytest.raises(LookupError, match="half way"):
        _do(store, fails)

    assert store.read().execute("SELECT count(*) FROM client").fetchall()[0][0] == 0
    assert _do(store, _client)
    assert verify_chain(store.read()) == ()


def test_only_a_draft_line_may_be_overwritten(store: Store) -> None:
    uid = _do(store, _client)

    with pytest.raises(ValueError, match="keep their history"):
        _do(store, lambda unit: unit.overwrite("client", uid, email="a@b.fi"))


def test_nothing_is_taken_after_the_end(store: Store) -> None:
    store.writer.close()

    with pytest.raises(StoreError) as refused:
        store.writer.submit("late", lambda _: None)

    assert refused.value.code == "store_closed"


def test_a_row_taken_out_comes_back_whole_under_a_version_it_never_had(store: Store) -> None:
    uid = _do(store, lambda unit: _client(unit, phones=["+358401234567"]))
    query = {"query": search.whole_number("+358401234567")}
    before = store.read().execute("SELECT * FROM client").fetchall()[0]
    assert len(store.read().execute(search.MATCHING, query).fetchall()) == 1

    _do(store, lambda unit: unit.remove("client", uid))

    assert store.read().execute("SELECT 1 FROM client").fetchall() == []
    assert store.read().execute(search.MATCHING, query).fetchall() == []
    assert ("phones", '["+358401234567"]', None) in _history(store, uid)
    kept = {field: old for field, old, new in _history(store, uid) if new is None}
    _do(store, lambda unit: unit.restore("client", uid, **kept))
    after = store.read().execute("SELECT * FROM client").fetchall()[0]
    differing = {name for name in after.keys() if after[name] != before[name]}  # noqa: SIM118
    assert differing <= {"id", "version"}
    assert after["version"] > before["version"]
    assert len(store.read().execute(search.MATCHING, query).fetchall()) == 1
    assert verify_chain(store.read()) == ()


def test_a_row_that_another_points_to_is_not_taken_out(store: Store) -> None:
    uid = _do(store, _client)
    _do(store, lambda unit: unit.insert("note", client_uid=uid, at=unit.now, text="calls"))

    with pytest.raises(StoreError) as refused:
        _do(store, lambda unit: unit.remove("client", uid))

    assert refused.value.code == "changed_elsewhere"
    assert verify_chain(store.read()) == ()
