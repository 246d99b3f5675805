"""`line_interview.toml`: what the interview on the line asks, beside and beyond the first one."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import lru_cache

from teui.practice.fields import Fields
from teui.practice.interview import read_condition, read_question
from teui.practice.line_form import LineForm
from teui.practice.model import (
    ALWAYS,
    LINE,
    All,
    Kind,
    PracticeModel,
    Question,
    Section,
)
from teui.practice.reads import questions_in

_OF_THE_FIRST = ("home", "needed", "not_in", "may_change")
"""What only a question of the first interview can be."""


@lru_cache(maxsize=16)
def form_of(model: PracticeModel, kind: Kind) -> PracticeModel:
    """The model with the questions that an assessment of `kind` asks, in the order of its form.

    On the line those of the first interview that are not asked again follow, and never apply. No
    rule is to be read with it there: it stands for what is asked and answered alone.
    """
    if kind != LINE or model.line_form is None:
        return model
    sections = model.line_form.sections
    asked = {question.id: question for section in sections for question in section.questions}
    others = {
        question.id: replace(question, not_in=question.not_in | {LINE})
        for question in model.questions.values()
        if question.id not in asked
    }
    return replace(model, sections=sections, questions={**asked, **others}, contradictions=())


def read_line_form(
    file: Fields, first: Mapping[str, Question], lengths: Collection[str]
) -> LineForm:
    """The sections, with questions of the `first` interview that are asked `again`.

    Raises `DataFault`.
    """
    questions: dict[str, Question] = {}
    sections: dict[str, Section] = {}
    for table in file.tables("section"):
        section = table.id(sections)
        before = set(questions)
        for row in table.tables("question"):
            question = (
                _again(row, section, questions, first, lengths)
                if row.flag("again")
                else _new(row, section, questions, first, lengths)
            )
            questions[question.id] = question
        own = tuple(each for name, each in questions.items() if name not in before)
        if not own:
            raise table.fault("question", "the section has none.", "Add one or take it out.")
        table.end()
        sections[section] = Section(section, own)
    choices = [each.id for each in questions.values() if each.type == "choice"]
    line_question = file.one_of("line", choices)
    if not questions[line_question].required:
        problem = f"“{line_question}” can be left out."
        raise file.fault("line", problem, "Give it required = true.")
    file.end()
    return LineForm(line_question, tuple(sections.values()))


def _new(
    row: Fields,
    section: str,
    before: Mapping[str, Question],
    first: Mapping[str, Question],
    lengths: Collection[str],
) -> Question:
    for name in _OF_THE_FIRST:
        if row.has(name):
            raise row.fault(name, "on the line it means nothing.", "Take it out.")
    question = read_question(row, section, before, lengths)
    if question.id in first:
        cure = "Write again = true, or give it an id of its own."
        raise row.fault("id", "interview.toml asks it.", cure)
    return question


def _again(
    row: Fields,
    section: str,
    before: Mapping[str, Question],
    first: Mapping[str, Question],
    lengths: Collection[str],
) -> Question:
    question_id = row.id(before)
    if question_id not in first:
        raise row.fault("id", "interview.toml does not ask it.", "Correct it, or drop again.")
    question = first[question_id]
    for other in questions_in(question.asked_if):
        if other not in before:
            problem = f"whether it is asked hangs on “{other}”."
            raise row.fault("id", problem, "Ask that one again before it.")
    condition = row.text_or_none("asked_if")
    row.end()
    if condition is None:
        return replace(question, section=section)
    own = read_condition(row, "asked_if", condition, before, lengths)
    both = own if question.asked_if == ALWAYS else All((question.asked_if, own))
    return replace(question, section=section, asked_if=both)
