"""What must follow from the answers under the outcomes that are possible, or one decided."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from teui.assessment.applicability import applicability, is_known
from teui.assessment.compiled import Compiled, CompiledRequirement, compiled
from teui.assessment.diagram import Restricted
from teui.assessment.suggestion import Required
from teui.practice.lengths import calendar_day_after
from teui.practice.model import Answers, Due, Kind, PracticeModel


@dataclass(frozen=True, slots=True)
class Standing:
    """The answers put into a compiled model, and what they leave possible."""

    compiled: Compiled
    rest: Restricted
    answers: Answers
    applies: dict[str, bool | None]
    possible: tuple[str, ...]
    settled: bool

    def assessment(self) -> str | None:
        """Which assessment is held: `integration`, `general`, None while unknown."""
        integration = self.rest.truth(self.compiled.integration)
        return {True: "integration", False: "general", None: None}[integration]


def standing(
    model: PracticeModel, answers: Answers, kind: Kind, decided: str | None = None
) -> Standing:
    """Put the answers into the model; with `decided` only that outcome counts as possible."""
    ground = compiled(model, kind)
    rest = ground.under(answers)
    possible = (decided,) if decided is not None else ground.possible(rest)
    applies = applicability(model, answers, kind)
    return Standing(ground, rest, answers, applies, possible, len(possible) == 1)


def requirements_under(
    model: PracticeModel, answers: Answers, as_of: date, outcome: str, kind: Kind = "first"
) -> tuple[Required, ...]:
    """What must follow once `outcome` has been decided, whatever was suggested (store.md 14)."""
    return required(standing(model, answers, kind, decided=outcome), as_of)


def requirements_so_far(
    model: PracticeModel, answers: Answers, as_of: date, kind: Kind = "first"
) -> tuple[Required, ...]:
    """Those of the suggestion, without the cost of all else that it says."""
    return required(standing(model, answers, kind), as_of)


def required(now: Standing, as_of: date) -> tuple[Required, ...]:
    """The requirements whose condition is true, by due day (none last), then id."""
    assessment = now.assessment()
    found = [
        Required(each.requirement.id, _due(now, each.requirement.due, as_of), _source(each))
        for each in now.compiled.requirements
        if _applies_under(each, now.possible)
        and (now.settled or not each.requirement.settled_only)
        and each.requirement.assessment in (None, assessment)
        and now.rest.truth(each.root)
    ]
    return tuple(sorted(found, key=lambda one: (one.due is None, one.due or as_of, one.id)))


def follow_questions(now: Standing, besides: Collection[str]) -> tuple[str, ...]:
    """Questions that decide what must follow, in form order; not those of `besides`.

    They are applicable, unknown, and read by a requirement, or its due date, that may still come
    to apply under a possible outcome.
    """
    read: set[str] = set()
    for each in now.compiled.requirements:
        if _applies_under(each, now.possible) and _may_come(each, now):
            read.update(_still_read(each, now))
    questions = now.compiled.model.questions
    return tuple(
        question.id
        for question in questions.values()
        if question.id in read
        and question.id not in besides
        and now.applies[question.id]
        and not is_known(question, now.answers)
    )


def dated_by(now: Standing, question: str) -> tuple[str, ...]:
    """What may have to follow on a day that is counted from the answer to a question."""
    return tuple(
        each.requirement.id
        for each in now.compiled.requirements
        if each.requirement.due is not None
        and question in each.requirement.due.after
        and _applies_under(each, now.possible)
        and _may_come(each, now)
    )


def _applies_under(each: CompiledRequirement, outcomes: Iterable[str]) -> bool:
    return not each.requirement.under.isdisjoint(outcomes)


def _may_come(each: CompiledRequirement, now: Standing) -> bool:
    wanted, assessment = each.requirement.assessment, now.assessment()
    return now.rest.truth(each.root) is not False and (
        wanted is None or assessment in (None, wanted)
    )


def _still_read(each: CompiledRequirement, now: Standing) -> Iterable[str]:
    roots = [each.root]
    if each.requirement.assessment is not None:
        roots.append(now.compiled.integration)
    for root in roots:
        for variable in now.rest.variables(now.rest.root(root)):
            yield now.compiled.asks(variable)
    yield from each.unanswered
    if each.requirement.due is not None:
        yield from each.requirement.due.after


def _source(each: CompiledRequirement) -> str:
    return each.requirement.source


def _due(now: Standing, due: Due | None, as_of: date) -> date | None:
    if due is None:
        return None
    for name in due.after:
        day = as_of if name == "as_of" else now.answers.get(name)
        if isinstance(day, date) and (name == "as_of" or now.applies[name]):
            if due.length is None:
                return day
            return calendar_day_after(day, now.compiled.model.length(due.length, day))
    return None
