"""What another answer would make of the suggestion: exactly, for one answer at a time."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from teui.assessment.compiled import Compiled, compiled
from teui.assessment.reply import Codes, Met, Reply
from teui.assessment.sheet import Sheet
from teui.assessment.suggestion import Reason
from teui.assessment.variables import Variable
from teui.assessment.what_follows_if import Follow, follows
from teui.practice.model import Recorded, Test, Unanswered, Within

__all__ = ["Codes", "Effect", "Follow", "Met", "Reply", "Turn", "WhatIf", "what_if"]


@dataclass(frozen=True, slots=True)
class Effect:
    """What would be possible after an answer, and whether that is something else than now."""

    reply: Reply
    possible: tuple[str, ...]
    changes: bool


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and what its answers would do, those that do the same together.

    Of a question with an answer, only the other ones; codes that count as unknown never.
    """

    question: str
    effects: tuple[Effect, ...]


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What one answer would change, by what it would lead to.

    `other_line` are other answers than stand, to other lines than are possible now; after those of
    `no_line` the same lines are left, or none. The answers that the outcome rests on
    stand first, then the order of the form. `unknown` are all open questions, most useful first;
    `follows` those that decide only what must follow. `carried_by` are the reasons of the
    outcome where no other answer alone takes them all away: see `_Looking.carried_by`.
    """

    possible: tuple[str, ...]
    other_line: tuple[Turn, ...]
    no_line: tuple[Turn, ...]
    unknown: tuple[Turn, ...]
    follows: tuple[Follow, ...]
    carried_by: tuple[Reason, ...]

    @property
    def is_settled(self) -> bool:
        return len(self.possible) == 1


def what_if(sheet: Sheet) -> WhatIf:
    """What each other answer, and each answer to an open question, would make possible.

    Dormant answers come back with their condition, as on the sheet. They are left among the known
    ones: of a question that does not apply every test is false, whatever was answered.
    """
    looking = _Looking(sheet)
    given = [looking.turn(question) for question in looking.given()]
    none: frozenset[int] = frozenset()
    same = (none, looking.lines(looking.possible))
    return WhatIf(
        looking.possible,
        _only(given, lambda effect: looking.lines(effect.possible) not in same),
        _only(given, lambda effect: effect.changes and looking.lines(effect.possible) in same),
        tuple(looking.turn(question) for question in sheet.suggestion.open_questions),
        follows(sheet),
        looking.carried_by(given),
    )


def _only(turns: Iterable[Turn], wanted: Callable[[Effect], bool]) -> tuple[Turn, ...]:
    """The turns with those of their effects that are wanted, as far as they have any."""
    found = (
        Turn(turn.question, tuple(effect for effect in turn.effects if wanted(effect)))
        for turn in turns
    )
    return tuple(turn for turn in found if turn.effects)


class _Looking:
    """The sheet's answers put into the compiled model, to look at one change after another."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._ground: Compiled = compiled(sheet.model, sheet.kind)
        recorded = {
            question: given.value
            for question, given in sheet.given.items()
            if given.state == "answered" and given.value is not None
        }
        self._known = self._ground.variables.values(recorded)
        self._reads = self._ground.outcome_reads()
        self.possible = self._ground.possible_with(self._known)

    def given(self) -> list[str]:
        """The answered questions that the line may hang on, what the outcome rests on first."""
        found = [
            question
            for question, applies in self._sheet.applies.items()
            if applies is not False
            and question in self._reads
            and self._known[self._reads[question]] is not None
        ]
        resting = {question for reason in self._holding() for question in reason.answers}
        return sorted(found, key=lambda question: question not in resting)

    def turn(self, question: str) -> Turn:
        """What each value of the question but the one that stands would leave possible."""
        number = self._reads[question]
        variable = self._ground.variables.all[number]
        stands = self._known[number]
        results: dict[tuple[str, ...], list[int]] = {}
        for value in range(self._ground.variables.arities[number]):
            if value != stands:
                known = [*self._known]
                known[number] = value
                results.setdefault(self._ground.possible_with(known), []).append(value)
        effects = [
            Effect(reply, possible, possible != self.possible)
            for possible, values in results.items()
            for reply in self._reply(variable, values)
        ]
        return Turn(question, tuple(effects))

    def lines(self, outcomes: Iterable[str]) -> frozenset[int]:
        """The lines among the outcomes."""
        found = (self._sheet.model.line_of(outcome) for outcome in outcomes)
        return frozenset(line for line in found if line is not None)

    def carried_by(self, given: Sequence[Turn]) -> tuple[Reason, ...]:
        """The reasons of a settled outcome, where no other answer alone leaves none of them.

        They leave the outcome to a later row of the table; an outcome without a line is left to
        another one without, so that what counts there is whether any line comes into reach.
        """
        reasons = self._holding()
        if not reasons:
            return ()
        reached = {o for turn in given for effect in turn.effects for o in effect.possible}
        [outcome] = self.possible
        if not self.lines([outcome]):
            return () if self.lines(reached) else reasons
        order = [each.id for each in self._sheet.model.outcomes]
        later = order[order.index(outcome) + 1 :]
        return reasons if reached.isdisjoint(later) else ()

    def _holding(self) -> tuple[Reason, ...]:
        """What holds for the outcome that is settled; without a line, for any such outcome."""
        suggestion = self._sheet.suggestion
        if suggestion.outcome is None:
            return ()
        has_line = bool(self.lines([suggestion.outcome]))
        return tuple(
            reason
            for reason in suggestion.reasons
            if reason.holds
            and (
                reason.outcome == suggestion.outcome
                if has_line
                else not self.lines([reason.outcome])
            )
        )

    def _reply(self, variable: Variable, values: Sequence[int]) -> Iterator[Reply]:
        match variable:
            case str():
                codes = self._ground.variables.codes[variable]
                yield Codes(tuple(codes[value] for value in values))
            case Test() | Within():
                yield from (Met(variable, bool(value)) for value in values)
            case Recorded() | Unanswered():
                raise TypeError(variable)
