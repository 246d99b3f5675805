"""A named statement and what its columns are."""

from collections.abc import Mapping
from dataclasses import dataclass

from teui.store.driver import Connection, Row, reading


@dataclass(frozen=True, slots=True)
class Statement:
    """`columns` maps each name in the result to its `table.column`, None where it is computed.

    Parameters are named (`:client`).
    """

    sql: str
    columns: Mapping[str, str | None]

    def all(self, connection: Connection, **params: object) -> list[Row]:
        """Every row. Raises StoreError, `store_damaged` above all."""
        with reading(connection):
            return connection.execute(self.sql, params).fetchall()

    def one(self, connection: Connection, **params: object) -> Row | None:
        rows = self.all(connection, **params)
        return rows[0] if rows else None


def selected(columns: Mapping[str, str]) -> str:
    """The column list of a SELECT that gives each `table.column` its name in the result."""
    return ", ".join(f"{place} AS {name}" for name, place in columns.items())
