"""An act in reverse: its rows go back to what they were before it.

What is changed back is again a change of the act that does so, so that the history stays whole
and can itself be taken back.
"""

import json
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from teui.errors import TeuiError
from teui.store.driver import Connection, Row, required_columns
from teui.store.history import ERASED
from teui.store.unit import KEPT_APART, Unit
from teui.store.values import Column


@dataclass(frozen=True, slots=True)
class RowChange:
    """What one act did to one row: the fields that differ, before it and after it.

    `made`: the row came into being by it; `gone`: it was taken out.
    """

    entity: str
    uid: str
    before: Mapping[str, Column]
    after: Mapping[str, Column]
    made: bool
    gone: bool


def read_changes(connection: Connection, act_uid: str) -> tuple[RowChange, ...]:
    """The rows that an act changed, in the order in which it first came to each.

    Raises TeuiError `undo_erased` where values of it were blanked.
    """
    before: dict[tuple[str, str], dict[str, Column]] = {}
    after: dict[tuple[str, str], dict[str, Column]] = {}
    for row in connection.execute(
        "SELECT entity, entity_uid, field, old, new, salt FROM change WHERE act_uid = ?"
        " ORDER BY position",
        (act_uid,),
    ):
        if row["salt"] is None or row["field"] == ERASED:
            raise TeuiError("undo_erased")
        place = (row["entity"], row["entity_uid"])
        before.setdefault(place, {}).setdefault(row["field"], json.loads(row["old"]))
        after.setdefault(place, {})[row["field"]] = json.loads(row["new"])
    return tuple(
        _row_change(connection, entity, uid, before[entity, uid], after[entity, uid])
        for entity, uid in before
    )


def reverse(unit: Unit, changes: Sequence[RowChange], derived: Container[str] = ()) -> None:
    """Set every row back, the last one first, so that nothing points to a row that goes.

    Raises TeuiError `undo_changed_since` where a field is no longer what the act left. Rows of
    the entities in `derived` are passed over instead: they are worked out anew from the others.
    """
    for change in reversed(changes):
        is_derived = change.entity in derived
        try:
            _reverse(unit, change, is_derived)
        except TeuiError as error:
            if not is_derived:
                raise TeuiError("undo_changed_since") from error


def _reverse(unit: Unit, change: RowChange, is_derived: bool) -> None:
    if change.made and change.gone:
        return
    row = _standing(unit, change)
    if change.gone:
        if row is not None:
            raise TeuiError("undo_changed_since")
        fields = {name: value for name, value in change.before.items() if value is not None}
        unit.restore(change.entity, change.uid, **fields)
        return
    if row is None:
        raise TeuiError("undo_changed_since")
    names = [name for name in row.keys() if name not in KEPT_APART]  # noqa: SIM118 - a row
    checked = names if change.made else change.after
    kept = [name for name in checked if row[name] == change.after.get(name)]
    if len(kept) < len(checked) and (change.made or not is_derived):
        raise TeuiError("undo_changed_since")
    if change.made:
        unit.remove(change.entity, change.uid)
    else:
        unit.update(change.entity, change.uid, None, **{n: change.before[n] for n in kept})


def _standing(unit: Unit, change: RowChange) -> Row | None:
    found = unit.rows(f"SELECT * FROM {change.entity} WHERE uid = ?", change.uid)
    return found[0] if found else None


def _row_change(
    connection: Connection,
    entity: str,
    uid: str,
    before: Mapping[str, Column],
    after: Mapping[str, Column],
) -> RowChange:
    # Only a row that is not there has nothing in a column that is never null.
    always = (required_columns(connection, entity) - KEPT_APART) & before.keys()
    return RowChange(
        entity,
        uid,
        before,
        after,
        made=any(before[name] is None for name in always),
        gone=any(after[name] is None for name in always),
    )
