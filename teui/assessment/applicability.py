"""Which questions apply, from the answers already given; three-valued throughout."""

from collections.abc import Iterable
from datetime import date

from teui.practice.lengths import calendar_day_after
from teui.practice.model import (
    All,
    Answers,
    Condition,
    Kind,
    PracticeModel,
    Question,
    Recorded,
    Some,
    Test,
    Unanswered,
    Value,
    Within,
)


def applicability(
    model: PracticeModel, answers: Answers, kind: Kind = "first"
) -> dict[str, bool | None]:
    """For each question in form order: it applies, it does not, or not yet known (None)."""
    applies: dict[str, bool | None] = {}
    for question in model.questions.values():
        applies[question.id] = kind not in question.not_in and truth(
            question.asked_if, model, answers, applies
        )
    return applies


def is_known(question: Question, answers: Answers) -> bool:
    """Whether rules know the answer: one is given, and it is no code that counts as unknown."""
    value = answers.get(question.id)
    return value is not None and not (isinstance(value, str) and value in question.unknown_codes)


def truth(
    condition: Condition,
    model: PracticeModel,
    answers: Answers,
    applies: dict[str, bool | None],
) -> bool | None:
    """A condition under the answers; `applies` covers the questions that it reads.

    A test of a question that does not apply is false; one that the answer meets is unknown as
    long as it is not known whether the question applies.
    """
    match condition:
        case All(parts):
            return _every(truth(part, model, answers, applies) for part in parts)
        case Some(parts):
            turned = _every(_not(truth(part, model, answers, applies)) for part in parts)
            return _not(turned)
        case Unanswered(question):
            return question not in answers
        case Recorded(question, code):
            return _every((applies[question], answers.get(question) == code))
        case Test(question):
            known = is_known(model.questions[question], answers)
            met = meets(condition, answers[question]) if known else None
            return _every((applies[question], met))
        case Within(later, _, earlier):
            met = within(condition, model, answers)
            return _every((applies[later], applies[earlier], met))


def meets(test: Test, value: Value) -> bool:
    """Whether a known answer passes the test."""
    held = value in test.codes if isinstance(value, str) else _overlap(test, value)
    return held is not test.negated


def within(test: Within, model: PracticeModel, answers: Answers) -> bool | None:
    """Whether the comparison holds; None while one of its dates is unknown."""
    later, earlier = answers.get(test.later), answers.get(test.earlier)
    if not isinstance(later, date) or not isinstance(earlier, date):
        return None
    return later <= calendar_day_after(earlier, model.length(test.length, earlier))


def _overlap(test: Test, value: Value) -> bool:
    return isinstance(value, tuple) and any(one in test.codes for one in value)


def _every(parts: Iterable[bool | None]) -> bool | None:
    result: bool | None = True
    for part in parts:
        if part is False:
            return False
        if part is None:
            result = None
    return result


def _not(value: bool | None) -> bool | None:
    return None if value is None else not value
