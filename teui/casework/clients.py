"""Clients: finding one, taking in a new one, and the line above everything about one."""

import json
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date

from teui.casework.desk import Desk
from teui.casework.followups import refresh
from teui.casework.names import listed_name, name_sort
from teui.casework.new_client import (
    Fault,
    NewClient,
    check,
    columns_of,
    identity_code_of,
    phones_of,
)
from teui.casework.note_piece import piece
from teui.errors import TeuiError
from teui.practice.model import LINE, Kind
from teui.store import search
from teui.store.driver import Row
from teui.store.hot import clients as hot
from teui.store.ids import new_handle
from teui.store.unit import Unit
from teui.store.values import day_of

__all__ = [
    "ClientHeader",
    "ClientRow",
    "Fault",
    "NewClient",
    "check_new",
    "find",
    "header",
    "like",
    "new_client",
    "opened",
    "refuse_same",
    "same_person",
    "with_identity_code",
]

_PHONE_END = 4


@dataclass(frozen=True, slots=True)
class ClientRow:
    """A client in a list. `line` is None before a decision; `mine`: of the adviser at the desk.

    `note` is the piece of a note by which the client was found, empty where by anything else.
    """

    uid: str
    handle: str
    name: str
    birth_date: date | None
    line: int | None
    adviser: str
    team: str
    mine: bool
    draft: bool
    phone_end: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ClientHeader:
    """What stands above everything about one client.

    `draft_uid` is an interview not finished, of `draft_kind`; `completed_uid` the one completed
    last of those that lead to a decision.
    """

    uid: str
    handle: str
    name: str
    birth_year: int | None
    customership_uid: str
    line: int | None
    outcome: str | None
    draft_uid: str | None
    draft_kind: Kind | None
    completed_uid: str | None
    ended_on: date | None = None

    @property
    def deciding_uid(self) -> str | None:
        """The assessment on which a decision is made, or was made last."""
        return (self.draft_uid if self.draft_kind != LINE else None) or self.completed_uid


def find(desk: Desk, text: str, limit: int = 50) -> tuple[ClientRow, ...]:
    """Clients by the beginnings of names, e-mail or identity code, the end of a number, or the
    whole short handle; after them those in whose notes words begin so.

    Both times own clients come first, then the team's, then others'. Fewer than two characters
    give the adviser's own clients, the latest first.
    """
    connection = desk.store.read()
    if len(text.strip()) < 2:
        recent = hot.recent(connection, adviser=desk.adviser.uid, limit=limit)
        return tuple(_listed(desk, row) for row in recent)
    mine = {"adviser": desk.adviser.uid, "team": desk.team.uid}
    named = hot.of_handle(connection, text.strip().lower())
    rows = {row["uid"]: _listed(desk, row) for row in named}
    query, in_notes = search.query(text), search.note_query(text)
    if query is not None:
        for row in hot.find(connection, query, limit=limit, **mine):
            rows.setdefault(row["uid"], _listed(desk, row))
    if in_notes is not None and len(rows) < limit:
        for row in hot.noted(connection, in_notes, limit=limit, **mine):
            rows.setdefault(row["uid"], _listed(desk, row, piece(row["note"], text)))
    return tuple(rows.values())[:limit]


def header(desk: Desk, client_uid: str) -> ClientHeader:
    """Raises TeuiError `client_unknown`."""
    row = hot.header(desk.store.read(), client_uid)
    if row is None:
        raise TeuiError("client_unknown", client=client_uid)
    born = day_of(row["birth_date"])
    return ClientHeader(
        uid=row["uid"],
        handle=row["handle"],
        name=listed_name(row["family_name"], row["given_names"], row["call_name"]),
        birth_year=born.year if born else None,
        customership_uid=row["customership_uid"],
        line=row["line"],
        outcome=row["outcome"],
        draft_uid=row["draft_uid"],
        draft_kind=row["draft_kind"],
        completed_uid=row["completed_uid"],
        ended_on=day_of(row["ended_on"]),
    )


