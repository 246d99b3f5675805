"""Which schema this build knows, and how an empty file gets it, without Alembic.

A fresh store is made from the recorded statements of the last revision; only a store that is
behind needs Alembic. Tests hold the recorded statements, the migrations and the models together.
"""

from importlib.resources import files
from pathlib import Path

from teui.errors import StoreError
from teui.store import search
from teui.store.driver import Connection, mark_as_ours

REVISIONS = ("0001", "0002", "0003", "0004")
HEAD = REVISIONS[-1]


def recorded(revision: str) -> list[str]:
    """The statements recorded for a revision beside its migration."""
    folder = files("teui.store") / "migrations" / "versions"
    [script] = [
        entry
        for entry in folder.iterdir()
        if entry.name.startswith(f"{revision}_") and entry.name.endswith(".sql")
    ]
    parts = script.read_text(encoding="utf-8").split(";\n")
    return [statement for part in parts if (statement := part.strip())]


def make(connection: Connection, path: Path) -> None:
    """Make the whole schema, inside the caller's transaction."""
    if connection.execute("SELECT count(*) FROM sqlite_master").fetchall()[0][0]:
        raise StoreError("store_exists", path=path)
    mark_as_ours(connection)
    for statement in recorded(HEAD):
        connection.execute(statement)
    connection.execute(
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL,"
        " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
    )
    connection.execute("INSERT INTO alembic_version (version_num) VALUES (?)", (HEAD,))
    search.make(connection)


def is_current(revision: str, path: Path) -> bool:
    """False where the store is behind. Raises StoreError `store_newer` where it is ahead."""
    if revision not in REVISIONS:
        raise StoreError("store_newer", path=path)
    return revision == HEAD


def check_current(connection: Connection, path: Path) -> None:
    """Raises StoreError `store_moved_on` where a newer teui has changed the schema meanwhile."""
    [row] = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    if row[0] != HEAD:
        raise StoreError("store_moved_on", path=path)
