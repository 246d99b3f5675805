"""The end of a customership, with the client's feedback, and a new one after it (S1 ch. 2, 6)."""

from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date

from teui.casework.desk import Desk
from teui.casework.followups import refresh
from teui.casework.handing import open_case
from teui.errors import StoreError, TeuiError
from teui.followup.history import NO_LONGER
from teui.practice.follow_model import BY_HAND
from teui.practice.handing_model import EndReason
from teui.practice.model import PracticeModel
from teui.store.hot import case as case_hot
from teui.store.hot import clients as hot
from teui.store.unit import Unit
from teui.store.values import day_of

CHANNEL = "start.channel"


@dataclass(frozen=True, slots=True)
class Ending:
    """Why it ends, and what client and receiver say to it; codes of the practice model.

    `agreed`: the move is agreed with client and receiver, None where that is not asked.
    """

    reason: str
    note: str = ""
    receiver: str = ""
    agreed: bool | None = None
    feedback: str | None = None
    feedback_text: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """A customership as far as its end asks: the line it is on, whether it has ended, and
    how many follow-ups are `open`: those end with it."""

    customership_uid: str
    line: int | None
    ended_on: date | None
    open: int = 0


def standing(desk: Desk, customership_uid: str) -> Standing:
    """Raises StoreError `customership_unknown`."""
    connection = desk.store.read()
    row = case_hot.case(connection, customership_uid)
    if row is None:
        raise StoreError("customership_unknown", customership=customership_uid)
    waiting = case_hot.follow_ups(connection, customership_uid)
    is_open = sum(each["state"] in {"open", "snoozed"} for each in waiting)
    return Standing(customership_uid, row["line"], day_of(row["ended_on"]), is_open)


def end(desk: Desk, customership_uid: str, ending: Ending) -> Future[None]:
    """End the customership today: nothing of it stays due, all of it can be read.

    From the future: TeuiError `end_reason_unknown`, `end_not_for_this` for what does not end a job
    search (fixed-term and subsidised work), `end_note_missing`, `end_receiver_missing`,
    `end_not_agreed` where it is to be agreed with client and receiver, `end_feedback_missing`,
    `search_ended`; StoreError `customership_unknown`.
    """
    model = desk.model

    def write(unit: Unit) -> None:
        case = open_case(unit, customership_uid)
        reason = _checked(model, ending, case["line"])
        unit.update(
            "customership",
            customership_uid,
            case["version"],
            ended_on=unit.today,
            end_reason=reason.id,
            end_note=ending.note.strip() or None,
            end_receiver=ending.receiver.strip() or None if reason.receiver else None,
            end_agreed=ending.agreed if reason.asks_agreement(case["line"]) else None,
            end_feedback=ending.feedback,
            end_feedback_text=ending.feedback_text.strip() or None,
        )
        _close_by_hand(unit, customership_uid)
        refresh(unit, model, customership_uid)

    return desk.store.writer.submit("customership_ended", write)


def begin_anew(desk: Desk, client_uid: str, channel: str | None = None) -> Future[str]:
    """A new customership of a client whose last one has ended, of the adviser at the desk.

    `channel` is one of the question's by which channel it began. From the future: TeuiError
    `client_unknown`, `customership_open` where the last one has not ended, `client_code`.
    """
    model = desk.model

    def write(unit: Unit) -> str:
        if hot.header(unit.connection, client_uid) is None:
            raise TeuiError("client_unknown", client=client_uid)
        if unit.rows(
            "SELECT 1 FROM customership WHERE client_uid = ? AND ended_on IS NULL", client_uid
        ):
            raise TeuiError("customership_open")
        if channel is not None and channel not in model.questions[CHANNEL].codes:
            raise TeuiError("client_code", value=channel)
        uid = unit.insert(
            "customership",
            client_uid=client_uid,
            adviser_uid=desk.adviser.uid,
            team_uid=desk.team.uid,
            start_date=unit.today,
            start_channel=channel,
        )
        refresh(unit, model, uid)
        return uid

    return desk.store.writer.submit("customership_begun", write)


def _checked(model: PracticeModel, ending: Ending, line: int | None) -> EndReason:
    rules = model.handing
    reason = rules.endings.get(ending.reason)
    if reason is None:
        raise TeuiError("end_reason_unknown", reason=ending.reason)
    if not reason.ends:
        raise TeuiError("end_not_for_this")
    if reason.typed and not ending.note.strip():
        raise TeuiError("end_note_missing")
    if reason.receiver and not ending.receiver.strip():
        raise TeuiError("end_receiver_missing")
    if reason.asks_agreement(line) and not ending.agreed:
        raise TeuiError("end_not_agreed")
    if ending.feedback not in rules.feedback:
        raise TeuiError("end_feedback_missing")
    return reason


def _close_by_hand(unit: Unit, customership_uid: str) -> None:
    """What was written down by hand lapses too; `refresh` leaves it to the adviser otherwise."""
    for row in unit.rows(
        "SELECT uid FROM follow_up WHERE customership_uid = ? AND fact = ?"
        " AND state IN ('open', 'snoozed')",
        customership_uid,
        BY_HAND,
    ):
        unit.update(
            "follow_up",
            row["uid"],
            None,
            state="dropped",
            drop_reason=NO_LONGER,
            closed_at=unit.now,
        )
