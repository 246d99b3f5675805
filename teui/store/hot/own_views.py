"""The views of Today that an adviser has named."""

from teui.store.driver import Connection, Row
from teui.store.hot.statement import Statement, selected

_VIEW = {name: f"own_view.{name}" for name in ("uid", "version", "name", "filters", "position")}
OF_ADVISER = Statement(
    f"SELECT {selected(_VIEW)} FROM own_view"
    " WHERE own_view.adviser_uid = :adviser AND own_view.removed = 0"
    " ORDER BY own_view.position, own_view.id",
    _VIEW,
)


def of_adviser(connection: Connection, adviser: str) -> list[Row]:
    """In the order in which they were made."""
    return OF_ADVISER.all(connection, adviser=adviser)
