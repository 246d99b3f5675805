"""Advisers' clients by line against the office's indicative number (S0 7.2).

The documents want such a number, smaller on line 3, and leave it to the office.
"""

from concurrent.futures import Future
from dataclasses import dataclass

from teui.casework import staff
from teui.casework.desk import Desk
from teui.casework.office import put
from teui.errors import TeuiError
from teui.store.hot import office as office_hot
from teui.store.unit import Unit

PREFIX = "office.caseload."
MOST = 1000
_COUNTED = (
    "SELECT customership.adviser_uid AS adviser, customership.team_uid AS team,"
    " customership.line, count(*) AS clients FROM adviser"
    " JOIN customership ON customership.adviser_uid = adviser.uid"
    " WHERE customership.ended_on IS NULL AND customership.line IS NOT NULL"
    " GROUP BY customership.adviser_uid, customership.team_uid, customership.line"
)


@dataclass(frozen=True, slots=True)
class Number:
    """The indicative number of an adviser's clients on a line; `is_own`: the office has set it."""

    line: int
    clients: int
    is_own: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """How many clients on a line an adviser has, or a team where the line is the team's."""

    line: int
    clients: int
    number: int


@dataclass(frozen=True, slots=True)
class Carrier:
    """An adviser or a team with a bar a line."""

    name: str
    is_team: bool
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Caseload:
    numbers: tuple[Number, ...]
    carriers: tuple[Carrier, ...]


def load(desk: Desk) -> Caseload:
    """Teams first, for the lines that are theirs, then advisers by name; who has left only as long
    as clients are left too. A team's number is that of its advisers together."""
    model, people = desk.model, staff.load(desk)
    numbers = _numbers(desk)
    counted: dict[tuple[str, int], int] = {}
    for row in desk.store.read().execute(_COUNTED).fetchall():
        carrier = row["team"] if model.is_teams(row["line"]) else row["adviser"]
        key = (carrier, row["line"])
        counted[key] = counted.get(key, 0) + row["clients"]
    shared = [number for number in numbers if model.is_teams(number.line)]
    teams = [
        Carrier(team.name, True, _bars(team.uid, shared, counted, max(1, team.advisers)))
        for team in people.teams
        if shared
    ]
    named = [number for number in numbers if not model.is_teams(number.line)]
    advisers = [
        Carrier(each.name, False, bars)
        for each in people.advisers
        for bars in [_bars(each.uid, named, counted, 1)]
        if each.left_on is None or any(bar.clients for bar in bars)
    ]
    return Caseload(tuple(numbers), (*teams, *advisers))


def check_number(typed: str) -> int:
    """An indicative number as typed. Raises TeuiError `office_number`."""
    number = int(typed) if typed.isdecimal() and len(typed) <= len(str(MOST)) else 0
    if not 1 <= number <= MOST:
        raise TeuiError("office_number", typed=typed, most=MOST)
    return number


def set_number(desk: Desk, line: int, clients: int) -> Future[None]:
    """The office's own indicative number on a line. Raises TeuiError `office_number`."""
    check_number(str(clients))

    def write(unit: Unit) -> None:
        put(unit, f"{PREFIX}{line}", str(clients))

    return desk.store.writer.submit("office_changed", write)


def _numbers(desk: Desk) -> list[Number]:
    kept = office_hot.settings(desk.store.read(), PREFIX)
    numbers = []
    for line, load in sorted(desk.model.handing.loads.items()):
        own = kept.get(str(line))
        numbers.append(Number(line, int(own) if own else load.clients, own is not None))
    return numbers


def _bars(
    uid: str, numbers: list[Number], counted: dict[tuple[str, int], int], advisers: int
) -> tuple[Bar, ...]:
    return tuple(
        Bar(each.line, counted.get((uid, each.line), 0), each.clients * advisers)
        for each in numbers
    )
