"""Who answers for a client: handing over, asking a specialist; what other authorities are told."""

from datetime import date
from typing import ClassVar

from sqlalchemy import Index
from sqlmodel import Field

from teui.store.tables.base import Versioned, defaulted


class Handover(Versioned, table=True):
    """A client handed to another adviser or team, on `goes_over_on`.

    `kind` is `transition` where the line changes with it, else `owner`. `reason` and `background`
    (a JSON list) are codes of the practice model; `why` says the reason in words. There is no
    refusal: the receiver acknowledges it (`acknowledged_on`).
    """

    __tablename__: ClassVar[str] = "handover"
    __table_args__ = (Index(None, "to_adviser_uid", "acknowledged_on"),)

    customership_uid: str = Field(foreign_key="customership.uid", index=True)
    decision_uid: str | None = Field(default=None, foreign_key="line_decision.uid", index=True)
    kind: str
    from_line: int | None = None
    to_line: int | None = None
    from_adviser_uid: str = Field(foreign_key="adviser.uid", index=True)
    to_adviser_uid: str | None = Field(default=None, foreign_key="adviser.uid")
    to_team_uid: str = Field(foreign_key="team.uid", index=True)
    agreed_on: date
    goes_over_on: date
    reason: str | None = None
    background: str = defaulted("[]")
    why: str | None = None
    note: str
    acknowledged_on: date | None = None
    acknowledged_by: str | None = Field(default=None, foreign_key="adviser.uid", index=True)
    removed: int = defaulted(0)


class Consultation(Versioned, table=True):
    """A specialist (`field`) was asked something; who answers for the client stays the same."""

    __tablename__: ClassVar[str] = "consultation"

    customership_uid: str = Field(foreign_key="customership.uid", index=True)
    field: str
    specialist: str | None = None
    asked_by: str = Field(foreign_key="adviser.uid", index=True)
    asked_on: date
    question: str
    answered_on: date | None = None
    answer: str | None = None
    removed: int = defaulted(0)


class Statement(Versioned, table=True):
    """A fact of unemployment security on which a labour-policy statement was asked for.

    `matter` is a code of the practice model, `given_by` who gave the statement, in words.
    """

    __tablename__: ClassVar[str] = "statement"

    customership_uid: str = Field(foreign_key="customership.uid", index=True)
    matter: str
    fact: str | None = None
    asked_on: date
    asked_by: str | None = None
    given_on: date | None = None
    given_by: str | None = None
    removed: int = defaulted(0)


class Copied(Versioned, table=True):
    """A piece of the record (its `kind` and uid) was copied for the official client system."""

    __tablename__: ClassVar[str] = "copied"
    __table_args__ = (Index(None, "kind", "subject_uid"),)

    customership_uid: str = Field(foreign_key="customership.uid", index=True)
    kind: str
    subject_uid: str
    copied_on: date
    adviser_uid: str = Field(foreign_key="adviser.uid", index=True)


class OwnView(Versioned, table=True):
    """A view of Today that an adviser has named; `filters` is JSON."""

    __tablename__: ClassVar[str] = "own_view"

    adviser_uid: str = Field(foreign_key="adviser.uid", index=True)
    name: str
    filters: str = defaulted("{}")
    position: int
    removed: int = defaulted(0)
