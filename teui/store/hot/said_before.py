"""What an earlier assessment of the client knew."""

from teui.store.driver import Connection, Row
from teui.store.hot.statement import Statement

LAST_COMPLETED = Statement(
    "SELECT assessment.uid AS uid, assessment.completed_at AS completed_at FROM customership"
    " JOIN assessment ON assessment.customership_uid = customership.uid"
    " WHERE customership.client_uid = :client AND assessment.state = 'completed'"
    " ORDER BY assessment.completed_at DESC, assessment.id DESC LIMIT 1",
    {"uid": "assessment.uid", "completed_at": "assessment.completed_at"},
)


def last_completed(connection: Connection, client: str) -> Row | None:
    """The client's latest completed assessment, of whichever job search."""
    return LAST_COMPLETED.one(connection, client=client)
