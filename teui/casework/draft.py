"""A draft as it stands: what was answered, noted and is being typed, with the client's facts."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

from teui.assessment import applicability
from teui.assessment.sheet import Said
from teui.casework import clients, home
from teui.casework.clients import ClientHeader
from teui.casework.desk import Desk
from teui.casework.fitting import fitting
from teui.errors import TeuiError
from teui.practice.line_interview import form_of
from teui.practice.load import read_content
from teui.practice.model import Answers, Kind, PracticeModel, Value
from teui.store.driver import Row
from teui.store.hot import interview as hot
from teui.store.hot import talks as hot_talks
from teui.store.unit import Unit
from teui.store.values import day_of, instant_of

State = Literal["answered", "not_discussed", "does_not_know", "will_not_say", "none"]
AssessmentState = Literal["draft", "completed"]
NoteMark = Literal["private", "client"]
NoteKind = Literal["fact", "assessment"]


@dataclass(frozen=True, slots=True)
class Answered:
    """What stands at a question. `value` is None for the three non-answers.

    `version` is that of the row that holds it, for a save that must not go over another's.
    """

    state: State
    value: Value | None
    version: int


@dataclass(frozen=True, slots=True)
class Note:
    """A note that was kept. `due` is the day of the follow-up that it has made."""

    uid: str
    at: datetime
    question: str | None
    text: str
    mark: NoteMark = "private"
    kind: NoteKind = "fact"
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Talk:
    """A sitting of the interview on `day`: from `began_at` to `last_at`, so far if not over."""

    uid: str
    channel: str
    day: date
    began_at: datetime
    last_at: datetime
    is_over: bool = False


@dataclass(frozen=True, slots=True)
class Apart:
    """Why an interview is not held face to face; both None while nothing was said."""

    reason: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class DraftLine:
    """The note line being typed; it belongs to the question and time of its first letter."""

    text: str = ""
    question: str | None = None
    at: datetime | None = None
    mark: NoteMark = "private"
    kind: NoteKind = "fact"


@dataclass(frozen=True, slots=True)
class Writing:
    """What is being typed and looked at: the question in view, the note line, half-typed fields."""

    position: str | None = None
    line: DraftLine = DraftLine()
    typed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Choice:
    """The decision being made: the outcome chosen so far and the reason typed."""

    outcome: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """An assessment as it stands. `answers` holds dormant ones too: see `answers_of`.

    `model_digest` names the practice model that it is pinned to, `told` the items that the client
    was told, with their days. `said` is what the client said before and nobody has confirmed.
    `unfit` are the answers, as JSON holds them, that the model's questions cannot take;
    `is_behind`: another model is in use by now.
    """

    uid: str
    client: ClientHeader
    kind: Kind
    started_at: datetime
    state: AssessmentState
    answers: Mapping[str, Answered]
    notes: tuple[Note, ...]
    writing: Writing
    choice: Choice
    model_digest: str
    told: Mapping[str, date] = field(default_factory=dict)
    said: Mapping[str, Said] = field(default_factory=dict)
    talks: tuple[Talk, ...] = ()
    apart: Apart = Apart()
    unfit: Mapping[str, object] = field(default_factory=dict)
    is_behind: bool = False

    @property
    def talk(self) -> Talk | None:
        """The talk that is going on."""
        return next((talk for talk in self.talks if not talk.is_over), None)

    kind_reason: str | None = None


def load(desk: Desk, assessment_uid: str) -> Draft:
    """The assessment with its answers and notes. Raises TeuiError `assessment_unknown`."""
    connection = desk.store.read()
    row = hot.assessment(connection, assessment_uid)
    if row is None:
        raise TeuiError("assessment_unknown", assessment=assessment_uid)
    model = model_of(desk, row["model_digest"], row["kind"])
    is_draft = row["state"] == "draft"
    answers, said, unfit = _recorded(model, hot.answers(connection, assessment_uid))
    for question in home.questions(model) if is_draft else ():
        raw = row[home.column(question)]
        value = None if raw is None else fitting(model, question.id, raw)
        if value is not None and question.id not in answers:
            answers[question.id] = Answered("answered", value, row[f"{question.home}_version"])
        elif value is None and raw is not None:
            unfit[question.id] = raw
    at = row["draft_at"]
    return Draft(
        uid=row["uid"],
        client=clients.header(desk, row["client_uid"]),
        kind=row["kind"],
        started_at=instant_of(row["started_at"]),
        state=row["state"],
        answers=MappingProxyType(answers),
        notes=tuple(_noted(found) for found in hot.notes(connection, assessment_uid)),
        writing=Writing(
            row["position"],
            DraftLine(
                row["draft_text"] or "",
                row["draft_question"],
                at and instant_of(at),
                row["draft_mark"] or "private",
                row["draft_kind"] or "fact",
            ),
            json.loads(row["draft_typed"] or "{}"),
        ),
        choice=Choice(_known_outcome(model, row["draft_outcome"]), row["draft_reason"]),
        model_digest=row["model_digest"],
        told=MappingProxyType(
            {
                found["item"]: date.fromisoformat(found["told_on"])
                for found in hot.told(connection, assessment_uid)
            }
        ),
        said=MappingProxyType(said),
        talks=talks_of(hot_talks.talks(connection, assessment_uid)),
        apart=Apart(row["apart_reason"], row["apart_note"]),
        kind_reason=row["kind_reason"],
        unfit=MappingProxyType({each: raw for each, raw in unfit.items() if each not in answers}),
        is_behind=is_draft and row["model_digest"] != desk.model.digest,
    )


def open_draft(unit: Unit, assessment_uid: str) -> Row:
    """Whose draft it is, inside an act that changes it; a talk that is going on hears of it.

    Raises TeuiError `assessment_unknown`, `assessment_completed`.
    """
    found = hot.state(unit.connection, assessment_uid)
    if found is None:
        raise TeuiError("assessment_unknown", assessment=assessment_uid)
    if found["state"] != "draft":
        raise TeuiError("assessment_completed")
    if found["talk_uid"] is not None:
        unit.overwrite("talk", found["talk_uid"], last_at=unit.now)
    return found


def load_with_model(desk: Desk, assessment_uid: str) -> tuple[Draft, PracticeModel]:
    """The assessment and the practice model that it is pinned to; raises as `load`."""
    draft = load(desk, assessment_uid)
    return draft, model_of(desk, draft.model_digest, draft.kind)


def answers_of(draft: Draft, model: PracticeModel) -> Answers:
    """The answers that rules may read: given, and not to a question that does not apply."""
    given = {
        question: answered.value
        for question, answered in draft.answers.items()
        if answered.state == "answered" and answered.value is not None
    }
    applies = applicability(model, given, draft.kind)
    return {question: value for question, value in given.items() if applies[question] is not False}


def model_of(desk: Desk, digest: str, kind: Kind = "first") -> PracticeModel:
    """The practice model that an assessment is pinned to: the one in use, or the one kept; with
    the questions that one of its `kind` asks."""
    if desk.model.digest == digest:
        return form_of(desk.model, kind)
    rows = desk.store.read().execute(
        "SELECT content FROM practice_model WHERE digest = ?", (digest,)
    )
    [row] = rows.fetchall()
    return form_of(_kept_model(row["content"]), kind)


@lru_cache(maxsize=4)
def _kept_model(content: str) -> PracticeModel:
    return read_content(content)


def _recorded(
    model: PracticeModel, rows: Iterable[Row]
) -> tuple[dict[str, Answered], dict[str, Said], dict[str, object]]:
    """What stands at the model's questions, what was said before, what none of them can take."""
    answers: dict[str, Answered] = {}
    said: dict[str, Said] = {}
    unfit: dict[str, object] = {}
    for row in rows:
        question, state, version = row["question"], row["state"], row["version"]
        if state not in {"answered", hot.SAID_BEFORE}:
            if question in model.questions:
                answers[question] = Answered(state, None, version)
            continue
        raw = json.loads(row["value"])
        value = fitting(model, question, raw)
        if value is None:
            unfit[question] = raw
        elif state == "answered":
            answers[question] = Answered("answered", value, version)
        else:
            said[question] = Said(value, date.fromisoformat(row["said_on"]), row["origin"])
    return answers, said, unfit


def _known_outcome(model: PracticeModel, outcome: str | None) -> str | None:
    """The outcome chosen so far; None once the model has it no more."""
    return outcome if outcome in {each.id for each in model.outcomes} else None


def talks_of(rows: Iterable[Row]) -> tuple[Talk, ...]:
    """Rows of `hot.talks` as values."""
    return tuple(
        Talk(
            uid=row["uid"],
            channel=row["channel"],
            day=date.fromisoformat(row["day"]),
            began_at=instant_of(row["began_at"]),
            last_at=instant_of(row["last_at"]),
            is_over=bool(row["is_over"]),
        )
        for row in rows
    )


def _noted(row: Row) -> Note:
    return Note(
        uid=row["uid"],
        at=instant_of(row["at"]),
        question=row["question"],
        text=row["text"],
        mark=row["mark"],
        kind=row["kind"],
        due=day_of(row["due"]),
    )
