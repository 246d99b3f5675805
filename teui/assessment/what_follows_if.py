"""What the answers to the questions that decide only what must follow would bring."""

from collections.abc import Iterator
from dataclasses import dataclass

from teui.assessment.compiled import Compiled, compiled
from teui.assessment.reply import Codes, Met, Reply, sample
from teui.assessment.requirements import dated_by, required, standing
from teui.assessment.sheet import Given, Sheet
from teui.practice.model import Test, Value, Within


@dataclass(frozen=True, slots=True)
class Brought:
    """What would have to follow besides what must now, and what no longer; by id."""

    reply: Reply
    more: tuple[str, ...]
    less: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Follow:
    """A question and what its answers would bring, those that bring the same together.

    `sets_day_of` are the requirements whose day is counted from the answer, a date.
    """

    question: str
    effects: tuple[Brought, ...]
    sets_day_of: tuple[str, ...]


def follows(sheet: Sheet) -> tuple[Follow, ...]:
    """One for each question that decides only what must follow, in the order of the form."""
    return tuple(_follow(sheet, question) for question in sheet.suggestion.follow_questions)


def _follow(sheet: Sheet, question: str) -> Follow:
    now = [each.id for each in sheet.suggestion.requirements]
    found: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Reply]] = {}
    for reply, value in _answers(sheet, compiled(sheet.model, sheet.kind), question):
        answers = sheet.record(question, Given("answered", value)).answers
        then = [
            each.id for each in required(standing(sheet.model, answers, sheet.kind), sheet.as_of)
        ]
        more = tuple(each for each in then if each not in now)
        less = tuple(each for each in now if each not in then)
        found.setdefault((more, less), []).append(reply)
    effects = [
        Brought(reply, more, less)
        for (more, less), together in found.items()
        for reply in _joined(together)
    ]
    dated = dated_by(standing(sheet.model, sheet.answers, sheet.kind), question)
    return Follow(question, tuple(effects), dated)


def _answers(sheet: Sheet, ground: Compiled, question: str) -> Iterator[tuple[Reply, Value]]:
    """What can be answered, each with an answer of that kind.

    Of an answer that is read in two ways nothing is told: the two are not free of each other.
    """
    asked = sheet.model.questions[question]
    if asked.type == "choice":
        for code in asked.codes:
            if code not in asked.unknown_codes:
                yield Codes((code,)), code
        return
    tests = [
        variable
        for number, variable in enumerate(ground.variables.all)
        if isinstance(variable, Test | Within) and ground.asks(number) == question
    ]
    for test in tests if len(tests) == 1 else ():
        for is_met in (True, False):
            reply = Met(test, is_met)
            value = sample(sheet.model, asked, reply, sheet.answers)
            if value is not None:
                yield reply, value


def _joined(together: list[Reply]) -> Iterator[Reply]:
    codes = [code for reply in together if isinstance(reply, Codes) for code in reply.codes]
    if codes:
        yield Codes(tuple(codes))
    yield from (reply for reply in together if isinstance(reply, Met))
