"""What people type in a field becomes a value, or a sentence that says what cannot be read."""

from datetime import date

import pytest

from teui.errors import TeuiError
from teui.practice.days import parse_day
from teui.practice.model import Occupation, Question, QuestionType
from teui.practice.typed import from_typed, to_typed

TODAY = date(2026, 11, 16)


def _question(kind: QuestionType) -> Question:
    return Question("work.sought", "work", kind, "client", "S1 ch. 2")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-11-17", date(2026, 11, 17)),
        (" 17.11.2026 ", date(2026, 11, 17)),
        ("17.11.", date(2026, 11, 17)),
        ("7.2", date(2026, 2, 7)),
        ("+14", date(2026, 11, 30)),
        ("29.2.2028", date(2028, 2, 29)),
    ],
)
def test_a_day_is_read_as_people_type_it(typed: str, day: date) -> None:
    assert parse_day(typed, TODAY) == day


@pytest.mark.parametrize("typed", ["", "29.2.2027", "31.11.", "soon", "14", "2026-13-01", "+99999"])
def test_what_is_no_day_is_refused_with_what_was_typed(typed: str) -> None:
    with pytest.raises(TeuiError) as caught:
        parse_day(typed, TODAY)
    assert caught.value.code == "typed_day"
    assert caught.value.details["typed"] == typed


def test_occupations_are_typed_part_by_part() -> None:
    value = from_typed(_question("occupations"), "cook / 5120 / 7 / 2024; bus driver", TODAY)

    assert value == (Occupation("cook", "5120", 7, 2024), Occupation("bus driver"))
    assert to_typed(value) == "cook / 5120 / 7 / 2024; bus driver"


@pytest.mark.parametrize(
    "typed", ["cook / 51", "/ 5120", "cook / 5120 / many", "a / 1234 / 1 / 2 / 3"]
)
def test_an_occupation_that_cannot_be_read_is_named(typed: str) -> None:
    with pytest.raises(TeuiError) as caught:
        from_typed(_question("occupations"), typed, TODAY)
    assert caught.value.details["typed"] == typed


def test_lists_lose_repeats_and_blanks() -> None:
    assert from_typed(_question("texts"), "Tampere, , Nokia,Tampere", TODAY) == ("Tampere", "Nokia")


def test_a_language_is_two_or_three_letters() -> None:
    assert from_typed(_question("language"), "SO", TODAY) == "so"
    with pytest.raises(TeuiError):
        from_typed(_question("language"), "soomaali", TODAY)
