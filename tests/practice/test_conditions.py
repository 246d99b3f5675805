"""The language of conditions: what is read, and that what is written reads the same."""

from hypothesis import given
from hypothesis import strategies as st

from teui.practice.conditions import parse, written
from teui.practice.load import load_model
from teui.practice.model import (
    ALWAYS,
    All,
    Condition,
    Recorded,
    Some,
    Unanswered,
    Within,
)
from teui.practice.model import Test as AnswerTest
from teui.practice.reads import rule_conditions

MODEL = load_model()
CHOICES = [q for q in MODEL.questions.values() if q.type == "choice"]


def read(text: str) -> Condition:
    return parse(text, MODEL.questions, MODEL.lengths)


def is_(question: str, *codes: str, negated: bool = False) -> AnswerTest:
    return AnswerTest(question, frozenset(codes), negated)


def test_each_kind_of_test() -> None:
    assert read("always") == ALWAYS
    assert read("goals.clarity is unclear") == is_("goals.clarity", "unclear")
    assert read("goals.clarity is not unclear") == is_("goals.clarity", "unclear", negated=True)
    assert read("goals.clarity in unclear, several_options") == is_(
        "goals.clarity", "unclear", "several_options"
    )
    assert read("goals.wishes has job") == is_("goals.wishes", "job")
    assert read("residence.basis is not_checked") == Recorded("residence.basis", "not_checked")
    assert read("market.offer_made unanswered") == Unanswered("market.offer_made")
    assert read("start.date within integration_right of residence.first_permit") == Within(
        "start.date", "integration_right", "residence.first_permit"
    )


def test_a_list_of_codes_ends_where_the_next_test_begins() -> None:
    text = """goals.clarity in unclear, several_options
        and (ability.affects_work is yes or goals.wishes has job)"""

    assert read(text) == All(
        (
            is_("goals.clarity", "unclear", "several_options"),
            Some((is_("ability.affects_work", "yes"), is_("goals.wishes", "job"))),
        )
    )


def test_the_rules_of_the_shipped_model_are_read_as_they_are_written() -> None:
    for condition in rule_conditions(MODEL):
        assert read(written(condition, MODEL.questions)) == condition


@st.composite
def answer_tests(draw: st.DrawFn) -> Condition:
    question = draw(st.sampled_from(CHOICES))
    known = [code for code in question.codes if code not in question.unknown_codes]
    negated = draw(st.booleans())
    codes = draw(st.sets(st.sampled_from(known), min_size=1, max_size=1 if negated else None))
    return AnswerTest(question.id, frozenset(codes), negated)


CONDITIONS = st.recursive(
    answer_tests()
    | st.just(ALWAYS)
    | st.sampled_from(list(MODEL.questions)).map(Unanswered)
    | st.just(Within("start.date", "first_contact", "residence.first_permit")),
    lambda part: st.builds(
        lambda joint, parts: joint(tuple(parts)),
        st.sampled_from([All, Some]),
        st.lists(part, min_size=2, max_size=4),
    ),
)


@given(CONDITIONS)
def test_what_is_written_reads_the_same(condition: Condition) -> None:
    assert read(written(condition, MODEL.questions)) == condition
