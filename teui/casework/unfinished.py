"""What was typed outside an interview and left unfinished, by place: nothing typed is ever lost.

A place is a word of the screen's own, as in `new_client`. Kept without history, as all that is
still being typed.
"""

import json
from collections.abc import Mapping
from concurrent.futures import Future

from teui.casework.desk import Desk
from teui.store.driver import Connection, Row
from teui.store.unit import Unit

_KEY = "unfinished"


def load(desk: Desk) -> Mapping[str, str]:
    """Everything that waits to be finished: text by place."""
    row = _row(desk.store.read())
    return {} if row is None else dict(json.loads(row["value"]))


def keep(desk: Desk, place: str, text: str) -> Future[None]:
    """Keep a text for its place, over what was kept before; an empty one is forgotten."""

    def write(unit: Unit) -> None:
        row = _row(unit.connection)
        uid = row["uid"] if row else unit.insert("setting", key=_KEY, value="{}")
        texts = dict(json.loads(row["value"])) if row else {}
        texts.pop(place, None)
        if text:
            texts[place] = text
        unit.overwrite("setting", uid, value=json.dumps(texts, ensure_ascii=False))

    return desk.store.writer.submit("unfinished", write)


def _row(connection: Connection) -> Row | None:
    found = connection.execute("SELECT uid, value FROM setting WHERE key = ?", (_KEY,)).fetchall()
    return found[0] if found else None
