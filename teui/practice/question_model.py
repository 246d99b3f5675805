"""Questions of the practice model and the conditions on their answers, as frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

QuestionType = Literal["choice", "choices", "date", "text", "texts", "occupations", "language"]
Kind = Literal["first", "reassessment", "integration", "line"]
DECIDING: tuple[Kind, ...] = ("first", "reassessment", "integration")
LINE: Kind = "line"
"""The interview on the line: deeper than those before it, it decides no line."""


@dataclass(frozen=True, slots=True)
class Occupation:
    """An occupation sought: free title, ISCO-08 code of four digits, years, last year worked."""

    title: str
    isco: str | None = None
    years: int | None = None
    last_year: int | None = None


Value = str | date | tuple[str, ...] | tuple[Occupation, ...]
Answers = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Test:
    """The answer to `question` is among `codes` (for "any of" questions: contains one of them).

    `negated` turns it round. On a question that does not apply it is false either way.
    """

    question: str
    codes: frozenset[str]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Recorded:
    """A code that stands for "not known" is what was recorded; always known."""

    question: str
    code: str


@dataclass(frozen=True, slots=True)
class Unanswered:
    """Nothing was answered to `question`; always known."""

    question: str


@dataclass(frozen=True, slots=True)
class Within:
    """`later` is at most the deadline `length` after `earlier`, the day itself included."""

    later: str
    length: str
    earlier: str


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds; with no parts it always holds."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Some:
    """At least one part holds; with no parts it never holds."""

    parts: tuple["Condition", ...]


Condition = Test | Recorded | Unanswered | Within | All | Some
ALWAYS = All(())


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the interview.

    `unknown_codes` are recorded but count as unknown in every rule. `not_in` names the kinds of
    assessment in which it does not apply. `may_change`: a reassessment has its answer confirmed;
    `brought`: the answer of an earlier assessment is shown. `needed`: a line is decided only once
    it is answered, or at least asked. `not_after` is `as_of` or None; `not_before` another
    question; `ahead`: a day that has not passed when it is typed. `home` says where a fact typed
    once lives: `client`, `customership` or here (None).
    """

    id: str
    section: str
    type: QuestionType
    by: Literal["client", "adviser"]
    source: str
    codes: tuple[str, ...] = ()
    unknown_codes: frozenset[str] = frozenset()
    asked_if: Condition = ALWAYS
    not_in: frozenset[str] = frozenset()
    sensitive: bool = False
    may_change: bool = True
    brought: bool = True
    required: bool = False
    needed: Literal["answered", "asked"] | None = None
    deciding: bool = False
    not_after: str | None = None
    not_before: str | None = None
    ahead: bool = False
    home: Literal["client", "customership"] | None = None


@dataclass(frozen=True, slots=True)
class Section:
    id: str
    questions: tuple[Question, ...]
