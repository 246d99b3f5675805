"""Answers as JSON holds them come back the same (their faults: `test_intake.py`)."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from teui.practice.load import load_model
from teui.practice.model import Occupation, Question, Value
from teui.practice.values import read_value, write_value

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)
OCCUPATIONS = st.builds(
    Occupation,
    TEXTS,
    st.none() | st.from_regex(r"[0-9]{4}", fullmatch=True),
    st.none() | st.integers(0, 99),
    st.none() | st.integers(1900, 2199),
)


def values(question: Question) -> st.SearchStrategy[Value]:
    match question.type:
        case "choice":
            return st.sampled_from(question.codes)
        case "choices":
            codes = st.sampled_from(question.codes)
            return st.lists(codes, min_size=1, unique=True).map(tuple)
        case "date":
            return st.dates(date(1900, 1, 1), date(2199, 12, 31))
        case "text":
            return TEXTS
        case "texts":
            return st.lists(TEXTS, min_size=1, unique=True).map(tuple)
        case "occupations":
            return st.lists(OCCUPATIONS, min_size=1, unique=True).map(tuple)
        case "language":
            return st.from_regex(r"[a-z]{2,3}", fullmatch=True)


@given(st.data(), st.sampled_from(list(load_model().questions.values())))
def test_a_value_comes_back_the_same(data: st.DataObject, question: Question) -> None:
    value = data.draw(values(question))

    assert read_value(question, write_value(value)) == value
