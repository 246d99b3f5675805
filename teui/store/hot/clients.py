"""Finding clients, and the line that stands above everything about one."""

from teui.store.driver import Connection, Row
from teui.store.hot.statement import Statement, selected
from teui.store.search import LATEST_MATCHING, LATEST_NOTES, MATCHING, MATCHING_NOTES

# A client's customership that counts: the open one, else the one that began last.
_CURRENT = (
    "customership.uid = (SELECT uid FROM customership AS own WHERE own.client_uid = client.uid"
    " ORDER BY own.ended_on IS NOT NULL, own.start_date DESC, own.id DESC LIMIT 1)"
)
_DRAFT = (
    "(SELECT uid FROM assessment WHERE assessment.customership_uid = customership.uid"
    " AND assessment.state = 'draft' ORDER BY assessment.id DESC LIMIT 1) AS draft_uid"
)
_DRAFT_KIND = (
    "(SELECT kind FROM assessment WHERE assessment.customership_uid = customership.uid"
    " AND assessment.state = 'draft' ORDER BY assessment.id DESC LIMIT 1) AS draft_kind"
)
_COMPLETED = (
    "(SELECT uid FROM assessment WHERE assessment.customership_uid = customership.uid"
    " AND assessment.state = 'completed' AND assessment.kind <> 'line'"
    " ORDER BY assessment.id DESC LIMIT 1) AS completed_uid"
)
_LISTED = {
    "uid": "client.uid",
    "handle": "client.handle",
    "family_name": "client.family_name",
    "given_names": "client.given_names",
    "call_name": "client.call_name",
    "birth_date": "client.birth_date",
    "phones": "client.phones",
    "line": "customership.line",
    "adviser_uid": "customership.adviser_uid",
    "adviser_name": "adviser.name",
    "team_name": "team.name",
}
_HEAD = {
    **{name: _LISTED[name] for name in ("uid", "handle", "family_name", "given_names")},
    "call_name": "client.call_name",
    "birth_date": "client.birth_date",
    "customership_uid": "customership.uid",
    "line": "customership.line",
    "outcome": "customership.outcome",
    "ended_on": "customership.ended_on",
}
_LIST = (
    f"SELECT {selected(_LISTED)}, {_DRAFT} FROM client"
    f" JOIN customership ON {_CURRENT}"
    " JOIN adviser ON adviser.uid = customership.adviser_uid"
    " JOIN team ON team.uid = customership.team_uid"
)
_OWN = (
    f"SELECT {selected(_LISTED)}, {_DRAFT} FROM customership"
    " JOIN client ON client.uid = customership.client_uid"
    " JOIN adviser ON adviser.uid = customership.adviser_uid"
    " JOIN team ON team.uid = customership.team_uid"
    " WHERE customership.adviser_uid = :adviser AND customership.ended_on IS NULL"
)
_OWN_FIRST = (
    " ORDER BY CASE WHEN customership.adviser_uid = :adviser THEN 0"
    " WHEN customership.team_uid = :team THEN 1 ELSE 2 END, client.name_sort, client.id"
    " LIMIT :limit"
)

