"""Every follow-up has its words and its reason in each language, with its values filled in."""

import string
from datetime import date

import pytest

from teui.casework.wording import planned, source, what, why
from teui.practice.load import load_model
from teui.practice.texts import LANGUAGES, load_texts

MODEL = load_model()
DUE = date(2026, 12, 6)
DAY = {"day": "2026-11-16"}
PARAMS: dict[str, dict[str, object]] = {
    "first_contact": {**DAY, "amount": 14, "unit": "days"},
    "integration_assessment": {**DAY, "amount": 2, "unit": "months"},
    "known_change": {**DAY, "change": "studies_start"},
    "contact_rhythm": {**DAY, "weeks": 4, "channel": "phone"},
    "client_to_be_in_touch": {**DAY, "weeks": 1, "amount": 3, "unit": "working_days"},
    "plan_review": {**DAY},
    "client_step": {**DAY, "text": "soittaa kouluun"},
    "no_contact": {**DAY, "amount": 90, "unit": "days"},
    "draft_interview": {**DAY, "kind": "first", "amount": 1, "unit": "working_days"},
    "assessment_stage": {**DAY, "stage": "language_skills"},
    "by_hand": {**DAY, "text": "soittaa kouluun"},
    "requirement": {**DAY, "requirement": "make_plan", "amount": 14, "unit": "days"},
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", MODEL.follow_ups.rules)
def test_a_follow_up_is_worded(rule: str, language: str) -> None:
    t = load_texts(language, MODEL.id)
    params = PARAMS[rule]
    words, reason = what(t, rule, params), why(t, rule, params, DUE)
    for text in (words, reason):
        assert text.strip()
        assert not [name for _, name, _, _ in string.Formatter().parse(text) if name]
        assert " -" not in text, "a value is missing"
    if "text" in params:
        text = str(params["text"])
        assert words == text or words.endswith(f": {text}"), "free text follows a colon"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_requirement_can_be_due(language: str) -> None:
    t = load_texts(language, MODEL.id)
    for requirement in MODEL.requirements:
        assert what(t, "requirement", {"requirement": requirement.id})
        assert why(t, "requirement", {"requirement": requirement.id}, DUE)


def test_the_offices_own_numbers_are_shown_as_such() -> None:
    assert source(load_texts("fi", MODEL.id), "office setting") != "office setting"
    assert source(load_texts("fi", MODEL.id), "S1 ch. 2") == "S1 luku 2"
    offices = {rule.id for rule in MODEL.follow_ups.rules.values() if rule.office}
    sources = {rule.id: rule.source for rule in MODEL.follow_ups.rules.values()}
    assert {rule for rule, cited in sources.items() if cited == "office setting"} == offices


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (("calls the school", None, None), "calls the school"),
        (("", "work_trial", None), "work trial"),
        (("at a bakery", "work_trial", "health_check_referral"), "work trial: at a bakery"),
        (("", None, "health_check_referral"), "referral to a health check"),
        (("", "of_another_model", None), "of_another_model"),
        (("", None, "of_another_model"), "of_another_model"),
    ],
)
def test_a_row_of_a_plan_in_words(row: tuple[str, str | None, str | None], words: str) -> None:
    assert planned(load_texts("en", MODEL.id), *row) == words
