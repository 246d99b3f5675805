"""What the unknown answers may still turn out to be: plain enumeration.

`known` holds the answers given, each as the rules tell them apart (`reduce_answers`). A given
answer stands in every completion in which its question applies.
"""

from collections.abc import Iterable, Mapping
from functools import cache

from tests.oracle.conditions import Completion, Condition
from tests.oracle.days import months_after, years_after
from tests.oracle.questions import QUESTIONS
from tests.oracle.rules import BEYOND, ENTREPRENEURSHIP, WITHIN, WITHOUT

Known = tuple[tuple[str, str], ...]

REDUCED_CODES: Mapping[str, tuple[str, ...]] = {
    "situation.known_change_date": (WITHIN, BEYOND),
    "residence.first_permit": (WITHIN, BEYOND),
    "goals.wishes": (ENTREPRENEURSHIP, WITHOUT),
    "residence.basis": ("citizen", "eu_right", "permit_full", "permit_restricted"),
}


def reduce_answers(answers: Mapping[str, object]) -> dict[str, str]:
    """Answers that rules read, dates by their comparison; a basis not checked is not known."""
    start = str(answers["start.date"])
    known: dict[str, str] = {}
    for question, value in answers.items():
        if question == "situation.known_change_date":
            known[question] = WITHIN if str(value) <= months_after(start, 3) else BEYOND
        elif question == "residence.first_permit":
            known[question] = WITHIN if start <= years_after(str(value), 3) else BEYOND
        elif question == "goals.wishes":
            wishes = value if isinstance(value, list) else []
            known[question] = ENTREPRENEURSHIP if ENTREPRENEURSHIP in wishes else WITHOUT
        elif QUESTIONS[question].codes and value in codes_of(question):
            known[question] = str(value)
    return known


def codes_of(question: str) -> tuple[str, ...]:
    """The answers a completion may give: never `not_checked`."""
    return REDUCED_CODES.get(question) or QUESTIONS[question].codes


@cache
def with_conditions(questions: frozenset[str]) -> tuple[str, ...]:
    """The questions and all that their being asked hangs on, in the order of the form."""
    needed = set(questions)
    while True:
        more = {read for question in needed for read in QUESTIONS[question].asked_if.reads}
        if more <= needed:
            return tuple(question for question in QUESTIONS if question in needed)
        needed |= more


def completions(
    questions: Iterable[str], known: Mapping[str, str], *, reassessment: bool
) -> list[Completion]:
    """Every completion of the questions, which must be closed under `with_conditions`."""
    found: list[dict[str, str]] = [{}]
    for question in questions:
        row = QUESTIONS[question]
        given = known.get(question)
        values = codes_of(question) if given is None else (given,)
        longer: list[dict[str, str]] = []
        for completion in found:
            asked = row.asked_if.holds(completion)
            if asked and (row.in_reassessment or not reassessment):
                longer.extend({**completion, question: value} for value in values)
            else:
                longer.append(completion)
        found = longer
    return list(found)


def part_of(known: Mapping[str, str], questions: Iterable[str]) -> Known:
    """The known answers of these questions, as a key."""
    return tuple((question, known[question]) for question in questions if question in known)


def truth(condition: Condition, known: Mapping[str, str], *, reassessment: bool) -> bool | None:
    """True or False where all completions agree, otherwise None: unknown."""
    questions = with_conditions(condition.reads)
    return _truth(condition, questions, part_of(known, questions), reassessment)


@cache
def _truth(
    condition: Condition, questions: tuple[str, ...], known: Known, reassessment: bool
) -> bool | None:
    values = {
        condition.holds(completion)
        for completion in completions(questions, dict(known), reassessment=reassessment)
    }
    return values.pop() if len(values) == 1 else None


def applicable(question: str, known: Mapping[str, str], *, reassessment: bool) -> bool | None:
    """Whether the question applies; None where that is not known yet."""
    row = QUESTIONS[question]
    if reassessment and not row.in_reassessment:
        return False
    return truth(row.asked_if, known, reassessment=reassessment)
