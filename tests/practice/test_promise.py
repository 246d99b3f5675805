"""Notes that promise: what is to be done, and which day of all its words is meant."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teui.practice.promise import MARK, Promise, read_promise
from teui.practice.texts import LANGUAGES, WEEKDAYS, load_texts

MONDAY = date(2026, 11, 16)
NEXT_MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("note", "text", "day"),
    [
        ("! call the school mon", "call the school", NEXT_MONDAY),
        ("!soita kouluun ma", "soita kouluun", NEXT_MONDAY),
        ("! ring skolan må", "ring skolan", NEXT_MONDAY),
        ("! ring skolan mån.", "ring skolan", NEXT_MONDAY),
        ("! soita maanantaina koululle", "soita maanantaina koululle", NEXT_MONDAY),
        ("! ring på måndag om kursen", "ring på måndag om kursen", NEXT_MONDAY),
        ("! soita keskiviikkona", "soita", date(2026, 11, 18)),
        ("! send the form 4.12.", "send the form", date(2026, 12, 4)),
        ("! send the form 4.12", "send the form", date(2026, 12, 4)),
        ("! send the form by 2.1., see the office", "send the form by 2.1., see the office", None),
        ("! send it 2027-01-02", "send it", date(2027, 1, 2)),
        ("! ask again +14", "ask again", date(2026, 11, 30)),
        ("! soita huomenna", "soita", date(2026, 11, 17)),
        ("! call tomorrow about the permit", "call tomorrow about the permit", date(2026, 11, 17)),
        ("! ring idag", "ring", MONDAY),
        ("! mon", "", NEXT_MONDAY),
    ],
)
def test_the_day_is_the_last_word_that_names_one(note: str, text: str, day: date | None) -> None:
    expected = Promise(text, day or date(2027, 1, 2), True)
    assert read_promise(note, MONDAY) == expected


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("! call the school", "call the school"),
        ("! go to the son of the owner", "go to the son of the owner"),
        ("! ask his son", "ask his son"),
        ("! works 1.5 hours a day at most, ask", "works 1.5 hours a day at most, ask"),
        ("! room 31.2. is none", "room 31.2. is none"),
        ("!", ""),
    ],
)
def test_without_a_day_it_is_today(note: str, text: str) -> None:
    assert read_promise(note, MONDAY) == Promise(text, MONDAY, False)


def test_a_note_without_the_mark_promises_nothing() -> None:
    assert read_promise("call the school! mon", MONDAY) is None
    assert read_promise("", MONDAY) is None


@given(
    st.dates(date(2000, 1, 1), date(2100, 12, 31)),
    st.sampled_from(LANGUAGES),
    st.integers(0, 6),
)
def test_every_day_of_the_week_in_full_lies_in_the_week_ahead(
    today: date, language: str, number: int
) -> None:
    name = load_texts(language)(f"weekday.full.{WEEKDAYS[number]}")
    found = read_promise(f"! x {name} y", today)
    assert found is not None
    assert found.day.weekday() == number
    assert timedelta(0) < found.day - today <= timedelta(7)


@given(st.text(), st.dates(date(2000, 1, 1), date(2100, 12, 31)))
def test_any_text_behind_the_mark_is_a_promise_and_keeps_its_words(text: str, today: date) -> None:
    found = read_promise(MARK + text, today)
    assert found is not None
    words = text.lstrip(MARK).split()
    assert found.text.split() in (words, words[:-1])
