"""One client's whole record: what the Client screen and `teui show` read."""

from teui.store.driver import Connection, Row
from teui.store.hot.statement import Statement, selected


def _columns(table: str, names: str) -> dict[str, str]:
    return {name: f"{table}.{name}" for name in names.split()}


def _acted(entity: str, field: str, known_by: str) -> str:
    """The instant of the last act that set a field of a row."""
    return (
        "(SELECT max(act.at) FROM change JOIN act ON act.uid = change.act_uid"
        f" WHERE change.entity_uid = {known_by} AND change.entity = '{entity}'"
        f" AND change.field = '{field}')"
    )


_CLIENT = _columns(
    "client",
    "uid handle family_name given_names call_name identity_code birth_date phones email"
    " municipality language service_language interpreter safety_note",
)
_CUSTOMERSHIP = {
    **_columns(
        "customership", "uid start_date start_channel line outcome ended_on end_reason adviser_uid"
    ),
    "adviser_name": "adviser.name",
    "team_name": "team.name",
}
_ASSESSMENT = _columns(
    "assessment", "uid customership_uid kind state started_at completed_at model_digest"
)
_DECISION = {
    **_columns(
        "line_decision",
        "uid customership_uid assessment_uid suggestion suggested outcome line decided_at"
        " decided_on reason client_view preliminary",
    ),
    "adviser_name": "adviser.name",
}
_REVISION = {
    "plan_uid": "plan.uid",
    "kind": "plan.kind",
    "customership_uid": "plan.customership_uid",
    **_columns(
        "plan_revision",
        "uid number goal review_on rhythm_weeks rhythm_channel contact_by accepted_on",
    ),
}
_FOLLOW_UP = _columns(
    "follow_up",
    "uid customership_uid rule params text window_from due act_on state snoozed_to source",
)
_CONTACT = {
    **_columns(
        "contact",
        "uid customership_uid kind channel reached at day outcome next_step note follow_up_uid",
    ),
    "adviser_name": "adviser.name",
}
_TALK = {
    **_columns("talk", "uid assessment_uid channel day began_at last_at"),
    "kind": "assessment.kind",
    "adviser_name": "adviser.name",
}
_NOTE = _columns("note", "uid assessment_uid question at text mark kind")
_TREATED = {
    **_columns("follow_up", "uid rule params text due"),
    "field": "change.field",
    "new": "change.new",
    "act_uid": "act.uid",
    "act_kind": "act.kind",
    "at": "act.at",
    "adviser_name": "adviser.name",
}

