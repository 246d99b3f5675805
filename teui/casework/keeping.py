"""Looking after the store: what it is, how it is protected, what it holds."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from teui.casework.desk import Desk, desk_of
from teui.store.schema import HEAD
from teui.store.store import Store, StoreKind
from teui.store.values import instant_of

_COUNTS = "SELECT (SELECT count(*) FROM client) AS clients, (SELECT count(*) FROM act) AS acts"


@dataclass(frozen=True, slots=True)
class StoreStatus:
    """A store described. `encrypted`: it has a key; `protected`: the key needs a passphrase.

    `size` in bytes; `acts` is how many things were done in it since it was made.
    """

    path: Path
    kind: StoreKind
    schema: str
    encrypted: bool
    protected: bool
    adviser: str
    team: str
    clients: int
    acts: int
    size: int


def describe(store: Store) -> StoreStatus:
    """Read from an open store. Raises StoreError, `store_damaged` above all."""
    desk = desk_of(store)
    [counts] = store.reading(lambda: store.read().execute(_COUNTS).fetchall())
    return StoreStatus(
        path=store.path,
        kind=store.kind,
        schema=HEAD,
        encrypted=store.key is not None,
        protected=store.key is not None and store.key.protected,
        adviser=desk.adviser.name,
        team=desk.team.name,
        clients=counts["clients"],
        acts=counts["acts"],
        size=store.path.stat().st_size,
    )


def last_saved(desk: Desk) -> datetime | None:
    """When the newest act of this device was done, by the order of acts and not by their times."""
    row = (
        desk.store.read()
        .execute(
            "SELECT at FROM act WHERE origin = ? ORDER BY seq DESC LIMIT 1", (desk.store.origin,)
        )
        .fetchone()
    )
    return None if row is None else instant_of(row["at"])