FIND = Statement(
    f"{_LIST} WHERE client.id IN ({LATEST_MATCHING}){_OWN_FIRST}", {**_LISTED, "draft_uid": None}
)
FIND_OWN = Statement(
    # The + keeps the plan from trying every match with every own client.
    f"{_OWN} AND +client.id IN ({MATCHING}) ORDER BY client.name_sort, client.id LIMIT :limit",
    {**_LISTED, "draft_uid": None},
)
_NOTED = {**_LISTED, "note": "note.text"}
_NOTED_LIST = (
    f"SELECT {selected(_NOTED)}, {_DRAFT} FROM note"
    " JOIN client ON client.uid = note.client_uid"
    f" JOIN customership ON {_CURRENT}"
    " JOIN adviser ON adviser.uid = customership.adviser_uid"
    " JOIN team ON team.uid = customership.team_uid"
    " WHERE note.id IN (SELECT MAX(found.id) FROM note AS found"
    " WHERE {which} GROUP BY found.client_uid)"
)
FIND_NOTED = Statement(
    _NOTED_LIST.format(which=f"found.id IN ({LATEST_NOTES})")
    + " ORDER BY CASE WHEN customership.adviser_uid = :adviser THEN 0"
    " WHEN customership.team_uid = :team THEN 1 ELSE 2 END, note.id DESC LIMIT :limit",
    {**_NOTED, "draft_uid": None},
)
FIND_OWN_NOTED = Statement(
    _NOTED_LIST.format(
        which="found.client_uid IN (SELECT customership.client_uid FROM customership"
        " WHERE customership.adviser_uid = :adviser AND customership.ended_on IS NULL)"
        f" AND +found.id IN ({MATCHING_NOTES})"
    )
    + " ORDER BY note.id DESC LIMIT :limit",
    {**_NOTED, "draft_uid": None},
)
NAMESAKES = Statement(
    f"{_LIST} WHERE client.name_sort = :name_sort AND client.birth_date = :birth_date{_OWN_FIRST}",
    {**_LISTED, "draft_uid": None},
)
BY_HANDLE = Statement(f"{_LIST} WHERE client.handle = :handle", {**_LISTED, "draft_uid": None})
RECENT = Statement(
    f"{_OWN}"
    " ORDER BY COALESCE((SELECT MAX(assessment.started_at) FROM assessment"
    " WHERE assessment.customership_uid = customership.uid), customership.start_date) DESC,"
    " customership.id DESC LIMIT :limit",
    {**_LISTED, "draft_uid": None},
)
HEADER = Statement(
    f"SELECT {selected(_HEAD)}, {_DRAFT}, {_DRAFT_KIND}, {_COMPLETED} FROM client"
    f" JOIN customership ON {_CURRENT} WHERE client.uid = :client",
    {**_HEAD, "draft_uid": None, "draft_kind": None, "completed_uid": None},
)
_EDITED = {
    **{
        name: f"client.{name}"
        for name in (
            "uid",
            "handle",
            "family_name",
            "given_names",
            "call_name",
            "identity_code",
            "birth_date",
            "phones",
            "email",
            "municipality",
            "language",
            "service_language",
            "interpreter",
            "safety_note",
        )
    },
    "client_version": "client.version",
    "customership_uid": "customership.uid",
    "customership_version": "customership.version",
    "start_date": "customership.start_date",
    "start_channel": "customership.start_channel",
}
EDITED = Statement(
    f"SELECT {selected(_EDITED)} FROM client JOIN customership ON {_CURRENT}"
    " WHERE client.uid = :client",
    _EDITED,
)
BY_IDENTITY_CODE = Statement(
    "SELECT uid, handle FROM client WHERE identity_code = :code",
    {"uid": "client.uid", "handle": "client.handle"},
)


def find(connection: Connection, query: str, *, adviser: str, team: str, limit: int) -> list[Row]:
    """Clients whom the index knows under `query`: every own one, then the team's, then others.

    Of those who are not one's own, more than 500 are cut to the ones taken in last.
    """
    own = FIND_OWN.all(connection, query=query, adviser=adviser, limit=limit)
    if len(own) == limit:
        return own
    found = FIND.all(connection, query=query, adviser=adviser, team=team, limit=limit)
    return _followed(own, found, limit)


def noted(connection: Connection, query: str, *, adviser: str, team: str, limit: int) -> list[Row]:
    """Clients in whose notes the words stand, each once with the newest such `note`.

    In the order of `find`, then the newest note first; of those who are not one's own, the 500
    notes kept last that have the words are looked at.
    """
    own = FIND_OWN_NOTED.all(connection, query=query, adviser=adviser, limit=limit)
    if len(own) == limit:
        return own
    found = FIND_NOTED.all(connection, query=query, adviser=adviser, team=team, limit=limit)
    return _followed(own, found, limit)


def of_handle(connection: Connection, handle: str) -> list[Row]:
    """The client with a short handle, if there is one."""
    return BY_HANDLE.all(connection, handle=handle)


def namesakes(
    connection: Connection, name_sort: str, birth_date: str, *, adviser: str, team: str
) -> list[Row]:
    """Clients of the same name, born on the same day."""
    return NAMESAKES.all(
        connection, name_sort=name_sort, birth_date=birth_date, adviser=adviser, team=team, limit=9
    )


def recent(connection: Connection, *, adviser: str, limit: int) -> list[Row]:
    """The adviser's own clients, the one begun last first."""
    return RECENT.all(connection, adviser=adviser, limit=limit)


def header(connection: Connection, client: str) -> Row | None:
    return HEADER.one(connection, client=client)


def edited(connection: Connection, client: str) -> Row | None:
    """Everything that the form on a client holds, with the versions of its two rows."""
    return EDITED.one(connection, client=client)


def by_identity_code(connection: Connection, code: str) -> Row | None:
    return BY_IDENTITY_CODE.one(connection, code=code)


def _followed(first: list[Row], then: list[Row], limit: int) -> list[Row]:
    """Both lists, each client once."""
    known = {row["uid"] for row in first}
    return (first + [row for row in then if row["uid"] not in known])[:limit]
