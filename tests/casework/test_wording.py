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
    "office_step": {**DAY, "text": "varaa ajan"},
    "milestone": {**DAY, "text": "ala selvillä"},
    "service_ending": {**DAY, "service": "work_trial", "amount": 14, "unit": "days"},
    "service_ended": {**DAY, "service": "work_trial", "amount": 7, "unit": "days"},
    "health_check": {**DAY, "answers": "health_check_referral", "amount": 30, "unit": "days"},
    "work_ending": {**DAY, "work": "fixed_term", "text": "leipuri", "amount": 14, "unit": "days"},
    "work_ended": {**DAY, "work": "fixed_term", "text": "leipuri", "amount": 7, "unit": "days"},
    "offer_outcome": {**DAY, "text": "leipuri", "amount": 7, "unit": "days"},
    "handover": {**DAY, "text": "A. Lind", "amount": 3, "unit": "working_days"},
    "search_validity": {**DAY, "amount": 7, "unit": "days"},
    "statement": {**DAY, "matter": "x", "text": "irtisanoutunut", "amount": 14, "unit": "days"},
    "business_step": {**DAY, "business_step": "plan", "text": "suunnitelma"},
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


def test_the_service_or_requirement_of_a_row_stands_in_its_follow_up() -> None:
    t = load_texts("en", MODEL.id)

    row = {"text": "at a bakery", "service": "work_trial"}

    assert what(t, "office_step", row) == "service does: work trial: at a bakery"
    asked = {"text": "", "answers": "health_check_referral"}
    assert what(t, "office_step", asked) == "service does: referral to a health check"


def test_work_without_a_name_leaves_no_colon_behind() -> None:
    t = load_texts("en", MODEL.id)

    assert what(t, "work_ending", {"work": "of_another_model", "text": ""}) == "work ending"
    nameless = {"work": "fixed_term", "text": ""}
    assert what(t, "work_ending", nameless) == "work ending: fixed-term work"
    step = {"business_step": "plan"}
    assert what(t, "business_step", step) == "own business: business plan"
