"""A practice model compiled, once for each kind of assessment, into one decision diagram.

A test of a question becomes "it applies, and the answer meets the test", all the way down what
the question hangs on. A function restricted to the known answers then says by itself what they
settle (a leaf), what remains possible (the leaves it reaches) and what still matters (its
variables): interview.md, "Unknown answers".
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from teui.assessment.diagram import FALSE, Diagram, Restricted
from teui.assessment.variables import Variables
from teui.practice.model import (
    All,
    Answers,
    Condition,
    Kind,
    PracticeModel,
    Requirement,
    Some,
    Step,
    Test,
    Unanswered,
)
from teui.practice.reads import hangs_on, questions_in, tests_in

_TRUTH_VALUES = 2


@dataclass(frozen=True, slots=True)
class Rule:
    """A gate or criterion: its outcome, the questions that it reads itself, its function."""

    id: str
    outcome: str
    source: str
    reads: tuple[str, ...]
    root: int


@dataclass(frozen=True, slots=True)
class CompiledStep:
    step: Step
    roots: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CompiledRequirement:
    requirement: Requirement
    root: int
    unanswered: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Compiled:
    """The functions of a model, by their numbers in `diagram`.

    `outcome` has a leaf for each outcome of the model; see `leaf`. `hangs_on` says for each
    question in form order on which others its applicability depends.
    """

    model: PracticeModel
    variables: Variables
    diagram: Diagram
    outcome: int
    rules: tuple[Rule, ...]
    sub_segments: tuple[CompiledStep, ...]
    phases: tuple[CompiledStep, ...]
    integration: int
    requirements: tuple[CompiledRequirement, ...]
    contradictions: Mapping[str, int]
    hangs_on: Mapping[str, frozenset[str]]

    def under(self, answers: Answers) -> Restricted:
        """What remains of every function under the answers."""
        return Restricted(self.diagram, self.variables.values(answers))

    def possible(self, rest: Restricted) -> tuple[str, ...]:
        """The outcomes that remain, in the order of the outcome table."""
        return self._outcomes(rest.outcomes(rest.root(self.outcome)))

    def possible_with(self, known: Sequence[int | None]) -> tuple[str, ...]:
        """The same where each variable has its value in `known`, None where that is unknown."""
        leaves, _ = self.diagram.reached(self.outcome, known)
        return self._outcomes(leaves)

    def outcome_reads(self) -> Mapping[str, int]:
        """The questions that the outcome can hang on, each with the one variable that asks it."""
        nothing: list[int | None] = [None] * len(self.variables.all)
        _, variables = self.diagram.reached(self.outcome, nothing)
        return {self.asks(variable): variable for variable in variables}

    def asks(self, variable: int) -> str:
        """The question that a variable asks."""
        return self.variables.question(self.variables.all[variable])

    def _outcomes(self, leaves: Collection[int]) -> tuple[str, ...]:
        outcomes = enumerate(self.model.outcomes)
        return tuple(outcome.id for place, outcome in outcomes if leaf(place) in leaves)


@lru_cache(maxsize=8)
def compiled(model: PracticeModel, kind: Kind) -> Compiled:
    """Compile a model for one kind of assessment; the result is kept."""
    return _Compiler(model, kind).compile()


def leaf(place: int) -> int:
    """The leaf of the outcome that stands at `place` in the outcome table, from 0."""
    return place + _TRUTH_VALUES


class _Compiler:
    def __init__(self, model: PracticeModel, kind: Kind) -> None:
        self._model = model
        self._kind = kind
        self._variables = Variables(model)
        self._diagram = Diagram(leaf(len(model.outcomes)), self._variables.arities)
        self._applies: dict[str, int] = {}
        self._place = {question: place for place, question in enumerate(model.questions)}

    def compile(self) -> Compiled:
        model = self._model
        gates = [
            self._rule(outcome.id, outcome.id, outcome.gate, outcome.source)
            for outcome in model.outcomes
            if outcome.gate is not None
        ]
        criteria = [self._rule(c.id, c.outcome, c.when, c.source) for c in model.criteria]
        rules = (*gates, *criteria)
        return Compiled(
            model,
            self._variables,
            self._diagram,
            self._outcome(rules),
            rules,
            tuple(map(self._step, model.sub_segments)),
            tuple(map(self._step, model.phases)),
            self._function(model.integration),
            tuple(map(self._requirement, model.requirements)),
            {found.id: self._function(found.when) for found in model.contradictions},
            {question: hangs_on(question, model.questions) for question in model.questions},
        )

    def _outcome(self, rules: tuple[Rule, ...]) -> int:
        """The first outcome with a rule that holds; the last one where none does."""
        *ruled, last = range(len(self._model.outcomes))
        result = leaf(last)
        for place in reversed(ruled):
            own = self._model.outcomes[place].id
            holds = self._diagram.some([rule.root for rule in rules if rule.outcome == own])
            result = self._diagram.choose(holds, leaf(place), result)
        return result

    def _rule(self, rule: str, outcome: str, when: Condition, source: str) -> Rule:
        reads = tuple(sorted(questions_in(when), key=self._place.__getitem__))
        return Rule(rule, outcome, source, reads, self._function(when))

    def _step(self, step: Step) -> CompiledStep:
        return CompiledStep(step, tuple(map(self._function, step.tests)))

    def _requirement(self, requirement: Requirement) -> CompiledRequirement:
        tests = tests_in(requirement.when)
        unanswered = tuple(test.question for test in tests if isinstance(test, Unanswered))
        return CompiledRequirement(requirement, self._function(requirement.when), unanswered)

    def _function(self, condition: Condition) -> int:
        match condition:
            case All(parts):
                return self._diagram.every([self._function(part) for part in parts])
            case Some(parts):
                return self._diagram.some([self._function(part) for part in parts])
        variable = self._variables.number[self._variables.of(condition)]
        arity = self._variables.arities[variable]
        if isinstance(condition, Test) and condition.question in self._variables.codes:
            codes = self._variables.codes[condition.question]
            met = tuple(int((code in condition.codes) is not condition.negated) for code in codes)
        else:
            met = tuple(range(arity))
        answered = self._diagram.node(variable, met)
        if isinstance(condition, Unanswered):
            return answered
        applies = [self._question_applies(question) for question in questions_in(condition)]
        return self._diagram.every([*applies, answered])

    def _question_applies(self, question_id: str) -> int:
        if question_id not in self._applies:
            question = self._model.questions[question_id]
            never = self._kind in question.not_in
            self._applies[question_id] = FALSE if never else self._function(question.asked_if)
        return self._applies[question_id]
