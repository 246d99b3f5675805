"""Steps of a migration, taken from the statements recorded for the schema that it leads to."""

import re

from sqlalchemy import Connection as Bound

from teui.store.schema import recorded


def create(bound: Bound, table: str, revision: str) -> None:
    """Make a table with its indexes as the revision has them."""
    for statement in recorded(revision):
        if re.match(
            rf'CREATE TABLE "?{table}"? |CREATE (UNIQUE )?INDEX \S+ ON "?{table}"? ', statement
        ):
            bound.exec_driver_sql(statement)


def rebuild(bound: Bound, table: str, revision: str) -> None:
    """Give a table the columns that the revision has; new ones are empty or hold their default,
    and what it no longer has is left behind.

    Foreign keys are off meanwhile: `teui.store.migrate` checks them before it commits.
    """
    bound.exec_driver_sql(f'CREATE TEMP TABLE kept AS SELECT * FROM "{table}"')
    bound.exec_driver_sql(f'DROP TABLE "{table}"')
    create(bound, table, revision)
    new = set(bound.exec_driver_sql(f'SELECT * FROM "{table}" LIMIT 0').keys())
    before = bound.exec_driver_sql("SELECT * FROM kept LIMIT 0").keys()
    names = ", ".join(f'"{name}"' for name in before if name in new)
    bound.exec_driver_sql(f'INSERT INTO "{table}" ({names}) SELECT {names} FROM kept')
    bound.exec_driver_sql("DROP TABLE kept")
