"""Views of Today of one's own: named, filtered by line, adviser, team and municipality."""

import json
from concurrent.futures import Future
from dataclasses import asdict, dataclass
from typing import Literal

from teui.casework.desk import Desk
from teui.casework.today import TodayRow, as_rows, until_horizon
from teui.errors import TeuiError
from teui.store.driver import Row
from teui.store.hot import own_views as hot
from teui.store.hot import today as hot_today
from teui.store.unit import Unit

Whose = Literal["own", "mine", "adviser", "team"]
WHOSE: tuple[Whose, ...] = ("own", "mine", "adviser", "team")
LONGEST_NAME = 24
EVERY_LINE, NO_LINE = -1, 0


@dataclass(frozen=True, slots=True)
class Filters:
    """What a view holds.

    `whose`: one's own and the team's common ones (`own`), one's own alone (`mine`), those of an
    adviser or of a team (`who`, its uid). `line` 1-3, `NO_LINE` or `EVERY_LINE`; `municipality` is
    a code, empty for all.
    """

    whose: Whose = "own"
    who: str = ""
    line: int = EVERY_LINE
    municipality: str = ""


@dataclass(frozen=True, slots=True)
class OwnView:
    uid: str
    name: str
    filters: Filters


def load(desk: Desk) -> tuple[OwnView, ...]:
    """Those of the adviser at the desk."""
    rows = hot.of_adviser(desk.store.read(), desk.adviser.uid)
    return tuple(OwnView(row["uid"], row["name"], _filters(row)) for row in rows)


def page(desk: Desk, filters: Filters, limit: int = -1) -> tuple[TodayRow, ...]:
    """What is due and what comes in the next days, by day to act."""
    adviser, team = desk.adviser.uid, desk.team.uid
    scope: Literal["own", "mine", "team"] = "own"
    match filters.whose:
        case "mine":
            scope = "mine"
        case "adviser":
            scope, adviser = "mine", filters.who
        case "team":
            scope, team = "team", filters.who
    wanted = until_horizon(desk, scope, adviser, team)
    found = hot_today.filtered(desk.store.read(), wanted, filters.line, filters.municipality, limit)
    return as_rows(desk, found)


def keep(desk: Desk, name: str, filters: Filters, uid: str | None = None) -> Future[str]:
    """Make a view, or give the one named by `uid` this name and these filters; its uid.

    From the future: TeuiError `view_name_missing`, `view_name_taken`, `view_gone`.
    """

    def write(unit: Unit) -> str:
        words = " ".join(name.split())
        standing = hot.of_adviser(unit.connection, unit.adviser)
        check_name(words, [row["name"] for row in standing if row["uid"] != uid])
        if uid is None:
            return unit.insert(
                "own_view",
                adviser_uid=unit.adviser,
                name=words,
                filters=asdict(filters),
                position=max((row["position"] for row in standing), default=0) + 1,
            )
        row = _of(standing, uid)
        unit.update("own_view", uid, row["version"], name=words, filters=asdict(filters))
        return uid

    return desk.store.writer.submit("view_kept", write)


def remove(desk: Desk, uid: str) -> Future[None]:
    """Take a view out; from the future TeuiError `view_gone`."""

    def write(unit: Unit) -> None:
        row = _of(hot.of_adviser(unit.connection, unit.adviser), uid)
        unit.update("own_view", uid, row["version"], removed=1)

    return desk.store.writer.submit("view_removed", write)


def check_name(name: str, taken: list[str]) -> None:
    """Raises TeuiError `view_name_missing`, `view_name_long`, `view_name_taken`."""
    if not name:
        raise TeuiError("view_name_missing")
    if len(name) > LONGEST_NAME:
        raise TeuiError("view_name_long", most=LONGEST_NAME)
    if name.casefold() in {each.casefold() for each in taken}:
        raise TeuiError("view_name_taken", name=name)


def _of(rows: list[Row], uid: str) -> Row:
    row = next((each for each in rows if each["uid"] == uid), None)
    if row is None:
        raise TeuiError("view_gone")
    return row


def _filters(row: Row) -> Filters:
    return Filters(**json.loads(row["filters"]))
