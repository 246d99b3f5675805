"""What another answer would do is exact: held against enumeration and against the suggestion."""

from datetime import date, timedelta
from itertools import islice

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.assessment.brute import after, completions, outcome
from tests.assessment.test_exact import (
    AS_OF,
    CODES,
    LIMIT,
    MODEL,
    QUESTIONS,
    START,
    nearly_answered,
    small_models,
)
from tests.casework.cases import LINE_1, LINE_2
from teui.assessment.reply import Codes, Met, Reply
from teui.assessment.sheet import Given, Sheet
from teui.assessment.what_if import Turn, what_if
from teui.practice.model import Kind, PracticeModel, Value, Within
from teui.practice.reads import rule_reads

KINDS: list[Kind] = ["first", "reassessment", "integration"]


def sheet_of(model: PracticeModel, answers: dict[str, Value], kind: Kind = "first") -> Sheet:
    return Sheet(model, kind, AS_OF, {q: Given("answered", value) for q, value in answers.items()})


def with_answer(sheet: Sheet, question: str, value: Value) -> Sheet:
    return sheet.record(question, Given("answered", value))


def values_of(sheet: Sheet, question: str, reply: Reply) -> list[Value]:
    """Every answer meant; of days those beside the limit."""
    match reply:
        case Codes(codes):
            if sheet.model.questions[question].type == "choices":
                return [(code,) for code in codes]
            return list(codes)
        case Met(Within(later, _, _), is_met) if later == question:
            last = after(START, 3, "months")
            days = (START, last) if is_met else (last + timedelta(days=1), date(2199, 12, 31))
            return list(days)
        case Met(Within(), is_met):
            near = [START, date(START.year - 3, START.month, START.day)]
            far = [near[1] - timedelta(days=1), date(1990, 1, 1)]
            return [*(near if is_met else far)]
        case Met(test, is_met):
            asked = sheet.model.questions[question]
            return [(code,) for code in asked.codes if (code in test.codes) is is_met]  # type: ignore[union-attr]
    raise AssertionError(reply)


def alternatives(sheet: Sheet, question: str) -> list[Value]:
    """Each other answer that rules know of."""
    asked = sheet.model.questions[question]
    if asked.type == "date":
        last = after(START, 3, "months")
        return [START, last, last + timedelta(days=1)]
    codes = [code for code in asked.codes if code not in asked.unknown_codes]
    stands = sheet.given.get(question)
    return [code for code in codes if stands is None or code != stands.value]


def check_against_the_suggestion(sheet: Sheet) -> None:
    """Each effect is what the suggestion says after that answer, and none is left out."""
    found = what_if(sheet)
    now = sheet.suggestion.possible
    assert found.possible == now
    told: dict[tuple[str, Value], tuple[str, ...]] = {}
    for turn in (*found.other_line, *found.no_line, *found.unknown):
        for effect in turn.effects:
            assert effect.changes == (effect.possible != now)
            for value in values_of(sheet, turn.question, effect.reply):
                told[turn.question, value] = effect.possible
    for (question, value), possible in told.items():
        assert with_answer(sheet, question, value).suggestion.possible == possible
    assert tuple(turn.question for turn in found.unknown) == sheet.suggestion.open_questions
    for turn in found.unknown:
        for value in alternatives(sheet, turn.question):
            assert (turn.question, value) in told
    # No other answer that is not told would change anything.
    for question in sheet.given:
        if question not in sheet.suggestion.open_questions and not is_start(sheet, question):
            for value in alternatives(sheet, question):
                then = with_answer(sheet, question, value).suggestion.possible
                assert then == told.get((question, value), now), (question, value)


