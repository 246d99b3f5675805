"""From line to line: the service approach that the client needs has changed (S1 ch. 6).

A transition is a person's decision, made with the client: where a reassessment has decided on the
new line already it belongs to that decision, else it leaves one of its own, resting on the latest
assessment, on the day on which the client goes over. Until then nothing changes on the client.
"""

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date

from teui.casework import handing
from teui.casework.desk import Desk
from teui.casework.followups import refresh
from teui.casework.handing import TRANSITION, Receiver
from teui.errors import StoreError, TeuiError
from teui.practice.days import show_day
from teui.practice.handing_model import Hint
from teui.practice.model import LINE, PracticeModel
from teui.store.driver import Connection, Row
from teui.store.hot import case as case_hot
from teui.store.hot import handing as hot
from teui.store.unit import Unit


@dataclass(frozen=True, slots=True)
class Standing:
    """From where a client may go over.

    `decided`: a decision has led from `line` to that line already, and only what belongs to the
    handover is missing. `agreed_on`: a transition is agreed, and goes over on that day. `lines`
    are those to choose from, `hints` what the documents say of leaving this one.
    """

    customership_uid: str
    line: int
    lines: tuple[int, ...]
    hints: tuple[Hint, ...]
    decided: int | None = None
    agreed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Transition:
    """What is agreed. `reason` is one of kind, `background` noted beside it, `why` in words."""

    to_line: int
    reason: str | None
    why: str
    receiver: Receiver
    goes_over_on: date
    note: str
    background: tuple[str, ...] = ()


def standing(desk: Desk, customership_uid: str) -> Standing:
    """Raises TeuiError `transition_no_line`, `transition_draft`, `search_ended`, StoreError
    `customership_unknown`."""
    return _standing(desk.store.read(), desk.model, customership_uid)


def to_hand_over(connection: Connection, customership_uid: str) -> tuple[int, int] | None:
    """The lines between which a decision has led while the client is not handed over yet."""
    decisions = case_hot.decisions(connection, customership_uid)
    before = _line_before(decisions, hot.of_case(connection, customership_uid))
    return None if before is None else (before, decisions[-1]["line"])


def agree(desk: Desk, customership_uid: str, agreed: Transition) -> Future[str]:
    """Record the transition; the handover's uid. It goes over on its day, today at once.

    From the future what `standing` raises, and TeuiError `transition_background_only` where there
    is no reason of kind, `transition_reason_unknown`, `transition_reason_elsewhere` where the
    reason is not one between these lines, `transition_same_line`, `transition_why_missing`,
    `transition_past`, `transition_agreed`, `handover_note_missing`, `handover_needs_adviser`,
    `adviser_gone`.
    """
    model = desk.model

    def write(unit: Unit) -> str:
        now = _standing(unit.connection, model, customership_uid)
        case = handing.open_case(unit, customership_uid)
        _check(unit, model, now, agreed)
        decision = None if now.decided is None else _latest(unit, customership_uid)["uid"]
        uid = handing.insert(
            unit,
            case,
            agreed.receiver,
            kind=TRANSITION,
            goes_over_on=agreed.goes_over_on,
            note=agreed.note.strip(),
            from_line=now.line,
            to_line=agreed.to_line,
            reason=agreed.reason,
            background=list(agreed.background),
            why=agreed.why.strip(),
            decision_uid=decision,
        )
        if agreed.goes_over_on <= unit.today:
            [row] = [
                each for each in hot.of_case(unit.connection, case["uid"]) if each["uid"] == uid
            ]
            _go_over(unit, model, row)
        refresh(unit, model, customership_uid)
        return uid

    if agreed.goes_over_on > desk.clock.today():
        return desk.store.writer.submit("transition_agreed", write)
    return desk.store.writer.submit("transition_made", write)


def waits(desk: Desk) -> bool:
    """Whether a transition was agreed for a day that has come."""
    return bool(hot.pending(desk.store.read(), desk.clock.today().isoformat()))


def carry_out(desk: Desk) -> Future[int]:
    """Let go over what was agreed for today or before; how many. Done again it changes nothing.

    What a later decision has overtaken is taken out instead.
    """
    model = desk.model

    def write(unit: Unit) -> int:
        rows = hot.pending(unit.connection, unit.today.isoformat())
        for row in rows:
            if _is_overtaken(unit, row):
                unit.update("handover", row["uid"], row["version"], removed=1)
            else:
                _go_over(unit, model, row)
            refresh(unit, model, row["customership_uid"])
        return len(rows)

    return desk.store.writer.submit("transitions_gone_over", write)


