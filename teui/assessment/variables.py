"""The variables of a practice model's decision diagram, and their values under answers.

Variables are the choice questions that rules read (by id; values: their codes but those that count
as unknown), each comparison of dates, each "has" test, and each test of what was recorded or left
unanswered. All but the first are true or false.
"""

from collections.abc import Iterator

from teui.assessment.applicability import is_known, meets, within
from teui.practice.model import (
    Answers,
    Condition,
    PracticeModel,
    Recorded,
    Test,
    Unanswered,
    Within,
)
from teui.practice.reads import conditions, questions_in, tests_in, with_what_they_hang_on

Variable = str | Test | Within | Recorded | Unanswered


class Variables:
    """All variables in the order of the form, with what each one asks."""

    def __init__(self, model: PracticeModel) -> None:
        self._model = model
        self.codes = {
            question.id: [c for c in question.codes if c not in question.unknown_codes]
            for question in model.questions.values()
            if question.type == "choice"
        }
        found = dict.fromkeys(self.of(test) for c in _conditions(model) for test in tests_in(c))
        position = {question: place for place, question in enumerate(model.questions)}
        self.all = sorted(found, key=lambda variable: position[self.question(variable)])
        self.number = {variable: number for number, variable in enumerate(self.all)}
        self.arities = [
            len(self.codes[variable]) if isinstance(variable, str) else 2 for variable in self.all
        ]
        self._index = {
            question: {code: value for value, code in enumerate(codes)}
            for question, codes in self.codes.items()
        }

    def of(self, test: Test | Within | Recorded | Unanswered) -> Variable:
        """The variable that a test asks."""
        if isinstance(test, Test) and test.question in self.codes:
            return test.question
        return test

    def question(self, variable: Variable) -> str:
        """The question that a variable asks; of two compared dates the one not always known."""
        match variable:
            case str():
                return variable
            case Within(later, _, earlier):
                return earlier if self._model.questions[later].required else later
            case _:
                return variable.question

    def values(self, answers: Answers) -> list[int | None]:
        """The value of each variable, None where the answers leave it unknown."""
        return [self._value(variable, answers) for variable in self.all]

    def _value(self, variable: Variable, answers: Answers) -> int | None:
        match variable:
            case str():
                value = answers.get(variable)
                return self._index[variable].get(value) if isinstance(value, str) else None
            case Test(question):
                known = is_known(self._model.questions[question], answers)
                return int(meets(variable, answers[question])) if known else None
            case Within():
                met = within(variable, self._model, answers)
                return None if met is None else int(met)
            case Recorded(question, code):
                return int(answers.get(question) == code)
            case Unanswered(question):
                return int(question not in answers)


def _conditions(model: PracticeModel) -> Iterator[Condition]:
    rules = list(conditions(model))
    yield from rules
    read = {question for rule in rules for question in questions_in(rule)}
    for question in with_what_they_hang_on(read, model.questions):
        yield model.questions[question].asked_if
