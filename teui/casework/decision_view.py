"""The decision as it stands: what is suggested, what is chosen, what follows, what is missing.

With a line as outcome, completing needs the next contact with its channel, the client's steps (or
that none were agreed) and the client's view (product.md; S1 ch. 2).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from teui.assessment import (
    Required,
    Suggestion,
    contradictions,
    requirements_under,
    suggest,
)
from teui.assessment.told import to_be_told
from teui.casework import assessment_kind, interview, stages, talks
from teui.casework.assessment_kind import INTEGRATION
from teui.casework.desk import Desk
from teui.casework.interview import Draft
from teui.casework.office import ask_apart, decide_first
from teui.casework.record import read_record
from teui.casework.stages import Stages
from teui.followup.history import Decision, Held, History
from teui.followup.history import Required as RequiredFact
from teui.followup.outlook import Outlook, outlook
from teui.practice.model import Answers, PracticeModel
from teui.store.driver import Connection, Row
from teui.store.hot import case as hot
from teui.store.values import day_of

CLIENT_VIEW = "agreed.client_view"
_AGAINST = "prefers_other"


@dataclass(frozen=True, slots=True)
class Decided:
    """Who recorded the decision, and on which day."""

    by: str
    on: date


@dataclass(frozen=True, slots=True)
class Owner:
    """Who answers for the client on the line: a whole team or a named adviser, by name."""

    kind: Literal["team", "adviser"]
    name: str


@dataclass(frozen=True, slots=True)
class DecisionView:
    """The decision as it stands on `as_of`: today, or the day on which it was made.

    `model` is the practice model that the assessment is pinned to, `answers` what its rules read.
    `chosen` is an outcome's id, None until a person has chosen. `missing` are the questions to be
    agreed on first. `requirements` follow under the outcome chosen, before that under those still
    possible; `follows` says the same with days to act and what is done already. `owner` is who
    will answer for the client on the line chosen, else suggested; None without a line. `told`:
    how many items of the checklist the client was told, and how many there are.
    `decides_first`: the office wants the choice made before the suggestion is seen.
    `is_preliminary`: the integration assessment comes first, the line holds until then.
    `lacks_apart`: the office wants to know why it is not held face to face, and nobody has said.
    `stages` are those of an integration assessment, None with another kind.
    `contradictions` are ids of the model; `is_later_law`: its rules are older than today's law.
    """

    draft: Draft
    model: PracticeModel
    answers: Answers
    suggestion: Suggestion
    as_of: date
    requirements: tuple[Required, ...]
    chosen: str | None
    client_view: str | None
    reason: str | None
    missing: tuple[str, ...]
    decided: Decided | None
    is_preliminary: bool
    contradictions: tuple[str, ...]
    is_later_law: bool
    history: History
    decides_first: bool
    follows: tuple[Outlook, ...] = ()
    owner: Owner | None = None
    told: tuple[int, int] = (0, 0)
    lacks_apart: bool = False
    stages: Stages | None = None

    @property
    def recorded(self) -> bool:
        return self.decided is not None

    @property
    def is_hidden(self) -> bool:
        """Whether the suggestion and what comes of it are not to be seen yet."""
        return self.decides_first and self.chosen is None

    @property
    def is_other_kind(self) -> bool:
        """The assessment is of another kind than the rule has it, and nobody has said why."""
        is_other = assessment_kind.needs_reason(self.suggestion.assessment, self.draft.kind)
        return is_other and not self.draft.kind_reason

    @property
    def needs_reason(self) -> bool:
        """Unsettled, another outcome than the suggested one, or against the client's wish."""
        return self.chosen is not None and needs_reason(
            self.suggestion, self.chosen, self.client_view
        )

    @property
    def lacks_reason(self) -> bool:
        return self.needs_reason and not (self.reason or "").strip()

    @property
    def line(self) -> int | None:
        """The line chosen, else suggested; None where that is none or nothing is settled."""
        outcome = self.chosen or self.suggestion.outcome
        return self.model.line_of(outcome) if outcome else None


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
    customership = draft.client.customership_uid
    view = DecisionView(
        draft=draft,
        model=model,
        answers=answers,
        suggestion=suggestion,
        as_of=as_of,
        requirements=suggestion.requirements,
        chosen=None,
        client_view=made["client_view"] if made else stated if isinstance(stated, str) else None,
        reason=made["reason"] if made else draft.choice.reason,
        missing=(),
        decided=Decided(_name(connection, "adviser", made["decided_by"]), as_of) if made else None,
        is_preliminary=False,
        contradictions=contradictions(model, answers, draft.kind),
        is_later_law=model.law_until is not None and as_of > model.law_until,
        history=read_record(connection, desk.model, customership, as_of).history,
        decides_first=decide_first(desk),
        lacks_apart=made is None
        and ask_apart(desk)
        and talks.needs_reason(desk.model, draft.talks, draft.apart.reason),
        stages=stages.load(desk, assessment_uid) if draft.kind == INTEGRATION else None,
    )
    return choose(desk, view, made["outcome"] if made else draft.choice.outcome)


