"""One version of a plan with its rows: read, filled in from the interview, or begun anew."""

from dataclasses import replace
from datetime import date

from teui.casework.plan_prefill import from_interview
from teui.casework.plan_values import PlanItem, PlanKind, Version, Writable
from teui.casework.record import read_record
from teui.followup.history import History
from teui.followup.planned import answers, services_for, undated
from teui.practice.model import PracticeModel
from teui.practice.texts import LANGUAGES, load_texts
from teui.store.driver import Connection, Row
from teui.store.hot import case as hot
from teui.store.unit import Unit
from teui.store.values import day_of

_INTEGRATION_PLAN = "make_integration_plan"
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


def read_version(
    connection: Connection, model: PracticeModel, customership: str, today: date
) -> Version:
    """The latest version of the plan of the kind that is called for, or the beginning of one."""
    history = read_record(connection, model, customership, today).history
    kind: PlanKind = "employment"
    if any(each.id == _INTEGRATION_PLAN for each in history.requirements):
        kind = "integration"
    rows = _revisions(connection, customership, kind)
    if rows:
        version = _stored(connection, rows[-1])
    else:
        words = load_texts(_language(connection, customership), model.id)
        version = from_interview(model, history, kind, words, today)
    return replace(version, undated=_waiting(model, history, version.items))


def read_revision(connection: Connection, customership: str, revision: str) -> Version | None:
    """A version as it was written, None where there is none of that uid."""
    rows = hot.revisions(connection, customership)
    return next((_stored(connection, row) for row in rows if row["uid"] == revision), None)


def stored_versions(
    connection: Connection, customership: str, kind: PlanKind
) -> tuple[Version, ...]:
    """All versions of a plan that the store has, the first one first."""
    return tuple(_stored(connection, row) for row in _revisions(connection, customership, kind))


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
            provider=item.provider,
            requirement=item.requirement,
            phase=item.phase,
            by_date=item.by_date,
            done_on=item.done_on,
            position=item.position,
        )
    return Writable(read_version(unit.connection, model, customership, unit.today), before)


def _revisions(connection: Connection, customership: str, kind: PlanKind) -> list[Row]:
    return [row for row in hot.revisions(connection, customership) if row["kind"] == kind]


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
        provider=row["provider"],
        requirement=row["requirement"],
        phase=row["phase"],
    )


def _language(connection: Connection, customership: str) -> str:
    case = hot.case(connection, customership)
    return (case and case["service_language"]) or LANGUAGES[0]


def _waiting(
    model: PracticeModel, history: History, items: tuple[PlanItem, ...]
) -> tuple[str, ...]:
    """The undated requirements that no row is about."""
    return tuple(
        each
        for each in undated(model, history)
        if not any(answers(item, each, services_for(model, each)) for item in items)
    )
