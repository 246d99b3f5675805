"""Deciding on the line: a person's choice is kept as it stands, then recorded for good."""

from concurrent.futures import Future

from teui.assessment import suggest
from teui.casework.completing import complete
from teui.casework.decision_view import (
    CLIENT_VIEW,
    Decided,
    DecisionView,
    Owner,
    choose,
    is_preliminary,
    load,
    missing,
    named_anew,
    needs_reason,
)
from teui.casework.desk import Desk
from teui.casework.draft import talks_of
from teui.casework.followups import refresh
from teui.casework.office import ask_apart
from teui.casework.record import pinned_model, recorded_answers, states
from teui.casework.talks import needs_reason as needs_apart_reason
from teui.errors import StoreError, TeuiError
from teui.practice.model import PracticeModel
from teui.store.driver import Row
from teui.store.hot import case as hot
from teui.store.hot import talks as hot_talks
from teui.store.unit import Unit

__all__ = [
    "CLIENT_VIEW",
    "Decided",
    "DecisionView",
    "Owner",
    "choose",
    "is_preliminary",
    "keep",
    "load",
    "missing",
    "needs_reason",
    "record",
]


def keep(desk: Desk, assessment_uid: str, outcome: str | None, reason: str | None) -> Future[None]:
    """Keep the choice and the reason as they stand, until they are recorded."""

    def write(unit: Unit) -> None:
        _draft(unit, assessment_uid)
        unit.overwrite(
            "assessment", assessment_uid, draft_outcome=outcome, draft_reason=reason or None
        )

    return desk.store.writer.submit("decision_kept", write)


def record(
    desk: Desk, assessment_uid: str, outcome: str, client_view: str | None, reason: str | None
) -> Future[str]:
    """Complete the assessment and record the decision; the decision's uid.

    From the future: TeuiError `decision_recorded`, `decision_needs_…` naming what is still to be
    agreed, or a reason, `outcome_unknown`; StoreError `assessment_unknown`.
    """
    current, asks_apart = desk.model, ask_apart(desk)

    def decide(unit: Unit) -> str:
        assessment = _draft(unit, assessment_uid)
        customership = assessment["customership_uid"]
        model = pinned_model(unit.connection, current, assessment["model_digest"])
        if outcome not in {each.id for each in model.outcomes}:
            raise TeuiError("outcome_unknown", outcome=outcome)
        line = model.line_of(outcome)
        if asks_apart and _held_apart(unit, current, assessment):
            raise TeuiError("decision_needs_apart_reason")
        complete(unit, model, assessment, client_view)
        _check_agreed(unit, model, assessment_uid, line)
        answers = recorded_answers(unit.connection, model, assessment_uid, assessment["kind"])
        suggestion = suggest(model, answers, unit.today, assessment["kind"])
        because = (reason or "").strip() or None
        if because is None and needs_reason(suggestion, outcome, client_view):
            raise TeuiError("decision_needs_reason")
        uid = unit.insert(
            "line_decision",
            customership_uid=customership,
            assessment_uid=assessment_uid,
            suggestion=suggestion.to_json(),
            model_digest=assessment["model_digest"],
            suggested=suggestion.outcome,
            outcome=outcome,
            line=line,
            decided_by=unit.adviser,
            decided_at=unit.now,
            decided_on=unit.today,
            reason=because,
            client_view=client_view,
            preliminary=line is not None
            and is_preliminary(
                suggestion, assessment["kind"], is_chosen=bool(assessment["kind_reason"])
            ),
        )
        _stand(unit, model, customership, line=line, outcome=outcome, decided_on=unit.today)
        refresh(unit, current, customership)
        return uid

    return desk.store.writer.submit("line_decided", decide)


def _stand(
    unit: Unit, model: PracticeModel, customership: str, line: int | None, **decided: object
) -> None:
    """Put the decision on the customership; a line of named advisers gets whoever decided it."""
    case = hot.case(unit.connection, customership)
    before = case["line"] if case else None
    if named_anew(model, before, line):
        [adviser] = unit.rows("SELECT team_uid FROM adviser WHERE uid = ?", unit.adviser)
        decided |= {"adviser_uid": unit.adviser, "team_uid": adviser["team_uid"]}
    unit.update("customership", customership, None, line=line, **decided)


def _held_apart(unit: Unit, model: PracticeModel, assessment: Row) -> bool:
    """Whether it was not held face to face, and nobody has said why."""
    held = talks_of(hot_talks.talks(unit.connection, assessment["uid"]))
    return needs_apart_reason(model, held, assessment["apart_reason"])


def _draft(unit: Unit, assessment_uid: str) -> Row:
    assessment = hot.assessment(unit.connection, assessment_uid)
    if assessment is None:
        raise StoreError("assessment_unknown", assessment=assessment_uid)
    if assessment["state"] != "draft":
        raise TeuiError("decision_recorded")
    return assessment


def _check_agreed(unit: Unit, model: PracticeModel, assessment_uid: str, line: int | None) -> None:
    if line is None:
        return
    lacking = missing(model, states(unit.connection, model, assessment_uid))
    if lacking:
        raise TeuiError(f"decision_{lacking[0].replace('agreed.', 'needs_')}")
