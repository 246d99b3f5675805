"""Lengths of time with their days of validity, and counting with them."""

from calendar import monthrange
from datetime import date, timedelta
from typing import cast, get_args

from teui.practice.fields import Fields
from teui.practice.model import LONGEST, Length, Unit


def read_lengths(*files: Fields) -> tuple[dict[str, Length], tuple[Length, ...]]:
    """The latest length of each id, and those superseded, oldest first; raises `DataFault`.

    `files` have them under `[[length]]`: `deadlines.toml`, and the others the office's own.
    """
    latest: dict[str, Length] = {}
    superseded: list[Length] = []
    for table in (table for file in files for table in file.tables("length")):
        length = Length(
            table.id(),
            table.number("amount"),
            cast("Unit", table.one_of("unit", get_args(Unit))),
            table.text("source"),
            table.day("from"),
            table.day("until"),
            table.flag("office"),
            table.file,
            table.number("most") if table.has("most") else LONGEST,
        )
        if length.amount > length.most:
            raise table.fault("most", f"it is less than {length.amount}.", "Raise it.")
        if length.valid_from and length.until and length.until < length.valid_from:
            raise table.fault("until", "it ends before it begins.", "Put it after from.")
        earlier = latest.get(length.id)
        if earlier is not None:
            if earlier.until is None:
                problem = "one before has the same id and no end."
                raise table.fault("id", problem, "Give that one its until.")
            if length.valid_from != earlier.until + timedelta(days=1):
                next_day = earlier.until + timedelta(days=1)
                problem = "it does not follow the one before."
                raise table.fault("from", problem, f"Write from = {next_day}.")
            superseded.append(earlier)
        table.end()
        latest[length.id] = length
    return latest, tuple(superseded)


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or its last day where that day does not exist."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def calendar_day_after(day: date, length: Length) -> date:
    """The day that is `length` after `day`; raises ValueError where it counts no calendar days."""
    return _counted(day, length, 1)


def calendar_day_before(day: date, length: Length) -> date:
    """The day that is `length` before `day`; raises ValueError where it counts no calendar days."""
    return _counted(day, length, -1)


def _counted(day: date, length: Length, way: int) -> date:
    amount = way * length.amount
    match length.unit:
        case "days":
            return day + timedelta(days=amount)
        case "weeks":
            return day + timedelta(weeks=amount)
        case "months":
            return months_after(day, amount)
        case "years":
            return months_after(day, 12 * amount)
        case "working_days" | "times":
            raise ValueError(f"{length.id} counts {length.unit}")
