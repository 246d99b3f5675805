"""What was done at this device, the latest first: what undo looks at."""

from teui.store.driver import Connection, Row
from teui.store.hot.statement import Statement, selected

_ACT = {name: f"act.{name}" for name in ("uid", "seq", "at", "adviser_uid", "kind", "undoes")}

LATEST = Statement(
    f"SELECT {selected(_ACT)} FROM act WHERE act.origin = :origin AND act.seq < :before"
    " ORDER BY act.seq DESC LIMIT :limit",
    _ACT,
)


def latest(connection: Connection, origin: str, before: int, limit: int = 50) -> list[Row]:
    """Acts of a device with a `seq` below `before`."""
    return LATEST.all(connection, origin=origin, before=before, limit=limit)
