"""From answers to a suggestion: pure, exact, and fast enough to be asked at every key."""

from datetime import date

from teui.assessment.compiled import Compiled, CompiledStep, compiled
from teui.assessment.diagram import Restricted
from teui.assessment.doubt import certainty_after
from teui.assessment.requirements import Standing, follow_questions, required, standing
from teui.assessment.suggestion import Reason, Suggestion
from teui.practice.model import Answers, Kind, PracticeModel

_ORDER = {True: 0, None: 1, False: 2}
_PRECISION = 9


def suggest(
    model: PracticeModel, answers: Answers, as_of: date, kind: Kind = "first"
) -> Suggestion:
    """The suggestion for the known answers on the day `as_of`.

    `answers` hold values as `teui.practice.values` reads them, without those that are dormant.
    Possible outcomes and open questions are exact for every model that the loader accepts.
    """
    now = standing(model, answers, kind)
    outcome = now.possible[0] if now.settled else None
    open_questions = () if now.settled else _most_useful_first(now.compiled, now.rest)
    return Suggestion(
        pack=model.id,
        assessment=now.assessment(),
        outcome=outcome,
        settled=now.settled,
        possible=now.possible,
        sub_segment=_first_true(now.compiled.sub_segments, outcome, now.rest),
        phase=_first_true(now.compiled.phases, outcome, now.rest),
        reasons=_reasons(now),
        open_questions=open_questions,
        follow_questions=follow_questions(now, open_questions),
        requirements=required(now, as_of),
    )


def contradictions(model: PracticeModel, answers: Answers, kind: Kind = "first") -> tuple[str, ...]:
    """The contradictions of the model that the known answers show, by id."""
    ground = compiled(model, kind)
    rest = ground.under(answers)
    return tuple(name for name, root in ground.contradictions.items() if rest.truth(root))


def _reasons(now: Standing) -> tuple[Reason, ...]:
    """Every gate and criterion: those that hold, the unknown ones, those that do not."""
    reasons = [
        Reason(rule.id, rule.outcome, now.rest.truth(rule.root), rule.reads, rule.source)
        for rule in now.compiled.rules
    ]
    return tuple(sorted(reasons, key=lambda reason: _ORDER[reason.holds]))


def _first_true(
    steps: tuple[CompiledStep, ...], outcome: str | None, rest: Restricted
) -> str | None:
    """The first step of `outcome` that is true, unless one before it is unknown."""
    for each in steps:
        if each.step.outcome == outcome:
            tests = [rest.truth(root) for root in each.roots]
            if True in tests:
                return each.step.id
            if None in tests:
                return None
    return None


def _most_useful_first(compiled: Compiled, rest: Restricted) -> tuple[str, ...]:
    """The questions that matter, the one that leaves the least doubt first.

    None stands before a question that its own applicability hangs on; like ones stand in the
    order of the form.
    """
    certainty = certainty_after(rest, rest.root(compiled.outcome))
    ranked = sorted(certainty, key=lambda v: (-round(certainty[v], _PRECISION), v))
    waiting = [compiled.asks(variable) for variable in ranked]
    ordered: list[str] = []
    while waiting:
        free = next(q for q in waiting if compiled.hangs_on[q].isdisjoint(waiting))
        waiting.remove(free)
        ordered.append(free)
    return tuple(ordered)
