"""What people type in a field becomes a value, or a sentence that says what cannot be read."""

from dataclasses import replace
from datetime import date

import pytest

from teui.errors import TeuiError
from teui.practice.days import parse_day
from teui.practice.model import Occupation, Question, QuestionType
from teui.practice.typed import from_typed, may_become, to_typed

TODAY = date(2026, 11, 16)


def _question(kind: QuestionType, **more: object) -> Question:
    return replace(Question("work.sought", "work", kind, "client", "S1 ch. 2"), **more)  # type: ignore[arg-type]


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
    "typed",
    [
        "cook / 51",
        "/ 5120",
        "cook / 5120 / many",
        "a / 1234 / 1 / 2 / 3",
        "a / 1234 / 100",
        "a / 1234 / 1 / 12",
    ],
)
def test_an_occupation_that_cannot_be_read_is_named(typed: str) -> None:
    with pytest.raises(TeuiError) as caught:
        from_typed(_question("occupations"), typed, TODAY)
    assert caught.value.details["typed"] == typed


def test_lists_lose_repeats_and_blanks() -> None:
    assert from_typed(_question("texts"), "Tampere, , Nokia,Tampere", TODAY) == ("Tampere", "Nokia")


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("SO", "so"),
        ("ckb", "ckb"),
        ("suomi", "fi"),
        ("Finnish", "fi"),
        ("arabiska", "ar"),
        ("somal", "so"),
        ("xx", "xx"),
    ],
)
def test_a_language_is_a_code_or_a_name_in_any_of_ours(typed: str, code: str) -> None:
    assert from_typed(_question("language"), typed, TODAY) == code


def test_no_language_is_named_with_its_cure() -> None:
    with pytest.raises(TeuiError):
        from_typed(_question("language"), "soomaali", TODAY)


@pytest.mark.parametrize(
    ("question", "typed", "code"),
    [
        (_question("date", not_after="as_of"), "17.11.2026", "typed_day_to_come"),
        (_question("date", not_after="as_of"), "+1", "typed_day_to_come"),
        (_question("date", ahead=True), "15.11.2026", "typed_day_past"),
        (_question("date", not_before="start.date"), "1.11.2026", "typed_day_early"),
    ],
)
def test_a_day_on_the_wrong_side_is_refused(question: Question, typed: str, code: str) -> None:
    with pytest.raises(TeuiError) as caught:
        from_typed(question, typed, TODAY, {"start.date": date(2026, 11, 2)})
    assert caught.value.code == code


def test_a_day_without_year_lies_where_the_question_looks() -> None:
    past, ahead = _question("date", not_after="as_of"), _question("date", ahead=True)

    assert from_typed(past, "24.12.", TODAY) == date(2025, 12, 24)
    assert from_typed(ahead, "7.2.", TODAY) == date(2027, 2, 7)
    assert from_typed(past, "mon", TODAY) == date(2026, 11, 9)
    assert from_typed(ahead, "mon", TODAY) == date(2026, 11, 23)


@pytest.mark.parametrize(
    ("kind", "typed"), [("texts", ","), ("occupations", " ; "), ("texts", " ")]
)
def test_a_list_of_nothing_is_no_answer(kind: QuestionType, typed: str) -> None:
    with pytest.raises(TeuiError) as caught:
        from_typed(_question(kind), typed, TODAY)
    assert caught.value.code == "typed_nothing"


def test_an_occupation_named_twice_counts_once() -> None:
    assert from_typed(_question("occupations"), "cook; cook", TODAY) == (Occupation("cook"),)


@pytest.mark.parametrize(
    ("kind", "typed", "may"),
    [
        ("occupations", "cook", True),
        ("occupations", "cook / 51", True),
        ("occupations", "cook / 5120 / 3 / 20", True),
        ("occupations", "cook / 5120 / 3 / 1", True),
        ("occupations", "cook / x", False),
        ("occupations", "cook / 51201", False),
        ("language", "s", True),
        ("language", "soma", True),
        ("language", "somx", False),
        ("date", "17.", True),
        ("date", "17.13", False),
        ("text", "?", True),
    ],
)
def test_what_can_be_no_answer_any_more_is_known(kind: QuestionType, typed: str, may: bool) -> None:
    assert may_become(_question(kind), typed, TODAY) is may
