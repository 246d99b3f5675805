"""The words of the practice models: none is missing, none is too long for its place."""

import re
import string
import textwrap
from collections.abc import Iterator

import pytest

from teui.practice.files import data_folder
from teui.practice.life_model import ServiceLife
from teui.practice.line_interview import form_of
from teui.practice.load import load_model, model_ids
from teui.practice.model import LINE, PracticeModel, Question
from teui.practice.service_line import CARD
from teui.practice.texts import LANGUAGES, SOURCE, Texts, load_texts, read_entries

# Columns that each kind of word has on an 80×24 screen.
SECTION_SHORT = 12
QUESTION_TEXT = 140
QUESTION_SHORT = 22
CODE_TEXT = 56
CODE_SHORT = 24
CRITERION = 70
OUTCOME_TEXT = 50
OUTCOME_SHORT = 24
REQUIREMENT_TEXT = 44
OTHER_TEXT = 40
CHAPTER_WORD = 4
TOLD_TEXT = 51
TOLD_MEANS = 165
OFFICE_TEXT = 30
SERVICE_NAME = 42
SERVICE_ABOUT = 100
REPORTS = 64
PHASE_NAME = 30
DUTY_TEXT = 74
DUTY_YOU = 200
CARD_PART = 320
STAGE_SHORT = 24
STAGE_ABOUT = 110
HANDING_REASON = 57
HINT = 115
PANE = 55
HELP_LINES = 4
JUDGE = len(" (arvioi)")

VOLUNTARY = {"en": "voluntary", "fi": "vapaaehtoista", "sv": "frivilligt"}
WEAK = {"en": "Weak evidence", "fi": "Heikko näyttö", "sv": "Svagt belägg"}
TO_THE_CLIENT = {
    "en": {"you", "your", "yourself"},
    "fi": {"sinä", "sinun", "sinulla", "sinulle", "oletko", "haluatko"},
    "sv": {"du", "dig", "din", "ditt", "dina"},
}
VALUES = {"day", "due", "length", "what"}
COUNTS = ("days", "working_days", "weeks", "months", "years", "times")
OFFER_STATE, OFFER_NEED = 20, 30

models = pytest.mark.parametrize(
    "model", [load_model(name) for name in model_ids()], ids=model_ids()
)
languages = pytest.mark.parametrize("language", LANGUAGES)


def _words(model: PracticeModel, language: str) -> Texts:
    return load_texts(language, model.id)


def _life(life: ServiceLife) -> Iterator[tuple[str, int]]:
    for name, codes in (
        ("result", life.results),
        ("judgement", life.judgements),
        ("end_reason", life.end_reasons),
        ("next_step", life.next_steps),
        ("work_kind", life.work_kinds),
        ("work_need", life.work_needs),
        ("business_step", life.business_steps),
        ("raised", life.raised),
    ):
        yield from ((f"service_life.{name}.{code}", SERVICE_NAME + 4) for code in codes)


def _asked(model: PracticeModel) -> list[Question]:
    """The questions of all interviews, those on the line included."""
    return list({**model.questions, **form_of(model, LINE).questions}.values())


def _needed(model: PracticeModel) -> Iterator[tuple[str, int]]:
    """Every key that the screens ask for, with the columns that it has."""
    yield from (("model.name", 80), ("model.rules_dated", 80), ("model.later_law", 240))
    for contradiction in model.contradictions:
        yield f"contradiction.{contradiction.id}.text", CRITERION
    for item in model.told:
        yield f"told.{item.id}.text", TOLD_TEXT
        yield f"told.{item.id}.means", TOLD_MEANS
    for stage in model.stages:
        yield f"stage.{stage.id}.short", STAGE_SHORT
        yield f"stage.{stage.id}.about", STAGE_ABOUT
    for section in {
        each.id: each for each in model.sections + form_of(model, LINE).sections
    }.values():
        yield f"section.{section.id}.text", 31
        yield f"section.{section.id}.short", SECTION_SHORT
    for question in _asked(model):
        yield f"question.{question.id}.text", QUESTION_TEXT
        yield f"question.{question.id}.short", QUESTION_SHORT
        for code in question.codes:
            yield f"code.{question.id}.{code}.text", CODE_TEXT
            yield f"code.{question.id}.{code}.short", CODE_SHORT
    for outcome in model.outcomes:
        yield f"outcome.{outcome.id}.text", OUTCOME_TEXT
        yield f"outcome.{outcome.id}.short", OUTCOME_SHORT
        yield f"outcome.{outcome.id}.means", 240
    gates = [outcome.id for outcome in model.outcomes if outcome.gate is not None]
    for criterion in [*gates, *(each.id for each in model.criteria)]:
        for ending in ("holds", "fails", "unknown"):
            yield f"criterion.{criterion}.{ending}", CRITERION
    yield from ((f"sub_segment.{step.id}.text", OTHER_TEXT) for step in model.sub_segments)
    yield from ((f"phase.{step.id}.text", OTHER_TEXT) for step in model.phases)
    for requirement in model.requirements:
        yield f"requirement.{requirement.id}.text", REQUIREMENT_TEXT
        yield f"requirement.{requirement.id}.why", 240
    for rule in model.follow_ups.rules:
        yield f"followup.{rule}.text", OTHER_TEXT
        yield f"followup.{rule}.why", 240
    yield from ((f"drop.{reason}", OTHER_TEXT) for reason in model.follow_ups.drop_reasons)
    yield from ((f"contact.kind.{kind}", OTHER_TEXT) for kind in model.follow_ups.contact_kinds)
    yield from ((f"contact.channel.{way}", OTHER_TEXT) for way in model.follow_ups.channels)
    yield from ((f"apart.{reason}", OTHER_TEXT) for reason in model.follow_ups.apart_reasons)
    outcomes = (*model.follow_ups.outcomes, *model.follow_ups.outcomes_missed)
    yield from ((f"contact.outcome.{outcome}", OTHER_TEXT) for outcome in outcomes)
    yield from ((f"offer.state.{state}", OFFER_STATE) for state in model.offers.states)
    yield from ((f"offer.need.{need}", OFFER_NEED) for need in model.offers.needs)
    yield from ((f"offer.reason.{reason}", OTHER_TEXT) for reason in model.offers.reasons)
    for unit in COUNTS:
        yield from ((f"length.{unit}.{number}", OTHER_TEXT) for number in ("one", "other"))
    for service in model.services.values():
        yield f"service.{service.id}.name", SERVICE_NAME
        yield f"service.{service.id}.about", SERVICE_ABOUT
        if service.provider is not None:
            yield f"provider.{service.provider}.text", OTHER_TEXT
    yield from _life(model.service_life)
    for start in model.plans.starts.values():
        if start.reports is not None:
            yield f"reports.{start.reports}.text", REPORTS
            yield f"reports.{start.reports}.you", REPORTS
    for phase in {phase for line in model.lines.values() for phase in line.phases}:
        yield f"phase.{phase}.name", PHASE_NAME
    yield from ((f"lead.{lead}.text", OTHER_TEXT) for lead in model.plans.leads)
    for duty in model.plans.duties:
        yield f"duty.{duty.id}.text", DUTY_TEXT
        yield f"duty.{duty.id}.you", DUTY_YOU
    yield from ((f"source.{source}.title", 58) for source in model.sources)
    yield from (("source.office", OTHER_TEXT), ("source.by_hand", OTHER_TEXT))
    yield "source.chapter", CHAPTER_WORD
    for length in model.lengths.values():
        if length.office:
            yield f"office.{length.id}.text", OFFICE_TEXT
            yield f"office.{length.id}.help", 150
    rules = model.handing
    for name, codes, columns in (
        ("reason", rules.reasons, HANDING_REASON),
        ("background", rules.background, OTHER_TEXT + 4),
        ("hint", [each.id for each in rules.hints], HINT),
        ("field", rules.fields, OTHER_TEXT),
        ("matter", rules.matters, OTHER_TEXT),
        ("ending", rules.endings, OTHER_TEXT + 6),
        ("feedback", rules.feedback, OTHER_TEXT),
    ):
        yield from ((f"handing.{name}.{code}", columns) for code in codes)
    for line in model.lines:
        yield from ((f"line.{line}.{part}", CARD_PART) for part in CARD)


