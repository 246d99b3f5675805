"""Statements that a key waits for: they fit the models and walk by index."""

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

from teui.store import hot
from teui.store.hot.statement import Statement
from teui.store.store import Store
from teui.store.tables import METADATA

STATEMENTS = {
    f"{module.name}.{name}": value
    for module in pkgutil.iter_modules(hot.__path__)
    for name, value in vars(importlib.import_module(f"teui.store.hot.{module.name}")).items()
    if isinstance(value, Statement)
}


def _pinned() -> dict[str, list[str]]:
    """What SQLite does for each: `plans/SUBJECT.txt`, a section a statement, a line a step.

    A SCAN of a table that grows must never stand there.
    """
    plans: dict[str, list[str]] = {}
    for path in sorted(Path(__file__).parent.glob("plans/*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("["):
                steps = plans.setdefault(f"{path.stem}.{line[1:-1]}", [])
            elif line:
                steps.append(line)
    return plans


PLANS = _pinned()


def _plan(store: Store, statement: Statement) -> list[str]:
    names = re.findall(r":(\w+)", statement.sql)
    rows = store.read().execute(f"EXPLAIN QUERY PLAN {statement.sql}", dict.fromkeys(names, "x"))
    return [row["detail"] for row in rows]


@pytest.mark.parametrize("name", STATEMENTS)
def test_a_hot_statement_runs_and_its_columns_are_the_models(store: Store, name: str) -> None:
    statement = STATEMENTS[name]
    params = dict.fromkeys(re.findall(r":(\w+)", statement.sql), "1")

    found = store.read().execute(statement.sql, params)

    assert [column[0] for column in found.description] == list(statement.columns)
    for place in statement.columns.values():
        if place is not None:
            table, _, column = place.partition(".")
            assert column in METADATA.tables[table].columns


@pytest.mark.parametrize("name", STATEMENTS)
def test_a_hot_statement_walks_by_the_index_pinned_for_it(store: Store, name: str) -> None:
    plan = _plan(store, STATEMENTS[name])

    assert plan == PLANS[name]
    assert not [step for step in plan if step.startswith("SCAN") and "VIRTUAL" not in step]


def test_no_pin_is_left_over() -> None:
    assert PLANS.keys() == STATEMENTS.keys()
