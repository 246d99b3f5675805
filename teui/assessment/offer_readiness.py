"""Whether a client is ready to be offered work, and what several failed offers may point to.

Pure: answers and what goes on just now in, what is missing and what speaks against it out. It
suggests, and a person decides (S1 ch. 3).
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from teui.assessment.applicability import applicability, truth
from teui.practice.model import Answers, PracticeModel

StopKind = Literal["assessment", "service", "consult"]


@dataclass(frozen=True, slots=True)
class Stop:
    """What speaks against an offer just now: an assessment under way, a `service` that runs, or
    that the adviser who answers for the client has not been asked."""

    kind: StopKind
    service: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """What goes on with a client: `running` services, a draft of an assessment, the line.

    `is_responsible`: the adviser who offers is the one who answers for the client.
    """

    running: tuple[str, ...] = ()
    is_assessed: bool = False
    line: int | None = None
    is_responsible: bool = True


@dataclass(frozen=True, slots=True)
class Readiness:
    """`missing` are questions without an answer, `short_only`: only short work is offered."""

    missing: tuple[str, ...]
    stops: tuple[Stop, ...]
    short_only: bool


@dataclass(frozen=True, slots=True)
class Need:
    """A possible need behind offers that failed; so many of their reasons are a sign of it."""

    id: str
    signs: int


def readiness(model: PracticeModel, answers: Answers, case: Case, today: date) -> Readiness:
    """Under what was answered in the assessments so far, the latest answer to each question."""
    return Readiness(
        missing=tuple(question for question in model.offers.ready if not answers.get(question)),
        stops=tuple(_stops(model, case)),
        short_only=_short_only(model, answers, today),
    )


def needs(model: PracticeModel, failed: Iterable[str | None], today: date) -> tuple[Need, ...]:
    """All needs, the one with most signs first, once so many offers `failed` (their reasons) as
    the office calls several; before that none."""
    rules, reasons = model.offers, list(failed)
    if rules.several is None or len(reasons) < model.length(rules.several, today).amount:
        return ()
    known = [rules.reasons[each] for each in reasons if each is not None and each in rules.reasons]
    signs = Counter(need for reason in known for need in reason.points_to)
    # Sorting is stable: those with as many signs stay in the order of the file.
    return tuple(Need(each, signs[each]) for each in sorted(rules.needs, key=lambda n: -signs[n]))


def _stops(model: PracticeModel, case: Case) -> Iterator[Stop]:
    rules = model.offers
    if case.is_assessed:
        yield Stop("assessment")
    for service in case.running:
        known = model.services.get(service)
        if known is not None and known.kind in rules.stop_kinds:
            yield Stop("service", service)
    if case.line in rules.consult and not case.is_responsible:
        yield Stop("consult")


def _short_only(model: PracticeModel, answers: Answers, today: date) -> bool:
    """A change is known, and its day has not come yet."""
    rules = model.offers
    if rules.short is None or rules.short_until is None:
        return False
    until = answers.get(rules.short_until)
    is_over = isinstance(until, date) and until <= today
    applies = applicability(model, answers)
    return not is_over and truth(rules.short, model, answers, applies) is True
