"""One act on the store: the only road by which a row comes into being or changes.

A unit lives for one transaction. What is inserted and updated through it becomes the changes of
one act; a unit that changed nothing leaves no act behind.
"""

from collections.abc import Mapping
from datetime import date, datetime

from teui.errors import StoreError
from teui.store import search
from teui.store.driver import Connection, Row, constrained
from teui.store.history import ERASED, Act, Change, erase_values, write_act
from teui.store.ids import Randomness, new_uid
from teui.store.values import Column, instant_text, to_column

# What is being typed or looked at in a draft: kept for the next start, without history.
OVERWRITTEN = {
    "assessment": frozenset(
        {
            "draft_text",
            "draft_question",
            "draft_at",
            "draft_typed",
            "draft_mark",
            "draft_kind",
            "draft_outcome",
            "draft_reason",
            "position",
        }
    ),
    "setting": frozenset({"value"}),
    "talk": frozenset({"last_at"}),
}
KEPT_APART = frozenset({"id", "uid", "version"})
"""Columns that are no field of a row: they have no history."""


class Unit:
    """Reads and writes of one act. `now` in UTC and `today` in the office's zone stand still."""

    def __init__(
        self,
        connection: Connection,
        *,
        kind: str,
        now: datetime,
        today: date,
        adviser: str,
        origin: str,
        randomness: Randomness,
    ) -> None:
        self.connection = connection
        self.kind = kind
        self.now = now
        self.today = today
        self.adviser = adviser
        self.origin = origin
        self.randomness = randomness
        self.uid = self.new_uid()
        self.undoes: str | None = None
        self._changes: list[Change] = []
        self._searched: set[str] = set()
        self._noted: set[str] = set()

    @property
    def is_empty(self) -> bool:
        """Nothing has been changed: no act would be left behind."""
        return not self._changes

    def new_uid(self) -> str:
        return new_uid(self.now, self.randomness)

    def rows(self, sql: str, *params: object) -> list[Row]:
        """What a SELECT finds, this unit's own writes included."""
        return self.connection.execute(sql, params).fetchall()

    def insert(self, entity: str, /, **values: object) -> str:
        """A new row of version 1; returns its uid (`uid=` gives it one made with `new_uid`)."""
        columns = {name: to_column(value) for name, value in values.items()}
        uid = str(columns.pop("uid", None) or self.new_uid())
        self._insert(entity, uid, 1, columns)
        return uid

    def remove(self, entity: str, uid: str, /) -> None:
        """Take out a row that nothing points to; its values stay in the history.

        Raises StoreError `changed_elsewhere` where it is not there, or something points to it.
        """
        found = self.connection.execute(f"SELECT * FROM {entity} WHERE uid = ?", (uid,)).fetchone()
        if found is None:
            raise StoreError("changed_elsewhere", entity=entity, uid=uid)
        with constrained(StoreError("changed_elsewhere", entity=entity, uid=uid)):
            self.connection.execute(f"DELETE FROM {entity} WHERE uid = ?", (uid,))
        if entity == "client":
            search.forget(self.connection, found["id"])
        names = [name for name in found.keys() if name not in KEPT_APART]  # noqa: SIM118 - a row
        self._note(entity, uid, {name: (found[name], None) for name in names})

    def restore(self, entity: str, uid: str, /, **values: object) -> None:
        """Bring back a row that was removed, under its uid and a version that it never had.

        Raises StoreError `changed_elsewhere` where another has taken its place since.
        """
        # Every version that it had has left at least one change.
        [changes] = self.rows(
            "SELECT count(*) AS n FROM change WHERE entity_uid = ? AND entity = ?", uid, entity
        )
        columns = {name: to_column(value) for name, value in values.items()}
        with constrained(StoreError("changed_elsewhere", entity=entity, uid=uid)):
            self._insert(entity, uid, changes["n"] + 1, columns)

    def update(self, entity: str, uid: str, version: int | None, /, **changes: object) -> int:
        """Change fields of the row; returns its version, raised if anything differs.

        `version` is the one that the change was made from, None to take the row as it is now.
        Raises StoreError `changed_elsewhere` where the row has moved on or is not there.
        """
        columns = {name: to_column(value) for name, value in changes.items()}
        found = self.connection.execute(
            f"SELECT {', '.join(['version', *columns])} FROM {entity} WHERE uid = ?", (uid,)
        ).fetchone()
        if found is None or version not in {None, found["version"]}:
            raise StoreError("changed_elsewhere", entity=entity, uid=uid)
        current = int(found["version"])
        differing = {
            name: (found[name], new) for name, new in columns.items() if found[name] != new
        }
        if not differing:
            return current
        self._set(
            entity,
            uid,
            current,
            {n: v for n, (_, v) in differing.items()} | {"version": current + 1},
        )
        self._note(entity, uid, differing)
        return current + 1

    def overwrite(self, entity: str, uid: str, /, **values: object) -> None:
        """Change fields that keep no history and raise no version: `OVERWRITTEN` alone."""
        if not values.keys() <= OVERWRITTEN.get(entity, frozenset()):
            raise ValueError(f"{entity}: {sorted(values)} keep their history")
        self._set(entity, uid, None, {name: to_column(value) for name, value in values.items()})

    def erase(self, entity: str, uid: str, /) -> None:
        """Blank the row's past values in the history; its chain still verifies."""
        self._note(entity, uid, {ERASED: (None, 1)})
        self._write_act()
        erase_values(self.connection, self.uid, entity, uid)
        self.uid = self.new_uid()

    def finish(self) -> None:
        """Write the act and bring the search indexes along; the writer commits after it."""
        self._write_act()
        for client_uid in sorted(self._searched):
            search.refresh(self.connection, client_uid)
        for note_uid in sorted(self._noted):
            search.refresh_note(self.connection, note_uid)

    def log_view(self, client: str) -> None:
        """The adviser has opened this client; a view is no act and has no history."""
        self.connection.execute(
            "INSERT INTO view_log (uid, client_uid, adviser_uid, at, origin)"
            " VALUES (?, ?, ?, ?, ?)",
            (self.new_uid(), client, self.adviser, instant_text(self.now), self.origin),
        )

    def _insert(self, entity: str, uid: str, version: int, columns: Mapping[str, Column]) -> None:
        names = ["uid", "version", *columns]
        places = ", ".join("?" * len(names))
        [row] = self.connection.execute(
            f"INSERT INTO {entity} ({', '.join(names)}) VALUES ({places}) RETURNING *",
            (uid, version, *columns.values()),
        ).fetchall()
        # As it stands in the row, what the database itself filled in included.
        fields = {
            name: (None, value)
            for name, value in zip(row.keys(), row, strict=True)
            if name not in KEPT_APART
        }
        self._note(entity, uid, fields)

    def _set(self, entity: str, uid: str, version: int | None, values: dict[str, Column]) -> None:
        sql = f"UPDATE {entity} SET {', '.join(f'{name} = ?' for name in values)} WHERE uid = ?"
        params: list[Column] = [*values.values(), uid]
        if version is not None:
            sql += " AND version = ?"
            params.append(version)
        if self.connection.execute(sql, params).rowcount != 1:
            raise StoreError("changed_elsewhere", entity=entity, uid=uid)

    def _note(self, entity: str, uid: str, fields: Mapping[str, tuple[Column, Column]]) -> None:
        self._changes += (
            Change(entity, uid, name, old, new)
            for name, (old, new) in fields.items()
            if old is not None or new is not None
        )
        if entity == "client" and fields.keys() & search.FIELDS:
            self._searched.add(uid)
        if entity == "note" and "text" in fields:
            self._noted.add(uid)

    def _write_act(self) -> None:
        if self._changes:
            act = Act(self.uid, self.now, self.adviser, self.origin, self.kind, self.undoes)
            write_act(self.connection, act, self._changes, self.randomness)
            self._changes.clear()
