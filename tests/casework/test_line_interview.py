"""The interview on the line: it knows what was told before, decides nothing, and closes its row."""

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.casework.cases import AGREED, LINE_1, LINE_2, LINE_3, at, hold, take_in
from teui.assessment import suggest
from teui.assessment.sheet import Said
from teui.casework import (
    blocks,
    client_facing,
    clients,
    copying,
    decision,
    followups,
    interview,
    line_interview,
    newer_model,
    plan,
    today,
)
from teui.casework.desk import Desk
from teui.casework.draft import load
from teui.casework.record import read_record
from teui.errors import TeuiError
from teui.practice.line_interview import form_of
from teui.practice.load import load_model
from teui.practice.model import LINE, Value
from teui.practice.texts import load_texts

MODEL = load_model()
FORM = form_of(MODEL, LINE)
DEEPER = [each for each in FORM.questions if each not in MODEL.questions]
MONDAY = date(2026, 11, 16)
LATER = "2026-11-30"
GOAL = "practical nurse"


@pytest.fixture
def client(desk: Desk) -> str:
    return _on_line(desk, LINE_2, "line_2")


def _on_line(desk: Desk, answers: Mapping[str, Value], outcome: str) -> str:
    client = take_in(desk)
    uid = hold(desk, client, answers, AGREED)
    decision.record(desk, uid, outcome, "agrees", None).result()
    return client


def _answer(desk: Desk, uid: str, answers: Mapping[str, Value]) -> None:
    for question, value in answers.items():
        interview.save_answer(desk, uid, question, "answered", value, model=FORM).result()


def _due(desk: Desk) -> dict[str, str]:
    return {str(row.params.get("requirement", row.rule)): row.uid for row in today.page(desk)}


def test_what_the_first_interview_was_told_stands_there_as_told_before(
    desk: Desk, client: str
) -> None:
    later = at(desk, LATER)
    draft = load(later, interview.begin(later, client, LINE).result())

    assert draft.kind == LINE
    assert draft.answers["on_line.line"].value == "line_2"
    assert draft.said["goals.clarity"] == Said("unclear", MONDAY, "earlier")
    # What that interview agreed on was of its day; what it alone asks is none of this one's.
    assert not [each for each in draft.said if each.startswith("agreed.")]
    assert draft.said.keys() <= FORM.questions.keys()
    assert "market.demand" not in draft.said


def test_it_is_held_on_a_line_alone(desk: Desk) -> None:
    client = take_in(desk)
    with pytest.raises(TeuiError) as caught:
        interview.begin(desk, client, LINE).result()
    assert caught.value.code == "line_interview_no_line"


def test_ended_it_closes_its_follow_up_and_counts_as_a_contact(desk: Desk, client: str) -> None:
    later = at(desk, "2026-11-20")
    case = clients.header(later, client).customership_uid
    assert line_interview.is_due(later, case)
    uid = interview.begin(later, client, LINE).result()
    _answer(later, uid, {"direction.goal": GOAL, "goals.clarity": "unclear"})

    line_interview.end(later, uid).result()

    assert not line_interview.is_due(later, case)
    assert not {"line_interview", "draft_interview"} & _due(later).keys()
    history = read_record(later.store.read(), MODEL, case, later.clock.today()).history
    assert [each.kind for each in history.held] == ["first", LINE]
    assert history.decision is not None
    assert history.decision.outcome == "line_2"
    header = clients.header(later, client)
    assert (header.draft_uid, header.line) == (None, 2)
    assert decision.load(later, str(header.deciding_uid)).chosen == "line_2"
    assert line_interview.other_outcome(later, case) is None
    assert plan.load(later, case).goal == GOAL
    found = line_interview.load(later, uid)
    assert found is not None
    assert (found.day, dict(found.answers)["direction.goal"]) == (date(2026, 11, 20), GOAL)


def test_it_does_not_end_with_nothing_asked_nor_as_another_kind(desk: Desk, client: str) -> None:
    uid = interview.begin(desk, client, LINE).result()
    with pytest.raises(TeuiError) as caught:
        line_interview.end(desk, uid).result()
    assert caught.value.code == "line_interview_empty"
    assert line_interview.load(desk, uid) is None

    other = interview.begin(desk, take_in(desk, "Virta")).result()
    with pytest.raises(TeuiError) as caught:
        line_interview.end(desk, other).result()
    assert caught.value.code == "line_interview_not"


def test_where_shared_answers_have_changed_the_suggestion_is_said_to_differ(
    desk: Desk, client: str
) -> None:
    case = clients.header(desk, client).customership_uid
    later = at(desk, LATER)
    uid = interview.begin(later, client, LINE).result()
    _answer(later, uid, {"goals.clarity": "clear_and_realistic", "skills.proven": "ward work"})
    line_interview.end(later, uid).result()

    assert line_interview.other_outcome(later, case) == "line_1"
    assert clients.header(desk, client).outcome == "line_2"


