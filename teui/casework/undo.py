"""One's own last act, taken back and done again, across all screens.

Undo is an act like any other: it sets the rows of the act that it `undoes` back to what they were
and brings the follow-ups in step. Redo undoes an undo.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import Future

from teui.casework.desk import Desk
from teui.casework.followups import refresh
from teui.casework.undoable import ON_FOLLOW_UPS, REDO, UNDO, Done, next_redo, next_undo
from teui.casework.undone import Undone, customerships, describe
from teui.clock import OFFICE_ZONE
from teui.errors import TeuiError
from teui.store.hot import acts as hot
from teui.store.reversal import RowChange, read_changes, reverse
from teui.store.unit import Unit
from teui.store.values import instant_of

__all__ = ["Undone", "redo", "undo"]

_LAST = 2**63 - 1
_OF_ASSESSMENT = frozenset({"answer", "told", "assessment_stage"})


def undo(desk: Desk) -> Future[Undone | None]:
    """Take back the adviser's own last act of today at this device; None where there is none.

    From the future: TeuiError `undo_line_decided`, `undo_client_taken_in`, `undo_not_possible`
    where what was done last stays; `undo_changed_since`, `undo_erased` where it can no longer be
    told what stood there before.
    """
    return _submit(desk, UNDO, next_undo)


def redo(desk: Desk) -> Future[Undone | None]:
    """Do again what was taken back last; None once something else was done since.

    From the future: TeuiError `undo_changed_since`, `undo_erased`, as `undo`.
    """
    return _submit(desk, REDO, next_redo)


def _submit(
    desk: Desk, way: str, choose: Callable[[Iterator[Done]], Done | None]
) -> Future[Undone | None]:
    model = desk.model

    def take_back(unit: Unit) -> Undone | None:
        act = choose(_own_of_today(unit))
        if act is None:
            return None
        unit.undoes = act.uid
        kind = act.kind if act.undoes is None else _kind(unit, act.undoes)
        changes = read_changes(unit.connection, act.uid)
        concerned = customerships(unit, changes)
        told = describe(unit, model, kind, changes)
        _refuse_completed(unit, changes)
        reverse(unit, changes, () if kind in ON_FOLLOW_UPS else {"follow_up"})
        _refuse_completed(unit, changes)
        for customership in sorted(concerned | customerships(unit, changes)):
            refresh(unit, model, customership)
        if unit.is_empty:
            raise TeuiError("undo_changed_since")
        # What an undo takes out has to be asked before, what a redo brings back after.
        return told if told.client else describe(unit, model, kind, changes)

    return desk.store.writer.submit(way, take_back)


def _own_of_today(unit: Unit) -> Iterator[Done]:
    before = _LAST
    while rows := hot.latest(unit.connection, unit.origin, before):
        for row in rows:
            if instant_of(row["at"]).astimezone(OFFICE_ZONE).date() != unit.today:
                return
            if row["adviser_uid"] == unit.adviser:
                yield Done(row["uid"], row["kind"], row["undoes"])
        before = rows[-1]["seq"]


def _kind(unit: Unit, act_uid: str) -> str:
    [row] = unit.rows("SELECT kind FROM act WHERE uid = ?", act_uid)
    return str(row["kind"])


def _refuse_completed(unit: Unit, changes: tuple[RowChange, ...]) -> None:
    """A completed assessment never changes, whoever completed it."""
    for change in changes:
        if change.entity == "assessment" and unit.rows(
            "SELECT 1 FROM assessment WHERE uid = ? AND state <> 'draft'", change.uid
        ):
            raise TeuiError("undo_line_decided")
        if change.entity in _OF_ASSESSMENT and unit.rows(
            f"SELECT 1 FROM {change.entity} JOIN assessment"
            f" ON assessment.uid = {change.entity}.assessment_uid"
            f" WHERE {change.entity}.uid = ? AND assessment.state <> 'draft'",
            change.uid,
        ):
            raise TeuiError("undo_line_decided")
        if change.entity == "assessment" and unit.rows(
            "SELECT 1 FROM assessment WHERE uid = ? AND state <> 'draft'", change.uid
        ):
            raise TeuiError("undo_line_decided")
