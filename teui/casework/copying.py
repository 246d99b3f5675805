"""What is copied for the official client system, and what still waits to be (product.md).

Nobody types a thing twice: each piece of the record becomes a block of text.
"""

from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date
from typing import Literal, cast

from teui.casework.desk import Desk
from teui.casework.names import listed_name
from teui.store.driver import Row
from teui.store.hot import copying as hot
from teui.store.unit import Unit
from teui.store.values import day_of

PieceKind = Literal["assessment", "decision", "plan", "contact"]
MOST = 1000


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the record that stands as it is: an assessment held, a decision, a plan that the
    client accepted, a contact; `uid` is its own. `copied_on` is None while nobody has copied it."""

    kind: PieceKind
    uid: str
    customership_uid: str
    client_uid: str
    client: str
    day: date
    copied_on: date | None


def of_client(desk: Desk, client_uid: str) -> tuple[Piece, ...]:
    """Everything of one client, the latest first."""
    return tuple(_piece(row) for row in hot.pieces(desk.store.read(), client_uid))


def waiting(desk: Desk) -> tuple[Piece, ...]:
    """What of one's own clients was not copied yet, the latest first; at most `MOST`."""
    rows = hot.waiting(desk.store.read(), desk.adviser.uid, MOST)
    return tuple(_piece(row) for row in rows)


def mark(desk: Desk, piece: Piece) -> Future[None]:
    """Note that it was copied today; one that was copied before gets the new day."""

    def note(unit: Unit) -> None:
        standing = hot.copied(unit.connection, piece.kind, piece.uid)
        if standing is not None:
            now = {"copied_on": unit.today, "adviser_uid": unit.adviser}
            unit.update("copied", standing["uid"], standing["version"], **now)
        else:
            unit.insert(
                "copied",
                customership_uid=piece.customership_uid,
                kind=piece.kind,
                subject_uid=piece.uid,
                copied_on=unit.today,
                adviser_uid=unit.adviser,
            )

    return desk.store.writer.submit("copied", note)


def _piece(row: Row) -> Piece:
    return Piece(
        kind=cast("PieceKind", row["kind"]),
        uid=row["uid"],
        customership_uid=row["customership_uid"],
        client_uid=row["client_uid"],
        client=listed_name(row["family_name"], row["given_names"], row["call_name"]),
        day=date.fromisoformat(row["day"]),
        copied_on=day_of(row["copied_on"]),
    )
