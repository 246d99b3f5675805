"""Days as people type them."""

import re
from datetime import date, timedelta

from teui.errors import TeuiError

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_LOCAL = re.compile(r"(\d{1,2})\.(\d{1,2})\.?(?:(\d{4}))?")
_YEARS = range(1900, 2200)
_AHEAD = re.compile(r"([+-]\d{1,4})")


def parse_day(text: str, today: date) -> date:
    """`2026-11-17`, `17.11.2026`, `17.11.` (this year) or `+14` (days from today).

    Raises `TeuiError("typed_day")` for anything else, for days that do not exist and
    for years before 1900 or after 2199.
    """
    typed = text.strip()
    try:
        if match := _ISO.fullmatch(typed):
            year, month, day = (int(part) for part in match.groups())
        elif match := _LOCAL.fullmatch(typed):
            day, month = int(match[1]), int(match[2])
            year = int(match[3] or today.year)
        elif match := _AHEAD.fullmatch(typed):
            return today + timedelta(days=int(match[1]))
        else:
            raise TeuiError("typed_day", typed=typed)
        if year not in _YEARS:
            raise TeuiError("typed_day", typed=typed)
        return date(year, month, day)
    except (ValueError, OverflowError) as error:
        raise TeuiError("typed_day", typed=typed) from error


def show_day(day: date) -> str:
    """`17.11.2026`, as it is typed and read in Finland."""
    return f"{day.day}.{day.month}.{day.year}"
