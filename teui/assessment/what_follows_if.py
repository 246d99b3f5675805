"""What the answers to the questions that decide only what must follow would bring."""

from collections.abc import Iterator
from dataclasses import dataclass

from teui.assessment.compiled import Compiled, compiled
from teui.assessment.requirements import dated_by, required, standing
from teui.assessment.sheet import Given, Sheet
from teui.assessment.what_is_said import Codes, Met, Said, sample
from teui.practice.model import Test, Value, Within


@dataclass(frozen=True, slots=True)
class Brought:
    """What would have to follow besides what must now, and what no longer; by id."""

    said: Said
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
    found: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Said]] = {}
    for said, value in _answers(sheet, compiled(sheet.model, sheet.kind), question):
        answers = sheet.record(question, Given("answered", value)).answers
        then = [
            each.id for each in required(standing(sheet.model, answers, sheet.kind), sheet.as_of)
        ]
        more = tuple(each for each in then if each not in now)
        less = tuple(each for each in now if each not in then)
        found.setdefault((more, less), []).append(said)
    effects = [
        Brought(said, more, less)
        for (more, less), together in found.items()
        for said in _joined(together)
    ]
    dated = dated_by(standing(sheet.model, sheet.answers, sheet.kind), question)
    return Follow(question, tuple(effects), dated)


def _answers(sheet: Sheet, ground: Compiled, question: str) -> Iterator[tuple[Said, Value]]:
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
            said = Met(test, is_met)
            value = sample(sheet.model, asked, said, sheet.answers)
            if value is not None:
                yield said, value


def _joined(together: list[Said]) -> Iterator[Said]:
    codes = [code for said in together if isinstance(said, Codes) for code in said.codes]
    if codes:
        yield Codes(tuple(codes))
    yield from (said for said in together if isinstance(said, Met))
