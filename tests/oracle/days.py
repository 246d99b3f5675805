"""Calendar days as `YYYY-MM-DD`; such days of four-digit years are ordered as texts are."""

MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def month_length(year: int, month: int) -> int:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if leap and month == 2 else MONTH_LENGTHS[month - 1]


def months_after(day: str, months: int) -> str:
    """The same day of the month, or the month's last day where that day does not exist."""
    year, month, day_of_month = parts(day)
    month += months
    while month > 12:
        year, month = year + 1, month - 12
    return written(year, month, min(day_of_month, month_length(year, month)))


def years_after(day: str, years: int) -> str:
    """The same day of the year, the last of February for a leap day."""
    year, month, day_of_month = parts(day)
    return written(year + years, month, min(day_of_month, month_length(year + years, month)))


def days_after(day: str, days: int) -> str:
    year, month, day_of_month = parts(day)
    for _ in range(days):
        day_of_month += 1
        if day_of_month > month_length(year, month):
            month, day_of_month = month + 1, 1
        if month > 12:
            year, month = year + 1, 1
    return written(year, month, day_of_month)


def parts(day: str) -> tuple[int, int, int]:
    year, month, day_of_month = day.split("-")
    return int(year), int(month), int(day_of_month)


def written(year: int, month: int, day_of_month: int) -> str:
    return f"{year:04}-{month:02}-{day_of_month:02}"
