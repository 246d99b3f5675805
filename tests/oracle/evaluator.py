"""The result object of `teui suggest` for one faultless input, without `source` fields."""

from collections.abc import Mapping

from tests.oracle.completions import reduce_answers, truth
from tests.oracle.days import days_after, months_after
from tests.oracle.line import line_of
from tests.oracle.rules import (
    ALSO_READ,
    CRITERIA,
    PHASES,
    REQUIREMENTS,
    SUB_SEGMENTS,
    WITHIN_INTEGRATION_ACT,
    Requirement,
    Step,
)

ASSESSMENTS = {True: "integration", False: "general", None: None}
# The order in which reasons are listed.
HOLDS = (True, None, False)


def evaluate(given: Mapping[str, object]) -> dict[str, object]:
    """The result for a faultless input; `open_questions` and a reason's `answers` as sets."""
    answers = given["answers"]
    assert isinstance(answers, dict)
    reassessment = given.get("kind", "first") == "reassessment"
    known = reduce_answers(answers)
    possible, open_questions = line_of(known, reassessment=reassessment)
    outcome = possible[0] if len(possible) == 1 else None
    assessment = ASSESSMENTS[truth(WITHIN_INTEGRATION_ACT, known, reassessment=reassessment)]
    required_days = [
        (due_day(row, answers, str(given["as_of"])), name)
        for name, row in REQUIREMENTS.items()
        if required(row, answers, known, possible, assessment, reassessment)
    ]
    return {
        "pack": "te-2013",
        "assessment": assessment,
        "outcome": outcome,
        "settled": outcome is not None,
        "possible": possible,
        "sub_segment": first_step(SUB_SEGMENTS.get(outcome or "", ()), known, reassessment),
        "phase": first_step(PHASES.get(outcome or "", ()), known, reassessment),
        "reasons": reasons(known, reassessment),
        "open_questions": open_questions,
        "requirements": [
            {"id": name, "due": due} for due, name in sorted(required_days, key=order)
        ],
    }


def order(required_day: tuple[str | None, str]) -> tuple[bool, str, str]:
    """By due date, those without one last, then by id."""
    due, name = required_day
    return due is None, due or "", name


def reasons(known: Mapping[str, str], reassessment: bool) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = [
        {
            "criterion": criterion,
            "for": outcome,
            "holds": truth(when, known, reassessment=reassessment),
            "answers": set(when.reads | ALSO_READ.get(criterion, frozenset())),
        }
        for criterion, outcome, when in CRITERIA
    ]
    return [row for holds in HOLDS for row in rows if row["holds"] is holds]


def first_step(steps: tuple[Step, ...], known: Mapping[str, str], reassessment: bool) -> str | None:
    """The first true step, unless one before it is unknown."""
    for name, tests in steps:
        values = [truth(test, known, reassessment=reassessment) for test in tests]
        if True in values:
            return name
        if None in values:
            return None
    return None


def required(
    row: Requirement,
    answers: Mapping[str, object],
    known: Mapping[str, str],
    possible: list[str],
    assessment: str | None,
    reassessment: bool,
) -> bool:
    if row.settled and len(possible) > 1:
        return False
    if row.assessment is not None and row.assessment != assessment:
        return False
    if row.recorded is not None and answers.get(row.recorded[0]) not in row.recorded[1]:
        return False
    if not any(outcome in row.under for outcome in possible):
        return False
    return truth(row.when, known, reassessment=reassessment) is True


def due_day(row: Requirement, answers: Mapping[str, object], as_of: str) -> str | None:
    start = str(answers["start.date"])
    match row.due:
        case "none":
            return None
        case "as_of":
            return as_of
        case "contact":
            return days_after(start, 14)
        case "integration":
            return months_after(str(answers.get("residence.assessment_asked", start)), 2)
        case "change":
            return str(answers["situation.known_change_date"])
