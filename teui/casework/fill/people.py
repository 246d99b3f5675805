"""Invents a person: name, languages, and codes and numbers that nobody real can have."""

import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from teui.casework.fill.hands import between, one_of, weighted
from teui.casework.fill.invented import Invented, People, Story, Town, Trade
from teui.casework.new_client import NewClient

_CHECKS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_FIRST_TEST, _LAST_TEST = 900, 999
_YEAR = 365.25
# Possible, but no number begins so in Finland's numbering: nobody's telephone rings.
_NOBODYS_NUMBER = "049 0"


@dataclass(frozen=True, slots=True)
class Person:
    """`service` is the language of service; `basis` that of residence."""

    people: People
    family_name: str
    given_names: str
    woman: bool
    born: date
    service: str
    basis: str
    interpreter: str
    town: Town
    trade: Trade


class Registry:
    """Gives out codes and numbers, none of them twice and none in `taken`."""

    def __init__(self, random: Random, taken: set[str]) -> None:
        self._random = random
        self._taken = taken

    def identity_code(self, born: date, *, woman: bool) -> str | None:
        """A code of the test range; None where its hundred of that day are used up."""
        numbers = [n for n in range(_FIRST_TEST, _LAST_TEST + 1) if (n % 2 == 0) is woman]
        self._random.shuffle(numbers)
        for number in numbers:
            code = identity_code(born, number)
            if code not in self._taken:
                self._taken.add(code)
                return code
        return None

    def phone(self) -> str:
        while True:
            digits = f"{self._random.randrange(10**6):06d}"
            number = f"{_NOBODYS_NUMBER}{digits[:2]} {digits[2:]}"
            if number not in self._taken:
                self._taken.add(number)
                return number


def identity_code(born: date, number: int) -> str:
    """The personal identity code of the day of birth and an individual number."""
    day = born.strftime("%d%m%y")
    check = _CHECKS[int(f"{day}{number:03d}") % len(_CHECKS)]
    return f"{day}{'A' if born.year >= 2000 else '-'}{number:03d}{check}"


def invent_person(random: Random, invented: Invented, story: Story, today: date) -> Person:
    """Somebody to whom the story can happen."""
    groups = [p for p in invented.people if not story.people or p.id in story.people]
    people = weighted(random, groups, [p.weight for p in groups])
    trades = [t for t in invented.trades if t.tags & story.trades]
    woman = random.random() < 0.5
    age = between(random, story.ages)
    weak_language = story.answers["competence.language"] != ("sufficient",)
    citizen = people.basis == ("citizen",)
    return Person(
        people=people,
        family_name=one_of(random, people.family_women if woman else people.family),
        given_names=one_of(random, people.women if woman else people.men),
        woman=woman,
        born=today - timedelta(days=int(age * _YEAR) + random.randrange(1, 365)),
        service=one_of(random, people.service),
        basis=one_of(random, story.answers.get("residence.basis", people.basis)),
        interpreter=one_of(random, people.interpreter) if weak_language and not citizen else "no",
        town=weighted(random, invented.towns, [t.weight for t in invented.towns]),
        trade=one_of(random, trades),
    )


def as_new_client(
    random: Random, person: Person, registry: Registry, start: date, channel: str
) -> NewClient:
    """What the adviser types; some have no code yet, some no e-mail."""
    coded = person.people.basis == ("citizen",) or random.random() < 0.8
    code = registry.identity_code(person.born, woman=person.woman) if coded else None
    names = person.given_names.split(" ")
    return NewClient(
        family_name=person.family_name,
        given_names=person.given_names,
        call_name=names[-1] if len(names) > 1 and random.random() < 0.3 else None,
        identity_code=code,
        birth_date=person.born,
        phones=(registry.phone(),),
        email=_email(person) if random.random() < 0.8 else None,
        municipality=person.town.code,
        language=person.people.language,
        service_language=person.service,
        interpreter=person.interpreter,
        start_date=start,
        start_channel=channel,
    )


def _email(person: Person) -> str:
    name = f"{person.given_names.split(' ')[0]}.{person.family_name}".lower().replace(" ", ".")
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return f"{plain}@example.org"
