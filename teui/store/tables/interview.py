"""Assessments with their answers and notes, and the decision that ends one."""

from datetime import date
from typing import ClassVar

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from teui.store.tables.base import Versioned, defaulted


class Assessment(Versioned, table=True):
    """`position` is the question where the draft was left, `draft_*` what is being typed.

    `draft_typed` is JSON: the half-typed fields by question; `draft_mark` and `draft_kind` are of
    the note being typed. `draft_outcome` and `draft_reason` are the decision that is being made.
    `adviser_uid` holds it, where that is another than who opened it; `kind_reason` says why it is
    of another kind than the rule has it, `apart_reason` and `apart_note` why it was not held face
    to face.
    """

    __tablename__: ClassVar[str] = "assessment"
    __table_args__ = (Index(None, "state", "customership_uid"),)

    customership_uid: str = Field(foreign_key="customership.uid", index=True)
    kind: str
    model_id: str
    model_version: str
    model_digest: str = Field(foreign_key="practice_model.digest")
    state: str = defaulted("draft")
    started_at: str
    completed_at: str | None = None
    adviser_uid: str | None = Field(default=None, foreign_key="adviser.uid")
    kind_reason: str | None = None
    apart_reason: str | None = None
    apart_note: str | None = None
    position: str | None = None
    draft_text: str | None = None
    draft_question: str | None = None
    draft_at: str | None = None
    draft_mark: str | None = None
    draft_kind: str | None = None
    draft_typed: str | None = None
    draft_outcome: str | None = None
    draft_reason: str | None = None


class Answer(Versioned, table=True):
    """`value` is JSON, null unless `state` is `answered`; `none` is an answer taken back.

    `said_before`: at registration or in an earlier assessment (`origin`), on the day `said_on`, and
    not confirmed yet.
    """

    __tablename__: ClassVar[str] = "answer"
    __table_args__ = (UniqueConstraint("assessment_uid", "question"),)

    assessment_uid: str = Field(foreign_key="assessment.uid")
    question: str
    state: str
    value: str | None = None
    origin: str = defaulted("interview")
    said_on: date | None = None
    confirmed_at: str | None = None


class Note(Versioned, table=True):
    """`follow_up_uid` is what a line that began with the follow-up sign has made."""

    __tablename__: ClassVar[str] = "note"

    client_uid: str = Field(foreign_key="client.uid", index=True)
    assessment_uid: str | None = Field(default=None, foreign_key="assessment.uid", index=True)
    question: str | None = None
    at: str
    text: str
    mark: str = defaulted("private")
    kind: str = defaulted("fact")
    language: str | None = None
    follow_up_uid: str | None = Field(default=None, foreign_key="follow_up.uid", index=True)


class Talk(Versioned, table=True):
    """One sitting of an assessment; a call that breaks off goes on in another.

    `last_at` is when something was last said in it, `is_over` 1 once the interview was left.
    """

    __tablename__: ClassVar[str] = "talk"
    __table_args__ = (Index(None, "assessment_uid", "is_over"),)

    assessment_uid: str = Field(foreign_key="assessment.uid")
    adviser_uid: str = Field(foreign_key="adviser.uid", index=True)
    channel: str
    day: date
    began_at: str
    last_at: str
    is_over: int = defaulted(0)


class AssessmentStage(Versioned, table=True):
    """A stage of an assessment that is held in stages; `provider` where it is bought elsewhere."""

    __tablename__: ClassVar[str] = "assessment_stage"

    assessment_uid: str = Field(foreign_key="assessment.uid", index=True)
    stage: str
    planned_on: date | None = None
    done_on: date | None = None
    provider: str | None = None
    result: str | None = None
    removed: int = defaulted(0)


class Told(Versioned, table=True):
    """What the client was told of the checklist, and on which day; null where taken back."""

    __tablename__: ClassVar[str] = "told"
    __table_args__ = (UniqueConstraint("assessment_uid", "item"),)

    assessment_uid: str = Field(foreign_key="assessment.uid")
    item: str
    told_on: date | None = None


class LineDecision(Versioned, table=True):
    """`suggestion` is the suggestion's result as it stood; `line` null for outcomes without one."""

    __tablename__: ClassVar[str] = "line_decision"

    customership_uid: str = Field(foreign_key="customership.uid", index=True)
    assessment_uid: str = Field(foreign_key="assessment.uid", index=True)
    suggestion: str
    model_digest: str = Field(foreign_key="practice_model.digest")
    suggested: str | None = None
    outcome: str
    line: int | None = None
    decided_by: str = Field(foreign_key="adviser.uid")
    decided_at: str
    decided_on: date
    reason: str | None = None
    client_view: str | None = None
    preliminary: int = defaulted(0)
