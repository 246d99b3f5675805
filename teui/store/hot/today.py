"""Today's page and counts: follow-ups by the day to act, without loading a holiday table.

A follow-up that was snoozed stands on the day it was snoozed to, and shows from that day on.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Literal

from teui.store.driver import Connection

Scope = Literal["own", "mine", "team"]
EVER = "9999-12-31"

# Whose: one's own and what one's team owns together; one's own alone; all of the team's.
_WHOSE: dict[Scope, tuple[str, ...]] = {
    "own": ("adviser_uid = :adviser", "adviser_uid IS NULL AND team_uid = :team"),
    "mine": ("adviser_uid = :adviser",),
    "team": ("team_uid = :team",),
}
_STATES = (
    ("open", "act_on", ":until"),
    ("snoozed", "snoozed_to", ":snoozed_until"),
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a page holds: days from `since` to `until`, and if any are named only `rules`, or
    the `facts` (requirements) of the rule `requirement`."""

    scope: Scope
    adviser: str
    team: str
    today: str
    since: str = ""
    until: str = EVER
    rules: Sequence[str] | None = None
    facts: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class DueRow:
    """`day` is the day to act, or the one it was snoozed to. `params` is JSON."""

    uid: str
    version: int
    client_uid: str
    customership_uid: str
    handle: str
    family_name: str
    given_names: str
    rule: str
    subject_uid: str
    fact: str
    params: str
    source: str
    window_from: str | None
    due: str
    act_on: str
    day: str
    state: str
    line: int | None
    adviser_uid: str | None
    adviser_name: str | None
    team_name: str | None


def statement(wanted: Wanted, columns: str = "*, {day} AS day") -> str:
    """The SELECT over follow-ups alone, one arm a state and owner, each by its index."""
    arms = [
        f"SELECT {columns.format(day=day)} FROM follow_up WHERE state = '{state}' AND {whose} "
        f"AND {day} >= :since AND {day} <= {until}{_of_rules(wanted)}"
        for state, day, until in _STATES
        for whose in _WHOSE[wanted.scope]
    ]
    return " UNION ALL ".join(arms)


def page_statement(wanted: Wanted) -> str:
    return f"""
SELECT f.uid, f.version, f.client_uid, f.customership_uid, client.handle, client.family_name,
  client.given_names, f.rule, f.subject_uid, f.fact, f.params, f.source, f.window_from, f.due,
  f.act_on, f.day, f.state, customership.line, f.adviser_uid, adviser.name AS adviser_name,
  team.name AS team_name
FROM ({statement(wanted)}) AS f
JOIN client ON client.uid = f.client_uid
JOIN customership ON customership.uid = f.customership_uid
LEFT JOIN adviser ON adviser.uid = f.adviser_uid
LEFT JOIN team ON team.uid = f.team_uid
ORDER BY f.day, client.name_sort, f.cause LIMIT :limit OFFSET :offset"""


def count_statement(wanted: Wanted) -> str:
    return f"SELECT count(*) FROM ({statement(wanted, 'uid')})"


def page(connection: Connection, wanted: Wanted, limit: int, offset: int) -> list[DueRow]:
    """The follow-ups of a page, by day, then name; `limit` of -1 for all."""
    params = {**parameters(wanted), "limit": limit, "offset": offset}
    rows = connection.execute(page_statement(wanted), params).fetchall()
    return [DueRow(*row) for row in rows]


def count(connection: Connection, wanted: Wanted) -> int:
    row = connection.execute(count_statement(wanted), parameters(wanted)).fetchone()
    return 0 if row is None else int(row[0])


def parameters(wanted: Wanted) -> dict[str, object]:
    """The values of the statements' names."""
    named: dict[str, object] = {
        "adviser": wanted.adviser,
        "team": wanted.team,
        "since": wanted.since,
        "until": wanted.until,
        "snoozed_until": min(wanted.until, wanted.today),
    }
    named.update((f"rule{n}", rule) for n, rule in enumerate(wanted.rules or ()))
    named.update((f"fact{n}", fact) for n, fact in enumerate(wanted.facts))
    return named


def columns() -> tuple[str, ...]:
    return tuple(field.name for field in fields(DueRow))


def _of_rules(wanted: Wanted) -> str:
    if wanted.rules is None:
        return ""
    rules = ", ".join(f":rule{n}" for n in range(len(wanted.rules)))
    facts = ", ".join(f":fact{n}" for n in range(len(wanted.facts)))
    parts = [f"rule IN ({rules})"] if rules else []
    parts += [f"rule = 'requirement' AND fact IN ({facts})"] if facts else []
    return f" AND ({' OR '.join(parts) or '0'})"
