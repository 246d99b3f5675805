"""Job offers of a customership and of a client, and what is looked at before one is made."""

from teui.store.driver import Connection, Row
from teui.store.hot.statement import Statement, selected


def _columns(table: str, names: str) -> dict[str, str]:
    return {name: f"{table}.{name}" for name in names.split()}


_OFFER = {
    **_columns(
        "job_offer",
        "uid version customership_uid title isco employer is_short offered_on apply_by state"
        " outcome_on failed_reason failed_by despite note removed",
    ),
    "adviser_name": "adviser.name",
    "consulted_name": "asked.name",
}
_NAMED = {**_OFFER, "consulted_name": None}
_ADVISERS = (
    " JOIN adviser ON adviser.uid = job_offer.adviser_uid"
    " LEFT JOIN adviser AS asked ON asked.uid = job_offer.consulted_uid"
)
_RESPONSIBLE = {
    **_columns("customership", "uid client_uid adviser_uid line ended_on"),
    "adviser_name": "adviser.name",
}


def _acted(which: str, field: str) -> str:
    """The instant of the first or last act (`min`, `max`) that set a field of the offer."""
    return (
        f"(SELECT {which}(act.at) FROM change JOIN act ON act.uid = change.act_uid"
        " WHERE change.entity_uid = job_offer.uid AND change.entity = 'job_offer'"
        f" AND change.field = '{field}')"
    )


OF_CUSTOMERSHIP = Statement(
    f"SELECT {selected(_OFFER)} FROM job_offer{_ADVISERS}"
    " WHERE job_offer.customership_uid = :customership AND job_offer.removed = 0"
    " ORDER BY job_offer.offered_on DESC, job_offer.id DESC",
    _NAMED,
)
OFFER = Statement(
    f"SELECT {selected(_OFFER)} FROM job_offer{_ADVISERS} WHERE job_offer.uid = :offer", _NAMED
)
OF_CLIENT = Statement(
    f"SELECT {selected(_OFFER)}, {_acted('min', 'title')} AS made_at,"
    f" {_acted('max', 'state')} AS turned_at"
    " FROM customership JOIN job_offer ON job_offer.customership_uid = customership.uid"
    f"{_ADVISERS} WHERE customership.client_uid = :client AND job_offer.removed = 0"
    " ORDER BY job_offer.id",
    {**_NAMED, "made_at": None, "turned_at": None},
)
RUNNING = Statement(
    "SELECT service_use.service AS service FROM service_use"
    " WHERE service_use.customership_uid = :customership AND service_use.state = 'running'"
    " AND service_use.removed = 0 ORDER BY service_use.id",
    {"service": "service_use.service"},
)
RESPONSIBLE = Statement(
    f"SELECT {selected(_RESPONSIBLE)} FROM customership"
    " JOIN adviser ON adviser.uid = customership.adviser_uid"
    " WHERE customership.uid = :customership",
    _RESPONSIBLE,
)


def of_customership(connection: Connection, customership: str) -> list[Row]:
    """Those not taken out, the latest first."""
    return OF_CUSTOMERSHIP.all(connection, customership=customership)


def offer(connection: Connection, uid: str) -> Row | None:
    """One offer, taken out or not."""
    return OFFER.one(connection, offer=uid)


def of_client(connection: Connection, client: str) -> list[Row]:
    """Of all customerships, with the instants of making and of the last turn; by making."""
    return OF_CLIENT.all(connection, client=client)


def running(connection: Connection, customership: str) -> list[Row]:
    """The services that run just now."""
    return RUNNING.all(connection, customership=customership)


def responsible(connection: Connection, customership: str) -> Row | None:
    """The customership with its line and the adviser who answers for the client."""
    return RESPONSIBLE.one(connection, customership=customership)
