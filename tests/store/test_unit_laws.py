"""Whatever is inserted and updated, the history tells it all, and the chain holds."""

import json
import tempfile
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import FOUNDERS
from teui.clock import Clock
from teui.store import search
from teui.store.history import verify_chain
from teui.store.store import Store, create_store
from teui.store.unit import Unit

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
FIELDS = {
    "family_name": TEXT,
    "email": st.none() | TEXT,
    "birth_date": st.none() | st.dates(date(1900, 1, 1), date(2026, 1, 1)),
    "phones": st.lists(st.from_regex(r"\+358[0-9]{6,9}", fullmatch=True), max_size=2),
    "safety_note": st.none() | TEXT,
}
# An act is a list of steps: which client (a new one where there is none yet), and what to set.
STEP = st.tuples(st.integers(0, 3), st.fixed_dictionaries({}, optional=FIELDS))
ACTS = st.lists(st.lists(STEP, min_size=1, max_size=4), max_size=6)


def _work(store: Store, acts: list[list[tuple[int, dict[str, object]]]]) -> None:
    clients: dict[int, str] = {}

    def act(unit: Unit, steps: list[tuple[int, dict[str, object]]]) -> None:
        for which, values in steps:
            if which in clients:
                unit.update("client", clients[which], None, **values)
            else:
                given = {"family_name": "A", "given_names": "B", "name_sort": "a b", **values}
                clients[which] = unit.insert("client", handle=f"h{which}", **given)

    for steps in acts:
        store.writer.submit("test", lambda unit, steps=steps: act(unit, steps)).result()  # type: ignore[misc]


def _replayed(store: Store) -> dict[str, dict[str, object]]:
    """Every client as the history tells; each old value must be the one that stood before."""
    clients: dict[str, dict[str, object]] = {}
    for row in store.read().execute("SELECT * FROM change WHERE entity = 'client' ORDER BY id"):
        fields = clients.setdefault(row["entity_uid"], {})
        assert fields.get(row["field"]) == json.loads(row["old"])
        fields[row["field"]] = json.loads(row["new"])
    return clients


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ACTS)
def test_history_retells_every_row_and_the_index_follows(
    acts: list[list[tuple[int, dict[str, object]]]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = create_store(
            Path(folder) / "t.db", key=None, clock=Clock(), kind="test", founders=FOUNDERS
        )
        with store:
            _work(store, acts)
            read = store.read()
            told = _replayed(store)
            rows = read.execute("SELECT * FROM client").fetchall()
            assert {row["uid"] for row in rows} == told.keys()
            for row in rows:
                kept = {
                    name: value
                    for name, value in zip(row.keys(), row, strict=True)
                    if name not in {"id", "uid", "version"} and value is not None
                }
                assert kept == {k: v for k, v in told[row["uid"]].items() if v is not None}
                raised = read.execute(
                    "SELECT count(DISTINCT act_uid) FROM change WHERE entity_uid = ?", (row["uid"],)
                ).fetchall()[0][0]
                assert row["version"] >= raised
                for phone in json.loads(row["phones"]):
                    found = read.execute(search.MATCHING, {"query": search.whole_number(phone)})
                    assert row["id"] in [hit[0] for hit in found]
            assert verify_chain(read) == ()
