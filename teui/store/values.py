"""How values stand in a column: days and instants as ISO text, structures as JSON text."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

Column = str | int | float | None
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def instant_text(instant: datetime) -> str:
    """`2026-11-16T08:41:07.123Z`: UTC with milliseconds, so that text sorts as time."""
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + (
        f"{instant.microsecond // 1000:03d}Z"
    )


def instant_of(text: str) -> datetime:
    """The instant written by `instant_text`."""
    return datetime.fromisoformat(text)


def day_of(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def json_text(value: object) -> str:
    """Compact JSON with its keys in order: the same value always gives the same text."""
    return _ENCODER.encode(value)


def to_column(value: object) -> Column:
    """What a column holds for `value`; a string is taken as it is, also in a JSON column."""
    match value:
        case bool():
            return int(value)
        case None | int() | float():
            return value
        case str():
            return _storable(value)
        case datetime():
            return instant_text(value)
        case date():
            return value.isoformat()
        case Mapping() | Sequence():
            return json_text(value)
    raise TypeError(f"no column holds a {type(value).__name__}")


def _storable(text: str) -> str:
    """As typed; a half character that no encoding holds must not cost the whole text."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text
