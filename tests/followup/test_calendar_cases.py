"""Days worked out by hand with the calendar of each year, around every kind of day off."""

import pytest

from tests.followup.days import day
from teui.followup.calendar import WorkCalendar
from teui.practice.lengths import months_after
from teui.practice.model import Length

OFFICE = WorkCalendar()

# due day, day on which the matter arose, day to act
ACT_ON = [
    # weekends
    ("Mon 16.11.2026", "Mon 2.11.2026", "Mon 16.11.2026"),
    ("Fri 20.11.2026", "Mon 2.11.2026", "Fri 20.11.2026"),
    ("Sat 21.11.2026", "Mon 2.11.2026", "Fri 20.11.2026"),
    ("Sun 22.11.2026", "Mon 2.11.2026", "Fri 20.11.2026"),
    # never before the matter arose
    ("Sun 22.11.2026", "Sat 21.11.2026", "Sat 21.11.2026"),
    ("Sun 22.11.2026", "Sun 22.11.2026", "Sun 22.11.2026"),
    ("Sat 21.11.2026", "Fri 20.11.2026", "Fri 20.11.2026"),
    ("Sat 21.11.2026", "Sat 21.11.2026", "Sat 21.11.2026"),
    # what was due before it arose stays on its day: it is late from the start
    ("Tue 10.11.2026", "Mon 16.11.2026", "Tue 10.11.2026"),
    ("Sun 15.11.2026", "Mon 16.11.2026", "Sun 15.11.2026"),
    # Independence Day on a Sunday, on a Monday, on a Tuesday
    ("Sun 6.12.2026", "Mon 16.11.2026", "Fri 4.12.2026"),
    ("Mon 6.12.2027", "Mon 15.11.2027", "Fri 3.12.2027"),
    ("Mon 6.12.2027", "Sun 5.12.2027", "Sun 5.12.2027"),
    ("Wed 6.12.2028", "Wed 6.12.2028", "Wed 6.12.2028"),
    ("Wed 6.12.2028", "Mon 4.12.2028", "Tue 5.12.2028"),
    # Christmas: the eve is off too
    ("Wed 23.12.2026", "Mon 2.11.2026", "Wed 23.12.2026"),
    ("Thu 24.12.2026", "Mon 2.11.2026", "Wed 23.12.2026"),
    ("Fri 25.12.2026", "Mon 2.11.2026", "Wed 23.12.2026"),
    ("Sat 26.12.2026", "Mon 2.11.2026", "Wed 23.12.2026"),
    ("Sun 27.12.2026", "Mon 2.11.2026", "Wed 23.12.2026"),
    ("Sun 27.12.2026", "Fri 25.12.2026", "Fri 25.12.2026"),
    ("Mon 28.12.2026", "Mon 2.11.2026", "Mon 28.12.2026"),
    ("Sun 26.12.2027", "Mon 1.11.2027", "Thu 23.12.2027"),
    ("Tue 24.12.2030", "Mon 2.12.2030", "Mon 23.12.2030"),
    # New Year's Eve is a working day, New Year's Day and Epiphany are not
    ("Thu 31.12.2026", "Mon 2.11.2026", "Thu 31.12.2026"),
    ("Fri 1.1.2027", "Mon 2.11.2026", "Thu 31.12.2026"),
    ("Sun 3.1.2027", "Mon 2.11.2026", "Thu 31.12.2026"),
    ("Wed 6.1.2027", "Mon 4.1.2027", "Tue 5.1.2027"),
    ("Tue 6.1.2026", "Thu 1.1.2026", "Mon 5.1.2026"),
    # Easter
    ("Thu 2.4.2026", "Mon 2.3.2026", "Thu 2.4.2026"),
    ("Fri 3.4.2026", "Mon 2.3.2026", "Thu 2.4.2026"),
    ("Sat 4.4.2026", "Mon 2.3.2026", "Thu 2.4.2026"),
    ("Sun 5.4.2026", "Mon 2.3.2026", "Thu 2.4.2026"),
    ("Mon 6.4.2026", "Mon 2.3.2026", "Thu 2.4.2026"),
    ("Mon 6.4.2026", "Sat 4.4.2026", "Sat 4.4.2026"),
    ("Tue 7.4.2026", "Mon 2.3.2026", "Tue 7.4.2026"),
    ("Mon 29.3.2027", "Mon 1.3.2027", "Thu 25.3.2027"),
    # May Day, Ascension Day and the working Friday after it
    ("Fri 1.5.2026", "Mon 6.4.2026", "Thu 30.4.2026"),
    ("Sun 3.5.2026", "Mon 6.4.2026", "Thu 30.4.2026"),
    ("Thu 14.5.2026", "Mon 4.5.2026", "Wed 13.5.2026"),
    ("Fri 15.5.2026", "Mon 4.5.2026", "Fri 15.5.2026"),
    ("Thu 6.5.2027", "Mon 3.5.2027", "Wed 5.5.2027"),
    # Midsummer: the eve is off too
    ("Thu 18.6.2026", "Mon 1.6.2026", "Thu 18.6.2026"),
    ("Fri 19.6.2026", "Mon 1.6.2026", "Thu 18.6.2026"),
    ("Sat 20.6.2026", "Mon 1.6.2026", "Thu 18.6.2026"),
    ("Sun 21.6.2026", "Mon 1.6.2026", "Thu 18.6.2026"),
    ("Sun 21.6.2026", "Fri 19.6.2026", "Fri 19.6.2026"),
    ("Sun 27.6.2027", "Tue 1.6.2027", "Thu 24.6.2027"),
    # All Saints' Day is always a Saturday; leap day
    ("Sat 31.10.2026", "Mon 5.10.2026", "Fri 30.10.2026"),
    ("Tue 29.2.2028", "Tue 1.2.2028", "Tue 29.2.2028"),
    ("Sun 29.2.2032", "Mon 2.2.2032", "Fri 27.2.2032"),
]

