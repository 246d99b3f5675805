"""Employment plans with their revisions, and the services and offers inside a customership."""

from datetime import date
from typing import ClassVar

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from teui.store.tables.base import Versioned, defaulted


class Plan(Versioned, table=True):
    """`kind` is `employment` or `integration`."""

    __tablename__: ClassVar[str] = "plan"

    customership_uid: str = Field(foreign_key="customership.uid", index=True)
    kind: str


class PlanRevision(Versioned, table=True):
    """`contact_by` is `client` or `office`; `rhythm_weeks` lies between two contacts."""

    __tablename__: ClassVar[str] = "plan_revision"
    __table_args__ = (UniqueConstraint("plan_uid", "number"),)

    plan_uid: str = Field(foreign_key="plan.uid")
    number: int
    goal: str | None = None
    goal_isco: str | None = None
    review_on: date | None = None
    rhythm_weeks: int | None = None
    rhythm_channel: str | None = None
    contact_by: str | None = None
    reports: str | None = None
    next_contact_on: date | None = None
    accepted_on: date | None = None


class PlanItem(Versioned, table=True):
    """What `side` (`client` or `office`) does. One taken out stays, `removed`.

    `service` is of the catalogue; `requirement` is the one of the assessment that it answers.
    """

    __tablename__: ClassVar[str] = "plan_item"

    revision_uid: str = Field(foreign_key="plan_revision.uid", index=True)
    side: str
    text: str
    service: str | None = None
    provider: str | None = None
    requirement: str | None = None
    by_date: date | None = None
    done_on: date | None = None
    position: int
    removed: int = defaulted(0)


class ServiceUse(Versioned, table=True):
    """A service of the catalogue, planned with its aim, then judged at its end."""

    __tablename__: ClassVar[str] = "service_use"

    customership_uid: str = Field(foreign_key="customership.uid", index=True)
    plan_item_uid: str | None = Field(default=None, foreign_key="plan_item.uid", index=True)
    service: str
    provider: str | None = None
    aim: str | None = None
    state: str
    starts_on: date | None = None
    ends_on: date | None = None
    ended_on: date | None = None
    result: str | None = None
    client_judgement: str | None = None
    adviser_judgement: str | None = None
    provider_feedback: str | None = None


class JobOffer(Versioned, table=True):
    """`failed_by` (client or employer) goes with every `failed_reason`."""

    __tablename__: ClassVar[str] = "job_offer"

    customership_uid: str = Field(foreign_key="customership.uid", index=True)
    adviser_uid: str = Field(foreign_key="adviser.uid", index=True)
    title: str
    isco: str | None = None
    employer: str | None = None
    offered_on: date
    apply_by: date | None = None
    state: str
    failed_reason: str | None = None
    failed_by: str | None = None
