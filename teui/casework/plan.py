"""The employment plan: filled in from the interview, changed row by row, accepted by the client.

A version that the client has accepted stays as it is; the first change after it begins the next.
"""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date
from typing import Literal

from teui.casework import clients
from teui.casework.clients import ClientHeader
from teui.casework.desk import Desk
from teui.casework.followups import refresh
from teui.casework.plan_version import (
    PlanItem,
    PlanKind,
    Writable,
    read_version,
    writable_version,
)
from teui.errors import StoreError, TeuiError
from teui.practice.model import PracticeModel
from teui.store.hot import case as hot
from teui.store.unit import Unit

__all__ = ["CHANNELS", "PlanItem", "PlanView", "accept", "load", "remove_item", "save", "save_item"]

CHANNELS = ("phone", "meeting", "video", "online", "field_visit")
SIDES = ("client", "office")
FIELDS = frozenset(
    {
        "goal",
        "goal_isco",
        "review_on",
        "rhythm_weeks",
        "rhythm_channel",
        "contact_by",
        "next_contact_on",
        "reports",
    }
)


@dataclass(frozen=True, slots=True)
class PlanView:
    """The plan as it stands. `plan_uid` and `revision_uid` are None while nothing is stored.

    `accepted_on` is None while this version waits for the client.
    """

    client: ClientHeader
    customership_uid: str
    line: int | None
    kind: PlanKind
    plan_uid: str | None
    revision_uid: str | None
    number: int
    version: int
    goal: str | None
    goal_isco: str | None
    review_on: date | None
    rhythm_weeks: int | None
    rhythm_channel: str | None
    contact_by: Literal["client", "office"]
    next_contact_on: date | None
    accepted_on: date | None
    items: tuple[PlanItem, ...]


def load(desk: Desk, customership_uid: str) -> PlanView:
    """The plan's latest version; where there is none yet, what the interview suggests for it.

    Raises StoreError `customership_unknown`.
    """
    connection = desk.store.read()
    case = hot.case(connection, customership_uid)
    if case is None:
        raise StoreError("customership_unknown", customership=customership_uid)
    version = read_version(connection, desk.model, customership_uid, desk.clock.today())
    return PlanView(
        client=clients.header(desk, case["client_uid"]),
        customership_uid=customership_uid,
        line=case["line"],
        kind=version.kind,
        plan_uid=version.plan_uid or None,
        revision_uid=version.uid or None,
        number=version.number,
        version=version.version,
        goal=version.goal,
        goal_isco=version.goal_isco,
        review_on=version.review_on,
        rhythm_weeks=version.rhythm_weeks,
        rhythm_channel=version.rhythm_channel,
        contact_by=version.contact_by,
        next_contact_on=version.next_contact_on,
        accepted_on=version.accepted_on,
        items=version.items,
    )


def save(desk: Desk, customership_uid: str, **changes: object) -> Future[None]:
    """Change fields of the plan: those of `FIELDS`; an empty text clears one.

    From the future: TeuiError `plan_needs_line` before a line is decided.
    """
    unknown = changes.keys() - FIELDS
    if unknown:
        raise ValueError(f"no field of a plan: {sorted(unknown)}")
    cleaned = {
        name: (value.strip() or None) if isinstance(value, str) else value
        for name, value in changes.items()
    }

    def write(unit: Unit, plan: Writable) -> None:
        unit.update("plan_revision", plan.now.uid, None, **cleaned)

    return _change(desk, customership_uid, "plan_changed", write)


def save_item(
    desk: Desk,
    customership_uid: str,
    side: str,
    text: str,
    by_date: date | None = None,
    *,
    uid: str | None = None,
    service: str | None = None,
) -> Future[None]:
    """Add what `side` (`client` or `office`) does, or change the row `uid`.

    From the future: TeuiError `plan_item_empty`, `plan_needs_line`, `plan_item_unknown`.
    """
    if side not in SIDES:
        raise ValueError(side)

    def write(unit: Unit, plan: Writable) -> None:
        if not text.strip():
            raise TeuiError("plan_item_empty")
        values = {"text": text.strip(), "by_date": by_date}
        if service is not None:
            values["service"] = service
        if uid is not None:
            item = plan.item(uid)
            if item.done_on is None or item.text == text.strip():
                unit.update("plan_item", item.uid, None, side=side, **values)
                return
            # Other words over what was done are something new to do, with a follow-up of its own.
            unit.update("plan_item", item.uid, None, removed=1)
        unit.insert(
            "plan_item",
            revision_uid=plan.now.uid,
            side=side,
            position=plan.now.next_position,
            **values,
        )

    return _change(desk, customership_uid, "plan_item_kept", write)


def remove_item(desk: Desk, customership_uid: str, uid: str) -> Future[None]:
    """Take a row out; from the future TeuiError `plan_item_unknown`."""

    def write(unit: Unit, plan: Writable) -> None:
        unit.update("plan_item", plan.item(uid).uid, None, removed=1)

    return _change(desk, customership_uid, "plan_item_taken_out", write)


def accept(desk: Desk, customership_uid: str) -> Future[None]:
    """The client accepts the plan as it stands, today.

    From the future: TeuiError `plan_needs_goal`, `plan_needs_review`, `plan_needs_rhythm`,
    `plan_accepted` where this version already is, `plan_needs_line`.
    """
    model = desk.model

    def write(unit: Unit) -> None:
        standing = read_version(unit.connection, model, customership_uid, unit.today)
        if standing.accepted_on is not None:
            raise TeuiError("plan_accepted")
        for name, code in _NEEDED.items():
            if getattr(standing, name) is None:
                raise TeuiError(code)
        plan = _writable(unit, model, customership_uid)
        unit.update("plan_revision", plan.now.uid, None, accepted_on=unit.today)
        refresh(unit, model, customership_uid)

    return desk.store.writer.submit("plan_accepted", write)


_NEEDED = {
    "goal": "plan_needs_goal",
    "review_on": "plan_needs_review",
    "rhythm_weeks": "plan_needs_rhythm",
}


def _change(
    desk: Desk,
    customership_uid: str,
    kind: str,
    write: Callable[[Unit, Writable], None],
) -> Future[None]:
    model = desk.model

    def change(unit: Unit) -> None:
        write(unit, _writable(unit, model, customership_uid))
        refresh(unit, model, customership_uid)

    return desk.store.writer.submit(kind, change)


def _writable(unit: Unit, model: PracticeModel, customership_uid: str) -> Writable:
    case = hot.case(unit.connection, customership_uid)
    if case is None:
        raise StoreError("customership_unknown", customership=customership_uid)
    if case["line"] is None:
        raise TeuiError("plan_needs_line")
    return writable_version(unit, model, customership_uid)
