"""The employment plan: filled in from the interview, changed row by row, accepted by the client.

A version that the client has accepted stays as it is; the first change after it begins the next.
"""

from collections.abc import Callable
from concurrent.futures import Future
from datetime import date

from teui.casework.desk import Desk
from teui.casework.followups import refresh
from teui.casework.handing import open_case
from teui.casework.moved import Moved
from teui.casework.plan_path import check_phase, lead_of
from teui.casework.plan_values import PlanItem, Version, Writable
from teui.casework.plan_version import read_version, writable_version
from teui.casework.plan_view import NEEDED, PlanView, channels, load
from teui.errors import TeuiError
from teui.practice.days import show_day
from teui.practice.model import PracticeModel
from teui.store.unit import Unit

__all__ = [
    "PlanItem",
    "PlanView",
    "accept",
    "channels",
    "check_day",
    "load",
    "remove_item",
    "save",
    "save_item",
]

SIDES = ("client", "office", "path")
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
_DAYS = ("review_on", "next_contact_on")


def check_day(day: date | None, standing: date | None, today: date) -> None:
    """What is planned lies ahead: raises TeuiError `plan_day_past` for a new day before today.

    The day that stands already may stay, however long ago it was agreed on.
    """
    if day is not None and day != standing and day < today:
        raise TeuiError("plan_day_past", day=show_day(day))


def save(desk: Desk, customership_uid: str, **changes: object) -> Future[None]:
    """Change fields of the plan: those of `FIELDS`; an empty text clears one.

    From the future: TeuiError `plan_needs_line` before a line is decided, `search_ended` after the
    end of the job search, `plan_day_past`.
    """
    unknown = changes.keys() - FIELDS
    if unknown:
        raise ValueError(f"no field of a plan: {sorted(unknown)}")
    cleaned = {
        name: (value.strip() or None) if isinstance(value, str) else value
        for name, value in changes.items()
    }

    def write(unit: Unit, plan: Writable) -> None:
        for name in _DAYS:
            day = cleaned.get(name)
            if isinstance(day, date):
                check_day(day, getattr(plan.before, name), unit.today)
        unit.update("plan_revision", plan.now.uid, None, **cleaned)

    return change_plan(desk, customership_uid, "plan_changed", write)


def save_item(
    desk: Desk,
    customership_uid: str,
    side: str,
    text: str,
    by_date: date | None = None,
    *,
    uid: str | None = None,
    service: str | None = None,
    provider: str | None = None,
    requirement: str | None = None,
    phase: str | None = None,
) -> Future[None]:
    """Add what `side` (`client` or `office`) does, or make the row `uid` say this and no more.

    `service` is of the catalogue, `requirement` one of the decision; with either of them `text`
    may be empty. On the side `path` it is a milestone of `phase`, and who leads that provides it.
    From the future: TeuiError `plan_item_empty`, `plan_service_unknown`, `plan_phase_unknown`,
    `plan_day_past`, `plan_needs_line`, `plan_item_unknown`.
    """
    if side not in SIDES or (side == "path") != (phase is not None):
        raise ValueError(side, phase)
    if phase is not None:
        check_phase(desk.model, phase)
    if requirement is not None and requirement not in {each.id for each in desk.model.requirements}:
        raise ValueError(requirement)
    says = {"text": text.strip(), "service": service, "requirement": requirement}
    values = {**says, "provider": (provider or "").strip() or None, "by_date": by_date}
    values["phase"] = phase

    def write(unit: Unit, plan: Writable) -> None:
        if phase is not None:
            line = _line(unit, customership_uid)
            values["provider"] = lead_of(desk.model, line, phase, plan.now.items)
        if not any(says.values()):
            raise TeuiError("plan_item_empty")
        if service is not None and service not in desk.model.services:
            raise TeuiError("plan_service_unknown", service=service)
        item = plan.item(uid) if uid is not None else None
        check_day(by_date, item.by_date if item else None, unit.today)
        if item is not None:
            if item.done_on is None or all(getattr(item, k) == v for k, v in says.items()):
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

    return change_plan(desk, customership_uid, "plan_item_kept", write)


def remove_item(desk: Desk, customership_uid: str, uid: str) -> Future[None]:
    """Take a row out; from the future TeuiError `plan_item_unknown`."""

    def write(unit: Unit, plan: Writable) -> None:
        unit.update("plan_item", plan.item(uid).uid, None, removed=1)

    return change_plan(desk, customership_uid, "plan_item_taken_out", write)


def accept(desk: Desk, customership_uid: str) -> Future[Moved | None]:
    """The client accepts the plan as it stands, today; what that moves to other days.

    From the future: TeuiError `plan_needs_goal`, `plan_needs_review`, `plan_needs_rhythm`,
    `plan_accepted` where this version already is, `plan_needs_line`, `search_ended`.
    """
    model = desk.model

    def write(unit: Unit) -> Moved | None:
        open_case(unit, customership_uid)
        standing = read_version(unit.connection, model, customership_uid, unit.today)
        if standing.accepted_on is not None:
            raise TeuiError("plan_accepted")
        _check_whole(standing)
        plan = _writable(unit, model, customership_uid)
        unit.update("plan_revision", plan.now.uid, None, accepted_on=unit.today)
        return refresh(unit, model, customership_uid)

    return desk.store.writer.submit("plan_accepted", write)


def _check_whole(version: Version) -> None:
    for name in NEEDED:
        if getattr(version, name) is None:
            raise TeuiError(_LACKING[name])


_LACKING = {
    "goal": "plan_needs_goal",
    "review_on": "plan_needs_review",
    "rhythm_weeks": "plan_needs_rhythm",
}


def change_plan(
    desk: Desk,
    customership_uid: str,
    kind: str,
    write: Callable[[Unit, Writable], None],
) -> Future[None]:
    """Submit a change of the plan, in a new version where the last one was accepted."""
    model = desk.model

    def write_and_follow(unit: Unit) -> None:
        write(unit, _writable(unit, model, customership_uid))
        refresh(unit, model, customership_uid)

    return desk.store.writer.submit(kind, write_and_follow)


def _line(unit: Unit, customership_uid: str) -> int:
    case = open_case(unit, customership_uid)
    if case["line"] is None:
        raise TeuiError("plan_needs_line")
    return int(case["line"])


def _writable(unit: Unit, model: PracticeModel, customership_uid: str) -> Writable:
    _line(unit, customership_uid)
    return writable_version(unit, model, customership_uid)
