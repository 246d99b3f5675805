"""Who works in the office: its teams and advisers, and who sits at this desk.

Clients stay with the adviser and team they have, also when those change: handing over is a task
of its own.
"""

from collections.abc import Callable, Iterable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date

from teui.casework.desk import ADVISER, Desk
from teui.casework.office import put
from teui.errors import TeuiError
from teui.store.driver import Row
from teui.store.unit import Unit
from teui.store.values import day_of

LONGEST_NAME = 40
_ADVISERS = (
    "SELECT adviser.uid, adviser.name, adviser.left_on, team.uid AS team_uid,"
    " team.name AS team_name FROM adviser JOIN team ON team.uid = adviser.team_uid"
)


@dataclass(frozen=True, slots=True)
class Team:
    """A team; `advisers` is how many work in it now."""

    uid: str
    name: str
    advisers: int


@dataclass(frozen=True, slots=True)
class Colleague:
    """An adviser. `left_on` is the last day at work, None before it; `here`: at this desk."""

    uid: str
    name: str
    team_uid: str
    team: str
    left_on: date | None
    here: bool


@dataclass(frozen=True, slots=True)
class Staff:
    """Teams and advisers by name; those who have left stand last."""

    teams: tuple[Team, ...]
    advisers: tuple[Colleague, ...]

    @property
    def present(self) -> tuple[Colleague, ...]:
        """Those who can be chosen."""
        return tuple(each for each in self.advisers if each.left_on is None)


def load(desk: Desk) -> Staff:
    connection = desk.store.read()
    advisers = [
        Colleague(
            uid=row["uid"],
            name=row["name"],
            team_uid=row["team_uid"],
            team=row["team_name"],
            left_on=day_of(row["left_on"]),
            here=row["uid"] == desk.adviser.uid,
        )
        for row in connection.execute(_ADVISERS).fetchall()
    ]
    advisers.sort(key=lambda each: (each.left_on is not None, each.name.casefold(), each.uid))
    teams = [
        Team(
            row["uid"],
            row["name"],
            sum(each.team_uid == row["uid"] and each.left_on is None for each in advisers),
        )
        for row in connection.execute("SELECT uid, name FROM team").fetchall()
    ]
    teams.sort(key=lambda each: (each.name.casefold(), each.uid))
    return Staff(tuple(teams), tuple(advisers))


def check_name(typed: str, taken: Iterable[str] = ()) -> str:
    """A name with single spaces, in no case of its letters among `taken`.

    Raises TeuiError `name_missing`, `name_long`, `name_taken`.
    """
    name = " ".join(typed.split())
    if not name:
        raise TeuiError("name_missing")
    if len(name) > LONGEST_NAME:
        raise TeuiError("name_long", longest=LONGEST_NAME)
    for other in taken:
        if other.casefold() == name.casefold():
            raise TeuiError("name_taken", name=other)
    return name


def add_team(desk: Desk, name: str) -> Future[str]:
    """A new team; its uid. From the future what `check_name` raises."""

    def write(unit: Unit) -> str:
        return unit.insert("team", name=_free_name(unit, "team", name))

    return desk.store.writer.submit("team_added", write)


def rename_team(desk: Desk, uid: str, name: str) -> Future[None]:
    def write(unit: Unit) -> None:
        unit.update("team", uid, None, name=_free_name(unit, "team", name, uid))

    return desk.store.writer.submit("team_renamed", write)


def add_adviser(desk: Desk, name: str, team_uid: str) -> Future[str]:
    """A new adviser in a team; the uid. From the future: `team_unknown`, as `check_name`."""

    def write(unit: Unit) -> str:
        free = _free_name(unit, "adviser", name)
        _check_team(unit, team_uid)
        return unit.insert("adviser", name=free, login="", team_uid=team_uid)

    return desk.store.writer.submit("adviser_added", write)


def rename_adviser(desk: Desk, uid: str, name: str) -> Future[None]:
    def change(unit: Unit, row: Row) -> None:
        unit.update("adviser", uid, None, name=_free_name(unit, "adviser", name, uid))

    return _change(desk, uid, "adviser_renamed", change)


def move_adviser(desk: Desk, uid: str, team_uid: str) -> Future[None]:
    """To another team; the adviser's clients stay with the team that they have."""

    def change(unit: Unit, row: Row) -> None:
        _check_team(unit, team_uid)
        unit.update("adviser", uid, None, team_uid=team_uid)

    return _change(desk, uid, "adviser_moved", change)


def leave(desk: Desk, uid: str, day: date) -> Future[None]:
    """The adviser's last day at work was `day`; clients and follow-ups stay, for the team to see.

    From the future: `leaves_later` for a day to come, `adviser_last`, `adviser_here` for the one
    who works at this desk.
    """

    def change(unit: Unit, row: Row) -> None:
        if day > unit.today:
            raise TeuiError("leaves_later", name=row["name"])
        present = unit.rows("SELECT uid FROM adviser WHERE left_on IS NULL")
        if [each["uid"] for each in present] == [uid]:
            raise TeuiError("adviser_last", name=row["name"])
        if unit.rows("SELECT 1 FROM setting WHERE key = ? AND value = ?", ADVISER, uid):
            raise TeuiError("adviser_here", name=row["name"])
        unit.update("adviser", uid, None, left_on=day)

    return _change(desk, uid, "adviser_left", change)


def come_back(desk: Desk, uid: str) -> Future[None]:
    """The adviser works here again."""

    def change(unit: Unit, row: Row) -> None:
        unit.update("adviser", uid, None, left_on=None)

    return _change(desk, uid, "adviser_back", change)


def sit_down(desk: Desk, uid: str) -> Future[None]:
    """Who works at this desk from now on; the desk is then to be taken anew (`desk_anew`).

    From the future: `adviser_gone` for one who has left.
    """

    def change(unit: Unit, row: Row) -> None:
        if row["left_on"] is not None:
            raise TeuiError("adviser_gone", name=row["name"])
        put(unit, ADVISER, uid)

    return _change(desk, uid, "adviser_sat_down", change)


def _change(desk: Desk, uid: str, kind: str, change: Callable[[Unit, Row], None]) -> Future[None]:
    """One act on an adviser, who is looked for first; from the future: `adviser_unknown`."""

    def write(unit: Unit) -> None:
        rows = unit.rows("SELECT name, left_on FROM adviser WHERE uid = ?", uid)
        if not rows:
            raise TeuiError("adviser_unknown")
        change(unit, rows[0])

    return desk.store.writer.submit(kind, write)


def _free_name(unit: Unit, table: str, typed: str, own: str = "") -> str:
    """The name, where nobody else in the table has it."""
    rows = unit.rows(f"SELECT name FROM {table} WHERE uid <> ?", own)
    return check_name(typed, [row["name"] for row in rows])


def _check_team(unit: Unit, team_uid: str) -> None:
    if not unit.rows("SELECT 1 FROM team WHERE uid = ?", team_uid):
        raise TeuiError("team_unknown")
