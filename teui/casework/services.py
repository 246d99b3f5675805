"""A service through its life: planned with its aim, begun, ended or broken off, judged.

Work beside the job search is in `work_spells`, the way to a business in `business`.
"""

from collections.abc import Callable
from concurrent.futures import Future
from datetime import date

from teui.casework.desk import Desk
from teui.casework.followups import refresh
from teui.casework.handing import open_case
from teui.casework.service_days import check_end, check_span, not_ahead
from teui.casework.services_values import OVER
from teui.casework.typed import text_of, values_of
from teui.errors import StoreError, TeuiError
from teui.store.driver import Row
from teui.store.hot import services as hot
from teui.store.unit import Unit
from teui.store.values import day_of

FIELDS = frozenset({"aim", "provider", "starts_on", "ends_on", "last_part"})
JUDGED = (
    "client_judgement",
    "adviser_judgement",
    "partner_judgement",
    "provider_feedback",
    "need_changed",
    "next_step",
)
"""What is judged at the end, in the order in which it is asked; the last one completes it."""


def plan(
    desk: Desk,
    customership_uid: str,
    service: str,
    *,
    aim: str | None = None,
    provider: str | None = None,
    starts_on: date | None = None,
    ends_on: date | None = None,
) -> Future[str]:
    """Plan a service of the catalogue for a client, on whatever line; gives its uid.

    From the future: TeuiError `plan_service_unknown`, `service_days`, `search_ended`.
    """
    if service not in desk.model.services:
        raise TeuiError("plan_service_unknown", service=service)
    values = {"aim": text_of(aim), "provider": text_of(provider)}

    def write(unit: Unit) -> str:
        check_span(starts_on, ends_on)
        return unit.insert(
            "service_use",
            customership_uid=customership_uid,
            service=service,
            state="planned",
            line=_line(unit, customership_uid),
            starts_on=starts_on,
            ends_on=ends_on,
            **values,
        )

    return _submit(desk, "service_planned", customership_uid, write)


def take_over(desk: Desk, customership_uid: str, plan_item_uid: str) -> Future[str]:
    """Plan the service that a row of the plan names; gives its uid.

    What the row says beside the service becomes the aim. From the future: TeuiError
    `plan_item_unknown` where it stands there no more or was taken over, `search_ended`.
    """

    def write(unit: Unit) -> str:
        for row in hot.in_plan(unit.connection, customership_uid):
            if row["uid"] == plan_item_uid:
                return unit.insert(
                    "service_use",
                    customership_uid=customership_uid,
                    plan_item_uid=row["uid"],
                    service=row["service"],
                    provider=row["provider"],
                    aim=row["text"] or None,
                    state="planned",
                    line=_line(unit, customership_uid),
                )
        raise TeuiError("plan_item_unknown")

    return _submit(desk, "service_planned", customership_uid, write)


def change(desk: Desk, uid: str, **changes: object) -> Future[None]:
    """Change fields of `FIELDS`; an empty text clears one. From the future `service_days`."""
    if unknown := changes.keys() - FIELDS:
        raise ValueError(f"no field of a service: {sorted(unknown)}")
    cleaned = values_of(changes)

    def write(unit: Unit, row: Row) -> None:
        now = {name: day_of(row[name]) for name in ("starts_on", "ends_on")}
        now.update({name: v for name, v in cleaned.items() if isinstance(v, date)})
        check_span(now["starts_on"], now["ends_on"])
        if row["state"] != "planned":
            not_ahead(now["starts_on"], unit.today, "service_starts_later")
        if (ended := day_of(row["ended_on"])) is not None:
            check_end(ended, now["starts_on"], unit.today)
        unit.update("service_use", uid, None, **cleaned)

    return _of(desk, "service_changed", uid, write)


def start(desk: Desk, uid: str, day: date) -> Future[None]:
    """It has begun on `day`.

    From the future: TeuiError `service_starts_later`, `service_days`, `service_begun`,
    `search_ended`.
    """

    def write(unit: Unit, row: Row) -> None:
        if row["state"] != "planned":
            raise TeuiError("service_begun")
        open_case(unit, row["customership_uid"])
        not_ahead(day, unit.today, "service_starts_later")
        check_span(day, day_of(row["ends_on"]))
        unit.update("service_use", uid, None, state="running", starts_on=day)

    return _of(desk, "service_started", uid, write)


def end(
    desk: Desk, uid: str, result: str | None, day: date, reason: str | None = None
) -> Future[None]:
    """It ended on `day` with a result, or was broken off for a reason that gives the result.

    From the future: TeuiError `service_not_begun`, `service_ends_later`, `service_ends_before`.
    """
    life = desk.model.service_life
    if reason is not None:
        result = life.end_reasons[reason].result
    if result not in life.results:
        raise ValueError(result)

    def write(unit: Unit, row: Row) -> None:
        if row["state"] == "planned":
            raise TeuiError("service_not_begun")
        check_end(day, day_of(row["starts_on"]), unit.today)
        state = "ended" if reason is None else "broken_off"
        ended = {"state": state, "result": result, "end_reason": reason, "ended_on": day}
        unit.update("service_use", uid, None, **ended)

    return _of(desk, "service_ended", uid, write)


def judge(desk: Desk, uid: str, **judged: object) -> Future[None]:
    """Keep what of `JUDGED` was said; with the next step it is judged, today.

    From the future: TeuiError `service_not_over`.
    """
    _check_codes(desk, judged)
    cleaned = values_of(judged)

    def write(unit: Unit, row: Row) -> None:
        if row["state"] not in OVER:
            raise TeuiError("service_not_over")
        done = {"judged_on": unit.today} if cleaned.get("next_step") else {}
        unit.update("service_use", uid, None, **cleaned, **done)

    return _of(desk, "service_judged", uid, write)


def take_out(desk: Desk, uid: str) -> Future[None]:
    """Take a service out that was planned or written down by mistake."""

    def write(unit: Unit, _row: Row) -> None:
        unit.update("service_use", uid, None, removed=1)

    return _of(desk, "service_taken_out", uid, write)


def _check_codes(desk: Desk, judged: dict[str, object]) -> None:
    if unknown := judged.keys() - set(JUDGED):
        raise ValueError(f"nothing that is judged: {sorted(unknown)}")
    life = desk.model.service_life
    for name, value in judged.items():
        codes = life.next_steps if name == "next_step" else life.judgements
        if name.endswith(("_judgement", "_step")) and value is not None and value not in codes:
            raise ValueError(f"{name}: {value}")


def _submit(
    desk: Desk, kind: str, customership_uid: str, write: Callable[[Unit], str]
) -> Future[str]:
    model = desk.model

    def act(unit: Unit) -> str:
        uid = write(unit)
        refresh(unit, model, customership_uid)
        return uid

    return desk.store.writer.submit(kind, act)


def _of(desk: Desk, kind: str, uid: str, write: Callable[[Unit, Row], None]) -> Future[None]:
    model = desk.model

    def act(unit: Unit) -> None:
        rows = unit.rows("SELECT * FROM service_use WHERE uid = ? AND removed = 0", uid)
        if not rows:
            raise StoreError("changed_elsewhere", entity="service_use", uid=uid)
        write(unit, rows[0])
        refresh(unit, model, rows[0]["customership_uid"])

    return desk.store.writer.submit(kind, act)


def _line(unit: Unit, customership_uid: str) -> int | None:
    line: int | None = open_case(unit, customership_uid)["line"]
    return line
