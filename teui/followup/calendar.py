"""The office's days of work: weekends, Finnish public holidays, the day to act.

The holidays come from the library `holidays`, which is loaded by the first question about one;
it knows Finland's until 2100, and after that only weekends are days off.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from teui.practice.lengths import calendar_day_after, calendar_day_before
from teui.practice.model import Length

_DAY = timedelta(days=1)
_SATURDAY = 5
_EVES = {"Midsummer Eve": "midsummer_eve", "Christmas Eve": "christmas_eve"}


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """The office's working days: Monday to Friday but public holidays and `eves`.

    `eves` are those of `midsummer_eve` and `christmas_eve` that the office counts as days off.
    """

    eves: frozenset[str] = frozenset(_EVES.values())

    def is_working_day(self, day: date) -> bool:
        return day.weekday() < _SATURDAY and day not in _days_off(day.year, self.eves)

    def working_days_after(self, day: date, number: int) -> date:
        """The `number`-th working day after `day`; `day` itself is never counted."""
        while number > 0:
            day += _DAY
            number -= self.is_working_day(day)
        return day

    def after(self, day: date, length: Length) -> date:
        """The day that is `length` after `day` (interview.md: "n calendar months after")."""
        if length.unit == "working_days":
            return self.working_days_after(day, length.amount)
        return calendar_day_after(day, length)

    def before(self, day: date, length: Length) -> date:
        """The day that is `length` before `day`."""
        if length.unit != "working_days":
            return calendar_day_before(day, length)
        number = length.amount
        while number > 0:
            day -= _DAY
            number -= self.is_working_day(day)
        return day

    def working_from(self, day: date) -> date:
        """`day`, or where that is a day off the working day after it."""
        while not self.is_working_day(day):
            day += _DAY
        return day

    def act_on(self, due: date, arose: date) -> date:
        """The day to act: `due`, or where that is a day off the working day before it.

        Never before the day on which the matter arose, and never after `due`.
        """
        day = due
        while day > arose and not self.is_working_day(day):
            day -= _DAY
        return day

    def late_by(self, act_on: date, today: date) -> int:
        """How many working days have gone since the day to act, today included; 0 if none."""
        days = (today - act_on).days
        return sum(self.is_working_day(act_on + timedelta(days=n)) for n in range(1, days + 1))


@cache
def _days_off(year: int, eves: frozenset[str]) -> frozenset[date]:
    from holidays import country_holidays

    named = country_holidays("FI", years=year, language="en_US")
    return frozenset(day for day, name in named.items() if _EVES.get(name) in {None, *eves})