def choose(desk: Desk, view: DecisionView, outcome: str | None) -> DecisionView:
    """The view with another outcome chosen: what follows and what is missing go with it."""
    suggestion, requirements, model = view.suggestion, view.suggestion.requirements, view.model
    kind = view.draft.kind
    if outcome is not None:
        requirements = requirements_under(model, view.answers, view.as_of, outcome, kind)
    # What is missing must not give away a suggestion that is not to be seen yet.
    likely = outcome or (None if view.decides_first else suggestion.outcome)
    has_line = likely is None or model.line_of(likely) is not None
    states = {question: given.state for question, given in view.draft.answers.items()}
    chosen = replace(
        view,
        chosen=outcome,
        requirements=requirements,
        missing=missing(model, states) if has_line and not view.recorded else (),
        is_preliminary=has_line
        and is_preliminary(suggestion, kind, is_chosen=bool(view.draft.kind_reason)),
    )
    return replace(
        chosen, follows=_follows(desk, chosen), owner=_owner(desk, chosen), told=_told(chosen)
    )


def missing(model: PracticeModel, states: Mapping[str, str]) -> tuple[str, ...]:
    """What a line needs agreed and is not, by the states recorded to the questions."""
    return tuple(
        question.id
        for question in model.questions.values()
        if (question.needed == "asked" and states.get(question.id, "none") == "none")
        or (question.needed == "answered" and states.get(question.id) != "answered")
    )


def is_preliminary(suggestion: Suggestion, kind: str, *, is_chosen: bool = False) -> bool:
    """A line decided before the integration assessment that the client is to have (S1 ch. 2).

    `is_chosen`: an adviser holds this one in its place, with a reason; then none is to come.
    """
    is_to_come = suggestion.assessment == "integration" and not is_chosen
    return kind != "integration" and is_to_come


def _follows(desk: Desk, view: DecisionView) -> tuple[Outlook, ...]:
    """What follows with its days, as if the decision had been recorded on `as_of`."""
    history, uid = view.history, view.draft.uid
    before = replace(
        history,
        held=tuple(each for each in history.held if each.uid != uid),
        drafts=tuple(each for each in history.drafts if each.uid != uid),
    )
    outcome = view.chosen or view.suggestion.outcome
    after = replace(
        before,
        held=(*before.held, Held(uid, view.draft.kind, view.as_of, bool(view.draft.kind_reason))),
        answers={**history.answers, **view.answers},
        requirements=tuple(
            RequiredFact(each.id, each.due, each.source) for each in view.requirements
        ),
        decision=Decision(outcome, view.model.line_of(outcome), view.as_of) if outcome else None,
    )
    return outlook(desk.model, before, after, view.as_of)


def named_anew(model: PracticeModel, before: int | None, line: int | None) -> bool:
    """Whether a decision names the one who makes it: from no named adviser to one (S0 7.2)."""
    return (
        line is not None and not model.is_teams(line) and (before is None or model.is_teams(before))
    )


def _told(view: DecisionView) -> tuple[int, int]:
    outcomes = view.suggestion.possible if view.chosen is None else (view.chosen,)
    items = to_be_told(view.model, outcomes, view.suggestion.assessment)
    return sum(item.id in view.draft.told for item in items), len(items)


def _owner(desk: Desk, view: DecisionView) -> Owner | None:
    if view.line is None:
        return None
    connection, history = desk.store.read(), view.history
    if view.model.is_teams(view.line):
        return Owner("team", _name(connection, "team", history.team))
    before = view.draft.client.line
    if view.recorded or not named_anew(view.model, before, view.line):
        return Owner("adviser", _name(connection, "adviser", history.adviser))
    return Owner("adviser", desk.adviser.name)


def _name(connection: Connection, table: Literal["adviser", "team"], uid: str | None) -> str:
    rows = connection.execute(f"SELECT name FROM {table} WHERE uid = ?", (uid,)).fetchall()
    return str(rows[0]["name"]) if rows else "-"


def _made(decisions: list[Row], assessment_uid: str) -> Row | None:
    found = [row for row in decisions if row["assessment_uid"] == assessment_uid]
    return found[-1] if found else None
