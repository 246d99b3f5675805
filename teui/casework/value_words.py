"""Answers in words."""

from datetime import date

from teui.practice.days import show_day
from teui.practice.model import PracticeModel, Value
from teui.practice.texts import Texts
from teui.practice.typed import to_typed


def worded(t: Texts, model: PracticeModel, question: str, value: Value) -> str:
    """An answer as people say it: codes by their short words, languages by name, days as typed."""
    match value:
        case str() if model.questions[question].codes:
            return t(f"code.{question}.{value}.short")
        case str() if t.has(name := f"language_name.{value}") and _is_language(model, question):
            return t(name)
        case date():
            return show_day(value)
        case tuple() if model.questions[question].codes:
            return ", ".join(t(f"code.{question}.{code}.short") for code in value)
    return to_typed(value)


def _is_language(model: PracticeModel, question: str) -> bool:
    return model.questions[question].type == "language"
