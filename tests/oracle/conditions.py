"""Tests on a completion: the answers of all questions that apply, one answer each.

A question missing from a completion does not apply, and every test on it is false.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

Completion = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Condition:
    """What is tested, and the questions that it reads."""

    reads: frozenset[str]
    holds: Callable[[Completion], bool]


def is_(question: str, *codes: str) -> Condition:
    """`question` is one of `codes`."""
    return Condition(frozenset({question}), lambda answers: answers.get(question) in codes)


def is_not(question: str, code: str) -> Condition:
    return Condition(
        frozenset({question}),
        lambda answers: question in answers and answers[question] != code,
    )


def every(*parts: Condition) -> Condition:
    return Condition(
        frozenset().union(*(part.reads for part in parts)),
        lambda answers: all(part.holds(answers) for part in parts),
    )


def some(*parts: Condition) -> Condition:
    return Condition(
        frozenset().union(*(part.reads for part in parts)),
        lambda answers: any(part.holds(answers) for part in parts),
    )


ALWAYS = Condition(frozenset(), lambda _: True)
