"""The small language in which a practice model writes its conditions.

    goals.motivation is not_motivated and (ability.life_situation is strained
    or ability.work_ability in vocational_rehab, unclear)

A test is `Q is CODE`, `Q is not CODE`, `Q in CODE, CODE …`, `Q has CODE` (an "any of" question
holds the code), `Q unanswered`, `Q within LENGTH of Q` (the first date is at most that length
after the second, the day itself included) or `always`. `and` and `or` are never mixed without
parentheses. A code that counts as unknown may be tested alone: that reads what was recorded.
"""

import re
from collections.abc import Collection, Mapping

from teui.practice.model import (
    ALWAYS,
    All,
    Condition,
    Question,
    Recorded,
    Some,
    Test,
    Unanswered,
    Within,
)

_TOKEN = re.compile(r"\s+|[A-Za-z0-9_.]+|.", re.DOTALL)
WORDS = frozenset({"is", "not", "in", "has", "unanswered", "within", "of", "and", "or", "always"})


class ConditionFault(ValueError):
    """A condition that cannot be read: what is wrong at which character, and the cure."""

    def __init__(self, position: int, problem: str, cure: str) -> None:
        super().__init__(f"at character {position}: {problem} {cure}")
        self.position = position
        self.problem = problem
        self.cure = cure


def parse(text: str, questions: Mapping[str, Question], lengths: Collection[str] = ()) -> Condition:
    """Read a condition over `questions` and deadline `lengths`; raises `ConditionFault`."""
    reader = _Reader(text, questions, lengths)
    condition = reader.whole()
    if reader.token:
        raise reader.fault(f"“{reader.token}” is not expected here.", "Join tests with and, or.")
    return condition


def written(condition: Condition, questions: Mapping[str, Question]) -> str:
    """The condition in the language that `parse` reads."""
    match condition:
        case Test(question, codes, negated):
            known = questions[question]
            verb = "has" if known.type == "choices" else "is" if len(codes) == 1 else "in"
            listed = ", ".join(code for code in known.codes if code in codes)
            return f"{question} {verb} {'not ' if negated else ''}{listed}"
        case Recorded(question, code):
            return f"{question} is {code}"
        case Unanswered(question):
            return f"{question} unanswered"
        case Within(later, length, earlier):
            return f"{later} within {length} of {earlier}"
        case All(()):
            return "always"
        case All(parts):
            return " and ".join(_bracketed(part, questions) for part in parts)
        case Some(parts):
            return " or ".join(_bracketed(part, questions) for part in parts)


def _bracketed(condition: Condition, questions: Mapping[str, Question]) -> str:
    text = written(condition, questions)
    return f"({text})" if isinstance(condition, All | Some) and condition.parts else text


class _Reader:
    def __init__(
        self, text: str, questions: Mapping[str, Question], lengths: Collection[str]
    ) -> None:
        self._questions = questions
        self._lengths = lengths
        found = [(m.group(), m.start() + 1) for m in _TOKEN.finditer(text)]
        self._tokens = [token for token in found if not token[0].isspace()]
        self._tokens.append(("", len(text) + 1))
        self._at = 0

    @property
    def token(self) -> str:
        return self._tokens[self._at][0]

    def fault(self, problem: str, cure: str, back: int = 0) -> ConditionFault:
        return ConditionFault(self._tokens[self._at - back][1], problem, cure)

    def _take(self) -> str:
        token = self.token
        if token:
            self._at += 1
        return token

    def _skip(self, word: str) -> bool:
        if self.token != word:
            return False
        self._at += 1
        return True

    def _need(self, word: str) -> None:
        if not self._skip(word):
            raise self.fault(f"{self._found()} stands where “{word}” should.", f"Write “{word}”.")

    def _found(self) -> str:
        return f"“{self.token}”" if self.token else "the end"

    def whole(self) -> Condition:
        parts = [self._part()]
        joint = self.token
        if joint not in ("and", "or"):
            return parts[0]
        while self._skip(joint):
            parts.append(self._part())
        if self.token in ("and", "or"):
            raise self.fault(
                "“and” and “or” stand side by side.", "Put one of them in parentheses."
            )
        return All(tuple(parts)) if joint == "and" else Some(tuple(parts))

    def _part(self) -> Condition:
        if self._skip("("):
            inner = self.whole()
            self._need(")")
            return inner
        if self._skip("always"):
            return ALWAYS
        return self._test()

    def _question(self, *types: str) -> Question:
        question = self._questions.get(self.token)
        if question is None:
            cure = "Name a question; a question may hang only on those before it."
            raise self.fault(f"{self._found()} is no question known here.", cure)
        if types and question.type not in types:
            raise self.fault(
                f"“{question.id}” is a {question.type} question.", f"Use a {types[0]} one."
            )
        self._at += 1
        return question

    def _test(self) -> Condition:
        question = self._question()
        match self._take():
            case "is":
                return self._is(question)
            case "in":
                self._fits(question, "choice")
                return Test(question.id, frozenset(self._codes(question)))
            case "has":
                self._fits(question, "choices")
                return Test(question.id, frozenset({self._code(question)}))
            case "unanswered":
                return Unanswered(question.id)
            case "within":
                self._fits(question, "date")
                length = self.token
                if length not in self._lengths:
                    raise self.fault(
                        f"{self._found()} is no length.", "Name one of deadlines.toml."
                    )
                self._take()
                self._need("of")
                return Within(question.id, length, self._question("date").id)
            case other:
                found = f"“{other}”" if other else "the end"
                cure = "Write is, is not, in, has, within or unanswered."
                raise self.fault(f"{found} is no test.", cure, back=1 if other else 0)

    def _fits(self, question: Question, expected: str) -> None:
        if question.type != expected:
            verbs = {"choice": "is or in", "choices": "has", "date": "within"}
            cure = f"Test it with {verbs.get(question.type, 'unanswered')}."
            raise self.fault(f"“{question.id}” is a {question.type} question.", cure, back=2)

    def _is(self, question: Question) -> Condition:
        self._fits(question, "choice")
        negated = self._skip("not")
        code = self._code(question, recorded=not negated)
        if code in question.unknown_codes:
            return Recorded(question.id, code)
        return Test(question.id, frozenset({code}), negated)

    def _codes(self, question: Question) -> list[str]:
        codes = [self._code(question)]
        while self._skip(","):
            code = self._code(question)
            if code in codes:
                raise self.fault(f"“{code}” stands twice.", "Take one out.", back=1)
            codes.append(code)
        return codes

    def _code(self, question: Question, *, recorded: bool = False) -> str:
        code = self.token
        if code not in question.codes:
            cure = f"Its codes are {', '.join(question.codes)}."
            raise self.fault(f"{self._found()} is no code of “{question.id}”.", cure)
        if code in question.unknown_codes and not recorded:
            raise self.fault(f"“{code}” counts as unknown.", "Test it alone, with “is”.")
        self._at += 1
        return code