def is_start(sheet: Sheet, question: str) -> bool:
    return sheet.model.questions[question].required


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data(), st.sampled_from(KINDS))
def test_it_is_what_the_suggestion_says_after_that_answer(data: st.DataObject, kind: Kind) -> None:
    answers = data.draw(nearly_answered(kind))
    dormant = st.sampled_from([q for q in QUESTIONS if MODEL.questions[q].type == "choice"])
    for question in data.draw(st.lists(dormant, max_size=3)):
        # Answers whose question does not apply, which come back with their condition.
        answers.setdefault(question, data.draw(st.sampled_from(MODEL.questions[question].codes)))

    check_against_the_suggestion(sheet_of(MODEL, answers, kind))


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data(), st.sampled_from(KINDS))
def test_it_is_what_enumeration_says_after_that_answer(data: st.DataObject, kind: Kind) -> None:
    sheet = sheet_of(MODEL, data.draw(nearly_answered(kind)), kind)
    found = what_if(sheet)

    for turn in (*found.other_line, *found.no_line, *found.unknown):
        for effect in turn.effects:
            value = values_of(sheet, turn.question, effect.reply)[0]
            then = with_answer(sheet, turn.question, value).answers
            every = list(islice(completions(MODEL, then, kind, QUESTIONS), LIMIT + 1))
            if len(every) <= LIMIT:
                assert {outcome(MODEL, each) for each in every} == set(effect.possible)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_it_is_exact_for_any_model(data: st.DataObject) -> None:
    model = data.draw(small_models())
    ids = list(model.questions)
    answers: dict[str, Value] = data.draw(
        st.dictionaries(st.sampled_from(ids), st.sampled_from([*CODES, "unsure"]))
    )
    sheet = sheet_of(model, answers)
    check_against_the_suggestion(sheet)
    found = what_if(sheet)

    for turn in (*found.other_line, *found.no_line, *found.unknown):
        for effect in turn.effects:
            for value in values_of(sheet, turn.question, effect.reply):
                then = with_answer(sheet, turn.question, value).answers
                every = completions(model, then, "first", ids)
                assert {outcome(model, each) for each in every} == set(effect.possible)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data(), st.sampled_from(KINDS))
def test_what_must_follow_is_what_is_required_after_that_answer(
    data: st.DataObject, kind: Kind
) -> None:
    answers = data.draw(nearly_answered(kind))
    for question in data.draw(st.sets(st.sampled_from(sorted(rule_reads(MODEL))), max_size=8)):
        asked = MODEL.questions[question]
        if asked.type in ("choice", "choices") and question not in answers:
            code = data.draw(st.sampled_from(asked.codes))
            answers[question] = code if asked.type == "choice" else (code,)
    sheet = sheet_of(MODEL, answers, kind)
    now = {each.id for each in sheet.suggestion.requirements}
    found = what_if(sheet).follows

    assert tuple(each.question for each in found) == sheet.suggestion.follow_questions
    for each in found:
        for effect in each.effects:
            for value in values_of(sheet, each.question, effect.reply):
                then = with_answer(sheet, each.question, value).suggestion.requirements
                assert {one.id for one in then} - now == set(effect.more)
                assert now - {one.id for one in then} == set(effect.less)
        for requirement in each.sets_day_of:
            rule = next(one for one in MODEL.requirements if one.id == requirement)
            assert rule.due is not None
            assert each.question in rule.due.after


NEVER = [
    question
    for question in MODEL.questions
    if question.startswith(("contact.", "integration.", "work.", "benefit."))
    or question
    in {
        *("residence.first_permit", "residence.assessment_asked", "situation.unemployed_since"),
        *("situation.change_security", "competence.education", "competence.experience"),
        *("competence.digital", "competence.job_search_skills", "goals.wishes"),
        *("goals.strengths", "market.demand", "market.offer_made", "ability.health_check"),
        "ability.other_services_first",
    }
]


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data(), st.sampled_from(KINDS))
def test_what_moves_nobody_is_never_named_as_a_mover(data: st.DataObject, kind: Kind) -> None:
    answers = data.draw(nearly_answered(kind))
    for question in data.draw(st.sets(st.sampled_from(NEVER))):
        asked = MODEL.questions[question]
        if asked.type == "choice":
            answers[question] = data.draw(st.sampled_from(asked.codes))
        elif asked.type == "choices":
            answers[question] = (data.draw(st.sampled_from(asked.codes)),)
        elif asked.type == "date":
            answers[question] = START
        elif asked.type == "language":
            answers[question] = data.draw(st.sampled_from(["fi", "so", "ckb"]))
    found = what_if(sheet_of(MODEL, answers, kind))

    named = {turn.question for turn in (*found.other_line, *found.no_line, *found.unknown)}
    assert named.isdisjoint(NEVER)
    # Citizenship and residence move nobody but by the right to register.
    for turn in (*found.other_line, *found.no_line):
        if turn.question == "residence.basis":
            stands = answers["residence.basis"]
            for effect in turn.effects:
                assert isinstance(effect.reply, Codes)
                assert "permit_restricted" in {stands, *effect.reply.codes}


