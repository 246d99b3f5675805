"""Clients and their customerships (job searches)."""

from datetime import date
from typing import ClassVar

from sqlalchemy import Index
from sqlmodel import Field

from teui.store.tables.base import Versioned, defaulted


class Client(Versioned, table=True):
    """`handle` is what people type; `name_sort` sorts å ä ö last in every database.

    `phones` is a JSON list of E.164 numbers.
    """

    __tablename__: ClassVar[str] = "client"
    __table_args__ = (Index(None, "name_sort", "birth_date"),)

    handle: str = Field(unique=True)
    family_name: str
    given_names: str
    call_name: str | None = None
    name_sort: str
    identity_code: str | None = Field(default=None, unique=True)
    birth_date: date | None = None
    phones: str = defaulted("[]")
    email: str | None = None
    municipality: str | None = None
    language: str | None = None
    service_language: str | None = None
    interpreter: str | None = None
    safety_note: str | None = None


class Customership(Versioned, table=True):
    """`line` and `outcome` are the latest decision's; both null before one.

    `valid_until` is the last day of the job search's own validity. `end_*` are of its end: the
    reason's own words, where the client went on to, what client and receiver agreed on, the
    client's feedback as a code and in words.
    """

    __tablename__: ClassVar[str] = "customership"
    __table_args__ = (Index(None, "adviser_uid", "ended_on"), Index(None, "team_uid", "ended_on"))

    client_uid: str = Field(foreign_key="client.uid", index=True)
    adviser_uid: str = Field(foreign_key="adviser.uid")
    team_uid: str = Field(foreign_key="team.uid")
    start_date: date
    start_channel: str | None = None
    line: int | None = None
    outcome: str | None = None
    decided_on: date | None = None
    ended_on: date | None = None
    end_reason: str | None = None
    end_note: str | None = None
    end_receiver: str | None = None
    end_agreed: int | None = None
    end_feedback: str | None = None
    end_feedback_text: str | None = None
    valid_until: date | None = None
