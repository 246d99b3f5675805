"""What an adviser has recorded for good, and which of it was copied for the official system."""

from teui.store.driver import Connection, Row
from teui.store.hot.statement import Statement

_PARTS = {
    "assessment": (
        "JOIN assessment ON assessment.customership_uid = customership.uid"
        " AND assessment.completed_at IS NOT NULL",
        "assessment.uid",
        "substr(assessment.completed_at, 1, 10)",
        "assessment.completed_at",
    ),
    "decision": (
        "JOIN line_decision ON line_decision.customership_uid = customership.uid",
        "line_decision.uid",
        "line_decision.decided_on",
        "line_decision.decided_at",
    ),
    "plan": (
        "JOIN plan ON plan.customership_uid = customership.uid"
        " JOIN plan_revision ON plan_revision.plan_uid = plan.uid"
        " AND plan_revision.accepted_on IS NOT NULL",
        "plan_revision.uid",
        "plan_revision.accepted_on",
        "plan_revision.accepted_on",
    ),
    "contact": (
        "JOIN contact ON contact.customership_uid = customership.uid",
        "contact.uid",
        "contact.day",
        "contact.at",
    ),
}
_CLIENT = {
    "client_uid": "customership.client_uid",
    "handle": "client.handle",
    "family_name": "client.family_name",
    "given_names": "client.given_names",
    "call_name": "client.call_name",
}
_COLUMNS: dict[str, str | None] = {
    "kind": None,
    "uid": None,
    "customership_uid": "customership.uid",
    "day": None,
    "at": None,
    "copied_on": "copied.copied_on",
    **_CLIENT,
}


def _arm(kind: str, where: str) -> str:
    tables, uid, day, at = _PARTS[kind]
    names = ", ".join(f"{place} AS {name}" for name, place in _CLIENT.items())
    return (
        f"SELECT '{kind}' AS kind, {uid} AS uid, customership.uid AS customership_uid,"
        f" {day} AS day, {at} AS at, copied.copied_on AS copied_on, {names}"
        f" FROM customership JOIN client ON client.uid = customership.client_uid {tables}"
        f" LEFT JOIN copied ON copied.kind = '{kind}' AND copied.subject_uid = {uid}"
        f" WHERE {where}"
    )


def _union(where: str) -> str:
    return " UNION ALL ".join(_arm(kind, where) for kind in _PARTS)


PIECES = Statement(
    f"{_union('customership.client_uid = :client')} ORDER BY at DESC, uid DESC", _COLUMNS
)
WAITING = Statement(
    f"{_union('customership.adviser_uid = :adviser AND copied.uid IS NULL')}"
    " ORDER BY at DESC, uid DESC LIMIT :limit",
    _COLUMNS,
)
COPIED = Statement(
    "SELECT copied.uid AS uid, copied.version AS version FROM copied"
    " WHERE copied.kind = :kind AND copied.subject_uid = :subject",
    {"uid": "copied.uid", "version": "copied.version"},
)
CONTACT = Statement(
    "SELECT contact.kind AS kind, contact.channel AS channel, contact.reached AS reached,"
    " contact.day AS day, contact.note AS note, contact.outcome AS outcome,"
    " contact.next_step AS next_step, adviser.name AS adviser_name FROM contact"
    " JOIN adviser ON adviser.uid = contact.adviser_uid WHERE contact.uid = :contact",
    {
        "kind": "contact.kind",
        "channel": "contact.channel",
        "reached": "contact.reached",
        "day": "contact.day",
        "note": "contact.note",
        "outcome": "contact.outcome",
        "next_step": "contact.next_step",
        "adviser_name": "adviser.name",
    },
)
DECISION = Statement(
    "SELECT line_decision.assessment_uid AS assessment_uid FROM line_decision"
    " WHERE line_decision.uid = :decision",
    {"assessment_uid": "line_decision.assessment_uid"},
)


def pieces(connection: Connection, client: str) -> list[Row]:
    """All of a client, the latest first."""
    return PIECES.all(connection, client=client)


def waiting(connection: Connection, adviser: str, limit: int) -> list[Row]:
    """What of an adviser's own clients was not copied yet, the latest first."""
    return WAITING.all(connection, adviser=adviser, limit=limit)


def copied(connection: Connection, kind: str, subject: str) -> Row | None:
    return COPIED.one(connection, kind=kind, subject=subject)


def contact(connection: Connection, uid: str) -> Row | None:
    return CONTACT.one(connection, contact=uid)


def assessment_of(connection: Connection, decision: str) -> str | None:
    """The assessment on which a decision was made."""
    row = DECISION.one(connection, decision=decision)
    return str(row["assessment_uid"]) if row is not None else None
