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
from teui.errors import StoreError, TeuiError
from teui.practice.load import read_content
from teui.practice.model import Answers, Kind, PracticeModel, Question, Value
from teui.practice.values import ValueFault, read_value
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
    model = model_of(desk, row["model_digest"])
    rows = hot.answers(connection, assessment_uid)
    answers = {
        found["question"]: answered
        for found in rows
        if found["state"] != hot.SAID_BEFORE and (answered := _answered(model, found)) is not None
    }
    said = {
        found["question"]: Said(
            answered.value, date.fromisoformat(found["said_on"]), found["origin"]
        )
        for found in rows
        if found["state"] == hot.SAID_BEFORE
        and (answered := _answered(model, found)) is not None
        and answered.value is not None
    }
    if row["state"] == "draft":
        for question in home.questions(model):
            fact = home.read(question, row)
            if fact is not None and question.id not in answers:
                answers[question.id] = Answered("answered", *fact)
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
        choice=Choice(row["draft_outcome"], row["draft_reason"]),
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


def answers_of(draft: Draft, model: PracticeModel) -> Answers:
    """The answers that rules may read: given, and not to a question that does not apply."""
    given = {
        question: answered.value
        for question, answered in draft.answers.items()
        if answered.state == "answered" and answered.value is not None
    }
    applies = applicability(model, given, draft.kind)
    return {question: value for question, value in given.items() if applies[question] is not False}


def model_of(desk: Desk, digest: str) -> PracticeModel:
    """The practice model that an assessment is pinned to: the one in use, or the one kept."""
    if desk.model.digest == digest:
        return desk.model
    rows = desk.store.read().execute(
        "SELECT content FROM practice_model WHERE digest = ?", (digest,)
    )
    [row] = rows.fetchall()
    return _kept_model(row["content"])


@lru_cache(maxsize=4)
def _kept_model(content: str) -> PracticeModel:
    return read_content(content)


def _answered(model: PracticeModel, row: Row) -> Answered | None:
    question: Question | None = model.questions.get(row["question"])
    if question is None:
        return None
    if row["state"] not in {"answered", hot.SAID_BEFORE}:
        return Answered(row["state"], None, row["version"])
    try:
        return Answered("answered", read_value(question, json.loads(row["value"])), row["version"])
    except ValueFault as error:
        raise StoreError("answer_unreadable", question=question.id) from error


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
