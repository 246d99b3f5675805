"""What a customership's record says that follow-ups depend on, handed in as frozen facts.

Days are the office's calendar days; uids are those of the store.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from teui.followup.under_way import BusinessStep, Handover, Offer, Service, Statement, Work
from teui.practice.model import Answers, Kind

State = Literal["open", "done", "snoozed", "dropped"]
NO_LONGER = "no_longer"


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact in which the client was reached; tries that reached nobody are left out."""

    uid: str
    day: date


@dataclass(frozen=True, slots=True)
class Held:
    """An assessment that was completed, on `day`.

    `chosen`: an adviser has given a reason for its kind, as of another than the rule has it.
    """

    uid: str
    kind: Kind
    day: date
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """An assessment not yet completed, begun on `day`; `chosen` as with one that was held."""

    uid: str
    kind: Kind
    day: date
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of an integration assessment (its uid) that is held in stages, begun on `begun`.

    `holder` is the uid of the adviser who holds the assessment.
    """

    assessment: str
    id: str
    begun: date
    planned_on: date | None = None
    done_on: date | None = None
    holder: str | None = None


@dataclass(frozen=True, slots=True)
class Required:
    """A requirement of the assessment; `due` is None where it has no date of its own."""

    id: str
    due: date | None
    source: str


@dataclass(frozen=True, slots=True)
class Decision:
    """The latest decision; `line` is None for an outcome without one."""

    outcome: str
    line: int | None
    day: date


@dataclass(frozen=True, slots=True)
class PlanItem:
    """A row of an accepted plan; a milestone on the `path`. `position` stays the same through all
    revisions.

    `requirement` is the one of the assessment that it answers.
    """

    position: int
    side: Literal["client", "office", "path"]
    text: str
    service: str | None = None
    by_date: date | None = None
    done_on: date | None = None
    requirement: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan as last accepted by the client."""

    uid: str
    number: int
    accepted_on: date
    review_on: date | None = None
    rhythm_weeks: int | None = None
    rhythm_channel: str | None = None
    contact_by: Literal["client", "office"] = "office"
    next_contact_on: date | None = None
    items: tuple[PlanItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Accepted:
    """A revision of a plan (its uid) that the client accepted."""

    plan: str
    kind: Literal["employment", "integration"]
    number: int
    day: date


@dataclass(frozen=True, slots=True)
class Stored:
    """A follow-up as it stands in the store."""

    uid: str
    rule: str
    subject: str
    fact: str
    state: State
    window_from: date
    due: date
    act_on: date
    adviser: str | None
    team: str | None
    params: Mapping[str, str | int]
    source: str
    version: int
    drop_reason: str | None = None
    closed_on: date | None = None

    @property
    def cause(self) -> str:
        return cause_of(self.rule, self.subject, self.fact)


@dataclass(frozen=True, slots=True)
class History:
    """One customership. `answers` are those of completed assessments, the later over the earlier,
    `early_answers` what customership and draft say before that.

    `requirements` are those of the decision, and the early ones of customership and draft.
    `adviser` and `team` are uids; `stored` the follow-ups made before. `valid_until` is the last
    day of the job search's own validity.
    `steps_from` is the assessment (its uid) in which the client's steps were agreed last.
    """

    customership: str
    start: date
    adviser: str | None
    team: str | None
    ended: bool = False
    answers: Answers = field(default_factory=dict)
    early_answers: Answers = field(default_factory=dict)
    requirements: tuple[Required, ...] = ()
    decision: Decision | None = None
    contacts: tuple[Contact, ...] = ()
    held: tuple[Held, ...] = ()
    drafts: tuple[Draft, ...] = ()
    plan: Plan | None = None
    accepted: tuple[Accepted, ...] = ()
    stored: tuple[Stored, ...] = ()
    stages: tuple[Stage, ...] = ()
    services: tuple[Service, ...] = ()
    work: tuple[Work, ...] = ()
    offers: tuple[Offer, ...] = ()
    handovers: tuple[Handover, ...] = ()
    statements: tuple[Statement, ...] = ()
    business_steps: tuple[BusinessStep, ...] = ()
    valid_until: date | None = None
    steps_from: str | None = None

    @property
    def line(self) -> int | None:
        return self.decision.line if self.decision else None


def cause_of(rule: str, subject: str, fact: str) -> str:
    """What makes a follow-up the same one: rule, subject and triggering fact (store.md 13)."""
    return f"{rule}:{subject}:{fact}"


def last_talk(history: History) -> Contact | None:
    """The last time the client was reached: a contact, or an interview held."""
    talks = [*history.contacts, *(Contact(held.uid, held.day) for held in history.held)]
    return max(talks, key=lambda talk: (talk.day, talk.uid), default=None)
