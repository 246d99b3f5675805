"""From what is typed in a field to the value of an answer, and back."""

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from teui.errors import TeuiError
from teui.practice.days import Toward, may_become_day, parse_day, show_day
from teui.practice.languages import language_code, may_become_language
from teui.practice.model import Occupation, Question, Value
from teui.practice.values import (
    FIRST_YEAR,
    LAST_YEAR,
    LONGEST_CAREER,
    ValueFault,
    read_value,
    write_value,
)

_ISCO = re.compile(r"[0-9]{4}")
_NUMBER = re.compile(r"[0-9]{1,4}")
_REST = ("", "0", "00", "000", "900")
"""What can make a number whole that is half typed."""
_NOTHING: Mapping[str, Value] = MappingProxyType({})


def from_typed(
    question: Question, text: str, today: date, known: Mapping[str, Value] = _NOTHING
) -> Value:
    """The value of a text, date, list, occupations or language field.

    Lists are typed with commas, occupations as `title / ISCO code / years / last year` with
    semicolons between them. `known` are the answers that a day may have to lie after. Raises
    `TeuiError` saying what cannot be read, or what is wrong with the day, and the cure.
    """
    value = _read(question, text.strip(), today, known)
    try:
        return read_value(question, write_value(value))
    except ValueFault as fault:
        raise TeuiError("typed_nothing", typed=text.strip()) from fault


def may_become(
    question: Question, text: str, today: date, known: Mapping[str, Value] = _NOTHING
) -> bool:
    """Whether what was typed so far can still be the beginning of an answer."""
    typed = text.strip()
    match question.type:
        case "date":
            return may_become_day(typed)
        case "language":
            return may_become_language(typed)
        case "occupations":
            return any(_is_read(question, typed + more, today, known) for more in _REST)
        case _:
            return True


def toward(question: Question) -> Toward:
    """Which way the days lie that a question asks for."""
    if question.not_after is not None:
        return "past"
    return "future" if question.ahead or question.not_before is not None else "any"


def _is_read(question: Question, typed: str, today: date, known: Mapping[str, Value]) -> bool:
    try:
        from_typed(question, typed, today, known)
    except TeuiError:
        return False
    return True


def _read(question: Question, typed: str, today: date, known: Mapping[str, Value]) -> Value:
    match question.type:
        case "date":
            day = parse_day(typed, today, toward(question))
            _check_limits(question, day, today, known)
            return day
        case "texts":
            return tuple(dict.fromkeys(part.strip() for part in typed.split(",") if part.strip()))
        case "occupations":
            parts = (part for part in typed.split(";") if part.strip())
            return tuple(dict.fromkeys(_occupation(part) for part in parts))
        case "language":
            code = language_code(typed)
            if code is None:
                raise TeuiError("typed_language", typed=typed)
            return code
        case _:
            return typed


def _check_limits(question: Question, day: date, today: date, known: Mapping[str, Value]) -> None:
    if question.not_after is not None and day > today:
        raise TeuiError("typed_day_to_come", day=show_day(day))
    if question.ahead and day < today:
        raise TeuiError("typed_day_past", day=show_day(day))
    first = known.get(question.not_before or "")
    if isinstance(first, date) and day < first:
        raise TeuiError("typed_day_early", day=show_day(day), first=show_day(first))


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
    if not title or any(more) or (isco and not _ISCO.fullmatch(isco)):
        raise TeuiError("typed_occupation", typed=text.strip())
    try:
        return Occupation(
            title,
            isco or None,
            _whole(years, range(LONGEST_CAREER + 1)),
            _whole(last, range(FIRST_YEAR, LAST_YEAR + 1)),
        )
    except ValueError as error:
        raise TeuiError("typed_occupation", typed=text.strip()) from error


def _whole(text: str, among: range) -> int | None:
    if not text:
        return None
    if not _NUMBER.fullmatch(text) or int(text) not in among:
        raise ValueError(text)
    return int(text)


def _typed(item: Occupation) -> str:
    parts = [item.title, item.isco or "", str(item.years or ""), str(item.last_year or "")]
    while not parts[-1]:
        parts.pop()
    return " / ".join(parts)
