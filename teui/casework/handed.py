"""What a handover does to a customership: who takes the client on, and takes note of it."""

from dataclasses import dataclass

from teui.errors import TeuiError
from teui.practice.follow_model import BY_HAND
from teui.store.driver import Row
from teui.store.hot import case as case_hot
from teui.store.hot import handing as hot
from teui.store.unit import Unit

OWNER, TRANSITION = "owner", "transition"
"""Kinds of a handover."""


@dataclass(frozen=True, slots=True)
class Receiver:
    """Who takes a client on: an adviser with his or her team, or the team alone (no adviser)."""

    team_uid: str
    adviser_uid: str | None = None


def is_for(handover: Row, adviser_uid: str, team_uid: str) -> bool:
    """Whether it is this adviser's to acknowledge."""
    if handover["to_adviser_uid"] is not None:
        return bool(handover["to_adviser_uid"] == adviser_uid)
    return bool(handover["to_team_uid"] == team_uid)


def take_note(unit: Unit, handover: Row) -> None:
    """The adviser whose act it is acknowledges it; a team's client is his or hers from then on."""
    unit.update(
        "handover",
        handover["uid"],
        handover["version"],
        acknowledged_on=unit.today,
        acknowledged_by=unit.adviser,
    )
    case = case_hot.case(unit.connection, handover["customership_uid"])
    has_gone = handover["kind"] == OWNER or handover["decision_uid"] is not None
    if handover["to_adviser_uid"] is None and case is not None and has_gone:
        receiver = Receiver(handover["to_team_uid"], unit.adviser)
        if case["team_uid"] == receiver.team_uid and case["ended_on"] is None:
            give(unit, case, receiver)


def take_note_of(unit: Unit, customership_uid: str, handover_uid: str) -> None:
    """The same of one that stands on the list of what is due, by its uid.

    Raises TeuiError `handover_not_yours`; one that is acknowledged already stays as it is.
    """
    [adviser] = unit.rows("SELECT team_uid FROM adviser WHERE uid = ?", unit.adviser)
    for row in hot.of_case(unit.connection, customership_uid):
        if row["uid"] == handover_uid and row["acknowledged_on"] is None:
            if not is_for(row, unit.adviser, adviser["team_uid"]):
                raise TeuiError("handover_not_yours")
            take_note(unit, row)


def give(unit: Unit, case: Row, receiver: Receiver, **columns: object) -> None:
    """Put the receiver on the customership, and on what was written down by hand for its owner.

    Follow-ups that rules have made find their owner in `refresh`. A team has no named adviser: the
    one there is stays until somebody of the team acknowledges.
    """
    before = case["adviser_uid"]
    named = {} if receiver.adviser_uid is None else {"adviser_uid": receiver.adviser_uid}
    unit.update("customership", case["uid"], None, team_uid=receiver.team_uid, **named, **columns)
    for row in case_hot.follow_ups(unit.connection, case["uid"]):
        if row["fact"] == BY_HAND and row["state"] in {"open", "snoozed"}:
            own = row["adviser_uid"] == before
            owner = {"adviser_uid": receiver.adviser_uid} if own else {}
            unit.update("follow_up", row["uid"], None, team_uid=receiver.team_uid, **owner)
