"""What is worth asking next: any order, and never a question that does not apply."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from teui.assessment.sheet import Given, Sheet
from teui.practice.load import load_model
from teui.practice.model import Question
from teui.practice.reads import hangs_on

MODEL = load_model()
TODAY = date(2026, 11, 16)
START = {"start.date": Given("answered", date(2026, 11, 10))}
EMPTY = Sheet(MODEL, "first", TODAY, START)
CHOICES = [question for question in MODEL.questions.values() if question.type == "choice"]


def _given(question: Question) -> st.SearchStrategy[Given]:
    return st.one_of(
        st.sampled_from([Given("answered", code) for code in question.codes]),
        st.sampled_from([Given("not_discussed"), Given("does_not_know"), Given("will_not_say")]),
    )


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    asked = draw(st.lists(st.sampled_from(CHOICES), unique=True))
    return Sheet(MODEL, "first", TODAY, START | {q.id: draw(_given(q)) for q in asked})


def _walk(sheet: Sheet, digits: dict[str, str]) -> tuple[list[str], Sheet]:
    """The questions asked when every answer leads to the next, codes from `digits` or the first."""
    question, asked = sheet.after_answer("start.date"), []
    while sheet.is_unasked(question) and sheet.deciding:
        asked.append(question)
        kind = MODEL.questions[question].type
        value = digits.get(question, MODEL.questions[question].codes[0] if kind == "choice" else "")
        sheet = sheet.record(question, Given("answered", value or TODAY))
        question = sheet.after_answer(question)
    return asked, sheet


@settings(max_examples=150, deadline=None)
@given(sheets(), st.sampled_from(CHOICES))
def test_the_next_question_applies_and_is_unasked(sheet: Sheet, here: Question) -> None:
    target = sheet.after_answer(here.id)

    if any(sheet.is_unasked(question.id) for question in sheet.questions):
        assert sheet.is_unasked(target)
    if sheet.deciding and here.needed is None:
        assert target in sheet.deciding


@settings(max_examples=150, deadline=None)
@given(sheets(), st.sampled_from(CHOICES))
def test_tab_goes_round_all_that_decides_and_comes_back(sheet: Sheet, here: Question) -> None:
    seen, question = [], here.id
    for _ in sheet.deciding:
        question = sheet.next_deciding(question, 1)
        seen.append(question)

    assert sorted(seen) == sorted(sheet.deciding)
    if sheet.deciding:
        assert sheet.next_deciding(sheet.next_deciding(question, 1), -1) == question


def test_what_decides_the_line_comes_before_what_must_follow() -> None:
    grades = [EMPTY.grade(question) for question in EMPTY.deciding]

    assert grades == sorted(grades, key=["line", "follows"].index)
    assert "line" in grades
    assert "follows" in grades


def test_a_plain_line_1_interview_asks_what_decides_and_settles() -> None:
    plain = {
        "residence.basis": "citizen",
        "start.previous": "new",
        "situation.status": "unemployed",
        "situation.known_change": "none",
        "competence.vocational": "meets_demand",
        "competence.language": "sufficient",
        "competence.work_life_skills": "adequate",
        "goals.clarity": "clear_and_realistic",
        "goals.initiative": "independent",
        "ability.affects_work": "no",
        "ability.support_need": "ordinary",
        "market.demand": "none_at_present",
    }
    asked, sheet = _walk(EMPTY, plain)

    assert asked == [question.id for question in sheet.questions if question.id in asked]
    assert sheet.suggestion.outcome == "line_1"
    assert not sheet.deciding


def test_a_dormant_answer_does_not_count_and_comes_back() -> None:
    ill = EMPTY.record("ability.affects_work", Given("answered", "yes"))
    ill = ill.record("ability.work_ability", Given("answered", "needs_treatment_first"))
    well = ill.record("ability.affects_work", Given("answered", "no"))

    assert "ability.work_ability" not in well.answers
    assert "ability.work_ability" not in [question.id for question in well.questions]
    assert (
        "ability.work_ability"
        in well.record("ability.affects_work", ill.given["ability.affects_work"]).answers
    )


def test_what_must_be_agreed_follows_what_decides_and_leads_on() -> None:
    agreed = [question.id for question in EMPTY.questions if question.needed is not None]
    assert EMPTY.after_answer(agreed[0]) == agreed[1]

    done = EMPTY
    while done.deciding:
        done = done.record(done.deciding[0], Given("not_discussed"))
    assert done.after_answer("start.channel") == agreed[0]


def test_a_contradiction_is_shown_and_moves_nothing() -> None:
    skilled = EMPTY.record("competence.vocational", Given("answered", "meets_demand"))
    sheet = skilled.record("market.demand", Given("answered", "trade_disappearing"))

    assert skilled.contradictions == ()
    assert sheet.contradictions == ("trade_and_skills",)
    assert sheet.suggestion.possible == skilled.suggestion.possible


def test_progress_counts_only_what_applies() -> None:
    assert EMPTY.progress("ability") == (0, 2)
    ill = EMPTY.record("ability.affects_work", Given("answered", "yes"))
    assert ill.progress("ability") == (1, 5)


@given(sheets(), st.sampled_from(list(MODEL.questions)))
def test_the_way_to_a_question_leads_to_one_that_is_asked(sheet: Sheet, wanted: str) -> None:
    first = sheet.way_to(wanted)
    if sheet.applies[wanted] is None:
        assert sheet.applies[first]
        assert first in hangs_on(wanted, MODEL.questions)
    else:
        assert first == wanted
