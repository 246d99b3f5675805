"""Possible outcomes, open questions and reasons are exact: held against enumeration."""

from datetime import date
from itertools import islice

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.assessment.brute import after, completions, truth
from teui.assessment import applicability, suggest
from teui.practice.conditions import written
from teui.practice.load import build, load_model
from teui.practice.model import ALWAYS, All, Condition, Kind, PracticeModel, Question, Some, Value
from teui.practice.model import Test as AnswerTest
from teui.practice.reads import questions_in, with_what_they_hang_on

MODEL = load_model()
START = date(2026, 11, 10)
AS_OF = date(2026, 11, 16)
LIMIT = 250


def outcome_questions(model: PracticeModel) -> list[str]:
    rules = [c.when for c in model.criteria] + [o.gate for o in model.outcomes if o.gate]
    read = {question for rule in rules for question in questions_in(rule)}
    needed = with_what_they_hang_on(read, model.questions)
    return [question for question in model.questions if question in needed]


QUESTIONS = outcome_questions(MODEL)


@st.composite
def nearly_answered(draw: st.DrawFn, kind: Kind) -> dict[str, Value]:
    """A full set of answers, blanked here and there as long as it can be enumerated."""
    answers: dict[str, Value] = {}
    for question_id in QUESTIONS:
        question = MODEL.questions[question_id]
        if question_id == "start.date":
            answers[question_id] = START
        elif applicability(MODEL, answers, kind)[question_id]:
            if question.type == "date":
                days = st.sampled_from([START, after(START, 3, "months"), date(2027, 2, 11)])
                answers[question_id] = draw(days)
            else:
                answers[question_id] = draw(st.sampled_from(question.codes))
    for question_id in draw(st.permutations(QUESTIONS[1:])):
        if question_id in answers:
            fewer = {q: value for q, value in answers.items() if q != question_id}
            every = completions(MODEL, fewer, kind, QUESTIONS)
            if len(list(islice(every, LIMIT + 1))) <= LIMIT:
                answers = fewer
    return answers


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data(), st.sampled_from(["first", "reassessment", "integration"]))
def test_the_shipped_model_is_exact(data: st.DataObject, kind: Kind) -> None:
    answers = data.draw(nearly_answered(kind))
    expected = truth(MODEL, answers, kind, QUESTIONS)

    found = suggest(MODEL, answers, AS_OF, kind)

    assert set(found.possible) == expected.possible
    assert set(found.open_questions) == expected.open_questions
    assert {reason.criterion: reason.holds for reason in found.reasons} == expected.holds
    assert found.settled == (len(expected.possible) == 1)


CODES = ["a", "b", "c"]
IDS = [f"x.{name}" for name in "pqrst"]


def spelt(condition: Condition) -> str:
    codes = (*CODES, "unsure")
    return written(condition, {q: Question(q, "x", "choice", "client", "S1", codes) for q in IDS})


def conditions(questions: list[str]) -> st.SearchStrategy[Condition]:
    tests = st.builds(
        AnswerTest,
        st.sampled_from(questions),
        st.sets(st.sampled_from(CODES), min_size=1, max_size=1).map(frozenset),
        st.booleans(),
    )
    several = st.builds(
        AnswerTest,
        st.sampled_from(questions),
        st.sets(st.sampled_from(CODES), min_size=2, max_size=2).map(frozenset),
    )
    return st.recursive(
        tests | several,
        lambda part: st.builds(
            lambda joint, parts: joint(tuple(parts)),
            st.sampled_from([All, Some]),
            st.lists(part, min_size=2, max_size=3),
        ),
        max_leaves=4,
    )


@st.composite
def small_models(draw: st.DrawFn) -> PracticeModel:
    """Five questions that hang on one another at random, and rules over them at random."""
    ids = IDS
    source = {"source": "S1"}
    questions = []
    for place, question_id in enumerate(ids):
        row: dict[str, object] = {"id": question_id, "type": "choice", "by": "client", **source}
        row["codes"] = [*CODES, "unsure"]
        row["unknown_codes"] = ["unsure"]
        if place and draw(st.booleans()):
            row["asked_if"] = spelt(draw(conditions(ids[:place])))
        questions.append(row)
    rule = conditions(ids).map(spelt)
    return build(
        {
            "model": {
                "id": "small",
                "version": "1",
                "rules_dated": "2013-12-10",
                "source": [{"id": "S1", "title": "Invented"}],
            },
            "deadlines": {},
            "interview": {"section": [{"id": "x", "question": questions}]},
            "outcomes": {
                "integration": "always",
                "outcome": [
                    {"id": "gate", "when": draw(rule), **source},
                    {"id": "first", **source},
                    {"id": "second", **source},
                    {"id": "rest", **source},
                ],
                "criterion": [
                    {"id": "1.a", "for": "first", "when": draw(rule), **source},
                    {"id": "1.b", "for": "first", "when": draw(rule), **source},
                    {"id": "2.a", "for": "second", "when": draw(rule), **source},
                ],
            },
            "requirements": {},
            "followups": FOLLOW_UPS,
        }
    )


FOLLOW_UPS = {
    "settings": {
        "horizon": "month",
        "plan_review": "month",
        "undated": "month",
        "team_lines": [],
        "days_off": [],
        "early": [],
    },
    "length": [{"id": "month", "amount": 1, "unit": "months", "source": "office setting"}],
    "view": {"silent": [], "ending": [], "interviews": [], "drafts": []},
}


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_any_model_is_exact(data: st.DataObject) -> None:
    model = data.draw(small_models())
    ids = list(model.questions)
    answers: dict[str, Value] = data.draw(
        st.dictionaries(st.sampled_from(ids), st.sampled_from([*CODES, "unsure"]))
    )
    expected = truth(model, answers, "first", ids)

    found = suggest(model, answers, AS_OF)

    assert set(found.possible) == expected.possible
    assert set(found.open_questions) == expected.open_questions
    assert {reason.criterion: reason.holds for reason in found.reasons} == expected.holds


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_what_applies_applies_in_every_completion(data: st.DataObject) -> None:
    model = data.draw(small_models())
    ids = list(model.questions)
    answers: dict[str, Value] = data.draw(
        st.dictionaries(st.sampled_from(ids), st.sampled_from([*CODES, "unsure"]))
    )
    every = list(completions(model, answers, "first", ids))

    for question_id, applies in applicability(model, answers).items():
        inside = {question_id in chosen for chosen in every}
        if applies is not None:
            assert inside == {applies}
        if model.questions[question_id].asked_if == ALWAYS:
            assert applies is True


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_no_question_is_asked_before_what_it_hangs_on(data: st.DataObject) -> None:
    model = data.draw(small_models())
    order = suggest(model, {}, AS_OF).open_questions

    for place, question_id in enumerate(order):
        hangs_on = with_what_they_hang_on([question_id], model.questions) - {question_id}
        assert hangs_on.isdisjoint(order[place:])
