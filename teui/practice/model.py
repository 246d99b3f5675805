"""The practice model as frozen values: what is asked, what follows from it, and by when.

Ids and codes are the contract that data files, stored answers and `teui suggest` share.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from teui.practice.follow_model import FollowUps
from teui.practice.handing_model import HandingRules
from teui.practice.life_model import ServiceLife
from teui.practice.line_form import LineForm
from teui.practice.offer_model import OfferRules
from teui.practice.question_model import (
    ALWAYS,
    DECIDING,
    LINE,
    All,
    Answers,
    Condition,
    Kind,
    Occupation,
    Question,
    QuestionType,
    Recorded,
    Section,
    Some,
    Test,
    Unanswered,
    Value,
    Within,
)
from teui.practice.service_line import ServiceLine
from teui.practice.service_model import PlanFrame, Service
from teui.practice.stage_model import Stage

__all__ = [
    "ALWAYS",
    "DECIDING",
    "LINE",
    "LONGEST",
    "All",
    "Answers",
    "Condition",
    "Contradiction",
    "Criterion",
    "Due",
    "Kind",
    "Length",
    "Occupation",
    "Outcome",
    "PracticeModel",
    "Question",
    "QuestionType",
    "Recorded",
    "Requirement",
    "Section",
    "Some",
    "Source",
    "Step",
    "Test",
    "ToldItem",
    "Unanswered",
    "Unit",
    "Value",
    "Within",
]

Unit = Literal["days", "working_days", "weeks", "months", "years", "times"]
LONGEST = 1000
"""No length is a larger number, whatever its unit."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A row of the outcome table. `gate` is its own condition; None where criteria decide.

    `line` is the number of the service line, None for the outcomes without one.
    """

    id: str
    source: str
    line: int | None = None
    gate: Condition | None = None


@dataclass(frozen=True, slots=True)
class Criterion:
    id: str
    outcome: str
    when: Condition
    source: str


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a sub-segment or of the path of phases; true when one of `tests` is."""

    id: str
    outcome: str
    tests: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Due:
    """The deadline `length` (None: the day itself) after the first date that is known of `after`.

    `after` names questions, or `as_of`.
    """

    after: tuple[str, ...]
    length: str | None = None


@dataclass(frozen=True, slots=True)
class Requirement:
    id: str
    when: Condition
    under: frozenset[str]
    source: str
    settled_only: bool = False
    assessment: Literal["general", "integration"] | None = None
    due: Due | None = None


@dataclass(frozen=True, slots=True)
class ToldItem:
    """Something the client must be told under certain outcomes, and where it says so."""

    id: str
    under: frozenset[str]
    source: str
    assessment: Literal["general", "integration"] | None = None


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Answers that go badly together: put to the adviser to look at, they change nothing."""

    id: str
    when: Condition
    source: str


@dataclass(frozen=True, slots=True)
class Length:
    """A deadline's length, dated; `office` marks a number that the documents leave open.

    An office may set that one to anything from 1 to `most`; one in `times` counts no days.
    `file` is the data file in which it stands.
    """

    id: str
    amount: int
    unit: Unit
    source: str
    valid_from: date | None = None
    until: date | None = None
    office: bool = False
    file: str = "deadlines.toml"
    most: int = LONGEST


@dataclass(frozen=True, slots=True)
class Source:
    """A source document: short name, title, and its ISO date as far as the document gives one."""

    id: str
    title: str
    dated: str | None = None


@dataclass(frozen=True, eq=False)
class PracticeModel:
    """A whole practice model, checked. `digest` is the SHA-256 of its canonical form `content`.

    `lengths` holds the latest length of each id; `length` finds the one in force on a day.
    `lines` are the service lines by number.
    Models kept from before there was a catalogue have no `services` and nothing in `plans`, some no
    `stages` of the integration assessment and no `line_form`.
    """

    id: str
    version: str
    digest: str
    content: str
    rules_dated: date
    law_until: date | None
    sources: Mapping[str, Source]
    sections: tuple[Section, ...]
    questions: Mapping[str, Question]
    outcomes: tuple[Outcome, ...]
    criteria: tuple[Criterion, ...]
    sub_segments: tuple[Step, ...]
    phases: tuple[Step, ...]
    integration: Condition
    requirements: tuple[Requirement, ...]
    lengths: Mapping[str, Length]
    follow_ups: FollowUps
    superseded: tuple[Length, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    told: tuple[ToldItem, ...] = ()
    services: Mapping[str, Service] = field(default_factory=dict)
    plans: PlanFrame = field(default_factory=PlanFrame)
    lines: Mapping[int, ServiceLine] = field(default_factory=dict)
    stages: tuple[Stage, ...] = ()
    service_life: ServiceLife = field(default_factory=ServiceLife)
    offers: OfferRules = field(default_factory=OfferRules)
    handing: HandingRules = field(default_factory=HandingRules)
    line_form: LineForm | None = None

    def line_of(self, outcome_id: str) -> int | None:
        """The number of the service line that an outcome leads to, None for those without one."""
        return next(outcome.line for outcome in self.outcomes if outcome.id == outcome_id)

    def is_teams(self, line: int | None) -> bool:
        """Whether the team answers for the clients of a line together; False without a line."""
        known = self.lines.get(line) if line is not None else None
        return known is not None and known.responsibility == "team"

    @property
    def has_cards(self) -> bool:
        """Whether its lines have cards; a model kept from before them has none."""
        return any(line.sources for line in self.lines.values())

    def length(self, length_id: str, day: date) -> Length:
        """The length in force when what happened on `day` set a deadline running.

        Before the first and after the last the nearest one counts: old rules warn, never refuse.
        """
        for length in self.superseded:
            if length.id == length_id and length.until is not None and day <= length.until:
                return length
        return self.lengths[length_id]
