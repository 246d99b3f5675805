"""An answer as it was recorded, in words, whatever rules it was given by."""

from screens.widgets.echo import worded
from teui.practice.model import Question
from teui.practice.texts import Texts
from teui.practice.values import ValueFault, read_day, read_value

_OCCUPATIONS = Question("-", "-", "occupations", "client", "-")


def old_words(t: Texts, question: str, raw: object) -> str:
    """The words of a code where it has any, a day in full, else what was typed."""
    if isinstance(raw, str):
        return _one(t, question, raw)
    if not isinstance(raw, list):
        return str(raw)
    if all(isinstance(each, str) for each in raw):
        return " · ".join(_one(t, question, each) for each in raw)
    try:
        return worded(t, read_value(_OCCUPATIONS, raw))
    except ValueFault:
        return " · ".join(str(each) for each in raw)


def _one(t: Texts, question: str, raw: str) -> str:
    key = f"code.{question}.{raw}.text"
    if t.has(key):
        return t(key)
    try:
        return t.full_day(read_day(raw))
    except ValueFault:
        return raw
