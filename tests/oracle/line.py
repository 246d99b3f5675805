"""Which outcomes are possible, and which unknown questions still decide between them.

The criteria fall into groups that share no question, not even through what their being asked
hangs on. A group by itself calls for the first row of the outcome table that holds for it; the
first row called for by any group is the outcome. So each group is enumerated alone.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import combinations

from tests.oracle.completions import Known, completions, part_of, with_conditions
from tests.oracle.conditions import Completion
from tests.oracle.questions import QUESTIONS
from tests.oracle.rules import CRITERIA, OUTCOMES

OTHERWISE = len(OUTCOMES) - 1


def outcome_row(completion: Completion) -> int:
    """The place in the outcome table of the first row that holds."""
    rows = [OUTCOMES.index(outcome) for _, outcome, when in CRITERIA if when.holds(completion)]
    return min(rows, default=OTHERWISE)


def _groups() -> tuple[tuple[str, ...], ...]:
    groups: list[set[str]] = []
    for _, _, when in CRITERIA:
        merged = set(with_conditions(when.reads))
        for group in [group for group in groups if group & merged]:
            groups.remove(group)
            merged |= group
        groups.append(merged)
    return tuple(tuple(question for question in QUESTIONS if question in g) for g in groups)


GROUPS = _groups()


@cache
def rows_of(group: tuple[str, ...], known: Known, reassessment: bool) -> frozenset[int]:
    """The rows that the completions of one group call for."""
    return frozenset(
        outcome_row(completion)
        for completion in completions(group, dict(known), reassessment=reassessment)
    )


@cache
def deciding_pairs(
    group: tuple[str, ...], known: Known, reassessment: bool
) -> frozenset[tuple[str, int, int]]:
    """Pairs of completions that differ in one unknown question alone, and the row of each."""
    given = {question for question, _ in known}
    rows = [
        (completion, outcome_row(completion))
        for completion in completions(group, dict(known), reassessment=reassessment)
    ]
    pairs = set()
    for (one, row), (another, another_row) in combinations(rows, 2):
        if row == another_row:
            continue
        differing = [q for q in one if q in another and one[q] != another[q]]
        if len(differing) == 1 and differing[0] not in given:
            pairs.add((differing[0], row, another_row))
    return frozenset(pairs)


def first_rows(groups: Iterable[frozenset[int]]) -> frozenset[int]:
    """The first row called for, over every way of combining one row of each group."""
    found = frozenset({OTHERWISE})
    for rows in groups:
        found = frozenset(min(one, another) for one in found for another in rows)
    return found


def line_of(known: Mapping[str, str], *, reassessment: bool) -> tuple[list[str], set[str]]:
    """The possible outcomes in the order of the table, and the open questions."""
    parts = {group: part_of(known, group) for group in GROUPS}
    rows = {group: rows_of(group, parts[group], reassessment) for group in GROUPS}
    possible = first_rows(rows.values())
    open_questions = {
        question
        for group in GROUPS
        for elsewhere in [first_rows(rows[other] for other in GROUPS if other != group)]
        for question, row, another in deciding_pairs(group, parts[group], reassessment)
        if any(min(row, rest) != min(another, rest) for rest in elsewhere)
    }
    return [OUTCOMES[row] for row in sorted(possible)], open_questions
