"""Contacts logged by hand: what was tried or talked, without a follow-up that asked for it."""

from concurrent.futures import Future

from teui.casework.desk import Desk
from teui.casework.followups import ContactDone, record_contact, refresh
from teui.casework.handing import open_case
from teui.errors import TeuiError
from teui.store.hot import clients as hot
from teui.store.unit import Unit


def log(desk: Desk, client_uid: str, contact: ContactDone) -> Future[str]:
    """Record a contact of today with the client; its uid. A reached one restarts the rhythm.

    From the future: TeuiError `client_unknown`, `search_ended` after the end of the job search,
    those of `record_contact`.
    """
    model = desk.model

    def write(unit: Unit) -> str:
        client = hot.header(unit.connection, client_uid)
        if client is None:
            raise TeuiError("client_unknown", client=client_uid)
        customership = client["customership_uid"]
        open_case(unit, customership)
        uid = record_contact(unit, model, customership, contact)
        refresh(unit, model, customership)
        return uid

    return desk.store.writer.submit("contact_logged", write)