@models
@languages
def test_every_word_of_the_model_is_there_and_fits_its_place(
    model: PracticeModel, language: str
) -> None:
    t = _words(model, language)

    missing = [key for key, _ in _needed(model) if not t.has(key)]
    too_long = [
        f"{key}: {len(t(key))} of {columns}"
        for key, columns in _needed(model)
        if t.has(key) and len(t(key)) > columns
    ]

    assert (missing, too_long) == ([], [])


@models
def test_no_word_is_about_something_that_the_model_does_not_have(model: PracticeModel) -> None:
    known = {key for key, _ in _needed(model)}
    known |= {f"question.{question.id}.help" for question in _asked(model)}
    # Chapters of a document have their titles whether or not a rule cites them.
    chapter = re.compile(rf"source\.({'|'.join(model.sources)})\.\d+(\.\d+)?\Z")
    folder = data_folder() / "models" / model.id / "text" / SOURCE

    written = {key for path in folder.glob("*.toml") for key, _ in read_entries(path)}

    assert {key for key in written - known if not chapter.match(key)} == set()


@models
@languages
def test_a_question_and_its_help_fit_the_pane(model: PracticeModel, language: str) -> None:
    t = _words(model, language)
    too_long = []
    for question in [each.id for each in _asked(model)]:
        text, key = t(f"question.{question}.text") + "x" * JUDGE, f"question.{question}.help"
        if len(textwrap.wrap(text, PANE)) > 2:
            too_long.append(question)
        if t.has(key) and len(textwrap.wrap(t(key), PANE - 3)) > HELP_LINES:
            too_long.append(key)

    assert too_long == []


@models
@languages
def test_what_an_adviser_judges_is_never_put_to_the_client(
    model: PracticeModel, language: str
) -> None:
    t = _words(model, language)
    judged = [q.id for q in _asked(model) if q.by == "adviser"]

    put = [
        question
        for question in judged
        if TO_THE_CLIENT[language]
        & {word.strip("?,.:").lower() for word in t(f"question.{question}.text").split()}
    ]

    assert judged
    assert put == []
    assert [q for q in judged if not t.has(f"question.{q}.help")] == []


@models
@languages
def test_help_says_first_that_a_sensitive_question_is_voluntary(
    model: PracticeModel, language: str
) -> None:
    t = _words(model, language)
    sensitive = [q.id for q in _asked(model) if q.sensitive]

    silent = [
        question
        for question in sensitive
        if VOLUNTARY[language] not in t(f"question.{question}.help").partition(".")[0]
    ]

    assert sensitive
    assert silent == []


@models
@languages
def test_a_follow_up_uses_no_value_that_it_is_not_given(
    model: PracticeModel, language: str
) -> None:
    t = _words(model, language)
    for rule in model.follow_ups.rules:
        for ending, given in (("text", {"what"}), ("why", VALUES)):
            fields = string.Formatter().parse(t(f"followup.{rule}.{ending}"))
            used = {name for _, name, _, _ in fields if name is not None}
            assert used <= given, rule


@languages
def test_low_motivation_is_shown_as_weak_evidence(language: str) -> None:
    assert WEAK[language] in load_texts(language, "te-2013")("criterion.3.motivation.holds")
