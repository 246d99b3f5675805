"""The marks of questions and sections; the legend behind `?` explains them."""

from collections.abc import Collection

from screens.widgets.lines import Span
from teui.assessment.sheet import Sheet
from teui.practice.model import Section

DONE = "✓"
GRADES = {"line": "●", "needed": "◇", "follows": "○", "optional": " "}
SENSITIVE = "s"
NON_ANSWERS = (("0", "not_discussed"), ("-", "does_not_know"), ("+", "will_not_say"))
LEGEND = (
    *((mark, name) for name, mark in GRADES.items() if mark.strip()),
    (DONE, "done"),
    (SENSITIVE, "sensitive"),
)
"""Each mark with the last part of its text `legend.…`."""
LEGEND_ON_LINE = tuple(each for each in LEGEND if each[1] not in GRADES)
"""Those of an interview on the line, which decides nothing."""
_SIGNS = {state: sign for sign, state in NON_ANSWERS}


def grade(sheet: Sheet, needed: Collection[str], question: str) -> str:
    """What a question is worth now; `needed` are those to be agreed before a line is decided."""
    found = sheet.grade(question)
    return "needed" if found == "optional" and question in needed else found


def of_question(sheet: Sheet, needed: Collection[str], question: str) -> Span:
    """Answered, asked without an answer (its sign), or what it is worth to ask it."""
    given = sheet.given.get(question)
    if given is not None:
        if given.state != "answered":
            return Span(_SIGNS[given.state], "note")
        return Span(DONE, "good") if question not in needed else Span(GRADES["needed"], "key")
    return Span(GRADES[grade(sheet, needed, question)], "key")


def of_section(sheet: Sheet, needed: Collection[str], section: Section) -> Span:
    """The weightiest thing that is open in it, else what was passed over and still decides, else
    whether all is done."""
    ids = [question.id for question in section.questions]
    open_grades = {grade(sheet, needed, q) for q in ids if sheet.is_unasked(q)}
    if "line" in open_grades:
        return Span(GRADES["line"], "key")
    if not set(ids).isdisjoint(needed):
        return Span(GRADES["needed"], "key")
    if "follows" in open_grades:
        return Span(GRADES["follows"], "key")
    unsettled = {*sheet.suggestion.open_questions, *sheet.suggestion.follow_questions}
    for question in ids:
        given = sheet.given.get(question)
        if given is not None and given.state != "answered" and question in unsettled:
            return Span(_SIGNS[given.state], "note")
    done, of = sheet.progress(section.id)
    return Span(DONE, "good") if of and done == of else Span(" ")
