"""What earlier assessments of the client knew."""

from teui.store.driver import Connection, Row
from teui.store.hot.statement import Statement

LAST_COMPLETED = Statement(
    "SELECT assessment.uid AS uid, assessment.completed_at AS completed_at FROM customership"
    " JOIN assessment ON assessment.customership_uid = customership.uid"
    " WHERE customership.client_uid = :client AND assessment.state = 'completed'"
    " AND (assessment.kind = 'line') = :on_line"
    " ORDER BY assessment.completed_at DESC, assessment.id DESC LIMIT 1",
    {"uid": "assessment.uid", "completed_at": "assessment.completed_at"},
)


def last_completed(connection: Connection, client: str) -> list[Row]:
    """The client's latest assessment, of whichever job search, and the latest interview on a line;
    in the order in which they were completed."""
    found = [LAST_COMPLETED.one(connection, client=client, on_line=each) for each in (0, 1)]
    return sorted((row for row in found if row is not None), key=lambda row: row["completed_at"])
