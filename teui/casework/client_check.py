"""A form on a client looked at while it is typed: faults, the same person, those like it."""

from collections.abc import Mapping
from dataclasses import dataclass

from teui.casework import clients
from teui.casework.client_fields import FIELDS, Typed, facts_of
from teui.casework.clients import ClientRow
from teui.casework.desk import Desk
from teui.casework.edit_client import Known, changed, check_edit, settled
from teui.casework.new_client import NewClient
from teui.errors import TeuiError

# What tells one person from another.
_WHO = frozenset({"family_name", "given_names", "identity_code", "birth_date", "phones"})


@dataclass(frozen=True, slots=True)
class Looked:
    """What a form comes to. `facts` as they would be saved, `faults` by field.

    `same` is the uid of the client who has the identity code already, `like` are those who may be
    the same person.
    """

    facts: NewClient
    faults: Mapping[str, TeuiError]
    same: str | None
    like: tuple[ClientRow, ...]
    changed: frozenset[str]


def look(desk: Desk, typed: Typed, known: Known | None = None) -> Looked:
    """Look at a form, of a new client or of one who is `known` and being edited."""
    facts, unread = facts_of(typed, desk.clock.today())
    differing = frozenset(FIELDS)
    if known is None:
        found = clients.check_new(desk, facts)
    else:
        facts = settled(facts, known)
        differing = changed(known, facts) | unread.keys()
        found = check_edit(desk, known, facts)
    faults = dict(unread)
    for fault in found:
        faults.setdefault(fault.field, fault.error)
    same = faults.get("identity_code")
    own = known.uid if known else None
    return Looked(
        facts,
        faults,
        clients.with_identity_code(desk, facts) if _is_same(same) else None,
        tuple(row for row in clients.like(desk, facts) if row.uid != own)
        if differing & _WHO
        else (),
        differing,
    )


def _is_same(fault: TeuiError | None) -> bool:
    return fault is not None and fault.code == "client_exists"
