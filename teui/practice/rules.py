"""`outcomes.toml` and `requirements.toml`: what follows from the answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, cast

from teui.practice.fields import Fields
from teui.practice.interview import read_condition
from teui.practice.model import (
    Condition,
    Contradiction,
    Criterion,
    Due,
    Length,
    Outcome,
    Question,
    Requirement,
    Step,
)


@dataclass(frozen=True, slots=True)
class Ground:
    """What the conditions of a file may name."""

    questions: Mapping[str, Question]
    lengths: Mapping[str, Length]

    def condition(self, table: Fields, key: str, *, recorded: bool = False) -> Condition:
        text = table.text(key)
        return read_condition(table, key, text, self.questions, self.lengths, recorded=recorded)

    def conditions(self, table: Fields, key: str) -> tuple[Condition, ...]:
        texts = table.texts(key)
        if not texts:
            raise table.fault(key, "it is missing or empty.", "Add a test.")
        return tuple(
            read_condition(table, key, text, self.questions, self.lengths) for text in texts
        )


@dataclass(frozen=True, slots=True)
class OutcomeRules:
    """Everything that `outcomes.toml` holds."""

    outcomes: tuple[Outcome, ...]
    criteria: tuple[Criterion, ...]
    sub_segments: tuple[Step, ...]
    phases: tuple[Step, ...]
    integration: Condition
    contradictions: tuple[Contradiction, ...]


def read_outcomes(file: Fields, ground: Ground) -> OutcomeRules:
    """The outcome table with its criteria, sub-segments and phases."""
    outcomes: dict[str, Outcome] = {}
    for table in file.tables("outcome"):
        outcome = Outcome(
            table.id(outcomes),
            table.text("source"),
            table.number("line") if table.has("line") else None,
            ground.condition(table, "when") if table.has("when") else None,
        )
        if outcome.line in {o.line for o in outcomes.values() if o.line is not None}:
            raise table.fault("line", "an outcome before has the same line.", "Give each its own.")
        table.end()
        outcomes[outcome.id] = outcome
    criteria: dict[str, Criterion] = {}
    for table in file.tables("criterion"):
        criterion = Criterion(
            table.id({**criteria, **outcomes}),
            table.one_of("for", outcomes),
            ground.condition(table, "when"),
            table.text("source"),
        )
        table.end()
        criteria[criterion.id] = criterion
    rules = OutcomeRules(
        tuple(outcomes.values()),
        tuple(criteria.values()),
        _steps(file, "sub_segment", outcomes, ground),
        _steps(file, "phase", outcomes, ground),
        ground.condition(file, "integration"),
        _contradictions(file, ground),
    )
    file.end()
    return rules


def _contradictions(file: Fields, ground: Ground) -> tuple[Contradiction, ...]:
    found: dict[str, Contradiction] = {}
    for table in file.tables("contradiction"):
        name = table.id(found)
        when = ground.condition(table, "when")
        found[name] = Contradiction(name, when, table.text("source"))
        table.end()
    return tuple(found.values())


def _steps(
    file: Fields, key: str, outcomes: Mapping[str, Outcome], ground: Ground
) -> tuple[Step, ...]:
    found: dict[tuple[str, str], Step] = {}
    for table in file.tables(key):
        place = table.id(), table.one_of("for", outcomes)
        if place in found:
            raise table.fault("id", "a step before is the same.", "Take one out.")
        found[place] = Step(*place, ground.conditions(table, "tests"))
        table.end()
    return tuple(found.values())


def read_requirements(
    file: Fields, ground: Ground, outcomes: tuple[Outcome, ...]
) -> tuple[Requirement, ...]:
    """All requirements, in the order of the file."""
    found: dict[str, Requirement] = {}
    for table in file.tables("requirement"):
        requirement = Requirement(
            table.id(found),
            ground.condition(table, "when", recorded=True),
            outcomes_under(table, outcomes),
            table.text("source"),
            table.flag("settled_only"),
            assessment_of(table),
            _due(table, ground),
        )
        table.end()
        found[requirement.id] = requirement
    file.end()
    return tuple(found.values())


def outcomes_under(table: Fields, outcomes: tuple[Outcome, ...]) -> frozenset[str]:
    """The outcomes that `under` names, or means by "lines" or "all"."""
    groups = {
        "all": frozenset(o.id for o in outcomes),
        "lines": frozenset(o.id for o in outcomes if o.line is not None),
    }
    if not table.is_list("under"):
        return groups[table.one_of("under", groups)]
    under = table.texts("under", groups["all"])
    if not under:
        raise table.fault("under", "the list is empty.", "Name an outcome.")
    return frozenset(under)


def assessment_of(table: Fields) -> Literal["general", "integration"] | None:
    """The assessment under which alone something holds, None: under both."""
    if not table.has("assessment"):
        return None
    value = table.one_of("assessment", ("general", "integration"))
    return cast("Literal['general', 'integration']", value)


def _due(table: Fields, ground: Ground) -> Due | None:
    if not table.has("due"):
        return None
    due = table.table("due")
    dates = {q.id for q in ground.questions.values() if q.type == "date"}
    after = due.texts("after", {"as_of", *dates})
    if not after:
        raise due.fault("after", "it is missing or empty.", "Name a date question or as_of.")
    length = due.one_of("length", ground.lengths) if due.has("length") else None
    if length is not None and ground.lengths[length].unit == "working_days":
        problem = f"“{length}” is in working days."
        raise due.fault("length", problem, "A requirement is due on a calendar day.")
    due.end()
    return Due(after, length)
