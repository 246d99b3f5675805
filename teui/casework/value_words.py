"""Answers in words."""

from datetime import date

from teui.practice.days import show_day
from teui.practice.model import PracticeModel, Value
from teui.practice.texts import Texts
from teui.practice.typed import to_typed


def worded(t: Texts, model: PracticeModel, question: str, value: Value) -> str:
    """An answer as people say it: codes by their short words, days as `17.11.2026`."""
    match value:
        case str() if model.questions[question].codes:
            return t(f"code.{question}.{value}.short")
        case date():
            return show_day(value)
        case tuple() if model.questions[question].codes:
            return ", ".join(t(f"code.{question}.{code}.short") for code in value)
    return to_typed(value)