def test_a_reassessment_knows_what_it_found_and_what_it_did_not_ask(
    desk: Desk, client: str
) -> None:
    later = at(desk, LATER)
    uid = interview.begin(later, client, LINE).result()
    _answer(later, uid, {"goals.clarity": "several_options", "direction.goal": GOAL})
    line_interview.end(later, uid).result()

    again = at(desk, "2027-03-03")
    draft = load(again, interview.begin(again, client, "reassessment").result())

    assert draft.said["goals.clarity"] == Said("several_options", date(2026, 11, 30), "earlier")
    assert draft.said["competence.vocational"] == Said("meets_demand", MONDAY, "earlier")
    assert draft.said["market.demand"] == Said("openings_expected", MONDAY, "earlier")
    assert "direction.goal" not in draft.said
    assert not draft.unfit


def test_a_second_one_knows_the_first(desk: Desk, client: str) -> None:
    uid = interview.begin(desk, client, LINE).result()
    _answer(desk, uid, {"direction.goal": GOAL})
    line_interview.end(desk, uid).result()
    later = at(desk, LATER)

    draft = load(later, interview.begin(later, client, LINE).result())

    assert draft.said["direction.goal"] == Said(GOAL, MONDAY, "earlier")
    assert draft.said["goals.clarity"].value == "unclear"


def test_a_step_of_the_client_that_is_done_stays_done(desk: Desk, client: str) -> None:
    followups.done(desk, _due(desk)["client_step"], None).result()
    later = at(desk, LATER)
    uid = interview.begin(later, client, LINE).result()
    _answer(later, uid, {"direction.goal": GOAL})
    line_interview.end(later, uid).result()

    assert "client_step" not in _due(later)


def test_a_draft_of_it_can_be_moved_to_newer_rules_as_any_other(desk: Desk, client: str) -> None:
    uid = interview.begin(desk, client, LINE).result()
    _answer(desk, uid, {"direction.goal": GOAL})

    newer_model.move(desk, uid).result()

    assert load(desk, uid).answers["direction.goal"].value == GOAL
    assert newer_model.newer(desk, load(desk, uid)) is None


def test_the_client_sees_what_was_told_on_the_line_too(desk: Desk, client: str) -> None:
    uid = interview.begin(desk, client, LINE).result()
    _answer(desk, uid, {"direction.goal": GOAL, "skills.gaps": ("language",)})
    interview.keep_note(
        desk, uid, "bring the certificates", None, desk.clock.now(), mark="client"
    ).result()

    facing = client_facing.load(desk, client)

    assert ("direction.goal", GOAL) in facing.answers
    # What the adviser judges is not turned to the client.
    assert "skills.gaps" not in dict(facing.answers)
    assert facing.outcome == "line_2"
    assert "bring the certificates" in facing.notes


def test_it_copies_as_a_block_for_the_official_system(desk: Desk, client: str) -> None:
    uid = interview.begin(desk, client, LINE).result()
    _answer(desk, uid, {"direction.goal": GOAL, "goals.clarity": "unclear"})
    line_interview.end(desk, uid).result()
    [piece] = [each for each in copying.of_client(desk, client) if each.uid == uid]

    text = blocks.block(desk, load_texts("en", MODEL.id), piece)

    assert "Interview on the line" in text
    assert f"goal: {GOAL}" in text


def test_the_rhythm_of_contact_begins_anew_with_it(desk: Desk) -> None:
    client = _on_line(desk, LINE_3, "line_3")
    later = at(desk, LATER)
    before = {row.rule: row.due for row in today.page(later)}["no_contact"]
    uid = interview.begin(later, client, LINE).result()
    _answer(later, uid, {"carries.direction": GOAL})
    line_interview.end(later, uid).result()

    after = {row.rule: row.due for row in today.page(later)}["no_contact"]
    assert (after - before).days == 14


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from([(1, LINE_1), (2, LINE_2), (3, LINE_3)]), st.data())
def test_no_answer_to_a_question_of_the_line_alone_moves_the_suggestion(
    on: tuple[int, Mapping[str, Value]], data: st.DataObject
) -> None:
    _, answers = on
    closed = [FORM.questions[each] for each in DEEPER if FORM.questions[each].type == "choice"]
    deeper = {each.id: data.draw(st.sampled_from(each.codes)) for each in closed}
    for kind in ("first", "reassessment", "integration"):
        plain = suggest(MODEL, answers, MONDAY, kind)
        assert suggest(MODEL, {**answers, **deeper}, MONDAY, kind) == plain
