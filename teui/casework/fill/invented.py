"""Reads `data/invented/`: people, trades, stories and words to make invented clients of."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from teui.practice.fields import Fields
from teui.practice.files import data_folder, read_toml
from teui.practice.texts import LANGUAGES

T = TypeVar("T")
Phrase = Mapping[str, str]
"""One text in every language of service."""
Chances = tuple[str, ...]
"""What one is drawn from; something that stands twice is drawn twice as often."""
Span = tuple[int, int]
"""From and to, both included."""


@dataclass(frozen=True, slots=True)
class People:
    """Those who share a language; `basis` of residence, codes as in the practice model."""

    id: str
    weight: int
    language: str
    service: Chances
    basis: Chances
    interpreter: Chances
    family: tuple[str, ...]
    family_women: tuple[str, ...]
    women: tuple[str, ...]
    men: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Town:
    name: str
    code: str
    weight: int


@dataclass(frozen=True, slots=True)
class Team:
    name: str
    advisers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trade:
    isco: str
    title: Phrase
    education: str
    licences: tuple[str, ...]
    tags: frozenset[str]


@dataclass(frozen=True, slots=True)
class Story:
    """A profile of answers, the usual ones included, that leads to `outcome`. Ages in years."""

    id: str
    outcome: str
    weight: int
    ages: Span
    people: frozenset[str]
    trades: frozenset[str]
    answers: Mapping[str, Chances]


@dataclass(frozen=True, slots=True)
class Note:
    """`codes`: the answers to `question` that it fits, written `a+b`; empty: any."""

    question: str
    codes: frozenset[str]
    text: Phrase


@dataclass(frozen=True, slots=True)
class Step:
    """What one side of a plan does, `days` after the plan was made."""

    side: str
    lines: frozenset[int]
    days: Span
    service: str | None
    text: Phrase


@dataclass(frozen=True, slots=True)
class Rhythm:
    line: int
    weeks: tuple[int, ...]
    channels: Chances
    by: Chances


@dataclass(frozen=True, slots=True)
class Invented:
    """Everything in the folder. `adviser` is the one whose desk it is; `days` are counted from the
    start of the job search."""

    adviser: str
    people: tuple[People, ...]
    towns: tuple[Town, ...]
    teams: tuple[Team, ...]
    trades: tuple[Trade, ...]
    stages: Mapping[str, int]
    stories: tuple[Story, ...]
    days: Mapping[str, Span]
    notes: tuple[Note, ...]
    unfinished: tuple[Phrase, ...]
    steps: tuple[Step, ...]
    rhythms: Mapping[int, Rhythm]
    phrases: Mapping[str, tuple[Phrase, ...]]


PHRASES = (
    "reason",
    "strength",
    "schooling_abroad",
    "work_abroad",
    "test_provider",
    "test_result",
    "employer",
    "despite",
)


@cache
def load_invented(folder: Path | None = None) -> Invented:
    """The folder's content, read once; raises `DataFault` naming file, place and cure."""
    folder = folder or data_folder() / "invented"
    names, office, occupations, stories, notes, plans = (
        Fields(f"{name}.toml", "", read_toml(folder / f"{name}.toml"))
        for name in ("names", "office", "occupations", "stories", "notes", "plans")
    )
    stages, usual, days = (
        stories.table("stage"),
        stories.table("usual"),
        stories.table("usual_days"),
    )
    usual_answers = _answers(usual)
    result = Invented(
        adviser=office.text("adviser"),
        people=tuple(_people(table) for table in names.tables("people")),
        towns=tuple(
            _ended(t, Town(t.text("name"), t.text("code"), t.number("weight")))
            for t in office.tables("town")
        ),
        teams=tuple(
            _ended(t, Team(t.text("name"), t.texts("advisers"))) for t in office.tables("team")
        ),
        trades=tuple(_trade(table) for table in occupations.tables("occupation")),
        stages={name: stages.number(name) for name in stages.names()},
        stories=tuple(_story(table, usual_answers) for table in stories.tables("story")),
        days={question: _span(days, question) for question in days.names()},
        notes=tuple(_note(table) for table in notes.tables("note")),
        unfinished=tuple(_ended(t, _phrase(t)) for t in notes.tables("unfinished")),
        steps=tuple(_step(table) for table in plans.tables("step")),
        rhythms={found.line: found for found in map(_rhythm, plans.tables("rhythm"))},
        phrases={
            name: tuple(_ended(t, _phrase(t)) for t in plans.tables(name)) for name in PHRASES
        },
    )
    for file in (names, office, occupations, stories, notes, plans):
        file.end()
    return result


def _ended(fields: Fields, value: T) -> T:
    fields.end()
    return value


def _people(t: Fields) -> People:
    women = t.texts("women")
    family = t.texts("family")
    made = People(
        id=t.text("id"),
        weight=t.number("weight"),
        language=t.text("language"),
        service=_chances(t, "service"),
        basis=_chances(t, "basis"),
        interpreter=_chances(t, "interpreter") or ("no",),
        family=family,
        family_women=t.texts("family_women") or family,
        women=women,
        men=t.texts("men"),
    )
    return _ended(t, made)


def _trade(t: Fields) -> Trade:
    made = Trade(
        isco=t.text("isco"),
        title=_phrase(t),
        education=t.text("education"),
        licences=t.texts("licences"),
        tags=frozenset(t.texts("tags")),
    )
    return _ended(t, made)


def _story(t: Fields, usual: Mapping[str, Chances]) -> Story:
    made = Story(
        id=t.text("id"),
        outcome=t.text("outcome"),
        weight=t.number("weight"),
        ages=_span(t, "ages"),
        people=frozenset(t.texts("people")),
        trades=frozenset(t.texts("trades")),
        answers={**usual, **_answers(t.table("answers"))},
    )
    return _ended(t, made)


def _note(t: Fields) -> Note:
    return _ended(t, Note(t.text("question"), frozenset(t.texts("codes")), _phrase(t)))


def _step(t: Fields) -> Step:
    made = Step(
        side=t.one_of("side", {"client", "office"}),
        lines=t.numbers("lines"),
        days=_span(t, "days"),
        service=t.text_or_none("service"),
        text=_phrase(t),
    )
    return _ended(t, made)


def _rhythm(t: Fields) -> Rhythm:
    weeks = tuple(sorted(t.numbers("weeks")))
    return _ended(t, Rhythm(t.number("line"), weeks, _chances(t, "channels"), _chances(t, "by")))


def _answers(t: Fields) -> Mapping[str, Chances]:
    return {question: _chances(t, question) for question in t.names()}


def _phrase(t: Fields) -> Phrase:
    return {language: t.text(language) for language in LANGUAGES}


def _span(t: Fields, name: str) -> Span:
    days = t.numbers(name)
    return min(days), max(days)


def _chances(t: Fields, name: str) -> Chances:
    """`["yes*3", "no"]` as three times yes and once no."""
    drawn: list[str] = []
    for each in t.texts(name):
        value, _, times = each.partition("*")
        if times and not times.isdecimal():
            raise t.fault(name, f"“{each}” has no number after *.", 'Write "yes*3".')
        drawn += [value] * (int(times) if times else 1)
    return tuple(drawn)
