"""What was done, by whom, and the values before and after: acts and their changes, chained.

Each act carries the hash of the act before it from the same origin (device) and the digests of
its changes. A digest is salted and stands beside the value: erasing value and salt leaves the
chain whole. Nothing here can show that the newest acts of a chain were cut off; a hash kept
elsewhere can.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from teui.store.driver import Connection, Row
from teui.store.ids import Randomness
from teui.store.values import Column, instant_text, json_text

_SALT_BYTES = 16
ERASED = "erased"
BEGINNING = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one row: its column value before and after."""

    entity: str
    entity_uid: str
    field: str
    old: Column
    new: Column


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that somebody did. `undoes` is the act that it takes back."""

    uid: str
    at: datetime
    adviser: str
    origin: str
    kind: str
    undoes: str | None = None


@dataclass(frozen=True, slots=True)
class ChainFault:
    """Where a chain breaks. `problem`: `gap`, `previous`, `hash`, `value` or `erasure`."""

    origin: str
    seq: int
    act: str
    problem: str


def write_act(
    connection: Connection, act: Act, changes: Sequence[Change], randomness: Randomness
) -> None:
    """Append `act` to its origin's chain. Inside the transaction that made the changes."""
    last = connection.execute(
        "SELECT seq, hash FROM act WHERE origin = ? ORDER BY seq DESC LIMIT 1", (act.origin,)
    ).fetchone()
    seq, prev_hash = (last["seq"] + 1, last["hash"]) if last else (1, BEGINNING)
    at = instant_text(act.at)
    rows: list[tuple[Column, ...]] = []
    digests: list[list[str]] = []
    for position, change in enumerate(changes):
        salt = randomness(_SALT_BYTES).hex()
        old, new = json_text(change.old), json_text(change.new)
        digest = _digest(salt, old, new)
        where = (change.entity, change.entity_uid, change.field)
        digests.append([*where, digest])
        rows.append((act.uid, position, *where, old, new, salt, digest))
    head = [act.uid, seq, at, act.adviser, act.origin, act.kind, act.undoes, prev_hash]
    connection.execute(
        "INSERT INTO act (uid, seq, at, adviser_uid, origin, kind, undoes, prev_hash, hash)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*head, _hash(head, digests)),
    )
    connection.executemany(
        "INSERT INTO change"
        " (act_uid, position, entity, entity_uid, field, old, new, salt, digest)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows,
    )


def erase_values(connection: Connection, act_uid: str, entity: str, entity_uid: str) -> None:
    """Blank every value ever held by one row. The act that does so says so in its own changes."""
    connection.execute(
        "UPDATE change SET old = NULL, new = NULL, salt = NULL, erased_by = ?"
        " WHERE entity = ? AND entity_uid = ? AND erased_by IS NULL AND field <> ?",
        (act_uid, entity, entity_uid, ERASED),
    )


def verify_chain(connection: Connection) -> tuple[ChainFault, ...]:
    """Every fault of every origin's chain, oldest first; empty where all is as it was written."""
    faults: list[ChainFault] = []
    origin, seq, previous = None, 0, BEGINNING
    for act in connection.execute("SELECT * FROM act ORDER BY origin, seq"):
        if act["origin"] != origin:
            origin, seq, previous = act["origin"], 0, BEGINNING
        faults += (
            ChainFault(act["origin"], act["seq"], act["uid"], problem)
            for problem in _problems(connection, act, seq, previous)
        )
        seq, previous = act["seq"], act["hash"]
    return tuple(faults)


def _problems(connection: Connection, act: Row, seq: int, previous: str) -> Iterator[str]:
    if act["seq"] != seq + 1:
        yield "gap"
    elif act["prev_hash"] != previous:
        yield "previous"
    digests: list[list[str]] = []
    for change in connection.execute(
        "SELECT * FROM change WHERE act_uid = ? ORDER BY position", (act["uid"],)
    ):
        digests.append([change[name] for name in ("entity", "entity_uid", "field", "digest")])
        if change["erased_by"] is not None or change["salt"] is None:
            if not _was_erased(connection, change):
                yield "erasure"
        elif _digest(change["salt"], change["old"], change["new"]) != change["digest"]:
            yield "value"
    names = ("uid", "seq", "at", "adviser_uid", "origin", "kind", "undoes", "prev_hash")
    if _hash([act[name] for name in names], digests) != act["hash"]:
        yield "hash"


def _was_erased(connection: Connection, change: Row) -> bool:
    blank = all(change[name] is None for name in ("old", "new", "salt"))
    said = connection.execute(
        "SELECT 1 FROM change WHERE act_uid = ? AND entity = ? AND entity_uid = ? AND field = ?",
        (change["erased_by"], change["entity"], change["entity_uid"], ERASED),
    ).fetchone()
    return blank and said is not None


def _digest(salt: str, old: str, new: str) -> str:
    return hashlib.sha256(f"{salt}\n{old}\n{new}".encode()).hexdigest()


def _hash(head: Sequence[Column], digests: Sequence[Sequence[str]]) -> str:
    return hashlib.sha256(json_text([*head, digests]).encode()).hexdigest()
