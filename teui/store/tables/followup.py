"""Contacts made and what is due."""

from datetime import date
from typing import ClassVar

from sqlalchemy import Index
from sqlmodel import Field

from teui.store.tables.base import Versioned, defaulted


class Contact(Versioned, table=True):
    """`day` is the office's day of `at`; only a contact that `reached` restarts a rhythm.

    `outcome` is what came of it, a code; `next_step` what was agreed to be done next.
    """

    __tablename__: ClassVar[str] = "contact"
    __table_args__ = (Index(None, "customership_uid", "day"),)

    customership_uid: str = Field(foreign_key="customership.uid")
    kind: str
    channel: str
    reached: int
    at: str
    day: date
    adviser_uid: str = Field(foreign_key="adviser.uid", index=True)
    follow_up_uid: str | None = Field(default=None, foreign_key="follow_up.uid", index=True)
    outcome: str | None = None
    next_step: str | None = None
    note: str | None = None


class FollowUp(Versioned, table=True):
    """`cause` (rule, subject and triggering fact) is unique, so that nothing is due twice.

    `due` is the rule's day, `act_on` the working day to act; `params` is JSON for the wording.
    `text` is the adviser's own, of one made by hand; `drop_note` says in words why one was dropped.
    """

    __tablename__: ClassVar[str] = "follow_up"
    __table_args__ = (
        Index(None, "state", "adviser_uid", "act_on"),
        Index(None, "state", "team_uid", "act_on"),
    )

    cause: str = Field(unique=True)
    rule: str
    subject_uid: str
    fact: str
    client_uid: str = Field(foreign_key="client.uid", index=True)
    customership_uid: str = Field(foreign_key="customership.uid", index=True)
    adviser_uid: str | None = Field(default=None, foreign_key="adviser.uid")
    team_uid: str | None = Field(default=None, foreign_key="team.uid")
    window_from: date | None = None
    due: date
    act_on: date
    state: str = defaulted("open")
    snoozed_to: date | None = None
    drop_reason: str | None = None
    drop_note: str | None = None
    params: str = defaulted("{}")
    text: str | None = None
    source: str
    closed_at: str | None = None