def _standing(connection: Connection, model: PracticeModel, customership_uid: str) -> Standing:
    case = case_hot.case(connection, customership_uid)
    if case is None:
        raise StoreError("customership_unknown", customership=customership_uid)
    if case["ended_on"] is not None:
        raise handing.search_ended(case["ended_on"])
    line = case["line"]
    if line is None:
        raise TeuiError("transition_no_line")
    assessments = case_hot.assessments(connection, customership_uid)
    # The interview on the line decides no line.
    if any(row["state"] == "draft" and row["kind"] != LINE for row in assessments):
        raise TeuiError("transition_draft")
    made = hot.of_case(connection, customership_uid)
    open_ones = [row for row in made if row["kind"] == TRANSITION and row["decision_uid"] is None]
    before = _line_before(case_hot.decisions(connection, customership_uid), made)
    leaving = line if before is None else before
    return Standing(
        customership_uid,
        leaving,
        tuple(each for each in sorted(model.lines) if each != leaving),
        model.handing.hints_on(leaving),
        decided=None if before is None else line,
        agreed_on=date.fromisoformat(open_ones[-1]["goes_over_on"]) if open_ones else None,
    )


def _line_before(decisions: Sequence[Row], handovers: Sequence[Row]) -> int | None:
    """The line that the latest decision has led away from without a handover; else None."""
    if len(decisions) < 2:
        return None
    earlier, latest = decisions[-2:]
    handed = {row["decision_uid"] for row in handovers}
    moved = None not in {earlier["line"], latest["line"]} and earlier["line"] != latest["line"]
    return earlier["line"] if moved and latest["uid"] not in handed else None


def _check(unit: Unit, model: PracticeModel, now: Standing, agreed: Transition) -> None:
    rules = model.handing
    if now.agreed_on is not None:
        raise TeuiError("transition_agreed", day=show_day(now.agreed_on))
    wanted = now.lines if now.decided is None else (now.decided,)
    if agreed.to_line not in wanted:
        raise TeuiError("transition_same_line", line=now.line)
    if agreed.reason is None or agreed.reason in rules.background:
        raise TeuiError("transition_background_only")
    if agreed.reason not in rules.reasons:
        raise TeuiError("transition_reason_unknown", reason=agreed.reason)
    if not rules.reasons[agreed.reason].fits(now.line, agreed.to_line):
        raise TeuiError("transition_reason_elsewhere")
    for each in agreed.background:
        if each not in rules.background:
            raise TeuiError("transition_reason_unknown", reason=each)
    if not agreed.why.strip():
        raise TeuiError("transition_why_missing")
    if not agreed.note.strip():
        raise TeuiError("handover_note_missing")
    if agreed.goes_over_on < unit.today:
        raise TeuiError("transition_past", day=show_day(agreed.goes_over_on))
    handing.check_receiver(unit, agreed.receiver)
    handing.check_line(model, agreed.to_line, agreed.receiver)


def _go_over(unit: Unit, model: PracticeModel, handover: Row) -> None:
    """The client goes over: the decision is made as it was agreed, the receiver answers for it."""
    case = handing.open_case(unit, handover["customership_uid"])
    line, decision = handover["to_line"], handover["decision_uid"]
    if decision is None:
        decision = _decide(unit, model, handover)
        unit.update("handover", handover["uid"], None, decision_uid=decision)
    outcome = model.lines[line].outcome
    # Of a client handed to a team, whoever has acknowledged it before is the one to turn to.
    adviser = handover["to_adviser_uid"] or handover["acknowledged_by"]
    receiver = Receiver(handover["to_team_uid"], adviser)
    [made] = unit.rows("SELECT decided_on FROM line_decision WHERE uid = ?", decision)
    handing.give(unit, case, receiver, line=line, outcome=outcome, decided_on=made["decided_on"])


def _decide(unit: Unit, model: PracticeModel, handover: Row) -> str:
    latest = _latest(unit, handover["customership_uid"])
    [basis] = unit.rows(
        "SELECT model_digest, suggested FROM line_decision WHERE uid = ?", latest["uid"]
    )
    return unit.insert(
        "line_decision",
        customership_uid=handover["customership_uid"],
        assessment_uid=latest["assessment_uid"],
        suggestion=latest["suggestion"],
        model_digest=basis["model_digest"],
        suggested=basis["suggested"],
        outcome=model.lines[handover["to_line"]].outcome,
        line=handover["to_line"],
        decided_by=handover["from_adviser_uid"],
        decided_at=unit.now,
        decided_on=handover["goes_over_on"],
        reason=handover["why"],
        preliminary=False,
    )


def _is_overtaken(unit: Unit, handover: Row) -> bool:
    """Whether somebody has decided on the line since it was agreed."""
    latest = _latest(unit, handover["customership_uid"])
    is_newer = latest["decided_on"] > handover["agreed_on"]
    return is_newer or bool(latest["line"] != handover["from_line"])


def _latest(unit: Unit, customership_uid: str) -> Row:
    return case_hot.decisions(unit.connection, customership_uid)[-1]
