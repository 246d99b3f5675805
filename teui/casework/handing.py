"""Handing clients over: one or many at once, acknowledged by the receiver, never refused.

S0 7.2: lines 2 and 3 are a named adviser's, line 1 is the team's. S1 ch. 6: the receiver trusts the
colleague's judgement.
"""

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date

from teui.casework.desk import Desk
from teui.casework.followups import refresh
from teui.casework.handed import OWNER, TRANSITION, Receiver, give, is_for, take_note
from teui.errors import StoreError, TeuiError
from teui.practice.days import show_day
from teui.practice.model import PracticeModel
from teui.store.driver import Row
from teui.store.hot import case as case_hot
from teui.store.hot import handing as hot
from teui.store.unit import Unit

__all__ = [
    "OWNER",
    "TRANSITION",
    "Owned",
    "Receiver",
    "acknowledge",
    "give",
    "hand_over",
]


@dataclass(frozen=True, slots=True)
class Owned:
    """An open customership of an adviser; `by_team`: its line is the team's, or none is decided."""

    customership_uid: str
    line: int | None
    by_team: bool


def owned(desk: Desk, adviser_uid: str) -> tuple[Owned, ...]:
    """The open customerships of an adviser."""
    rows = hot.owned(desk.store.read(), adviser_uid)
    return tuple(_owned(desk.model, row) for row in rows)


def of_case(desk: Desk, customership_uid: str) -> Owned:
    """One that is chosen by itself. Raises StoreError `customership_unknown`."""
    row = case_hot.case(desk.store.read(), customership_uid)
    if row is None:
        raise StoreError("customership_unknown", customership=customership_uid)
    return _owned(desk.model, row)


def hand_over(
    desk: Desk, customerships: Sequence[str], receiver: Receiver, note: str
) -> Future[int]:
    """Hand these over at once, each with the note; how many went over.

    Open follow-ups go with them. Whoever has them already is passed over. One act: all or none.
    From the future: TeuiError `handover_note_missing`, `handover_needs_adviser` where a line is a
    named adviser's, `handover_nobody` where there is none to hand over, `adviser_gone`,
    `search_ended`, StoreError `customership_unknown`.
    """
    model = desk.model

    def write(unit: Unit) -> int:
        said = note.strip()
        if not said:
            raise TeuiError("handover_note_missing")
        check_receiver(unit, receiver)
        moved = 0
        for uid in customerships:
            case = open_case(unit, uid)
            if _has(case, receiver):
                continue
            check_line(model, case["line"], receiver)
            insert(
                unit,
                case,
                receiver,
                kind=OWNER,
                goes_over_on=unit.today,
                note=said,
                from_line=case["line"],
                to_line=case["line"],
            )
            give(unit, case, receiver)
            refresh(unit, model, uid)
            moved += 1
        if not moved:
            raise TeuiError("handover_nobody")
        return moved

    return desk.store.writer.submit("handed_over", write)


def acknowledge(desk: Desk, client_uid: str) -> Future[int]:
    """Acknowledge what has been handed to the adviser at the desk, or to the team; how many.

    There is no refusing (S1 ch. 6). Of a client handed to a team, whoever acknowledges it is the
    one to turn to from then on. From the future: TeuiError `handover_none` where nothing waits,
    `handover_not_yours` where it waits for somebody else.
    """
    model = desk.model

    def write(unit: Unit) -> int:
        [adviser] = unit.rows("SELECT team_uid FROM adviser WHERE uid = ?", unit.adviser)
        waiting = [
            row
            for row in hot.of_client(unit.connection, client_uid)
            if row["acknowledged_on"] is None
        ]
        mine = [row for row in waiting if is_for(row, unit.adviser, adviser["team_uid"])]
        if not mine:
            raise TeuiError("handover_not_yours" if waiting else "handover_none")
        for row in mine:
            take_note(unit, row)
            refresh(unit, model, row["customership_uid"])
        return len(mine)

    return desk.store.writer.submit("handover_acknowledged", write)


def open_case(unit: Unit, customership_uid: str) -> Row:
    """Raises StoreError `customership_unknown`, TeuiError `search_ended`."""
    case = case_hot.case(unit.connection, customership_uid)
    if case is None:
        raise StoreError("customership_unknown", customership=customership_uid)
    if case["ended_on"] is not None:
        raise search_ended(case["ended_on"])
    return case


def search_ended(day: str) -> TeuiError:
    """The fault of work on a job search that has ended, on an ISO day."""
    return TeuiError("search_ended", day=show_day(date.fromisoformat(day)))


def check_receiver(unit: Unit, receiver: Receiver) -> None:
    """Raises TeuiError `team_unknown`, `adviser_unknown`, `adviser_gone`."""
    if not unit.rows("SELECT 1 FROM team WHERE uid = ?", receiver.team_uid):
        raise TeuiError("team_unknown")
    if receiver.adviser_uid is None:
        return
    found = unit.rows("SELECT name, left_on FROM adviser WHERE uid = ?", receiver.adviser_uid)
    if not found:
        raise TeuiError("adviser_unknown")
    if found[0]["left_on"] is not None:
        raise TeuiError("adviser_gone", name=found[0]["name"])


def check_line(model: PracticeModel, line: int | None, receiver: Receiver) -> None:
    """A line of named advisers goes to one. Raises TeuiError `handover_needs_adviser`."""
    if receiver.adviser_uid is None and line is not None and not model.is_teams(line):
        raise TeuiError("handover_needs_adviser", line=line)


def insert(
    unit: Unit,
    case: Row,
    receiver: Receiver,
    *,
    kind: str,
    goes_over_on: date,
    note: str,
    **columns: object,
) -> str:
    """Write the handover down; one to oneself is acknowledged in the same breath."""
    if receiver.adviser_uid == unit.adviser:
        columns |= {"acknowledged_on": unit.today, "acknowledged_by": unit.adviser}
    return unit.insert(
        "handover",
        customership_uid=case["uid"],
        kind=kind,
        from_adviser_uid=unit.adviser,
        to_adviser_uid=receiver.adviser_uid,
        to_team_uid=receiver.team_uid,
        agreed_on=unit.today,
        goes_over_on=goes_over_on,
        note=note,
        **columns,
    )


def _owned(model: PracticeModel, row: Row) -> Owned:
    line = row["line"]
    return Owned(row["uid"], line, line is None or model.is_teams(line))


def _has(case: Row, receiver: Receiver) -> bool:
    same_team = case["team_uid"] == receiver.team_uid
    return same_team and receiver.adviser_uid in {None, case["adviser_uid"]}
