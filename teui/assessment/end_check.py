"""What an interview leaves open, looked at before it ends: any question may be passed over."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from teui.assessment.sheet import Sheet
from teui.practice.reads import questions_in

GRADES = ("line", "follows")
Kind = Literal["line", "agree", "follows", "contradiction", "unanswered", "unasked"]


@dataclass(frozen=True, slots=True)
class Point:
    """Something open and the question that closes it.

    `about` is the id of a contradiction, the state of a question without an answer, or `past`
    for a day that was agreed and has gone by.
    """

    kind: Kind
    question: str
    about: str | None = None


def agree_first(sheet: Sheet) -> tuple[str, ...]:
    """What must be agreed before a line is decided and is not yet, or no longer (product.md).

    Nothing where no line is possible any more.
    """
    possible = sheet.suggestion.possible
    if not any(outcome.line for outcome in sheet.model.outcomes if outcome.id in possible):
        return ()
    return tuple(
        question.id
        for question in sheet.questions
        if (question.needed == "asked" and question.id not in sheet.given)
        or (question.needed == "answered" and not _stands(sheet, question.id))
    )


def open_points(sheet: Sheet) -> tuple[Point, ...]:
    """All that is open: what decides the line, what is to be agreed, what decides what follows,
    answers that go badly together, and what was asked without an answer."""
    return tuple(_points(sheet))


def _points(sheet: Sheet) -> Iterator[Point]:
    if not sheet.decides:
        yield from (Point("unasked", question) for question in sheet.deciding)
    agree = agree_first(sheet)
    deciding = {grade: [q for q in sheet.deciding if sheet.grade(q) == grade] for grade in GRADES}
    yield from (Point("line", question) for question in deciding["line"])
    for question in agree:
        given = sheet.given.get(question)
        state = None if given is None else "past" if given.state == "answered" else given.state
        yield Point("agree", question, state)
    yield from (Point("follows", question) for question in deciding["follows"])
    for contradiction in sheet.model.contradictions:
        if contradiction.id in sheet.contradictions:
            first, *_ = questions_in(contradiction.when)
            yield Point("contradiction", first, contradiction.id)
    for asked in sheet.questions:
        given = sheet.given.get(asked.id)
        if given is not None and given.state != "answered" and asked.id not in agree:
            yield Point("unanswered", asked.id, given.state)


def _stands(sheet: Sheet, question: str) -> bool:
    """It is answered, and not by a day that has gone by."""
    given = sheet.given.get(question)
    if given is None or given.state != "answered":
        return False
    is_past = isinstance(given.value, date) and given.value < sheet.as_of
    return not (sheet.model.questions[question].ahead and is_past)
