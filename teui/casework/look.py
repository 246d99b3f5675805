"""How the app looks at this desk; kept in the store, so that it looks the same tomorrow."""

from concurrent.futures import Future

from teui.casework.desk import Desk
from teui.store.unit import Unit

_KEY = "look"


def load(desk: Desk) -> str:
    """The look kept last, empty where none was."""
    row = desk.store.read().execute("SELECT value FROM setting WHERE key = ?", (_KEY,)).fetchone()
    return "" if row is None else str(row["value"])


def keep(desk: Desk, look: str) -> Future[None]:
    """Keep a look of the app by its name."""

    def write(unit: Unit) -> None:
        rows = unit.rows("SELECT uid FROM setting WHERE key = ?", _KEY)
        uid = rows[0]["uid"] if rows else unit.insert("setting", key=_KEY, value="")
        unit.overwrite("setting", uid, value=look)

    return desk.store.writer.submit("look", write)
