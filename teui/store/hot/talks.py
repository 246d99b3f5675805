"""The talks of an assessment: its sittings, by telephone or face to face."""

from teui.store.driver import Connection, Row
from teui.store.hot.statement import Statement, selected

_TALK = {
    name: f"talk.{name}" for name in ("uid", "channel", "day", "began_at", "last_at", "is_over")
}

TALKS = Statement(
    f"SELECT {selected(_TALK)} FROM talk WHERE talk.assessment_uid = :assessment ORDER BY talk.id",
    _TALK,
)
LATEST = Statement(
    "SELECT talk.channel AS channel FROM talk WHERE talk.adviser_uid = :adviser"
    " ORDER BY talk.id DESC LIMIT 1",
    {"channel": "talk.channel"},
)


def talks(connection: Connection, assessment: str) -> list[Row]:
    """In the order in which they were begun."""
    return TALKS.all(connection, assessment=assessment)


def latest_channel(connection: Connection, adviser: str) -> str | None:
    """The channel of the adviser's latest talk with anybody."""
    row = LATEST.one(connection, adviser=adviser)
    return None if row is None else row["channel"]