def complete(answers: dict[str, Value]) -> Sheet:
    return sheet_of(MODEL, {"start.date": START, **answers})


def said_by(turns: tuple[Turn, ...]) -> dict[str, list[tuple[Reply, tuple[str, ...]]]]:
    return {turn.question: [(each.reply, each.possible) for each in turn.effects] for turn in turns}


def test_the_answers_that_the_outcome_rests_on_stand_first() -> None:
    found = what_if(complete(dict(LINE_2)))

    assert found.is_settled
    assert [turn.question for turn in found.other_line][:2] == [
        "goals.clarity",
        "competence.language",
    ]
    assert said_by(found.other_line)["goals.clarity"] == [
        (Codes(("clear_and_realistic", "several_options")), ("line_1",))
    ]
    assert said_by(found.other_line)["goals.initiative"] == [
        (Codes(("needs_close_support",)), ("line_3",))
    ]
    assert found.carried_by == ()


def test_several_reasons_carry_an_outcome_that_no_single_answer_takes_away() -> None:
    found = what_if(
        complete(
            {
                **LINE_1,
                "ability.support_need": "above_ordinary",
                "goals.initiative": "needs_close_support",
            }
        )
    )

    assert found.other_line == ()
    assert [each.criterion for each in found.carried_by] == ["3.support", "3.close_support"]


def test_several_reasons_on_one_answer_do_not_carry() -> None:
    """What hangs together on one question is gone with it."""
    found = what_if(
        complete(
            {
                **LINE_1,
                "ability.affects_work": "yes",
                "ability.work_ability": "needs_tailored_job",
                "ability.multi_professional": "needed",
                "ability.life_situation": "stable",
            }
        )
    )

    assert found.carried_by == ()
    assert said_by(found.other_line) == {"ability.affects_work": [(Codes(("no",)), ("line_1",))]}


def test_two_reasons_against_any_line_are_named() -> None:
    found = what_if(
        complete(
            {
                **LINE_1,
                "situation.status": "benefit_only",
                "start.previous": "returning_unchanged",
            }
        )
    )

    assert found.other_line == ()
    assert [each.criterion for each in found.carried_by] == ["no_line_benefit_only", "not_required"]


def test_a_dormant_answer_comes_back_with_its_condition() -> None:
    dormant = {"ability.work_ability": "needs_tailored_job", "ability.life_situation": "stable"}
    found = what_if(complete({**LINE_1, **dormant}))

    assert said_by(found.other_line)["ability.affects_work"] == [(Codes(("yes",)), ("line_3",))]
    assert "ability.work_ability" not in said_by(found.other_line)


@pytest.mark.parametrize(
    ("day", "is_met", "outcomes"),
    [
        (date(2027, 2, 10), False, ("line_1",)),
        (date(2027, 2, 11), True, ("no_line_known_change",)),
    ],
)
def test_a_day_is_told_by_the_comparison(
    day: date, is_met: bool, outcomes: tuple[str, ...]
) -> None:
    change: dict[str, Value] = {
        "situation.known_change": "pension",
        "situation.known_change_date": day,
        "situation.wants_service": "no",
    }
    found = what_if(complete({**LINE_1, **change}))

    turns = said_by((*found.other_line, *found.no_line))
    [(reply, possible)] = turns["situation.known_change_date"]
    assert isinstance(reply, Met)
    assert (reply.is_met, possible) == (is_met, outcomes)


def test_an_unknown_says_what_each_of_its_answers_would_do() -> None:
    answers = {key: value for key, value in LINE_2.items() if key != "ability.support_need"}
    found = what_if(complete(answers))

    assert said_by(found.unknown) == {
        "ability.support_need": [
            (Codes(("ordinary",)), ("line_2",)),
            (Codes(("above_ordinary",)), ("line_3",)),
        ]
    }
