"""What is put forward after a service: by its result, the service, and the line that sent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teui.casework.put_forward import put_forward
from teui.practice.load import load_model

MODEL = load_model("te-2013")
LIFE = MODEL.service_life
LINES = st.none() | st.integers(1, 3)
TO_LINE_1 = {"labour_market_training", "self_motivated_study", "apprenticeship"}


@given(
    service=st.sampled_from(sorted(MODEL.services)),
    sent_by=LINES,
    on_line=LINES,
    result=st.none() | st.sampled_from(sorted(LIFE.results)),
    need_changed=st.none() | st.booleans(),
)
def test_a_line_is_put_forward_only_without_work_and_another_one_only_by_a_reassessment(
    service: str,
    sent_by: int | None,
    on_line: int | None,
    result: str | None,
    need_changed: bool | None,
) -> None:
    put = put_forward(
        MODEL,
        service,
        sent_by=sent_by,
        on_line=on_line,
        result=result,
        need_changed=need_changed,
    )

    if result != "no_work":
        assert put.line is None
    elif service in TO_LINE_1:
        assert put.line == 1
    else:
        assert put.line == (sent_by or on_line)
    assert (put.line is None) == (put.source is None)
    goes_elsewhere = put.line is not None and put.line != on_line
    anew = service == "integration_training" and result == "no_work"
    if need_changed or goes_elsewhere or anew:
        assert put.step == "reassessment"
    else:
        assert put.step != "reassessment"


@pytest.mark.parametrize(
    ("result", "step"),
    [
        ("work", "ending"),
        ("limited_work", "work_spell"),
        ("studies", "plan_review"),
        ("no_work", "plan_review"),
        (None, None),
    ],
)
def test_each_result_has_its_next_step(result: str | None, step: str | None) -> None:
    put = put_forward(MODEL, "work_trial", sent_by=2, on_line=2, result=result, need_changed=False)
    assert put.step == step


def test_the_rules_name_where_they_stand() -> None:
    def source(service: str) -> str | None:
        return put_forward(
            MODEL, service, sent_by=3, on_line=3, result="no_work", need_changed=None
        ).source

    assert source("labour_market_training") == "S1 ch. 4"
    assert source("work_trial") == "S1 ch. 6"
    assert [each.id for each in MODEL.services.values() if each.meeting_of_three] == [
        "integration_training"
    ]