# day, months, the day so many calendar months after
MONTHS = [
    ("Mon 16.11.2026", 3, "Tue 16.2.2027"),
    ("Mon 30.11.2026", 3, "Sun 28.2.2027"),
    ("Tue 30.11.2027", 3, "Tue 29.2.2028"),
    ("Sun 31.1.2027", 1, "Sun 28.2.2027"),
    ("Mon 31.1.2028", 1, "Tue 29.2.2028"),
    ("Thu 31.12.2026", 2, "Sun 28.2.2027"),
    ("Mon 31.8.2026", 1, "Wed 30.9.2026"),
    ("Sun 31.5.2026", 3, "Mon 31.8.2026"),
    ("Sat 28.2.2026", 2, "Tue 28.4.2026"),
    ("Tue 29.2.2028", 2, "Sat 29.4.2028"),
    ("Tue 29.2.2028", 12, "Wed 28.2.2029"),
    ("Tue 29.2.2028", 48, "Sun 29.2.2032"),
    ("Fri 31.12.2027", 2, "Tue 29.2.2028"),
    ("Sat 31.10.2026", 4, "Sun 28.2.2027"),
    ("Thu 15.10.2026", 3, "Fri 15.1.2027"),
    ("Tue 1.12.2026", 1, "Fri 1.1.2027"),
]

# day, number, the working day so many after
WORKING_DAYS = [
    ("Mon 16.11.2026", 1, "Tue 17.11.2026"),
    ("Fri 20.11.2026", 1, "Mon 23.11.2026"),
    ("Sat 21.11.2026", 1, "Mon 23.11.2026"),
    ("Sun 22.11.2026", 1, "Mon 23.11.2026"),
    ("Wed 18.11.2026", 3, "Mon 23.11.2026"),
    ("Fri 20.11.2026", 3, "Wed 25.11.2026"),
    ("Fri 4.12.2026", 1, "Mon 7.12.2026"),
    ("Fri 3.12.2027", 1, "Tue 7.12.2027"),
    ("Wed 23.12.2026", 1, "Mon 28.12.2026"),
    ("Tue 22.12.2026", 3, "Tue 29.12.2026"),
    ("Thu 31.12.2026", 1, "Mon 4.1.2027"),
    ("Thu 31.12.2026", 3, "Thu 7.1.2027"),
    ("Thu 2.4.2026", 1, "Tue 7.4.2026"),
    ("Wed 1.4.2026", 3, "Wed 8.4.2026"),
    ("Thu 30.4.2026", 1, "Mon 4.5.2026"),
    ("Wed 13.5.2026", 1, "Fri 15.5.2026"),
    ("Thu 18.6.2026", 1, "Mon 22.6.2026"),
    ("Wed 17.6.2026", 3, "Tue 23.6.2026"),
    ("Mon 28.2.2028", 1, "Tue 29.2.2028"),
]

# day to act, today, working days late
LATE = [
    ("Thu 12.11.2026", "Mon 16.11.2026", 2),
    ("Fri 13.11.2026", "Mon 16.11.2026", 1),
    ("Fri 13.11.2026", "Sun 15.11.2026", 0),
    ("Mon 16.11.2026", "Mon 16.11.2026", 0),
    ("Tue 17.11.2026", "Mon 16.11.2026", 0),
    ("Wed 23.12.2026", "Mon 28.12.2026", 1),
    ("Thu 2.4.2026", "Wed 8.4.2026", 2),
]


@pytest.mark.parametrize(("due", "arose", "expected"), ACT_ON)
def test_the_day_to_act(due: str, arose: str, expected: str) -> None:
    assert OFFICE.act_on(day(due), day(arose)) == day(expected)


@pytest.mark.parametrize(("start", "months", "expected"), MONTHS)
def test_months_keep_the_day_or_take_the_last(start: str, months: int, expected: str) -> None:
    assert months_after(day(start), months) == day(expected)
    assert OFFICE.after(day(start), _length(months, "months")) == day(expected)


@pytest.mark.parametrize(("start", "number", "expected"), WORKING_DAYS)
def test_working_days_pass_over_days_off(start: str, number: int, expected: str) -> None:
    assert OFFICE.after(day(start), _length(number, "working_days")) == day(expected)


@pytest.mark.parametrize(("act_on", "today", "expected"), LATE)
def test_lateness_counts_working_days(act_on: str, today: str, expected: int) -> None:
    assert OFFICE.late_by(day(act_on), day(today)) == expected


def test_an_office_may_work_on_the_eves() -> None:
    working = WorkCalendar(frozenset())
    assert working.act_on(day("Fri 19.6.2026"), day("Mon 1.6.2026")) == day("Fri 19.6.2026")
    assert working.act_on(day("Sun 21.6.2026"), day("Mon 1.6.2026")) == day("Fri 19.6.2026")
    assert working.act_on(day("Sat 26.12.2026"), day("Mon 2.11.2026")) == day("Thu 24.12.2026")


def test_years_and_days_are_calendar_ones() -> None:
    assert OFFICE.after(day("Tue 29.2.2028"), _length(3, "years")) == day("Fri 28.2.2031")
    assert OFFICE.after(day("Wed 28.2.2024"), _length(2, "days")) == day("Fri 1.3.2024")
    assert OFFICE.after(day("Thu 29.10.2026"), _length(14, "days")) == day("Thu 12.11.2026")


def _length(amount: int, unit: str) -> Length:
    match unit:
        case "days" | "working_days" | "months" | "years":
            return Length("test", amount, unit, "test")
    raise AssertionError(unit)
