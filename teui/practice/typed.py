"""From what is typed in a field to the value of an answer, and back."""

import re
from datetime import date

from teui.errors import TeuiError
from teui.practice.days import parse_day, show_day
from teui.practice.model import Occupation, Question, Value

_LANGUAGE = re.compile(r"[a-z]{2,3}")


def from_typed(question: Question, text: str, today: date) -> Value:
    """The value of a text, date, list, occupations or language field.

    Lists are typed with commas, occupations as `title / ISCO code / years / last year` with
    semicolons between them. Raises `TeuiError` saying what cannot be read and the cure.
    """
    typed = text.strip()
    match question.type:
        case "date":
            return parse_day(typed, today)
        case "texts":
            return tuple(dict.fromkeys(part.strip() for part in typed.split(",") if part.strip()))
        case "occupations":
            return tuple(_occupation(part) for part in typed.split(";") if part.strip())
        case "language":
            if not _LANGUAGE.fullmatch(typed.lower()):
                raise TeuiError("typed_language", typed=typed)
            return typed.lower()
        case _:
            return typed


def to_typed(value: Value) -> str:
    """What would be typed for a value."""
    if isinstance(value, date):
        return show_day(value)
    if isinstance(value, str):
        return value
    if any(isinstance(item, Occupation) for item in value):
        return "; ".join(_typed(item) for item in value if isinstance(item, Occupation))
    return ", ".join(str(item) for item in value)


def _occupation(text: str) -> Occupation:
    title, *rest = (part.strip() for part in text.split("/"))
    isco, years, last, *more = [*rest, "", "", ""]
    if not title or any(more) or (isco and not re.fullmatch(r"\d{4}", isco)):
        raise TeuiError("typed_occupation", typed=text.strip())
    try:
        return Occupation(title, isco or None, _whole(years), _whole(last))
    except ValueError as error:
        raise TeuiError("typed_occupation", typed=text.strip()) from error


def _whole(text: str) -> int | None:
    if not text:
        return None
    if not re.fullmatch(r"\d{1,4}", text):
        raise ValueError(text)
    return int(text)


def _typed(item: Occupation) -> str:
    parts = [item.title, item.isco or "", str(item.years or ""), str(item.last_year or "")]
    while not parts[-1]:
        parts.pop()
    return " / ".join(parts)
