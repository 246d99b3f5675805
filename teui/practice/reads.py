"""What a condition reads: its tests, its questions, and what those hang on."""

from collections.abc import Iterable, Iterator, Mapping

from teui.practice.model import (
    All,
    Condition,
    PracticeModel,
    Question,
    Recorded,
    Some,
    Test,
    Unanswered,
    Within,
)


def tests_in(condition: Condition) -> Iterator[Test | Recorded | Unanswered | Within]:
    """The tests of a condition, from left to right."""
    if isinstance(condition, All | Some):
        for part in condition.parts:
            yield from tests_in(part)
    else:
        yield condition


def questions_in(condition: Condition) -> tuple[str, ...]:
    """The questions whose answers a condition reads itself, each once."""
    found: dict[str, None] = {}
    for test in tests_in(condition):
        names = (test.later, test.earlier) if isinstance(test, Within) else (test.question,)
        found.update(dict.fromkeys(names))
    return tuple(found)


def hangs_on(question: str, questions: Mapping[str, Question]) -> frozenset[str]:
    """The questions on which it depends, directly or through others, whether one applies."""
    direct = questions_in(questions[question].asked_if)
    return frozenset(direct).union(*(hangs_on(other, questions) for other in direct))


def with_what_they_hang_on(ids: Iterable[str], questions: Mapping[str, Question]) -> frozenset[str]:
    asked = frozenset(ids)
    return asked.union(*(hangs_on(question, questions) for question in asked))


def conditions(model: PracticeModel) -> Iterator[Condition]:
    """Every condition of the model but those of its questions."""
    yield from rule_conditions(model)
    yield from (contradiction.when for contradiction in model.contradictions)


def rule_conditions(model: PracticeModel) -> Iterator[Condition]:
    """Every condition that decides something: neither a question's nor a contradiction's."""
    yield from (outcome.gate for outcome in model.outcomes if outcome.gate is not None)
    yield from (criterion.when for criterion in model.criteria)
    for step in (*model.sub_segments, *model.phases):
        yield from step.tests
    yield model.integration
    yield from (requirement.when for requirement in model.requirements)


def rule_reads(model: PracticeModel) -> frozenset[str]:
    """The questions that any rule of the model reads, due dates included."""
    read = {question for rule in rule_conditions(model) for question in questions_in(rule)}
    for requirement in model.requirements:
        if requirement.due is not None:
            read.update(q for q in requirement.due.after if q in model.questions)
    return frozenset(read)
