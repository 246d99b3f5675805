"""What can be wrong with answers: a code for the sentence, and the values in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from teui.assessment.applicability import applicability
from teui.practice.conditions import written
from teui.practice.model import Answers, Kind, PracticeModel, Question, Value


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: the question, else the key of the object, else (both None) the whole input.

    Its sentence is the text `fault.<code>` with `details`.
    """

    code: str
    question: str | None = None
    key: str | None = None
    details: Mapping[str, object] = field(default_factory=dict)


def check_answers(
    model: PracticeModel, answers: Answers, as_of: date | None, kind: Kind = "first"
) -> tuple[dict[str, Value], list[Fault]]:
    """The answers that may stand, and a fault for each of the others.

    Found are dates on the wrong side of another and answers to questions that do not apply; an
    answer to one that is not yet applicable stands. An answer with a fault counts as not given
    for what comes after it. `as_of` None: nothing is compared with it.
    """
    standing = dict(answers)
    faults: list[Fault] = []
    for question in model.questions.values():
        fault = next(wrong_sides(question, standing, as_of), None)
        if fault is not None:
            del standing[question.id]
            faults.append(fault)
    for question_id, applies in applicability(model, standing, kind).items():
        if applies is False and question_id in standing:
            del standing[question_id]
            faults.append(_does_not_apply(model, model.questions[question_id], kind))
    return standing, faults


def wrong_sides(question: Question, answers: Answers, as_of: date | None) -> Iterator[Fault]:
    """The limits that a date answer breaks."""
    day = answers.get(question.id)
    if not isinstance(day, date):
        return
    if question.not_after is not None and as_of is not None and day > as_of:
        details = {"day": day.isoformat(), "limit": as_of.isoformat()}
        yield Fault("after_as_of", question.id, details=details)
    if question.not_before is not None:
        limit = answers.get(question.not_before)
        if isinstance(limit, date) and day < limit:
            details = {"day": day.isoformat(), "limit": limit.isoformat()}
            details["other"] = question.not_before
            yield Fault("before_other", question.id, details=details)


def _does_not_apply(model: PracticeModel, question: Question, kind: Kind) -> Fault:
    if kind in question.not_in:
        return Fault("not_in_kind", question.id, details={"kind": kind})
    condition = written(question.asked_if, model.questions)
    return Fault("does_not_apply", question.id, details={"condition": condition})
