"""The decision on the line: what is suggested, what a person chooses, what must be agreed first.

With a line as outcome, completing needs the next contact with its channel, the client's steps (or
that none were agreed) and the client's view (product.md; S1 ch. 2).
"""

from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import date

from teui.assessment import (
    Required,
    Suggestion,
    contradictions,
    requirements_under,
    suggest,
)
from teui.casework import interview
from teui.casework.completing import complete
from teui.casework.desk import Desk
from teui.casework.followups import refresh
from teui.casework.interview import Draft
from teui.casework.record import pinned_model, recorded_answers
from teui.errors import StoreError, TeuiError
from teui.practice.model import PracticeModel
from teui.store.driver import Row
from teui.store.hot import case as hot
from teui.store.unit import Unit
from teui.store.values import day_of

CLIENT_VIEW = "agreed.client_view"
_AGAINST = "prefers_other"


@dataclass(frozen=True, slots=True)
class DecisionView:
    """The decision as it stands on `as_of`: today, or the day on which it was made.

    `chosen` is an outcome's id, None until a person has chosen. `missing` are the questions to be
    agreed on first. `requirements` follow under the outcome chosen, before that under those still
    possible. `is_preliminary`: the integration assessment comes first, the line holds until then.
    `contradictions` are ids of the model; `is_later_law`: its rules are older than today's law.
    """

    draft: Draft
    suggestion: Suggestion
    as_of: date
    requirements: tuple[Required, ...]
    chosen: str | None
    client_view: str | None
    reason: str | None
    missing: tuple[str, ...]
    recorded: bool
    is_preliminary: bool
    contradictions: tuple[str, ...]
    is_later_law: bool

    @property
    def needs_reason(self) -> bool:
        """Unsettled, another outcome than the suggested one, or against the client's wish."""
        return self.chosen is not None and needs_reason(
            self.suggestion, self.chosen, self.client_view
        )


def needs_reason(suggestion: Suggestion, outcome: str, client_view: str | None) -> bool:
    return outcome != suggestion.outcome or client_view == _AGAINST


def load(desk: Desk, assessment_uid: str) -> DecisionView:
    """The decision on an assessment, as recorded or still open."""
    connection = desk.store.read()
    draft = interview.load(desk, assessment_uid)
    made = _made(hot.decisions(connection, draft.client.customership_uid), assessment_uid)
    model = interview.model_of(desk, draft.model_digest)
    answers = interview.answers_of(draft, model)
    as_of = (day_of(made["decided_on"]) if made else None) or desk.clock.today()
    suggestion = suggest(model, answers, as_of, draft.kind)
    stated = answers.get(CLIENT_VIEW)
    view = DecisionView(
        draft=draft,
        suggestion=suggestion,
        as_of=as_of,
        requirements=suggestion.requirements,
        chosen=None,
        client_view=made["client_view"] if made else stated if isinstance(stated, str) else None,
        reason=made["reason"] if made else draft.choice.reason,
        missing=(),
        recorded=made is not None,
        is_preliminary=False,
        contradictions=contradictions(model, answers, draft.kind),
        is_later_law=model.law_until is not None and as_of > model.law_until,
    )
    return choose(desk, view, made["outcome"] if made else draft.choice.outcome)


def choose(desk: Desk, view: DecisionView, outcome: str | None) -> DecisionView:
    """The view with another outcome chosen: what follows and what is missing go with it."""
    suggestion, requirements = view.suggestion, view.suggestion.requirements
    model = interview.model_of(desk, view.draft.model_digest)
    if outcome is not None:
        answers = interview.answers_of(view.draft, model)
        requirements = requirements_under(model, answers, view.as_of, outcome, view.draft.kind)
    likely = outcome or suggestion.outcome
    has_line = likely is None or model.line_of(likely) is not None
    states = {question: given.state for question, given in view.draft.answers.items()}
    return replace(
        view,
        chosen=outcome,
        requirements=requirements,
        missing=missing(model, states) if has_line and not view.recorded else (),
        is_preliminary=has_line and is_preliminary(suggestion, view.draft.kind),
    )


def keep(desk: Desk, assessment_uid: str, outcome: str | None, reason: str | None) -> Future[None]:
    """Keep the choice and the reason as they stand, until they are recorded."""

    def write(unit: Unit) -> None:
        _draft(unit, assessment_uid)
        unit.overwrite(
            "assessment", assessment_uid, draft_outcome=outcome, draft_reason=reason or None
        )

    return desk.store.writer.submit("decision_kept", write)


def missing(model: PracticeModel, states: Mapping[str, str]) -> tuple[str, ...]:
    """What a line needs agreed and is not, by the states recorded to the questions."""
    return tuple(
        question.id
        for question in model.questions.values()
        if (question.needed == "asked" and states.get(question.id, "none") == "none")
        or (question.needed == "answered" and states.get(question.id) != "answered")
    )


def is_preliminary(suggestion: Suggestion, kind: str) -> bool:
    """A line decided before the integration assessment that the client is to have (S1 ch. 2)."""
    return kind != "integration" and suggestion.assessment == "integration"


def record(
    desk: Desk, assessment_uid: str, outcome: str, client_view: str | None, reason: str | None
) -> Future[str]:
    """Complete the assessment and record the decision; the decision's uid.

    From the future: TeuiError `decision_recorded`, `decision_needs_…` naming what is still to be
    agreed, or the reason, `outcome_unknown`; StoreError `assessment_unknown`.
    """
    current = desk.model

    def decide(unit: Unit) -> str:
        assessment = _draft(unit, assessment_uid)
        customership = assessment["customership_uid"]
        model = pinned_model(unit.connection, current, assessment["model_digest"])
        if outcome not in {each.id for each in model.outcomes}:
            raise TeuiError("outcome_unknown", outcome=outcome)
        line = model.line_of(outcome)
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
            preliminary=line is not None and is_preliminary(suggestion, assessment["kind"]),
        )
        unit.update(
            "customership", customership, None, line=line, outcome=outcome, decided_on=unit.today
        )
        refresh(unit, current, customership)
        return uid

    return desk.store.writer.submit("line_decided", decide)


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
    rows = hot.answers(unit.connection, assessment_uid)
    lacking = missing(model, {row["question"]: row["state"] for row in rows})
    if lacking:
        raise TeuiError(f"decision_{lacking[0].replace('agreed.', 'needs_')}")


def _made(decisions: list[Row], assessment_uid: str) -> Row | None:
    found = [row for row in decisions if row["assessment_uid"] == assessment_uid]
    return found[-1] if found else None
