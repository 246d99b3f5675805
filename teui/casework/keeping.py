"""Looking after the store: what it is, how it is protected, what it holds."""

from dataclasses import dataclass
from pathlib import Path

from teui.casework.desk import desk_of
from teui.store.schema import HEAD
from teui.store.store import Store, StoreKind


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
    """Read from an open store."""
    desk = desk_of(store)
    [counts] = (
        store.read()
        .execute(
            "SELECT (SELECT count(*) FROM client) AS clients, (SELECT count(*) FROM act) AS acts"
        )
        .fetchall()
    )
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
