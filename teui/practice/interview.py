"""`interview.toml`: the sections and questions of the form, in its order."""

from collections.abc import Collection, Mapping
from typing import Literal, cast, get_args

from teui.practice.conditions import WORDS, ConditionFault, parse, written
from teui.practice.fields import Fields
from teui.practice.model import (
    ALWAYS,
    DECIDING,
    Condition,
    Question,
    QuestionType,
    Recorded,
    Section,
    Unanswered,
)
from teui.practice.reads import tests_in

_CHOICES = ("choice", "choices")


def read_condition(
    table: Fields,
    key: str,
    text: str,
    questions: Mapping[str, Question],
    lengths: Collection[str],
    *,
    recorded: bool = False,
) -> Condition:
    """Parse one condition of a data file; raises `DataFault`.

    What was recorded, or left unanswered, may be asked only by requirements (`recorded`): an
    outcome or a question that hung on it could not be completed by answering.
    """
    try:
        found = parse(text, questions, lengths)
    except ConditionFault as fault:
        problem = f"at character {fault.position}: {fault.problem}"
        raise table.fault(key, problem, fault.cure) from fault
    for test in tests_in(found):
        if isinstance(test, Recorded | Unanswered) and not recorded:
            problem = f"“{written(test, questions)}” asks what was recorded."
            raise table.fault(key, problem, "Only a requirement may: test an answer.")
    return found


def read_sections(file: Fields, lengths: Collection[str]) -> tuple[Section, ...]:
    """All sections; a condition may name only questions that stand before its own."""
    questions: dict[str, Question] = {}
    sections: dict[str, Section] = {}
    for table in file.tables("section"):
        section = table.id(sections)
        for row in table.tables("question"):
            question = read_question(row, section, questions, lengths)
            questions[question.id] = question
        own = tuple(question for question in questions.values() if question.section == section)
        if not own:
            raise table.fault("question", "the section has none.", "Add one or take it out.")
        table.end()
        sections[section] = Section(section, own)
    if not sections:
        raise file.fault("section", "there is none.", "Add [[section]].")
    file.end()
    return tuple(sections.values())


def read_question(
    table: Fields, section: str, before: Mapping[str, Question], lengths: Collection[str]
) -> Question:
    """One question of a section; its conditions may name those `before` it. Raises `DataFault`."""
    question_id = table.id(before)
    if not question_id.startswith(f"{section}."):
        raise table.fault("id", "it does not begin with its section.", f"Write {section}.….")
    kind = cast("QuestionType", table.one_of("type", get_args(QuestionType)))
    codes = _codes(table, kind)
    asked_if = table.text_or_none("asked_if")
    question = Question(
        id=question_id,
        section=section,
        type=kind,
        by=cast("Literal['client', 'adviser']", table.one_of("by", ("client", "adviser"))),
        source=table.text("source"),
        codes=codes,
        unknown_codes=_unknown(table, kind, codes),
        asked_if=ALWAYS
        if asked_if is None
        else read_condition(table, "asked_if", asked_if, before, lengths),
        not_in=frozenset(table.texts("not_in", DECIDING)),
        sensitive=table.flag("sensitive"),
        may_change=table.flag("may_change", default=True),
        brought=table.flag("brought", default=True),
        required=table.flag("required"),
        needed=_needed(table),
        not_after=_limit(table, "not_after", kind, ("as_of",)),
        not_before=_limit(table, "not_before", kind, _dates(before)),
        ahead=_ahead(table, kind),
        home=cast("Literal['client', 'customership'] | None", _home(table)),
    )
    if question.ahead and question.not_after is not None:
        raise table.fault("ahead", "a day not after another cannot lie ahead.", "Keep one.")
    if question.required and (question.asked_if != ALWAYS or question.not_in):
        raise table.fault("required", "it does not always apply.", "Drop asked_if and not_in.")
    table.end()
    return question


def _needed(table: Fields) -> Literal["answered", "asked"] | None:
    if not table.has("needed"):
        return None
    return cast("Literal['answered', 'asked']", table.one_of("needed", ("answered", "asked")))


def _codes(table: Fields, kind: str) -> tuple[str, ...]:
    if kind in _CHOICES and not table.has("codes"):
        raise table.fault("codes", "it is missing.", "A choice needs its codes.")
    codes = table.texts("codes")
    if codes and kind not in _CHOICES:
        raise table.fault("codes", f"a {kind} question has none.", "Take them out.")
    for code in codes:
        if code in WORDS or not code.replace("_", "").isalnum() or not code.islower():
            cure = "Use small letters, digits and “_”, and no word of the conditions."
            raise table.fault("codes", f"“{code}” is no code.", cure)
    return codes


def _unknown(table: Fields, kind: str, codes: tuple[str, ...]) -> frozenset[str]:
    if table.has("unknown_codes") and kind != "choice":
        raise table.fault("unknown_codes", f"a {kind} question has none.", "Take them out.")
    unknown = table.texts("unknown_codes", codes)
    if kind in _CHOICES and len(codes) - len(unknown) < 2:
        raise table.fault("codes", "fewer than two can be told apart.", "Add a code.")
    return frozenset(unknown)


def _dates(questions: Mapping[str, Question]) -> list[str]:
    return [question.id for question in questions.values() if question.type == "date"]


def _limit(table: Fields, name: str, kind: str, allowed: Collection[str]) -> str | None:
    if not table.has(name):
        return None
    if kind != "date":
        raise table.fault(name, f"a {kind} question is no date.", "Take it out.")
    return table.one_of(name, allowed)


def _ahead(table: Fields, kind: str) -> bool:
    is_ahead = table.flag("ahead")
    if is_ahead and kind != "date":
        raise table.fault("ahead", f"a {kind} question is no date.", "Take it out.")
    return is_ahead


def _home(table: Fields) -> str | None:
    return table.one_of("home", ("client", "customership")) if table.has("home") else None
