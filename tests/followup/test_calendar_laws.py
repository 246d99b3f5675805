"""What holds of every day, whatever the year."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from teui.followup.calendar import WorkCalendar
from teui.practice.lengths import months_after

OFFICE = WorkCalendar()
DAYS = st.dates(date(2000, 1, 1), date(2090, 12, 31))


@given(DAYS, DAYS)
def test_one_acts_on_a_working_day_or_when_it_arose(due: date, arose: date) -> None:
    act_on = OFFICE.act_on(due, arose)
    assert act_on <= due
    assert act_on >= min(arose, due)
    assert OFFICE.is_working_day(act_on) or act_on == arose or due <= arose
    between = ((act_on + timedelta(days=n)) for n in range(1, (due - act_on).days + 1))
    assert not any(OFFICE.is_working_day(each) for each in between)


@given(DAYS, st.integers(1, 30))
def test_so_many_working_days_lie_between(day: date, number: int) -> None:
    reached = OFFICE.working_days_after(day, number)
    assert OFFICE.is_working_day(reached)
    assert OFFICE.late_by(day, reached) == number


@given(DAYS, st.integers(0, 240))
def test_months_add_up_and_never_spill_into_the_next(day: date, months: int) -> None:
    later = months_after(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later + timedelta(days=1)).day == 1
    assert later.day <= day.day


@given(st.integers(1990, 2100))
def test_the_library_knows_the_eves(year: int) -> None:
    assert not OFFICE.is_working_day(date(year, 12, 24))
    friday = next(d for n in range(7) if (d := date(year, 6, 19) + timedelta(n)).weekday() == 4)
    assert not OFFICE.is_working_day(friday)
    assert WorkCalendar(frozenset()).is_working_day(friday)
