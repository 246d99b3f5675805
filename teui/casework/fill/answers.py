"""What an invented client answers, question by question, as the story and its person have it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from teui.assessment.applicability import truth
from teui.casework.draft import State
from teui.casework.fill.hands import between, one_of
from teui.casework.fill.invented import Invented, Note, Phrase, Story
from teui.casework.fill.people import Person
from teui.practice.model import Kind, Occupation, PracticeModel, Question, Value

_SPOKEN_OF: tuple[State, ...] = ("not_discussed", "not_discussed", "does_not_know")
_LEFT_OUT = 0.07


@dataclass(frozen=True, slots=True)
class Given:
    """One answer, or another state beside it with the value None."""

    question: str
    state: State
    value: Value | None


@dataclass(frozen=True, slots=True)
class Talk:
    """What an interview goes by: its people, its days, and what is agreed at its end.

    `agreed`: what the plan of the day says of the questions `agreed.…`.
    """

    model: PracticeModel
    invented: Invented
    person: Person
    story: Story
    kind: Kind
    start: date
    held_on: date
    agreed: Mapping[str, Value]


def answers(random: Random, talk: Talk, home: Mapping[str, Value]) -> Iterator[Given]:
    """The answers in the order of the form, those to questions that apply; `home` is known."""
    given: dict[str, Value] = dict(home)
    # A condition is over questions that stand before, so each is judged once.
    applies: dict[str, bool | None] = {}
    for question in talk.model.questions.values():
        asked = talk.kind not in question.not_in
        applies[question.id] = asked and truth(question.asked_if, talk.model, given, applies)
        if question.id in home or applies[question.id] is False:
            continue
        value = _value(random, talk, question)
        if value is None:
            continue
        if (
            not question.deciding
            and question.id not in talk.agreed
            and (random.random() < _LEFT_OUT)
        ):
            yield Given(question.id, one_of(random, _SPOKEN_OF), None)
            continue
        given[question.id] = value
        yield Given(question.id, "answered", value)


def fitting_notes(invented: Invented, given: Given) -> tuple[Note, ...]:
    """The notes that somebody could write at this answer."""
    if given.state != "answered":
        return ()
    code = given.value if isinstance(given.value, str) else ""
    if isinstance(given.value, tuple):
        code = "+".join(each for each in given.value if isinstance(each, str))
    return tuple(
        note
        for note in invented.notes
        if note.question == given.question and (not note.codes or code in note.codes)
    )


def _value(random: Random, talk: Talk, question: Question) -> Value | None:
    """None where the adviser passes the question over."""
    if question.id in talk.agreed:
        return talk.agreed[question.id]
    if question.id in _FREE:
        return _FREE[question.id](random, talk)
    if question.id in talk.invented.days:
        return _day(random, talk, question)
    if question.id not in talk.story.answers:
        return None
    drawn = one_of(random, talk.story.answers[question.id])
    return tuple(drawn.split("+")) if question.type == "choices" else drawn


def _day(random: Random, talk: Talk, question: Question) -> date:
    day = talk.start + timedelta(days=between(random, talk.invented.days[question.id]))
    return min(day, talk.held_on) if question.not_after else day


def _sought(random: Random, talk: Talk) -> Value:
    trade, service = talk.person.trade, talk.person.service
    age = (talk.held_on - talk.person.born).days // 365
    years = random.randrange(0, max(1, min(25, age - 18)))
    last_year = talk.held_on.year - random.randrange(0, 4) if years else None
    first = Occupation(trade.title[service], trade.isco, years, last_year)
    others = [t for t in talk.invented.trades if t.tags & trade.tags and t.isco != trade.isco]
    if others and random.random() < 0.4:
        other = one_of(random, others)
        return (first, Occupation(other.title[service], other.isco))
    return (first,)


def _area(random: Random, talk: Talk) -> Value:
    towns = [talk.person.town.name, *(t.name for t in talk.invented.towns)]
    return tuple(dict.fromkeys(towns))[: random.randrange(1, 4)]


def _licences(random: Random, talk: Talk) -> Value | None:
    held = tuple(each for each in talk.person.trade.licences if random.random() < 0.75)
    return held or None


def _education(random: Random, talk: Talk) -> Value:
    drawn = talk.story.answers.get("competence.education", (talk.person.trade.education,))
    from_abroad = talk.person.basis in {"eu_right", "permit_full"}
    if from_abroad and drawn != ("basic",) and random.random() < 0.5:
        return "foreign_not_recognised"
    return one_of(random, drawn)


def _phrase(name: str) -> Callable[[Random, Talk], Value]:
    def said(random: Random, talk: Talk) -> Value:
        phrase: Phrase = one_of(random, talk.invented.phrases[name])
        return phrase[talk.person.service]

    return said


_FREE: Mapping[str, Callable[[Random, Talk], Value | None]] = {
    "residence.basis": lambda _random, talk: talk.person.basis,
    "integration.foreign_education": _phrase("schooling_abroad"),
    "integration.foreign_work": _phrase("work_abroad"),
    "work.sought": _sought,
    "work.area": _area,
    "work.licences": _licences,
    "competence.education": _education,
    "goals.strengths": _phrase("strength"),
}
