"""The office's own numbers, laid over those of the practice model."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from teui.casework.office_numbers import (
    OwnNumber,
    dated,
    office_model,
    read_numbers,
    standing,
    with_number,
    write_numbers,
)
from teui.practice.load import load_model

MODEL = load_model()
FIRST = date(2026, 1, 1)
LATER = replace(MODEL.lengths["no_contact"], amount=80, valid_from=date(2026, 3, 1))
CHANGED = replace(
    MODEL,
    lengths={**MODEL.lengths, "no_contact": LATER},
    superseded=(replace(MODEL.lengths["no_contact"], until=date(2026, 2, 28)),),
)
DAYS = st.integers(0, 150).map(lambda days: FIRST + timedelta(days=days))
OWN = st.builds(OwnNumber, DAYS, st.none() | st.integers(1, 365))


def _expected(numbers: list[OwnNumber], day: date) -> int:
    """By the plain words: the last that was set for a day not after `day`, else the model's."""
    amount = None
    for number in sorted(numbers, key=lambda each: each.valid_from):
        if number.valid_from <= day:
            amount = number.amount
    return CHANGED.length("no_contact", day).amount if amount is None else amount


@given(st.lists(OWN, unique_by=lambda each: each.valid_from), st.lists(DAYS, min_size=1))
def test_on_every_day_the_last_number_set_holds(numbers: list[OwnNumber], days: list[date]) -> None:
    own: tuple[OwnNumber, ...] = ()
    for number in numbers:
        own = with_number(own, number)

    model = office_model(CHANGED, (("no_contact", write_numbers(own)),))

    for day in days:
        assert model.length("no_contact", day).amount == _expected(numbers, day)
    assert model.digest == MODEL.digest
    assert read_numbers(write_numbers(own)) == own


@given(st.lists(OWN, unique_by=lambda each: each.valid_from, min_size=1))
def test_what_holds_follows_without_gap_or_overlap(numbers: list[OwnNumber]) -> None:
    own: tuple[OwnNumber, ...] = ()
    for number in numbers:
        own = with_number(own, number)
    model = office_model(CHANGED, (("no_contact", write_numbers(own)),))

    parts = dated(model, "no_contact")

    assert parts[-1].until is None
    for before, after in pairwise(parts):
        assert before.until is not None
        assert after.valid_from == before.until + timedelta(days=1)


def test_only_what_the_model_leaves_to_the_office_is_the_offices() -> None:
    kept = write_numbers([OwnNumber(FIRST, 7)])

    model = office_model(MODEL, (("first_contact", kept), ("gone", kept)))

    assert model.length("first_contact", FIRST) == MODEL.length("first_contact", FIRST)
    assert model.lengths.keys() == MODEL.lengths.keys()


def test_a_number_set_again_for_a_day_takes_the_place_of_the_first() -> None:
    sixty, thirty = OwnNumber(FIRST, 60), OwnNumber(FIRST, 30)
    later = OwnNumber(FIRST + timedelta(days=9), None)

    own = with_number(with_number((sixty,), later), thirty)

    assert own == (thirty, later)
    days = [FIRST + timedelta(days=days) for days in (-1, 0, 8, 9)]
    assert [standing(own, day) for day in days] == [None, 30, 30, None]
