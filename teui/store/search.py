"""The search indexes: over clients (names, e-mail, identity code, ends of numbers) and notes.

They are derived from `client` and `note` and can be made anew at any time. Full-text search is
SQLite's own, so nothing outside this module speaks of it.
"""

import json
import re

from teui.store.driver import Connection, Row

INDEX = "client_search"
FIELDS = frozenset({"family_name", "given_names", "call_name", "email", "identity_code", "phones"})
NOTES = "note_search"
_COLUMNS = "id, uid, family_name, given_names, call_name, email, identity_code, phones"
_MAKE = (
    f"CREATE VIRTUAL TABLE {INDEX} USING fts5(name, email, code, phone, content='',"
    " contentless_delete=1, prefix='2 3', tokenize='unicode61 remove_diacritics 2')"
)

_MAKE_NOTES = (
    f"CREATE VIRTUAL TABLE {NOTES} USING fts5(text, content='', contentless_delete=1,"
    " prefix='2 3', tokenize='unicode61 remove_diacritics 2')"
)

MATCHING = f"SELECT rowid FROM {INDEX} WHERE {INDEX} MATCH :query"
"""The clients' `id`s that a query of `query` finds."""
LATEST_MATCHING = f"{MATCHING} ORDER BY rowid DESC LIMIT 500"
"""The same, of the clients taken in last: a few letters that fit thousands must not be slow."""
MATCHING_NOTES = f"SELECT rowid FROM {NOTES} WHERE {NOTES} MATCH :query"
"""The `id`s of the notes in which every word of a `query` begins a word."""
LATEST_NOTES = f"{MATCHING_NOTES} ORDER BY rowid DESC LIMIT 500"
"""The same, of the notes kept last."""


def make(connection: Connection) -> None:
    """Make the indexes, or make them anew, from every client and note there is."""
    connection.execute(f"DROP TABLE IF EXISTS {INDEX}")
    connection.execute(_MAKE)
    for client in connection.execute(f"SELECT {_COLUMNS} FROM client").fetchall():
        _add(connection, client)
    connection.execute(f"DROP TABLE IF EXISTS {NOTES}")
    connection.execute(_MAKE_NOTES)
    connection.execute(f"INSERT INTO {NOTES} (rowid, text) SELECT id, text FROM note")


def refresh(connection: Connection, client_uid: str) -> None:
    """Bring the index along with one client, inside the transaction that changed it."""
    client = connection.execute(
        f"SELECT {_COLUMNS} FROM client WHERE uid = ?", (client_uid,)
    ).fetchone()
    if client is not None:
        forget(connection, client["id"])
        _add(connection, client)


def forget(connection: Connection, client_id: int) -> None:
    """Take one client, by its row's `id`, out of the index."""
    connection.execute(f"DELETE FROM {INDEX} WHERE rowid = ?", (client_id,))


def refresh_note(connection: Connection, note_uid: str) -> None:
    """The same with one note."""
    note = connection.execute("SELECT id, text FROM note WHERE uid = ?", (note_uid,)).fetchone()
    if note is not None:
        connection.execute(f"DELETE FROM {NOTES} WHERE rowid = ?", (note["id"],))
        connection.execute(
            f"INSERT INTO {NOTES} (rowid, text) VALUES (?, ?)", (note["id"], note["text"])
        )


def query(text: str) -> str | None:
    """The index's query for what somebody typed: every word a prefix, digits also the end of a
    number. None where there is nothing to look for."""
    digits = re.sub(r"\D", "", text)
    if digits and not re.search(r"[^\d\s+()/-]", text):
        end = digits.lstrip("0")
        parts = [f"code : ({_words(text)})"] if _words(text) else []
        parts += [f'phone : "{end[::-1]}" *'] if end else []
        return " OR ".join(parts) or None
    return _words(text) or None


def note_query(text: str) -> str | None:
    """The query over notes: every word a prefix. None where no letter is typed: numbers alone
    look for a person."""
    return _words(text) or None if re.search(r"[^\W\d_]", text) else None


def whole_number(phone: str) -> str:
    """The query for exactly this number."""
    return f'phone : "{_reversed(phone)}"'


def _words(text: str) -> str:
    return " AND ".join(f'"{word}" *' for word in re.findall(r"\w+", text))


def _add(connection: Connection, client: Row) -> None:
    names = (client["family_name"], client["given_names"], client["call_name"])
    connection.execute(
        f"INSERT INTO {INDEX} (rowid, name, email, code, phone) VALUES (?, ?, ?, ?, ?)",
        (
            client["id"],
            " ".join(name for name in names if name),
            client["email"],
            client["identity_code"],
            " ".join(_reversed(phone) for phone in json.loads(client["phones"] or "[]")),
        ),
    )


def _reversed(phone: str) -> str:
    return re.sub(r"\D", "", phone)[::-1]
