"""Days as people type them."""

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import cache
from typing import Literal

from teui.errors import TeuiError
from teui.plain import folded
from teui.practice.texts import LANGUAGES, WEEKDAYS, load_texts

Toward = Literal["any", "future", "past"]
"""Which way a day lies that is typed without its year, or as a day of the week."""

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_LOCAL = re.compile(r"(\d{1,2})\.(\d{1,2})(?:\.(\d{4})?)?", re.ASCII)
_AHEAD = re.compile(r"([+-]\d{1,4})", re.ASCII)
_YEARS = range(1900, 2200)
_YEAR_BEGUN = r"(?:1(?:9\d{0,2})?|2(?:[01]\d{0,2})?)"
_BEGUN = (
    re.compile(rf"{_YEAR_BEGUN}"),
    re.compile(r"(?P<y>19\d\d|2[01]\d\d)-(?:(?P<m>\d{1,2})(?:-(?P<d>\d{0,2}))?)?"),
    re.compile(rf"(?P<d>\d{{1,2}})(?:\.(?:(?P<m>\d{{1,2}})(?:\.{_YEAR_BEGUN}?)?)?)?"),
    re.compile(r"[+-]\d{0,4}"),
)
_SHORTEST = 2
_LEAP = 2000


def parse_day(text: str, today: date, toward: Toward = "any") -> date:
    """The day that was typed: `2026-11-17`, `17.11.2026`, `17.11.`, `+14` (days from today), `mon`.

    Without its year it is a day of this year, or with `toward` the nearest such day that way,
    today included. A day of the week, short or in full in any of the languages, is the next one
    after today, toward the past the last one before.

    Raises `TeuiError("typed_day")` for anything else, for days that do not exist and
    for years before 1900 or after 2199.
    """
    typed = text.strip()
    try:
        found = _read(typed, today, toward)
    except (ValueError, OverflowError) as error:
        raise TeuiError("typed_day", typed=typed) from error
    if found is None or found.year not in _YEARS:
        raise TeuiError("typed_day", typed=typed)
    return found


def may_become_day(text: str) -> bool:
    """Whether what was typed so far can still be the beginning of a day."""
    typed = text.strip()
    if any(_is_begun(match) for form in _BEGUN if (match := form.fullmatch(typed))):
        return True
    name = folded(typed).removesuffix(".")
    return any(each.startswith(name) for each in _weekdays())


def show_day(day: date) -> str:
    """`17.11.2026`, as it is typed and read in Finland."""
    return f"{day.day}.{day.month}.{day.year}"


def _read(typed: str, today: date, toward: Toward) -> date | None:
    if match := _ISO.fullmatch(typed):
        year, month, day = (int(part) for part in match.groups())
        return date(year, month, day)
    if match := _LOCAL.fullmatch(typed):
        if match[3]:
            return date(int(match[3]), int(match[2]), int(match[1]))
        return _nearest(int(match[1]), int(match[2]), today, toward)
    if match := _AHEAD.fullmatch(typed):
        return today + timedelta(days=int(match[1]))
    weekday = _weekday(typed)
    if weekday is None:
        return None
    if toward == "past":
        return today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _nearest(day: int, month: int, today: date, toward: Toward) -> date:
    """The day of this year, or of the nearest year on its side that has it."""
    if toward == "any":
        return date(today.year, month, day)
    date(_LEAP, month, day)
    year, step = today.year, 1 if toward == "future" else -1
    while True:
        if day <= monthrange(year, month)[1]:
            found = date(year, month, day)
            if (found - today).days * step >= 0:
                return found
        year += step


def _weekday(typed: str) -> int | None:
    """The number of the day of the week (Monday 0) that the name, or its beginning, means."""
    name = folded(typed).removesuffix(".")
    if len(name) < _SHORTEST:
        return None
    meant = {number for each, number in _weekdays().items() if each.startswith(name)}
    return meant.pop() if len(meant) == 1 else None


@cache
def _weekdays() -> dict[str, int]:
    """The names of the days of the week in every language, in full and short, folded."""
    names: dict[str, int] = {}
    for language in LANGUAGES:
        texts = load_texts(language)
        for number, weekday in enumerate(WEEKDAYS):
            for key in (f"weekday.{weekday}", f"weekday.full.{weekday}"):
                names[folded(texts(key))] = number
    return names


def _is_begun(match: re.Match[str]) -> bool:
    """Whether the day and month that stand so far can be one."""
    parts = match.groupdict()
    day, month = parts.get("d") or "", parts.get("m") or ""
    months = [n for n in range(1, 13) if _begins(month, n)]
    return any(_begins(day, n) for each in months for n in range(1, monthrange(_LEAP, each)[1] + 1))


def _begins(typed: str, number: int) -> bool:
    return str(number).startswith(typed) or f"{number:02}".startswith(typed)
