"""The interview on the line: its questions by line, beside those of the first asked again."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.followup.days import day
from teui.assessment.sheet import Given, Sheet
from teui.practice.line_interview import form_of
from teui.practice.load import build, load_model
from teui.practice.model import DECIDING, LINE
from teui.practice.reads import questions_in

MODEL = load_model()
FORM = form_of(MODEL, LINE)
ON_LINE = [outcome.id for outcome in MODEL.outcomes if outcome.line is not None]
"""The answers to the question of which line it is."""
TODAY = day("Mon 16.11.2026")


def asked(line: str) -> Sheet:
    assert MODEL.line_form is not None
    given = {MODEL.line_form.line_question: Given("answered", line)}
    return Sheet(FORM, LINE, TODAY, given)


@pytest.mark.parametrize("line", ON_LINE)
def test_each_line_has_its_own_questions_and_some_of_the_first_interview(line: str) -> None:
    sheet = asked(line)
    possible = [each for each in FORM.questions.values() if sheet.applies[each.id] is not False]
    deeper = [each for each in possible if each.section not in {"on_line", "agreed"}]
    again = [each for each in deeper if each.id in MODEL.questions]

    assert 8 <= len(deeper) <= 14
    assert 3 <= len(again) < len(deeper)
    assert all(len(each.codes) <= 9 for each in deeper if each.codes)
    assert [each for each in sheet.deciding if sheet.applies[each] is not True] == []


def test_a_question_of_one_line_is_not_asked_on_another() -> None:
    lines = {line: {each.id for each in asked(line).questions} for line in ON_LINE}

    assert "direction.goal" in lines["line_2"]
    assert "direction.goal" not in lines["line_1"] | lines["line_3"]
    assert set.intersection(*lines.values()) == {
        "on_line.line",
        "agreed.client_steps",
        "agreed.next_contact",
        "agreed.next_channel",
    }


def test_what_is_asked_again_keeps_its_type_and_what_it_hangs_on() -> None:
    for question in FORM.questions.values():
        first = MODEL.questions.get(question.id)
        if first is None:
            continue
        assert (question.type, question.codes) == (first.type, first.codes)
        assert set(questions_in(first.asked_if)) <= set(questions_in(question.asked_if))


def test_no_rule_and_no_other_interview_knows_what_is_asked_on_the_line_alone() -> None:
    deeper = FORM.questions.keys() - MODEL.questions.keys()

    assert deeper
    assert all(form_of(MODEL, kind) is MODEL for kind in DECIDING)
    assert not any(each.deciding for each in FORM.questions.values() if each.id in deeper)


@given(st.data())
def test_an_answer_on_the_line_is_nothing_to_decide_by(data: st.DataObject) -> None:
    sheet = asked(data.draw(st.sampled_from(ON_LINE)))
    for _ in range(4):
        choices = [each for each in sheet.questions if each.type == "choice"]
        question = data.draw(st.sampled_from(choices))
        code = data.draw(st.sampled_from(question.codes))
        sheet = sheet.record(question.id, Given("answered", code))

    assert (sheet.suggestion.outcome, sheet.suggestion.possible) == (None, ())
    assert (sheet.suggestion.requirements, sheet.contradictions) == ((), ())


def test_a_model_from_before_has_no_interview_on_the_line() -> None:
    tables = json.loads(MODEL.content)
    del tables["line_interview"]

    older = build(tables)

    assert older.line_form is None
    assert form_of(older, LINE) is older
    assert replace(older, line_form=MODEL.line_form).questions == MODEL.questions
