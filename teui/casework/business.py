"""The way to a business of one's own, on any line: its steps planned and reached (S1 ch. 3)."""

from concurrent.futures import Future
from datetime import date

from teui.casework.desk import Desk
from teui.casework.followups import refresh
from teui.casework.handing import open_case
from teui.casework.service_days import not_ahead
from teui.casework.typed import values_of
from teui.errors import StoreError
from teui.store.unit import Unit

FIELDS = frozenset({"planned_on", "done_on", "note"})


def keep(desk: Desk, customership_uid: str, step: str, **changes: object) -> Future[None]:
    """Write down a step: fields of `FIELDS`, an empty note clears it; none begins the way.

    From the future: TeuiError `service_ends_later` for a step not reached yet on its day,
    `search_ended`.
    """
    if unknown := changes.keys() - FIELDS:
        raise ValueError(f"no field of a step: {sorted(unknown)}")
    if step not in desk.model.service_life.business_steps:
        raise ValueError(step)
    model = desk.model
    cleaned = values_of(changes)

    def act(unit: Unit) -> None:
        open_case(unit, customership_uid)
        done = cleaned.get("done_on")
        not_ahead(done if isinstance(done, date) else None, unit.today, "service_ends_later")
        uid = _standing(unit, customership_uid, step)
        if uid is None:
            unit.insert("business_step", customership_uid=customership_uid, step=step, **cleaned)
        else:
            unit.update("business_step", uid, None, **cleaned)
        refresh(unit, model, customership_uid)

    return desk.store.writer.submit("business_kept", act)


def take_out(desk: Desk, customership_uid: str, step: str) -> Future[None]:
    """Take a step out again, as if nothing had been written down of it."""
    model = desk.model

    def act(unit: Unit) -> None:
        uid = _standing(unit, customership_uid, step)
        if uid is None:
            raise StoreError("changed_elsewhere", entity="business_step", uid=step)
        unit.remove("business_step", uid)
        refresh(unit, model, customership_uid)

    return desk.store.writer.submit("business_taken_out", act)


def _standing(unit: Unit, customership_uid: str, step: str) -> str | None:
    rows = unit.rows(
        "SELECT uid FROM business_step WHERE customership_uid = ? AND step = ?",
        customership_uid,
        step,
    )
    return str(rows[0]["uid"]) if rows else None
