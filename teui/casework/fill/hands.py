"""Whose hands the past months went through: a clock that is moved, and draws that repeat."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Protocol, TypeVar

from teui.clock import OFFICE_ZONE, Clock
from teui.followup.calendar import WorkCalendar

T = TypeVar("T")
_OPENS, _MINUTES = time(8, 10), 7 * 60


class Weighted(Protocol):
    @property
    def weight(self) -> int: ...


class MovingClock:
    """Stands at an instant of a past working day until it is moved."""

    def __init__(self) -> None:
        self._now = datetime(2000, 1, 1, tzinfo=UTC)
        self.clock = Clock(read=lambda: self._now)

    @property
    def now(self) -> datetime:
        return self._now

    @property
    def today(self) -> date:
        return self.clock.today()

    def begin(self, day: date, random: Random) -> None:
        """To some minute of the office's opening hours on `day`, for a new client."""
        opens = datetime.combine(day, _OPENS, OFFICE_ZONE)
        self._now = (opens + timedelta(minutes=random.randrange(_MINUTES))).astimezone(UTC)

    def move(self, day: date, random: Random) -> None:
        """The same, but forwards: on the day where it stands already some seconds later."""
        if day > self.today:
            self.begin(day, random)
        else:
            self.tick(random)

    def tick(self, random: Random, longest: int = 40) -> None:
        """Some seconds later."""
        self._now += timedelta(milliseconds=random.randrange(2_000, longest * 1000))


@dataclass(frozen=True, slots=True)
class Times:
    """Today and the working days around it. What is invented ends on the one before today."""

    today: date
    calendar: WorkCalendar

    @property
    def last(self) -> date:
        return self.back(1)

    def back(self, number: int, day: date | None = None) -> date:
        """The `number`-th working day before `day`, else before today."""
        found = day or self.today
        while number > 0:
            found -= timedelta(days=1)
            number -= self.calendar.is_working_day(found)
        return found

    def working(self, day: date) -> date:
        """`day`, or the next working day."""
        return day if self.calendar.is_working_day(day) else self.after(day, 1)

    def after(self, day: date, number: int) -> date:
        return self.calendar.working_days_after(day, number)


def one_of(random: Random, choices: Sequence[T]) -> T:
    return choices[random.randrange(len(choices))]


def between(random: Random, span: tuple[int, int]) -> int:
    """A whole number of the span, its ends included."""
    return random.randint(*span)


def weighted(random: Random, choices: Collection[T], weights: Sequence[int]) -> T:
    return random.choices(tuple(choices), weights)[0]


def deck(random: Random, weights: Mapping[T, int], cards: int) -> list[T]:
    """`cards` of the keys, shuffled, as many of each as its weight says; small ones not lost."""
    whole = sum(weights.values())
    shares = {key: cards * weight / whole for key, weight in weights.items()}
    counts = {key: int(share) for key, share in shares.items()}
    left = cards - sum(counts.values())
    for key in sorted(shares, key=lambda key: counts[key] - shares[key])[:left]:
        counts[key] += 1
    dealt = [key for key, count in counts.items() for _ in range(count)]
    random.shuffle(dealt)
    return dealt