BY_HANDLE = Statement(
    "SELECT client.uid AS uid FROM client WHERE client.handle = :handle", {"uid": "client.uid"}
)
CLIENT = Statement(f"SELECT {selected(_CLIENT)} FROM client WHERE client.uid = :client", _CLIENT)
CUSTOMERSHIPS = Statement(
    f"SELECT {selected(_CUSTOMERSHIP)},"
    f" {_acted('customership', 'client_uid', 'customership.uid')} AS taken_in_at"
    " FROM customership JOIN adviser ON adviser.uid = customership.adviser_uid"
    " JOIN team ON team.uid = customership.team_uid WHERE customership.client_uid = :client"
    " ORDER BY customership.ended_on IS NOT NULL, customership.start_date DESC,"
    " customership.id DESC",
    {**_CUSTOMERSHIP, "taken_in_at": None},
)
ASSESSMENTS = Statement(
    f"SELECT {selected(_ASSESSMENT)} FROM customership"
    " JOIN assessment ON assessment.customership_uid = customership.uid"
    " WHERE customership.client_uid = :client ORDER BY assessment.id",
    _ASSESSMENT,
)
DECISIONS = Statement(
    f"SELECT {selected(_DECISION)} FROM customership"
    " JOIN line_decision ON line_decision.customership_uid = customership.uid"
    " JOIN adviser ON adviser.uid = line_decision.decided_by"
    " WHERE customership.client_uid = :client ORDER BY line_decision.decided_at, line_decision.id",
    _DECISION,
)
REVISIONS = Statement(
    f"SELECT {selected(_REVISION)},"
    f" {_acted('plan_revision', 'accepted_on', 'plan_revision.uid')} AS accepted_at,"
    " (SELECT count(*) FROM plan_item WHERE plan_item.revision_uid = plan_revision.uid"
    " AND plan_item.removed = 0 AND plan_item.done_on IS NULL"
    " AND NOT (plan_item.side = 'path' AND plan_item.text = '')) AS steps_open"
    " FROM customership JOIN plan ON plan.customership_uid = customership.uid"
    " JOIN plan_revision ON plan_revision.plan_uid = plan.uid"
    " WHERE customership.client_uid = :client ORDER BY plan_revision.id",
    {**_REVISION, "accepted_at": None, "steps_open": None},
)
FOLLOW_UPS = Statement(
    f"SELECT {selected(_FOLLOW_UP)}, COALESCE(follow_up.snoozed_to, follow_up.act_on) AS day"
    " FROM follow_up WHERE follow_up.client_uid = :client"
    " AND follow_up.state IN ('open', 'snoozed') ORDER BY day, follow_up.cause",
    {**_FOLLOW_UP, "day": None},
)
CONTACTS = Statement(
    f"SELECT {selected(_CONTACT)} FROM customership"
    " JOIN contact ON contact.customership_uid = customership.uid"
    " JOIN adviser ON adviser.uid = contact.adviser_uid"
    " WHERE customership.client_uid = :client ORDER BY contact.day DESC, contact.id DESC",
    _CONTACT,
)
TALKS = Statement(
    f"SELECT {selected(_TALK)} FROM customership"
    " JOIN assessment ON assessment.customership_uid = customership.uid"
    " JOIN talk ON talk.assessment_uid = assessment.uid"
    " JOIN adviser ON adviser.uid = talk.adviser_uid"
    " WHERE customership.client_uid = :client ORDER BY talk.began_at DESC, talk.id DESC",
    _TALK,
)
NOTES = Statement(
    f"SELECT {selected(_NOTE)} FROM note WHERE note.client_uid = :client ORDER BY note.id", _NOTE
)
# Day of snoozing and reason of dropping stand in the history alone once the row has moved on.
TREATED = Statement(
    f"SELECT {selected(_TREATED)} FROM follow_up"
    " JOIN change ON change.entity_uid = follow_up.uid AND change.entity = 'follow_up'"
    " JOIN act ON act.uid = change.act_uid JOIN adviser ON adviser.uid = act.adviser_uid"
    " WHERE follow_up.client_uid = :client AND act.kind IN"
    " ('follow_up_added', 'follow_up_done', 'follow_up_snoozed', 'follow_up_dropped')"
    " AND NOT EXISTS (SELECT 1 FROM act AS undo WHERE undo.undoes = act.uid"
    " AND NOT EXISTS (SELECT 1 FROM act AS redo WHERE redo.undoes = undo.uid))"
    " AND change.field IN ('state', 'snoozed_to', 'drop_reason', 'drop_note')"
    " AND change.new IS NOT NULL AND change.new <> 'null'"
    " ORDER BY act.at, act.seq, change.position",
    _TREATED,
)


def by_handle(connection: Connection, handle: str) -> Row | None:
    """The uid of the client with a short handle."""
    return BY_HANDLE.one(connection, handle=handle)


def client(connection: Connection, uid: str) -> Row | None:
    return CLIENT.one(connection, client=uid)


def customerships(connection: Connection, client: str) -> list[Row]:
    """The one that counts first, with its owner and the instant at which it was recorded."""
    return CUSTOMERSHIPS.all(connection, client=client)


def assessments(connection: Connection, client: str) -> list[Row]:
    """In the order in which they were begun."""
    return ASSESSMENTS.all(connection, client=client)


def decisions(connection: Connection, client: str) -> list[Row]:
    """The latest last."""
    return DECISIONS.all(connection, client=client)


def revisions(connection: Connection, client: str) -> list[Row]:
    """Versions of plans in the order in which they were begun; `steps_open` counts their rows."""
    return REVISIONS.all(connection, client=client)


def follow_ups(connection: Connection, client: str) -> list[Row]:
    """Those not yet closed, by the day to act or the one that they were put off to."""
    return FOLLOW_UPS.all(connection, client=client)


def contacts(connection: Connection, client: str) -> list[Row]:
    """The latest first."""
    return CONTACTS.all(connection, client=client)


def talks(connection: Connection, client: str) -> list[Row]:
    """The sittings of interviews, the latest first."""
    return TALKS.all(connection, client=client)


def notes(connection: Connection, client: str) -> list[Row]:
    """In the order in which they were kept."""
    return NOTES.all(connection, client=client)


def treated(connection: Connection, client: str) -> list[Row]:
    """What advisers did to follow-ups: a row a field that the act set, its value as JSON."""
    return TREATED.all(connection, client=client)
