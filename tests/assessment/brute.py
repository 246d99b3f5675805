"""The definitions of interview.md by enumeration, for models small enough or nearly answered.

Nothing here is shared with the engine but the frozen model: conditions are evaluated in plain
two-valued logic over completions that are written out one by one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from teui.practice.model import (
    All,
    Condition,
    PracticeModel,
    Question,
    Recorded,
    Some,
    Test,
    Unanswered,
    Value,
    Within,
)

Answers = Mapping[str, Value]


@dataclass(frozen=True)
class Truth:
    """What the answers leave possible, open and decided."""

    possible: frozenset[str]
    open_questions: frozenset[str]
    holds: Mapping[str, bool | None]


def completions(
    model: PracticeModel, answers: Answers, kind: str, questions: list[str]
) -> Iterator[dict[str, Value]]:
    """Every way to answer the unknown ones of `questions`, non-applicable ones left out."""

    def extend(place: int, chosen: dict[str, Value]) -> Iterator[dict[str, Value]]:
        if place == len(questions):
            yield dict(chosen)
            return
        question = model.questions[questions[place]]
        if kind in question.not_in or not holds(model, question.asked_if, chosen):
            yield from extend(place + 1, chosen)
            return
        for value in values(model, question, answers):
            yield from extend(place + 1, {**chosen, question.id: value})

    yield from extend(0, {})


def values(model: PracticeModel, question: Question, answers: Answers) -> list[Value]:
    given = answers.get(question.id)
    if given is not None and given not in question.unknown_codes:
        return [given]
    if question.type == "date":
        start = next(
            day
            for q in model.questions.values()
            if q.required and isinstance(day := answers[q.id], date)
        )
        return [start + timedelta(days=1), start + timedelta(days=2000)]
    known = [code for code in question.codes if code not in question.unknown_codes]
    if question.type == "choices":
        return [(code,) for code in known]
    return list(known)


def holds(model: PracticeModel, condition: Condition, chosen: Answers) -> bool:
    match condition:
        case All(parts):
            return all(holds(model, part, chosen) for part in parts)
        case Some(parts):
            return any(holds(model, part, chosen) for part in parts)
        case Test(question, codes, negated):
            value = chosen.get(question)
            if value is None:
                return False
            inside = value in codes if isinstance(value, str) else bool(codes & set(value))  # type: ignore[arg-type]
            return inside != negated
        case Within(later, length, earlier):
            end, start = chosen.get(later), chosen.get(earlier)
            if not isinstance(end, date) or not isinstance(start, date):
                return False
            return end <= after(start, model.lengths[length].amount, model.lengths[length].unit)
        case Recorded() | Unanswered():
            raise AssertionError("what was recorded is asked only by requirements")


def after(day: date, amount: int, unit: str) -> date:
    if unit == "days":
        return day + timedelta(days=amount)
    months = amount * (12 if unit == "years" else 1)
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    for last in range(day.day, 0, -1):
        try:
            return date(year, month, last)
        except ValueError:
            continue
    raise AssertionError


def outcome(model: PracticeModel, chosen: Answers) -> str:
    for row in model.outcomes:
        own = [c.when for c in model.criteria if c.outcome == row.id]
        rules = own if row.gate is None else [row.gate]
        if any(holds(model, rule, chosen) for rule in rules):
            return row.id
    return model.outcomes[-1].id


def truth(model: PracticeModel, answers: Answers, kind: str, questions: list[str]) -> Truth:
    every = [(c, outcome(model, c)) for c in completions(model, answers, kind, questions)]
    open_questions = set()
    for (one, first), (other, second) in combinations(every, 2):
        if first != second:
            differing = [q for q in one.keys() & other.keys() if one[q] != other[q]]
            if len(differing) == 1:
                open_questions.add(differing[0])
    rules = {c.id: c.when for c in model.criteria}
    rules |= {o.id: o.gate for o in model.outcomes if o.gate is not None}
    decided: dict[str, bool | None] = {}
    for rule, condition in rules.items():
        found = {holds(model, condition, chosen) for chosen, _ in every}
        decided[rule] = found.pop() if len(found) == 1 else None
    return Truth(frozenset(o for _, o in every), frozenset(open_questions), decided)
