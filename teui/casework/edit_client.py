"""Changing what is known of a client: nothing that somebody else changed is written over."""

import json
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass, fields, replace

from teui.casework import clients
from teui.casework.desk import Desk
from teui.casework.followups import refresh
from teui.casework.moved import Moved
from teui.casework.names import listed_name
from teui.casework.new_client import (
    Fault,
    NewClient,
    check,
    columns_of,
    identity_code_of,
    usual_phone,
)
from teui.errors import TeuiError
from teui.store.driver import Row
from teui.store.hot import clients as hot
from teui.store.unit import Unit
from teui.store.values import day_of


@dataclass(frozen=True, slots=True)
class Known:
    """A client as the store has it, with the versions of the rows that hold the facts."""

    uid: str
    handle: str
    name: str
    customership_uid: str
    client_version: int
    customership_version: int
    facts: NewClient


def load(desk: Desk, client_uid: str) -> Known:
    """Raises TeuiError `client_unknown`."""
    row = hot.edited(desk.store.read(), client_uid)
    if row is None:
        raise TeuiError("client_unknown", client=client_uid)
    return Known(
        uid=row["uid"],
        handle=row["handle"],
        name=listed_name(row["family_name"], row["given_names"], row["call_name"]),
        customership_uid=row["customership_uid"],
        client_version=row["client_version"],
        customership_version=row["customership_version"],
        facts=_facts(row),
    )


def settled(facts: NewClient, known: Known) -> NewClient:
    """The facts as they would be stored: a code or number in its usual form, where it is one.

    With another identity code the day of birth is that of the code, unless one was typed too.
    """
    code, born = identity_code_of(facts)
    code = code or facts.identity_code
    before = known.facts
    told = born if facts.birth_date in {None, before.birth_date} else facts.birth_date
    return replace(
        facts,
        identity_code=code,
        birth_date=told if code != before.identity_code else facts.birth_date or born,
        phones=tuple(dict.fromkeys(usual_phone(phone) or phone for phone in facts.phones)),
    )


def changed(known: Known, facts: NewClient) -> frozenset[str]:
    """The fields in which settled facts differ from what is known."""
    names = (field.name for field in fields(NewClient))
    return frozenset(n for n in names if getattr(facts, n) != getattr(known.facts, n))


def check_edit(desk: Desk, known: Known, facts: NewClient) -> tuple[Fault, ...]:
    """What keeps the change from being saved; a field left as it was keeps nobody."""
    return tuple(_faults(desk, known, facts, changed(known, facts)))


def edit(desk: Desk, known: Known, facts: NewClient) -> Future[Moved | None]:
    """Save settled facts over those known, and bring the follow-ups in step; what that moves.

    Raises the TeuiError of the first fault; the future raises StoreError `changed_elsewhere` where
    client or customership is no longer as `known` has it, TeuiError `client_exists`.
    """
    faults = check_edit(desk, known, facts)
    if faults:
        raise faults[0].error
    model, differing = desk.model, changed(known, facts) | {"name_sort"}
    columns = {name: value for name, value in columns_of(facts).items() if name in differing}

    def write(unit: Unit) -> Moved | None:
        clients.refuse_same(unit, facts, known.uid)
        unit.update("client", known.uid, known.client_version, **columns)
        unit.update(
            "customership",
            known.customership_uid,
            known.customership_version,
            start_date=facts.start_date,
            start_channel=facts.start_channel,
        )
        return refresh(unit, model, known.customership_uid)

    return desk.store.writer.submit("client_edited", write)


def _faults(
    desk: Desk, known: Known, facts: NewClient, differing: frozenset[str]
) -> Iterator[Fault]:
    judged = differing | ({"birth_date"} if "identity_code" in differing else set())
    yield from (fault for fault in check(desk, facts) if fault.field in judged)
    if facts.start_date is None:
        yield Fault("start_date", TeuiError("client_start_missing"))
    if "identity_code" in differing:
        other = clients.with_identity_code(desk, facts)
        if other not in {None, known.uid}:
            yield Fault("identity_code", clients.same_person(desk, str(other)))


def _facts(row: Row) -> NewClient:
    return NewClient(
        family_name=row["family_name"],
        given_names=row["given_names"],
        call_name=row["call_name"],
        identity_code=row["identity_code"],
        birth_date=day_of(row["birth_date"]),
        phones=tuple(json.loads(row["phones"])),
        email=row["email"],
        municipality=row["municipality"],
        language=row["language"],
        service_language=row["service_language"],
        interpreter=row["interpreter"],
        safety_note=row["safety_note"],
        start_date=day_of(row["start_date"]),
        start_channel=row["start_channel"],
    )