def opened(desk: Desk, client_uid: str) -> Future[None]:
    """Note that the adviser at the desk has opened the client; standing in a list is no view.

    From the future: TeuiError `client_gone` where the client was erased since the list was read.
    """

    def note(unit: Unit) -> None:
        if not unit.rows("SELECT 1 FROM client WHERE uid = ?", client_uid):
            raise TeuiError("client_gone")
        unit.log_view(client_uid)

    return desk.store.writer.submit("client_opened", note)


def like(desk: Desk, new: NewClient) -> tuple[ClientRow, ...]:
    """Clients who may be the same person: same number, or same name and day of birth."""
    connection = desk.store.read()
    mine = {"adviser": desk.adviser.uid, "team": desk.team.uid}
    rows: list[Row] = []
    for phone in phones_of(new):
        rows += hot.find(connection, search.whole_number(phone), limit=9, **mine)
    _, born = identity_code_of(new)
    if born is not None:
        name = name_sort(new.family_name, new.given_names)
        rows += hot.namesakes(connection, name, born.isoformat(), **mine)
    return tuple({row["uid"]: _listed(desk, row) for row in rows}.values())


def check_new(desk: Desk, new: NewClient) -> tuple[Fault, ...]:
    """Everything that keeps this client from being taken in; empty where nothing does."""
    faults = check(desk, new)
    if not any(fault.field == "identity_code" for fault in faults):
        same = with_identity_code(desk, new)
        if same is not None:
            faults += (Fault("identity_code", same_person(desk, same)),)
    return faults


def with_identity_code(desk: Desk, new: NewClient) -> str | None:
    """The uid of the client who has this identity code already: the same person."""
    code, _ = identity_code_of(new)
    row = hot.by_identity_code(desk.store.read(), code) if code else None
    return None if row is None else str(row["uid"])


def same_person(desk: Desk, client_uid: str) -> TeuiError:
    """The fault of somebody who is that client."""
    return TeuiError("client_exists", handle=header(desk, client_uid).handle)


def refuse_same(unit: Unit, new: NewClient, but: str | None = None) -> None:
    """Raises TeuiError `client_exists` where a client other than `but` has the identity code."""
    code, _ = identity_code_of(new)
    row = hot.by_identity_code(unit.connection, code) if code else None
    if row is not None and row["uid"] != but:
        raise TeuiError("client_exists", handle=row["handle"])


def new_client(desk: Desk, new: NewClient) -> Future[str]:
    """Take the client in, with a customership of the adviser at the desk; the client's uid.

    Raises the TeuiError of the first fault.
    """
    faults = check_new(desk, new)
    if faults:
        raise faults[0].error
    model, columns = desk.model, columns_of(new)

    def take_in(unit: Unit) -> str:
        refuse_same(unit, new)
        client = unit.insert("client", handle=_free_handle(unit), **columns)
        customership = unit.insert(
            "customership",
            client_uid=client,
            adviser_uid=desk.adviser.uid,
            team_uid=desk.team.uid,
            start_date=new.start_date or unit.today,
            start_channel=new.start_channel or None,
        )
        refresh(unit, model, customership)
        return client

    return desk.store.writer.submit("client_taken_in", take_in)


def _free_handle(unit: Unit) -> str:
    while True:
        handle = new_handle(unit.randomness)
        if not unit.rows("SELECT 1 FROM client WHERE handle = ?", handle):
            return handle


def _listed(desk: Desk, row: Row, note: str = "") -> ClientRow:
    phones = json.loads(row["phones"])
    return ClientRow(
        uid=row["uid"],
        handle=row["handle"],
        name=listed_name(row["family_name"], row["given_names"], row["call_name"]),
        birth_date=day_of(row["birth_date"]),
        line=row["line"],
        adviser=row["adviser_name"],
        team=row["team_name"],
        mine=row["adviser_uid"] == desk.adviser.uid,
        draft=row["draft_uid"] is not None,
        phone_end=phones[0][-_PHONE_END:] if phones else "",
        note=note,
    )
