"""Today's page and counts: follow-ups by the day to act, without loading a holiday table.

A follow-up that was snoozed stands on the day it was snoozed to, and shows from that day on.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from teui.store.driver import Connection, Row
from teui.store.hot.statement import Statement, selected

Scope = Literal["own", "mine", "team"]
EVER = "9999-12-31"
MOST_RULES = 8

# Whose: one's own and what one's team owns together; one's own alone; all of the team's.
_WHOSE: dict[Scope, tuple[str, ...]] = {
    "own": (
        "follow_up.adviser_uid = :adviser",
        "follow_up.adviser_uid IS NULL AND follow_up.team_uid = :team",
    ),
    "mine": ("follow_up.adviser_uid = :adviser",),
    "team": ("follow_up.team_uid = :team",),
}
_STATES = (("open", "act_on", ":until"), ("snoozed", "snoozed_to", ":snoozed_until"))
_TABLES = (
    " JOIN client ON client.uid = follow_up.client_uid"
    " JOIN customership ON customership.uid = follow_up.customership_uid"
    " LEFT JOIN adviser ON adviser.uid = follow_up.adviser_uid"
    " LEFT JOIN team ON team.uid = follow_up.team_uid"
)

_FOLLOW_UP = (
    "uid client_uid customership_uid rule subject_uid fact params source window_from due act_on"
    " state adviser_uid text"
)
_ROW = {
    **{name: f"follow_up.{name}" for name in _FOLLOW_UP.split()},
    "cause": "follow_up.cause",
    "name_sort": "client.name_sort",
    "handle": "client.handle",
    "family_name": "client.family_name",
    "given_names": "client.given_names",
    "call_name": "client.call_name",
    "line": "customership.line",
    "adviser_name": "adviser.name",
    "team_name": "team.name",
}


def _arms(scope: Scope, columns: str, tables: str, rules: str) -> list[str]:
    """One SELECT a state and owner, so that each goes by its index."""
    return [
        f"SELECT {columns.format(day=day)} FROM follow_up{tables}"
        f" WHERE follow_up.state = '{state}' AND {whose}"
        f" AND {day} >= :since AND {day} <= {until}{rules}"
        for state, day, until in _STATES
        for whose in _WHOSE[scope]
    ]


def _page(scope: Scope, rules: str = "") -> Statement:
    arms = _arms(scope, f"{selected(_ROW)}, {{day}} AS day", _TABLES, rules)
    sql = f"{' UNION ALL '.join(arms)} ORDER BY day, name_sort, cause LIMIT :limit OFFSET :offset"
    return Statement(sql, {**_ROW, "day": None})


def _count(scope: Scope, rules: str = "") -> Statement:
    """A number an arm, to be added up."""
    arms = _arms(scope, "count(*) AS number", "", rules)
    return Statement(" UNION ALL ".join(arms), {"number": None})


_NAMED = (
    " AND (follow_up.rule IN ({rules}) OR (follow_up.rule = 'requirement' AND fact IN ({facts})))"
)
_BY_RULE = _NAMED.format(
    rules=", ".join(f":rule{n}" for n in range(MOST_RULES)),
    facts=", ".join(f":fact{n}" for n in range(MOST_RULES)),
)
PAGE_OWN, COUNT_OWN = _page("own"), _count("own")
PAGE_MINE, COUNT_MINE = _page("mine"), _count("mine")
PAGE_TEAM, COUNT_TEAM = _page("team"), _count("team")
PAGE_BY_RULE, COUNT_BY_RULE = _page("own", _BY_RULE), _count("own", _BY_RULE)
# Line 0 stands for clients without one, -1 for all; an empty municipality for all.
_FILTERED = (
    " AND (:line = -1 OR COALESCE(customership.line, 0) = :line)"
    " AND (:municipality = '' OR client.municipality = :municipality)"
)
FILTERED_OWN = _page("own", _FILTERED)
FILTERED_MINE = _page("mine", _FILTERED)
FILTERED_TEAM = _page("team", _FILTERED)
_PAGES = {"own": PAGE_OWN, "mine": PAGE_MINE, "team": PAGE_TEAM}
_FILTERED_PAGES = {"own": FILTERED_OWN, "mine": FILTERED_MINE, "team": FILTERED_TEAM}
_COUNTS = {"own": COUNT_OWN, "mine": COUNT_MINE, "team": COUNT_TEAM}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a page holds: ISO days from `since` to `until`; where any are named, only `rules`, or
    the `facts` (requirements) of the rule `requirement`, at most `MOST_RULES` of each. Pages by
    rule are always of scope `own`."""

    scope: Scope
    adviser: str
    team: str
    today: str
    since: str = ""
    until: str = EVER
    rules: Sequence[str] | None = None
    facts: Sequence[str] = ()


def page(connection: Connection, wanted: Wanted, limit: int, offset: int) -> list[Row]:
    """The follow-ups of a page, by day, then name; a `limit` of -1 takes all."""
    statement = _PAGES[wanted.scope] if wanted.rules is None else PAGE_BY_RULE
    return statement.all(connection, **_parameters(wanted), limit=limit, offset=offset)


def filtered(
    connection: Connection, wanted: Wanted, line: int, municipality: str, limit: int
) -> list[Row]:
    """A page of the clients on a line (0: on none, -1: all) and of a municipality ('': all)."""
    statement = _FILTERED_PAGES[wanted.scope]
    params = {"line": line, "municipality": municipality, "limit": limit, "offset": 0}
    return statement.all(connection, **_parameters(wanted), **params)


def count(connection: Connection, wanted: Wanted) -> int:
    """How many follow-ups all its pages hold."""
    statement = _COUNTS[wanted.scope] if wanted.rules is None else COUNT_BY_RULE
    return sum(row["number"] for row in statement.all(connection, **_parameters(wanted)))


def _parameters(wanted: Wanted) -> dict[str, object]:
    named: dict[str, object] = {
        "adviser": wanted.adviser,
        "team": wanted.team,
        "since": wanted.since,
        "until": wanted.until,
        "snoozed_until": min(wanted.until, wanted.today),
    }
    if wanted.rules is not None:
        for name, values in (("rule", wanted.rules), ("fact", wanted.facts)):
            padded = [*values, *[None] * (MOST_RULES - len(values))]
            named.update((f"{name}{n}", value) for n, value in enumerate(padded))
    return named
