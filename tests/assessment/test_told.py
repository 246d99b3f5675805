"""What the client must be told, by outcome."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teui.assessment.told import to_be_told
from teui.practice.load import load_model

MODEL = load_model()
OUTCOMES = [outcome.id for outcome in MODEL.outcomes]


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_under_every_outcome_there_is_something_to_tell(outcome: str) -> None:
    assert len(to_be_told(MODEL, [outcome], "general")) >= 2


@pytest.mark.parametrize("line", ["line_1", "line_2", "line_3"])
def test_on_a_line_rights_the_next_step_and_the_end_are_told(line: str) -> None:
    told = {item.id for item in to_be_told(MODEL, [line], "general")}

    assert {"line", "goes_on", "on_line", "own_steps", "rights", f"end_{line}"} <= told
    assert len(told) <= 9, "a digit for each"


def test_the_integration_assessment_is_told_of_where_it_is_held() -> None:
    held = {item.id for item in to_be_told(MODEL, ["line_2"], "integration")}
    unknown = {item.id for item in to_be_told(MODEL, ["line_2"], None)}

    assert "integration" in held and "on_line" not in held
    assert not {"integration", "on_line"} & unknown


@given(st.sets(st.sampled_from(OUTCOMES), min_size=1), st.sampled_from(OUTCOMES))
def test_what_is_told_holds_whatever_comes_and_only_grows(possible: set[str], more: str) -> None:
    now = set(to_be_told(MODEL, possible, "general"))

    assert now >= set(to_be_told(MODEL, possible | {more}, "general"))
    assert all(item.under >= possible for item in now)
