"""The second evaluator itself: the worked cases, and enumeration without its short cuts."""

import json
from itertools import combinations
from pathlib import Path
from random import Random

import pytest

from tests.oracle.agree import comparable
from tests.oracle.completions import completions, reduce_answers, with_conditions
from tests.oracle.conditions import Completion
from tests.oracle.days import days_after, months_after, years_after
from tests.oracle.draw import draw_input, draw_inputs, on_boundary
from tests.oracle.evaluator import evaluate
from tests.oracle.line import GROUPS, line_of, outcome_row
from tests.oracle.rules import CRITERIA, OUTCOMES

CASES = Path(__file__).parents[1] / "assessment" / "cases" / "te-2013.jsonl"
MOST_COMPLETIONS = 400


def test_all_cases_agree() -> None:
    cases = [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]

    wrong = [
        (case["story"], field)
        for case in cases
        for result in [evaluate(case)]
        for field, value in case["expect"].items()
        if comparable(field, value) != result[field]
    ]

    assert len(cases) >= 60
    assert wrong == []


@pytest.mark.parametrize(
    ("computed", "expected"),
    [
        (months_after("2026-11-30", 3), "2027-02-28"),
        (months_after("2027-11-30", 3), "2028-02-29"),
        (months_after("2026-12-31", 2), "2027-02-28"),
        (months_after("2026-10-31", 1), "2026-11-30"),
        (months_after("1899-12-01", 2), "1900-02-01"),
        (years_after("2024-02-29", 3), "2027-02-28"),
        (years_after("2025-02-28", 3), "2028-02-28"),
        (days_after("2024-02-20", 14), "2024-03-05"),
        (days_after("2100-02-20", 14), "2100-03-06"),
        (days_after("2199-12-31", 14), "2200-01-14"),
    ],
)
def test_calendar(computed: str, expected: str) -> None:
    assert computed == expected


def test_groups_share_no_question() -> None:
    questions = [question for group in GROUPS for question in group]

    assert len(questions) == len(set(questions))


def _whole_completions(given: dict[str, object]) -> list[Completion] | None:
    """All completions of everything that the outcome hangs on; None when there are too many."""
    answers = given["answers"]
    assert isinstance(answers, dict)
    reassessment = given.get("kind") == "reassessment"
    known = reduce_answers(answers)
    everything = with_conditions(frozenset().union(*(when.reads for _, _, when in CRITERIA)))
    size = 1
    for group in GROUPS:
        size *= len(completions(group, known, reassessment=reassessment))
    if not 1 < size <= MOST_COMPLETIONS:
        return None
    return completions(everything, known, reassessment=reassessment)


def test_groups_one_by_one_give_what_the_whole_gives() -> None:
    random, compared = Random(7), 0
    while compared < 100:
        given = draw_input(random)
        whole = _whole_completions(given)
        if whole is None:
            continue
        compared += 1
        answers = given["answers"]
        assert isinstance(answers, dict)
        known = reduce_answers(answers)
        rows = [outcome_row(completion) for completion in whole]
        open_questions = set()
        for (one, row), (another, another_row) in combinations(zip(whole, rows, strict=True), 2):
            differing = [q for q in one if q in another and one[q] != another[q]]
            if row != another_row and len(differing) == 1:
                open_questions.update(differing)

        possible, found = line_of(known, reassessment=given.get("kind") == "reassessment")

        assert possible == [OUTCOMES[row] for row in sorted(set(rows))], given
        assert found == open_questions - set(known), given


def test_an_answer_more_leaves_no_new_outcome() -> None:
    random = Random(11)
    for given in draw_inputs(3, 100):
        answers = given["answers"]
        assert isinstance(answers, dict)
        fewer = dict(answers)
        for question in random.sample(list(answers), len(answers)):
            if question == "start.date":
                continue
            del fewer[question]
            before = evaluate({**given, "answers": fewer})["possible"]
            after = evaluate({**given, "answers": dict(answers)})["possible"]
            assert isinstance(before, list)
            assert isinstance(after, list)
            assert set(after) <= set(before)


def test_draws_reach_every_corner() -> None:
    inputs = list(draw_inputs(1, 2000))
    results = [evaluate(given) for given in inputs]
    requirements = {
        row["id"]
        for result in results
        for rows in [result["requirements"]]
        if isinstance(rows, list)
        for row in rows
    }
    truths = {
        (row["criterion"], row["holds"])
        for result in results
        for rows in [result["reasons"]]
        if isinstance(rows, list)
        for row in rows
    }

    assert {result["outcome"] for result in results} == {*OUTCOMES, None}
    assert len(requirements) == 19
    assert len(truths) == 3 * len(CRITERIA)
    assert {result["assessment"] for result in results} == {"general", "integration", None}
    assert (
        sum(on_boundary(answers) for g in inputs if isinstance(answers := g["answers"], dict)) > 99
    )
    assert inputs == list(draw_inputs(1, 2000))
