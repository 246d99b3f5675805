"""Days written as people read them, `Sun 6.12.2026`: a slip in the weekday fails the case."""

from datetime import date

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def day(text: str) -> date:
    weekday, _, rest = text.partition(" ")
    d, m, y = (int(part) for part in rest.split("."))
    result = date(y, m, d)
    assert _WEEKDAYS[result.weekday()] == weekday, text
    return result
