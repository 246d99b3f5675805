"""Answers as JSON holds them and as rules read them; each fault has a code worded elsewhere."""

import re
from collections.abc import Callable
from datetime import date
from typing import TypeVar

from teui.practice.model import Occupation, Question, Value

FIRST_YEAR, LAST_YEAR = 1900, 2199
LONGEST_CAREER = 99
One = TypeVar("One")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_LANGUAGE = re.compile(r"[a-z]{2,3}\Z")
_ISCO = re.compile(r"[0-9]{4}\Z")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_OCCUPATION_KEYS = frozenset({"title", "isco", "years", "last_year"})


class ValueFault(ValueError):
    """A value that a question cannot take; `code` names the sentence, `details` its values."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code)
        self.code = code
        self.details = details


def read_value(question: Question, raw: object) -> Value:
    """The value of a JSON answer to `question`; raises `ValueFault`.

    Dates are `YYYY-MM-DD`; lists are arrays without repeats, none of them empty; an occupation is
    `{"title": text, "isco": four digits, "years": whole number, "last_year": year}`, where all but
    the title may be null or left out.
    """
    match question.type:
        case "choice":
            return _code(question, raw)
        case "choices":
            return tuple(_each(raw, lambda one: _code(question, one)))
        case "date":
            return read_day(raw)
        case "text":
            return _text(raw)
        case "texts":
            return tuple(_each(raw, _text))
        case "occupations":
            return tuple(_each(raw, _occupation))
        case "language":
            language = _string(raw, "not_a_language")
            if not _LANGUAGE.match(language):
                raise ValueFault("not_a_language")
            return language


def write_value(value: Value) -> object:
    """The JSON form of a value, as `read_value` takes it."""
    match value:
        case str():
            return value
        case date():
            return value.isoformat()
        case _:
            return [_write_one(one) for one in value]


def read_day(raw: object) -> date:
    """A day written exactly `YYYY-MM-DD`, in the years 1900 to 2199; raises `ValueFault`."""
    text = _string(raw, "not_a_date")
    if not _DAY.match(text):
        raise ValueFault("not_a_date")
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise ValueFault("no_such_day", given=text) from error
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueFault("year_out_of_range", first=FIRST_YEAR, last=LAST_YEAR)
    return day


def _write_one(one: str | Occupation) -> object:
    if isinstance(one, str):
        return one
    return {"title": one.title, "isco": one.isco, "years": one.years, "last_year": one.last_year}


def _string(raw: object, code: str) -> str:
    if not isinstance(raw, str):
        raise ValueFault(code)
    return raw


def _code(question: Question, raw: object) -> str:
    codes = ", ".join(question.codes)
    if not isinstance(raw, str):
        raise ValueFault("not_a_code", codes=codes)
    if raw not in question.codes:
        raise ValueFault("unknown_code", given=raw, codes=codes)
    return raw


def _text(raw: object) -> str:
    text = _string(raw, "not_a_text")
    if not text.strip():
        raise ValueFault("empty_text")
    if _SURROGATE.search(text):
        raise ValueFault("half_character")
    return text


def _each(raw: object, read: Callable[[object], One]) -> list[One]:
    if not isinstance(raw, list):
        raise ValueFault("not_a_list")
    if not raw:
        raise ValueFault("empty_list")
    found = [read(one) for one in raw]
    if len(set(found)) < len(found):
        raise ValueFault("repeated")
    return found


def _occupation(raw: object) -> Occupation:
    if not isinstance(raw, dict) or "title" not in raw or not raw.keys() <= _OCCUPATION_KEYS:
        raise ValueFault("not_an_occupation")
    isco = raw.get("isco")
    if isco is not None and not (isinstance(isco, str) and _ISCO.match(isco)):
        raise ValueFault("not_an_isco_code")
    return Occupation(
        _text(raw["title"]),
        isco,
        _number(raw.get("years"), 0, LONGEST_CAREER, "years_out_of_range"),
        _number(raw.get("last_year"), FIRST_YEAR, LAST_YEAR, "last_year_out_of_range"),
    )


def _number(raw: object, first: int, last: int, code: str) -> int | None:
    if raw is None:
        return None
    if not isinstance(raw, int) or isinstance(raw, bool) or not first <= raw <= last:
        raise ValueFault(code, first=first, last=last)
    return raw
