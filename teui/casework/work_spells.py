"""Work that does not end the job search: it stays valid, with offers in its last part (S1 ch. 6).

At its end client and adviser judge whether the need of service has changed.
"""

from collections.abc import Callable
from concurrent.futures import Future
from datetime import date

from teui.casework.desk import Desk
from teui.casework.followups import refresh
from teui.casework.handing import open_case
from teui.casework.service_days import check_end, check_span
from teui.casework.typed import text_of, values_of
from teui.errors import StoreError
from teui.store.driver import Row
from teui.store.unit import Unit
from teui.store.values import day_of

FIELDS = frozenset({"kind", "employer", "title", "starts_on", "ends_on", "last_part"})


def begin(
    desk: Desk,
    customership_uid: str,
    kind: str,
    starts_on: date,
    ends_on: date | None = None,
    *,
    employer: str | None = None,
    title: str | None = None,
) -> Future[str]:
    """Write down work that has begun or was agreed on; gives its uid.

    From the future: TeuiError `service_days`, `search_ended`.
    """
    _check_kind(desk, kind)
    model = desk.model

    def act(unit: Unit) -> str:
        open_case(unit, customership_uid)
        check_span(starts_on, ends_on)
        uid = unit.insert(
            "work_spell",
            customership_uid=customership_uid,
            kind=kind,
            employer=text_of(employer),
            title=text_of(title),
            starts_on=starts_on,
            ends_on=ends_on,
        )
        refresh(unit, model, customership_uid)
        return uid

    return desk.store.writer.submit("work_begun", act)


def change(desk: Desk, uid: str, **changes: object) -> Future[None]:
    """Change fields of `FIELDS`; an empty text clears one. From the future `service_days`."""
    if unknown := changes.keys() - FIELDS:
        raise ValueError(f"no field of work: {sorted(unknown)}")
    _check_kind(desk, changes.get("kind"))
    cleaned = values_of(changes)

    def write(unit: Unit, row: Row) -> None:
        now = {name: day_of(row[name]) for name in ("starts_on", "ends_on")}
        now.update({name: v for name, v in cleaned.items() if isinstance(v, date)})
        check_span(now["starts_on"], now["ends_on"])
        if (ended := day_of(row["ended_on"])) is not None:
            check_end(ended, now["starts_on"], unit.today)
        unit.update("work_spell", uid, None, **cleaned)

    return _of(desk, "work_changed", uid, write)


def end(desk: Desk, uid: str, day: date, need: str) -> Future[None]:
    """It ended on `day`, and the need of service was judged today.

    From the future: TeuiError `service_ends_later`, `service_ends_before`.
    """
    if need not in desk.model.service_life.work_needs:
        raise ValueError(need)

    def write(unit: Unit, row: Row) -> None:
        check_end(day, day_of(row["starts_on"]), unit.today)
        unit.update("work_spell", uid, None, ended_on=day, need=need, judged_on=unit.today)

    return _of(desk, "work_ended", uid, write)


def take_out(desk: Desk, uid: str) -> Future[None]:
    """Take out what was written down by mistake."""

    def write(unit: Unit, _row: Row) -> None:
        unit.update("work_spell", uid, None, removed=1)

    return _of(desk, "work_taken_out", uid, write)


def _of(desk: Desk, kind: str, uid: str, write: Callable[[Unit, Row], None]) -> Future[None]:
    model = desk.model

    def act(unit: Unit) -> None:
        rows = unit.rows("SELECT * FROM work_spell WHERE uid = ? AND removed = 0", uid)
        if not rows:
            raise StoreError("changed_elsewhere", entity="work_spell", uid=uid)
        write(unit, rows[0])
        refresh(unit, model, rows[0]["customership_uid"])

    return desk.store.writer.submit(kind, act)


def _check_kind(desk: Desk, kind: object) -> None:
    if kind is not None and kind not in desk.model.service_life.work_kinds:
        raise ValueError(kind)
