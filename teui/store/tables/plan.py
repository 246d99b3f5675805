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
    """What `side` (`client` or `office`) does, or a milestone on the `path`. One taken out stays,
    `removed`.

    `service` is of the catalogue; `requirement` is the one of the assessment that it answers.
    `phase` is the one of the line's path that a milestone belongs to, `provider` then the authority
    that leads it.
    """

    __tablename__: ClassVar[str] = "plan_item"

    revision_uid: str = Field(foreign_key="plan_revision.uid", index=True)
    side: str
    text: str
    phase: str | None = None
    service: str | None = None
    provider: str | None = None
    requirement: str | None = None
    by_date: date | None = None
    done_on: date | None = None
    position: int
    removed: int = defaulted(0)


class ServiceUse(Versioned, table=True):
    """A service of the catalogue, planned with its aim, then judged at its end.

    `state` is `planned`, `running`, `ended` or `broken_off`; `line` is the one that sent the
    client. `last_part` says what offers and job search are planned for its last part. `result`,
    the judgements, `end_reason` (of one broken off) and `next_step` are codes of the practice
    model, `need_changed` 1 where the need is another one now, null until it is judged.
    """

    __tablename__: ClassVar[str] = "service_use"

    customership_uid: str = Field(foreign_key="customership.uid", index=True)
    plan_item_uid: str | None = Field(default=None, foreign_key="plan_item.uid", index=True)
    service: str
    provider: str | None = None
    aim: str | None = None
    state: str
    line: int | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    ended_on: date | None = None
    last_part: str | None = None
    result: str | None = None
    end_reason: str | None = None
    client_judgement: str | None = None
    adviser_judgement: str | None = None
    partner_judgement: str | None = None
    provider_feedback: str | None = None
    need_changed: int | None = None
    judged_on: date | None = None
    next_step: str | None = None
    removed: int = defaulted(0)


class WorkSpell(Versioned, table=True):
    """Work that does not end the job search: `kind` is fixed-term or subsidised, part-time...

    `last_part` says what offers are planned for its last part, `need` how the need of service was
    judged at its end (`judged_on`).
    """

    __tablename__: ClassVar[str] = "work_spell"

    customership_uid: str = Field(foreign_key="customership.uid", index=True)
    kind: str
    employer: str | None = None
    title: str | None = None
    starts_on: date
    ends_on: date | None = None
    ended_on: date | None = None
    last_part: str | None = None
    need: str | None = None
    judged_on: date | None = None
    removed: int = defaulted(0)


class BusinessStep(Versioned, table=True):
    """A step on the way to a business of one's own: the day planned, the day reached."""

    __tablename__: ClassVar[str] = "business_step"
    __table_args__ = (UniqueConstraint("customership_uid", "step"),)

    customership_uid: str = Field(foreign_key="customership.uid")
    step: str
    planned_on: date | None = None
    done_on: date | None = None
    note: str | None = None


class JobOffer(Versioned, table=True):
    """`failed_by` (client or employer) goes with every `failed_reason`.

    `outcome_on` is the day on which its outcome became known; `consulted_uid` the responsible
    adviser who was asked first, `despite` why it was made although something spoke against it.
    """

    __tablename__: ClassVar[str] = "job_offer"

    customership_uid: str = Field(foreign_key="customership.uid", index=True)
    adviser_uid: str = Field(foreign_key="adviser.uid", index=True)
    title: str
    isco: str | None = None
    employer: str | None = None
    is_short: int = defaulted(0)
    offered_on: date
    apply_by: date | None = None
    state: str
    outcome_on: date | None = None
    failed_reason: str | None = None
    failed_by: str | None = None
    consulted_uid: str | None = Field(default=None, foreign_key="adviser.uid", index=True)
    despite: str | None = None
    note: str | None = None
    removed: int = defaulted(0)
