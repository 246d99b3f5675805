"""Days as people type them, and what is said of them while they are typed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teui.errors import TeuiError
from teui.practice.days import Toward, may_become_day, parse_day, show_day
from teui.practice.texts import LANGUAGES, WEEKDAYS, load_texts

MONDAY = date(2026, 11, 16)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
TODAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
NAMES = [
    (texts(f"weekday.{key}{weekday}"), number)
    for texts in map(load_texts, LANGUAGES)
    for number, weekday in enumerate(WEEKDAYS)
    for key in ("", "full.")
]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("mon", date(2026, 11, 23)),
        ("MA", date(2026, 11, 23)),
        ("mån", date(2026, 11, 23)),
        ("man", date(2026, 11, 23)),
        ("ti.", date(2026, 11, 17)),
        ("tors", date(2026, 11, 19)),
        ("lördag", date(2026, 11, 21)),
        ("lordag", date(2026, 11, 21)),
        ("Sunday", date(2026, 11, 22)),
        ("ke", date(2026, 11, 18)),
    ],
)
def test_a_day_of_the_week_is_the_next_one(typed: str, day: date) -> None:
    assert parse_day(typed, MONDAY) == day


@given(TODAYS, st.sampled_from(NAMES))
def test_every_name_of_every_language_leads_a_week_ahead_or_back(
    today: date, name: tuple[str, int]
) -> None:
    ahead, back = parse_day(name[0], today), parse_day(name[0], today, "past")

    assert ahead.weekday() == back.weekday() == name[1]
    assert 0 < (ahead - today).days <= 7
    assert 0 < (today - back).days <= 7


@pytest.mark.parametrize(
    ("typed", "toward", "day"),
    [
        ("7.2.", "any", date(2026, 2, 7)),
        ("7.2.", "future", date(2027, 2, 7)),
        ("7.2.", "past", date(2026, 2, 7)),
        ("16.11.", "future", MONDAY),
        ("16.11.", "past", MONDAY),
        ("24.12.", "past", date(2025, 12, 24)),
        ("29.2.", "future", date(2028, 2, 29)),
        ("29.2.", "past", date(2024, 2, 29)),
        ("mon", "past", date(2026, 11, 9)),
    ],
)
def test_a_day_without_its_year_lies_the_way_that_is_meant(
    typed: str, toward: Toward, day: date
) -> None:
    assert parse_day(typed, MONDAY, toward) == day


@pytest.mark.parametrize("typed", ["m", "t.", "s", "mond ay", "30.2.", "7.22026", "tuo", "1.1.26"])
def test_what_is_not_sure_is_refused(typed: str) -> None:
    for toward in ("any", "future", "past"):
        with pytest.raises(TeuiError) as caught:
            parse_day(typed, MONDAY, toward)
        assert caught.value.code == "typed_day"


@given(DAYS, TODAYS)
def test_a_day_is_read_as_it_is_shown(day: date, today: date) -> None:
    assert parse_day(show_day(day), today) == day
    assert parse_day(day.isoformat(), today) == day


@given(DAYS, TODAYS, st.sampled_from(("future", "past")))
def test_without_its_year_it_is_the_nearest_that_way(
    day: date, today: date, toward: Toward
) -> None:
    found = parse_day(f"{day.day}.{day.month}.", today, toward)

    assert (found.day, found.month) == (day.day, day.month)
    step = 1 if toward == "future" else -1
    assert (found - today).days * step >= 0
    longest = 366 if (day.day, day.month) != (29, 2) else 8 * 366
    assert abs((found - today).days) <= longest


@given(
    st.one_of(
        DAYS.map(show_day),
        DAYS.map(date.isoformat),
        DAYS.map(lambda day: f"{day:%d.%m.%Y}"),
        st.integers(-9999, 9999).map(lambda n: f"{n:+}"),
        st.sampled_from([name for name, _ in NAMES]),
    ),
    st.data(),
)
def test_no_beginning_of_a_day_is_said_to_be_wrong(typed: str, data: st.DataObject) -> None:
    end = data.draw(st.integers(0, len(typed)))

    assert may_become_day(typed[:end])


@given(st.text(max_size=8), TODAYS)
def test_what_is_read_was_not_said_to_be_wrong(typed: str, today: date) -> None:
    try:
        parse_day(typed, today)
    except TeuiError:
        return
    assert may_become_day(typed)


@pytest.mark.parametrize(
    "typed", ["17.13", "32", "31.11", "30.2.", "soon", "17.11.3", "2026-13", "17,"]
)
def test_what_can_be_no_day_any_more_is_known_at_once(typed: str) -> None:
    assert not may_become_day(typed)


def test_the_longest_way_ahead_is_a_matter_of_days() -> None:
    assert parse_day("+9999", MONDAY) == MONDAY + timedelta(days=9999)
