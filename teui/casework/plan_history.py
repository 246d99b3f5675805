"""The versions of a plan, each beside the one before it, which the client had accepted."""

from dataclasses import dataclass

from teui.casework import clients
from teui.casework.desk import Desk
from teui.casework.plan_changes import Changes, changes
from teui.casework.plan_values import PlanKind, Version
from teui.casework.plan_version import stored_versions
from teui.casework.plan_view import PlanView, view_of
from teui.errors import StoreError
from teui.store.hot import case as hot


@dataclass(frozen=True, slots=True)
class Revision:
    """A version; `before` is the one that it came after, None for the first."""

    plan: PlanView
    before: PlanView | None
    changes: Changes


def revisions(desk: Desk, customership_uid: str, kind: PlanKind) -> tuple[Revision, ...]:
    """All that the store has, the first one first; none where the plan is not begun.

    Only the last may wait to be accepted, so each stands beside what the client accepted last.
    Raises StoreError `customership_unknown`.
    """
    connection = desk.store.read()
    case = hot.case(connection, customership_uid)
    if case is None:
        raise StoreError("customership_unknown", customership=customership_uid)
    header = clients.header(desk, case["client_uid"])
    versions = stored_versions(connection, customership_uid, kind)

    def view(version: Version) -> PlanView:
        return view_of(desk.model, header, customership_uid, case["line"], version)

    made = []
    for before, version in zip((None, *versions), versions, strict=False):
        if before is None:
            made.append(Revision(view(version), None, Changes()))
        else:
            made.append(Revision(view(version), view(before), changes(before, version)))
    return tuple(made)
