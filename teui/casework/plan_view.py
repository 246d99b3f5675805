"""The plan as a screen shows it, and what it still lacks."""

from dataclasses import dataclass
from datetime import date

from teui.casework import clients
from teui.casework.clients import ClientHeader
from teui.casework.desk import Desk
from teui.casework.plan_path import Phase, path_of
from teui.casework.plan_values import Party, PlanItem, PlanKind, Version
from teui.casework.plan_version import read_version
from teui.errors import StoreError
from teui.practice.model import PracticeModel
from teui.store.hot import case as hot

NEEDED = ("goal", "review_on", "rhythm_weeks")
"""The fields without which a client cannot accept a plan."""


@dataclass(frozen=True, slots=True)
class PlanView:
    """The plan as it stands. `plan_uid` and `revision_uid` are None while nothing is stored.

    `accepted_on` is None while this version waits for the client. `undated` are the requirements
    that wait for a date and stand in no row. `path` is empty on a line without one.
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
    contact_by: Party
    reports: str | None
    next_contact_on: date | None
    accepted_on: date | None
    items: tuple[PlanItem, ...]
    undated: tuple[str, ...]
    path: tuple[Phase, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """What it lacks before the client can accept it, by the fields' names."""
        return tuple(name for name in NEEDED if getattr(self, name) is None)

    def item(self, position: int) -> PlanItem | None:
        """The row at a position, which stays the same when a change begins a new version."""
        return next((item for item in self.items if item.position == position), None)


def load(desk: Desk, customership_uid: str) -> PlanView:
    """The plan's latest version; where there is none yet, what the interview suggests for it.

    Raises StoreError `customership_unknown`.
    """
    connection = desk.store.read()
    case = hot.case(connection, customership_uid)
    if case is None:
        raise StoreError("customership_unknown", customership=customership_uid)
    version = read_version(connection, desk.model, customership_uid, desk.clock.today())
    header = clients.header(desk, case["client_uid"])
    return view_of(desk.model, header, customership_uid, case["line"], version)


def channels(model: PracticeModel, line: int | None) -> tuple[str, ...]:
    """The channels of contact, those mostly used on the line first."""
    known = model.lines.get(line or 0)
    first = known.channels if known else ()
    return (*first, *(code for code in model.follow_ups.channels if code not in first))


def view_of(
    model: PracticeModel, header: ClientHeader, case: str, line: int | None, version: Version
) -> PlanView:
    """A version of the plan as a screen or a paper shows it."""
    return PlanView(
        client=header,
        customership_uid=case,
        line=line,
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
        reports=version.reports,
        next_contact_on=version.next_contact_on,
        accepted_on=version.accepted_on,
        items=version.items,
        undated=version.undated,
        path=path_of(model, line, version.items),
    )
