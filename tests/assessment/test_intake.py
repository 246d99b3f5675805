"""Every kind of bad input is refused with its question; an answer with a fault is not given."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from teui.assessment.intake import Request, read_request
from teui.practice.load import load_model
from teui.practice.model import Occupation
from teui.practice.texts import load_texts

GOOD: dict[str, Any] = {
    "pack": "te-2013",
    "as_of": "2026-11-16",
    "answers": {"start.date": "2026-11-10"},
}
COOK = {"title": "cook", "isco": "5120", "years": 3, "last_year": 2024}


def faults_of(text: str) -> list[tuple[str | None, str | None, str]]:
    found = read_request(text)
    assert isinstance(found, list)
    return [(fault.question, fault.key, fault.code) for fault in found]


def with_answers(**changes: object) -> str:
    answers = {**GOOD["answers"], **{q.replace("__", "."): v for q, v in changes.items()}}
    return json.dumps({**GOOD, "answers": answers})


def read(text: str) -> Request:
    found = read_request(text)
    assert isinstance(found, Request), found
    return found


@pytest.mark.parametrize(
    ("question", "value", "code"),
    [
        ("goals.clarity", "clear", "unknown_code"),
        ("goals.clarity", "", "unknown_code"),
        ("goals.clarity", 1, "not_a_code"),
        ("goals.clarity", True, "not_a_code"),
        ("goals.clarity", ["unclear"], "not_a_code"),
        ("goals.clarity", {}, "not_a_code"),
        ("goals.clarity", None, "null"),
        ("contact.service_language", "Fi", "unknown_code"),
        ("residence.age", "yes", "unknown_question"),
        ("", "yes", "unknown_question"),
        ("start", "yes", "unknown_question"),
        ("start.date", "20261110", "not_a_date"),
        ("start.date", "2026-W46-2", "not_a_date"),
        ("start.date", " 2026-11-10", "not_a_date"),
        ("start.date", "2026-11-10T00:00", "not_a_date"),
        ("start.date", "٢٠٢٦-١١-١٠", "not_a_date"),
        ("start.date", "2026-11-31", "no_such_day"),
        ("start.date", "2026-02-29", "no_such_day"),
        ("start.date", "0000-01-01", "no_such_day"),
        ("start.date", "1899-12-31", "year_out_of_range"),
        ("work.available_from", "2200-01-01", "year_out_of_range"),
        ("start.date", 20261110, "not_a_date"),
        ("start.date", "2026-11-17", "after_as_of"),
        ("benefit.last_job_end", "2026-11-17", "after_as_of"),
        ("situation.unemployed_since", "2026-11-17", "after_as_of"),
        ("residence.first_permit", "2026-11-17", "after_as_of"),
        ("residence.assessment_asked", "2026-11-17", "after_as_of"),
        ("residence.assessment_asked", "2026-11-09", "before_other"),
        ("situation.known_change_date", "2026-11-09", "before_other"),
        ("goals.wishes", "job", "not_a_list"),
        ("goals.wishes", [], "empty_list"),
        ("goals.wishes", ["job", "job"], "repeated"),
        ("goals.wishes", ["job", "fame"], "unknown_code"),
        ("goals.wishes", ["job", 1], "not_a_code"),
        ("goals.wishes", ["job", None], "not_a_code"),
        ("goals.strengths", "", "empty_text"),
        ("goals.strengths", " \n", "empty_text"),
        ("goals.strengths", 7, "not_a_text"),
        ("goals.strengths", ["patience"], "not_a_text"),
        ("goals.strengths", "\ud800", "half_character"),
        ("work.area", "Tampere", "not_a_list"),
        ("work.area", [], "empty_list"),
        ("work.area", ["Tampere", ""], "empty_text"),
        ("work.area", ["Tampere", "Tampere"], "repeated"),
        ("work.area", [1], "not_a_text"),
        ("contact.language", "FI", "not_a_language"),
        ("contact.language", "f", "not_a_language"),
        ("contact.language", "finn", "not_a_language"),
        ("contact.language", "fi\n", "not_a_language"),
        ("contact.language", "åä", "not_a_language"),
        ("contact.language", ["fi"], "not_a_language"),
        ("work.sought", "cook", "not_a_list"),
        ("work.sought", [], "empty_list"),
        ("work.sought", ["cook"], "not_an_occupation"),
        ("work.sought", [{"isco": "5120"}], "not_an_occupation"),
        ("work.sought", [{**COOK, "wage": 1}], "not_an_occupation"),
        ("work.sought", [COOK, COOK], "repeated"),
        ("work.sought", [{**COOK, "title": ""}], "empty_text"),
        ("work.sought", [{**COOK, "title": None}], "not_a_text"),
        ("work.sought", [{**COOK, "isco": "512"}], "not_an_isco_code"),
        ("work.sought", [{**COOK, "isco": "51200"}], "not_an_isco_code"),
        ("work.sought", [{**COOK, "isco": "٥١٢٠"}], "not_an_isco_code"),
        ("work.sought", [{**COOK, "isco": 5120}], "not_an_isco_code"),
        ("work.sought", [{**COOK, "years": True}], "years_out_of_range"),
        ("work.sought", [{**COOK, "years": 2.0}], "years_out_of_range"),
        ("work.sought", [{**COOK, "years": "3"}], "years_out_of_range"),
        ("work.sought", [{**COOK, "years": -1}], "years_out_of_range"),
        ("work.sought", [{**COOK, "years": 10**30}], "years_out_of_range"),
        ("work.sought", [{**COOK, "last_year": 1899}], "last_year_out_of_range"),
        ("work.sought", [{**COOK, "last_year": "2024"}], "last_year_out_of_range"),
    ],
)
def test_one_bad_answer_is_one_fault(question: str, value: object, code: str) -> None:
    text = json.dumps({**GOOD, "answers": {**GOOD["answers"], question: value}})

    assert faults_of(text) == [(question, None, code)]


@pytest.mark.parametrize(
    ("answers", "kind", "faults"),
    [
        ({"ability.affects_work": "no", "ability.work_ability": "unclear"}, "first", 1),
        (
            {
                "ability.affects_work": "no",
                "ability.work_ability": "needs_treatment_first",
                "ability.other_services_first": "yes",
            },
            "first",
            2,
        ),
        ({"ability.work_ability": "unclear"}, "first", 0),
        ({"ability.affects_work": "maybe", "ability.work_ability": "unclear"}, "first", 1),
        ({"residence.basis": "not_checked", "residence.first_permit": "2025-01-01"}, "first", 0),
        ({"residence.basis": "citizen", "residence.first_permit": "2025-01-01"}, "first", 1),
        ({"situation.status": "employed", "ability.health_check": "yes"}, "first", 1),
        ({"situation.status": "unemployed", "ability.health_check": "yes"}, "first", 0),
        ({"start.channel": "online", "start.previous": "new"}, "reassessment", 2),
        ({"start.channel": "online", "start.previous": "new"}, "integration", 0),
        ({"market.demand": "openings_expected", "market.offer_made": "no"}, "first", 1),
    ],
)
def test_answers_to_what_does_not_apply(answers: dict[str, str], kind: str, faults: int) -> None:
    text = json.dumps({**GOOD, "kind": kind, "answers": {**GOOD["answers"], **answers}})
    found = read_request(text)

    assert len(found if isinstance(found, list) else []) == faults
    if faults and "maybe" not in answers.values():
        assert {code for _, _, code in faults_of(text)} <= {"does_not_apply", "not_in_kind"}


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("", [(None, None, "broken_json")]),
        ("{", [(None, None, "broken_json")]),
        ("[]", [(None, None, "not_an_object")]),
        ('"x"', [(None, None, "not_an_object")]),
        ("null", [(None, None, "not_an_object")]),
        ("NaN", [(None, None, "not_an_object")]),
        ("[" * 100_000, [(None, None, "too_deep")]),
        ('{"a":' * 100_000, [(None, None, "too_deep")]),
        (
            "{}",
            [
                (None, "pack", "missing"),
                (None, "as_of", "missing"),
                (None, "answers", "missing"),
            ],
        ),
        (
            '{"pack": null, "as_of": null, "answers": null}',
            [(None, "pack", "null"), (None, "as_of", "null"), (None, "answers", "null")],
        ),
        (
            '{"pack": 1, "as_of": 1, "answers": []}',
            [
                (None, "pack", "not_a_text"),
                (None, "as_of", "not_a_date"),
                (None, "answers", "answers_no_object"),
            ],
        ),
        (json.dumps({**GOOD, "pack": "te-2031"}), [(None, "pack", "unknown_pack")]),
        (json.dumps({**GOOD, "pack": "../te-2013"}), [(None, "pack", "unknown_pack")]),
        (json.dumps({**GOOD, "as_of": "2026-1-1"}), [(None, "as_of", "not_a_date")]),
        (json.dumps({**GOOD, "as_of": "2200-01-01"}), [(None, "as_of", "year_out_of_range")]),
        (json.dumps({**GOOD, "kind": "second"}), [(None, "kind", "unknown_kind")]),
        (json.dumps({**GOOD, "kind": ""}), [(None, "kind", "unknown_kind")]),
        (json.dumps({**GOOD, "kind": 1}), [(None, "kind", "not_a_text")]),
        (json.dumps({**GOOD, "kind": None}), [(None, "kind", "null")]),
        (json.dumps({**GOOD, "story": None}), [(None, "story", "null")]),
        (json.dumps({**GOOD, "answers": {}}), [("start.date", None, "unanswered")]),
        (with_answers(start__date=None), [("start.date", None, "null")]),
        (
            '{"pack": "te-2013", "pack": "te-2013", "as_of": "2026-11-16",'
            ' "story": "a", "story": "b", "answers": {"start.date": "2026-11-10"}}',
            [(None, "pack", "twice"), (None, "story", "twice")],
        ),
        (
            '{"pack": "te-2013", "as_of": "2026-11-16", "answers": {}, "answers": {}}',
            [(None, "answers", "twice")],
        ),
        (
            '{"pack": "te-2013", "as_of": "2026-11-16",'
            ' "answers": {"start.date": "2026-11-10", "start.date": "2026-11-10"}}',
            [("start.date", None, "twice")],
        ),
        (
            '{"pack": "te-2013", "as_of": "2026-11-16", "answers": {"start.date": "2026-11-10",'
            ' "work.sought": [{"title": "cook", "title": "chef"}]}}',
            [("work.sought", None, "twice_inside")],
        ),
        (with_answers(goals__clarity=float("nan")), [("goals.clarity", None, "not_a_number")]),
        (
            with_answers(work__sought=[{**COOK, "years": float("inf")}]),
            [("work.sought", None, "not_a_number")],
        ),
        (json.dumps({**GOOD, "expect": [float("nan")]}), [(None, "expect", "not_a_number")]),
    ],
)
def test_faults_of_the_object(text: str, faults: list[tuple[str | None, str | None, str]]) -> None:
    assert faults_of(text) == faults


def test_every_fault_is_named_at_once_and_each_question_once() -> None:
    text = with_answers(
        start__date="2027-01-01",
        situation__known_change="none",
        situation__known_change_date="2026-12-01",
        goals__clarity="x",
        nothing="x",
    )

    assert faults_of(text) == [
        ("start.date", None, "after_as_of"),
        ("situation.known_change_date", None, "does_not_apply"),
        ("goals.clarity", None, "unknown_code"),
        ("nothing", None, "unknown_question"),
    ]


def test_a_date_is_not_held_against_one_with_a_fault() -> None:
    early = {"situation.known_change_date": "1950-01-01", "start.date": "2026-13-01"}

    assert faults_of(json.dumps({**GOOD, "answers": early})) == [
        ("start.date", None, "no_such_day")
    ]
    late = {**GOOD, "as_of": "soon", "answers": {"start.date": "2199-12-31"}}
    assert faults_of(json.dumps(late)) == [(None, "as_of", "not_a_date")]


def test_other_keys_are_ignored_with_what_is_in_them() -> None:
    expect = {"phase": None, "requirements": [{"due": None}]}
    text = json.dumps({**GOOD, "story": "x", "expect": expect})
    twice_inside = text.replace('"phase": null', '"phase": 1, "phase": 2')

    assert read(text).as_of == date(2026, 11, 16)
    assert read(twice_inside).kind == "first"


def test_good_values_are_read_as_rules_take_them() -> None:
    text = with_answers(
        work__sought=[COOK, {"title": "baker", "isco": None}],
        work__area=["Tampere", "Nokia"],
        goals__wishes=["study", "job"],
        contact__language="som",
    )

    answers = read(text).answers

    assert answers["start.date"] == date(2026, 11, 10)
    assert answers["work.sought"] == (Occupation("cook", "5120", 3, 2024), Occupation("baker"))
    assert answers["work.area"] == ("Tampere", "Nokia")
    assert answers["goals.wishes"] == ("study", "job")
    assert answers["contact.language"] == "som"


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda part: st.lists(part, max_size=3) | st.dictionaries(st.text(), part, max_size=3),
    max_leaves=6,
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.dictionaries(st.sampled_from([*load_model().questions, "x"]), JSON_VALUES),
    st.dictionaries(st.sampled_from(["pack", "as_of", "kind", "answers", "x"]), JSON_VALUES),
)
def test_whatever_comes_is_read_or_refused_in_words(
    answers: dict[str, object], others: dict[str, object]
) -> None:
    found = read_request(json.dumps({**GOOD, "answers": answers, **others}))

    if isinstance(found, list):
        assert found
        for fault in found:
            for language in ("fi", "sv", "en"):
                assert load_texts(language)(f"fault.{fault.code}", **fault.details)
    else:
        assert "start.date" in found.answers


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text())
def test_no_text_breaks_the_reader(text: str) -> None:
    assert isinstance(read_request(text), list)
