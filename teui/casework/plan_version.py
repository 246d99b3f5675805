"""One version of a plan with its rows: read, filled in from the interview, or begun anew."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from teui.casework.record import read_record
from teui.errors import TeuiError
from teui.followup.calendar import WorkCalendar
from teui.followup.history import History
from teui.practice.model import Answers, Occupation, PracticeModel
from teui.store.driver import Connection, Row
from teui.store.hot import case as hot
from teui.store.unit import Unit
from teui.store.values import day_of

PlanKind = Literal["employment", "integration"]
_INTEGRATION_PLAN = "make_integration_plan"
_UNSAVED = "unsaved-"
_COPIED = (
    "goal",
    "goal_isco",
    "review_on",
    "rhythm_weeks",
    "rhythm_channel",
    "contact_by",
    "reports",
    "next_contact_on",
)


@dataclass(frozen=True, slots=True)
class PlanItem:
    """What client or office does. `position` stays the same through all versions of the plan."""

    uid: str
    side: Literal["client", "office"]
    text: str
    service: str | None
    by_date: date | None
    done_on: date | None
    version: int
    position: int


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a plan; `plan_uid` and `uid` are empty where nothing is stored yet."""

    kind: PlanKind
    number: int
    plan_uid: str = ""
    uid: str = ""
    version: int = 0
    goal: str | None = None
    goal_isco: str | None = None
    review_on: date | None = None
    rhythm_weeks: int | None = None
    rhythm_channel: str | None = None
    contact_by: Literal["client", "office"] = "office"
    reports: str | None = None
    next_contact_on: date | None = None
    accepted_on: date | None = None
    items: tuple[PlanItem, ...] = ()
    next_position: int = 1


@dataclass(frozen=True, slots=True)
class Writable:
    """The version to write to, and the one that the adviser sees, which may be the one before."""

    now: Version
    before: Version

    def item(self, uid: str) -> PlanItem:
        """The row that the adviser means by `uid`; raises TeuiError `plan_item_unknown`."""
        positions = {item.position for item in self.before.items if item.uid == uid}
        for item in self.now.items:
            if item.uid == uid or item.position in positions:
                return item
        raise TeuiError("plan_item_unknown")


def read_version(
    connection: Connection, model: PracticeModel, customership: str, today: date
) -> Version:
    """The latest version of the plan of the kind that is called for, or the beginning of one."""
    history = read_record(connection, model, customership, today).history
    kind: PlanKind = "employment"
    if any(each.id == _INTEGRATION_PLAN for each in history.requirements):
        kind = "integration"
    rows = [row for row in hot.revisions(connection, customership) if row["kind"] == kind]
    return _stored(connection, rows[-1]) if rows else _from_interview(model, history, kind, today)


def writable_version(unit: Unit, model: PracticeModel, customership: str) -> Writable:
    """The version that takes changes: the latest, or a new one after an accepted one."""
    before = read_version(unit.connection, model, customership, unit.today)
    if before.uid and before.accepted_on is None:
        return Writable(before, before)
    number = before.number + 1 if before.uid else before.number
    plan = before.plan_uid or unit.insert("plan", customership_uid=customership, kind=before.kind)
    values = {name: getattr(before, name) for name in _COPIED}
    uid = unit.insert("plan_revision", plan_uid=plan, number=number, **values)
    for item in before.items:
        unit.insert(
            "plan_item",
            revision_uid=uid,
            side=item.side,
            text=item.text,
            service=item.service,
            by_date=item.by_date,
            done_on=item.done_on,
            position=item.position,
        )
    return Writable(read_version(unit.connection, model, customership, unit.today), before)


def _stored(connection: Connection, row: Row) -> Version:
    items = hot.items(connection, row["uid"])
    return Version(
        kind=row["kind"],
        number=row["number"],
        plan_uid=row["plan_uid"],
        uid=row["uid"],
        version=row["version"],
        goal=row["goal"],
        goal_isco=row["goal_isco"],
        review_on=day_of(row["review_on"]),
        rhythm_weeks=row["rhythm_weeks"],
        rhythm_channel=row["rhythm_channel"],
        contact_by=row["contact_by"] or "office",
        reports=row["reports"],
        next_contact_on=day_of(row["next_contact_on"]),
        accepted_on=day_of(row["accepted_on"]),
        items=tuple(_item(item) for item in items if not item["removed"]),
        next_position=max((item["position"] for item in items), default=0) + 1,
    )


def _item(row: Row) -> PlanItem:
    return PlanItem(
        uid=row["uid"],
        side=row["side"],
        text=row["text"],
        service=row["service"],
        by_date=day_of(row["by_date"]),
        done_on=day_of(row["done_on"]),
        version=row["version"],
        position=row["position"],
    )


def _from_interview(model: PracticeModel, history: History, kind: PlanKind, today: date) -> Version:
    """What was agreed in the interview, and the office's own time until the review."""
    answers = history.answers
    goal = _first_occupation(answers)
    steps, next_contact = answers.get("agreed.client_steps"), answers.get("agreed.next_contact")
    channel = answers.get("agreed.next_channel")
    by_date = next_contact if isinstance(next_contact, date) else None
    items: tuple[PlanItem, ...] = ()
    if isinstance(steps, str):
        items = (PlanItem(f"{_UNSAVED}1", "client", steps, None, by_date, None, 0, 1),)
    rules = model.follow_ups
    review = WorkCalendar(rules.days_off).after(today, model.length(rules.plan_review, today))
    return Version(
        kind=kind,
        number=1,
        goal=goal.title if goal else None,
        goal_isco=goal.isco if goal else None,
        review_on=review,
        rhythm_channel=channel if isinstance(channel, str) else None,
        next_contact_on=by_date,
        items=items,
        next_position=len(items) + 1,
    )


def _first_occupation(answers: Answers) -> Occupation | None:
    sought = answers.get("work.sought")
    first = sought[0] if isinstance(sought, tuple) and sought else None
    return first if isinstance(first, Occupation) else None
