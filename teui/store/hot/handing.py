"""Handing clients over: what is agreed and acknowledged, whose clients are whose, who was asked."""

from teui.store.driver import Connection, Row
from teui.store.hot.statement import Statement, selected


def _columns(table: str, names: str) -> dict[str, str]:
    return {name: f"{table}.{name}" for name in names.split()}


def _acted(entity: str, field: str) -> str:
    """The instant of the last act that set a field of a row."""
    return (
        "(SELECT max(act.at) FROM change JOIN act ON act.uid = change.act_uid"
        f" WHERE change.entity_uid = {entity}.uid AND change.entity = '{entity}'"
        f" AND change.field = '{field}')"
    )


_HANDOVER = _columns(
    "handover",
    "uid version customership_uid decision_uid kind from_line to_line from_adviser_uid"
    " to_adviser_uid to_team_uid agreed_on goes_over_on reason background why note"
    " acknowledged_on acknowledged_by",
)
_NAMED = {**_HANDOVER, "team_name": "team.name"}
_NAMES = (
    " JOIN adviser AS giver ON giver.uid = handover.from_adviser_uid"
    " JOIN team ON team.uid = handover.to_team_uid"
    " LEFT JOIN adviser AS receiver ON receiver.uid = handover.to_adviser_uid"
    " LEFT JOIN adviser AS knower ON knower.uid = handover.acknowledged_by"
)
_OWNED = {
    **_columns("customership", "uid line adviser_uid team_uid"),
    "client_uid": "customership.client_uid",
}
_CONSULTATION = {
    **_columns(
        "consultation",
        "uid version customership_uid field specialist asked_on question answered_on answer",
    ),
    "adviser_name": "adviser.name",
}
_STATEMENT = _columns(
    "statement",
    "uid version customership_uid matter fact asked_on asked_by given_on given_by",
)
_ENDED = _columns(
    "customership",
    "uid line ended_on end_reason end_note end_receiver end_agreed end_feedback end_feedback_text",
)

PENDING = Statement(
    f"SELECT {selected(_HANDOVER)} FROM handover"
    " JOIN customership ON customership.uid = handover.customership_uid"
    " WHERE handover.decision_uid IS NULL AND handover.kind = 'transition'"
    " AND handover.removed = 0 AND handover.goes_over_on <= :day"
    " AND customership.ended_on IS NULL ORDER BY handover.goes_over_on, handover.id",
    _HANDOVER,
)
OF_CASE = Statement(
    f"SELECT {selected(_HANDOVER)} FROM handover"
    " WHERE handover.customership_uid = :customership AND handover.removed = 0"
    " ORDER BY handover.id",
    _HANDOVER,
)
OF_CLIENT = Statement(
    f"SELECT {selected(_NAMED)}, giver.name AS from_name, receiver.name AS to_name,"
    f" knower.name AS by_name, {_acted('handover', 'note')} AS at,"
    f" {_acted('handover', 'acknowledged_on')} AS acknowledged_at FROM customership"
    f" JOIN handover ON handover.customership_uid = customership.uid{_NAMES}"
    " WHERE customership.client_uid = :client AND handover.removed = 0 ORDER BY handover.id",
    {
        **_NAMED,
        **dict.fromkeys(("from_name", "to_name", "by_name", "at", "acknowledged_at")),
    },
)
OWNED = Statement(
    f"SELECT {selected(_OWNED)} FROM customership"
    " WHERE customership.adviser_uid = :adviser AND customership.ended_on IS NULL"
    " ORDER BY customership.id",
    _OWNED,
)
CONSULTATIONS = Statement(
    f"SELECT {selected(_CONSULTATION)}, {_acted('consultation', 'question')} AS at,"
    f" {_acted('consultation', 'answered_on')} AS answered_at FROM customership"
    " JOIN consultation ON consultation.customership_uid = customership.uid"
    " JOIN adviser ON adviser.uid = consultation.asked_by"
    " WHERE customership.client_uid = :client AND consultation.removed = 0"
    " ORDER BY consultation.id",
    {**_CONSULTATION, "at": None, "answered_at": None},
)
STATEMENTS = Statement(
    f"SELECT {selected(_STATEMENT)}, {_acted('statement', 'asked_on')} AS at,"
    f" {_acted('statement', 'given_on')} AS given_at FROM customership"
    " JOIN statement ON statement.customership_uid = customership.uid"
    " WHERE customership.client_uid = :client AND statement.removed = 0"
    " ORDER BY statement.id",
    {**_STATEMENT, "at": None, "given_at": None},
)
ENDINGS = Statement(
    f"SELECT {selected(_ENDED)}, {_acted('customership', 'ended_on')} AS at FROM customership"
    " WHERE customership.client_uid = :client AND customership.ended_on IS NOT NULL"
    " ORDER BY customership.ended_on, customership.id",
    {**_ENDED, "at": None},
)


def pending(connection: Connection, day: str) -> list[Row]:
    """Transitions agreed for a day that has come, and not yet gone over."""
    return PENDING.all(connection, day=day)


def of_case(connection: Connection, customership: str) -> list[Row]:
    """The handovers of a customership, the latest last."""
    return OF_CASE.all(connection, customership=customership)


def of_client(connection: Connection, client: str) -> list[Row]:
    """Those of all customerships of a client, with names and instants, the latest last."""
    return OF_CLIENT.all(connection, client=client)


def owned(connection: Connection, adviser: str) -> list[Row]:
    """The open customerships of an adviser."""
    return OWNED.all(connection, adviser=adviser)


def consultations(connection: Connection, client: str) -> list[Row]:
    """What specialists were asked about a client, in order."""
    return CONSULTATIONS.all(connection, client=client)


def statements(connection: Connection, client: str) -> list[Row]:
    """The labour-policy statements of a client, in order."""
    return STATEMENTS.all(connection, client=client)


def endings(connection: Connection, client: str) -> list[Row]:
    """A client's customerships that have ended, in order."""
    return ENDINGS.all(connection, client=client)
