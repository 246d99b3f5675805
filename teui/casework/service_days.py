"""What must hold between the days of a service or of work."""

from datetime import date

from teui.errors import TeuiError
from teui.practice.days import show_day


def check_span(starts_on: date | None, ends_on: date | None) -> None:
    """Raises TeuiError `service_days` where it would end before it starts."""
    if starts_on is not None and ends_on is not None and ends_on < starts_on:
        raise TeuiError("service_days", start=show_day(starts_on), end=show_day(ends_on))


def not_ahead(day: date | None, today: date, code: str) -> None:
    """What has happened does not lie ahead: raises TeuiError `code`."""
    if day is not None and day > today:
        raise TeuiError(code, day=show_day(day))


def check_end(day: date, starts_on: date | None, today: date) -> None:
    """Raises TeuiError `service_ends_later`, `service_ends_before` for a day it did not end on."""
    not_ahead(day, today, "service_ends_later")
    if starts_on is not None and day < starts_on:
        raise TeuiError("service_ends_before", day=show_day(day), start=show_day(starts_on))
