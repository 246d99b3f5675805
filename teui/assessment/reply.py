"""Answers that nobody has given: codes, or that a comparison or a "has" test is met or not."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from teui.assessment.applicability import meets, within
from teui.practice.lengths import calendar_day_after
from teui.practice.model import Answers, PracticeModel, Question, Test, Value, Within

_DAYS = {"days": 1, "working_days": 7, "weeks": 7, "months": 31, "years": 366}
"""Days that one of the unit takes at most."""


@dataclass(frozen=True, slots=True)
class Codes:
    """Any one of these codes."""

    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Met:
    """Any answer that meets the test, or any that does not."""

    test: Test | Within
    is_met: bool


Reply = Codes | Met


def sample(model: PracticeModel, question: Question, reply: Met, answers: Answers) -> Value | None:
    """An answer of that kind; None where none can be found."""
    for value in _samples(model, question, reply, answers):
        match reply.test:
            case Test():
                if meets(reply.test, value) is reply.is_met:
                    return value
            case Within():
                if within(reply.test, model, {**answers, question.id: value}) is reply.is_met:
                    return value
    return None


def _samples(
    model: PracticeModel, question: Question, reply: Met, answers: Answers
) -> Iterator[Value]:
    match reply.test:
        case Test():
            yield from ((code,) for code in question.codes)
        case Within(later, length, earlier):
            is_later = question.id == later
            other = answers.get(earlier if is_later else later)
            if isinstance(other, date):
                yield other
                known = model.length(length, other)
                if is_later:
                    yield calendar_day_after(other, known) + timedelta(days=1)
                else:
                    yield other - timedelta(days=_DAYS[known.unit] * known.amount + 1)
