"""Today: what is overdue, due and coming, in the views that stand on the digit keys."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from teui.casework.desk import Desk
from teui.casework.names import listed_name
from teui.errors import TeuiError
from teui.followup.calendar import WorkCalendar
from teui.store.driver import Row
from teui.store.hot import today as hot
from teui.store.hot.today import EVER, Scope, Wanted
from teui.store.values import day_of

VIEWS = (
    "overdue",
    "today",
    "week",
    "mine",
    "team",
    "silent",
    "ending",
    "interviews",
    "drafts",
)
OWN = "own"
COMING = "coming"
_REQUIREMENT = "requirement:"


@dataclass(frozen=True, slots=True)
class TodayRow:
    """A follow-up on the list. `act_on` is the day to act, or the one it was put off to.

    `moved`: the day to act lies before `due`, which is a day off. `put_off_from` is the day to act
    before it was put off. `adviser` is its owner's name, the team's where the team owns it
    together (`by_team`); `mine`: the adviser at the desk owns it. `params` are codes and the
    adviser's own words, worded by `teui.casework.wording`.
    """

    uid: str
    client_uid: str
    customership_uid: str
    client: str
    handle: str
    rule: str
    params: Mapping[str, str | int]
    act_on: date
    due: date
    window_from: date
    moved: bool
    overdue: bool
    line: int | None
    adviser: str
    by_team: bool
    mine: bool
    state: Literal["open", "snoozed"]
    put_off_from: date | None
    source: str
    subject_uid: str
    grade: Literal["overdue", "due", "coming"]


def page(desk: Desk, view: str = OWN, limit: int = -1, offset: int = 0) -> tuple[TodayRow, ...]:
    """The follow-ups of a view by day to act, then name; a `limit` of -1 takes all.

    `own` is the whole page: one's own and the team's common ones, overdue, due, and the next days
    (office setting). Raises TeuiError `view_unknown`.
    """
    wanted = _wanted(desk, view, desk.clock.today())
    return as_rows(desk, hot.page(desk.store.read(), wanted, limit, offset))


def count(desk: Desk, view: str = OWN) -> int:
    """How many a view holds; raises TeuiError `view_unknown`."""
    return hot.count(desk.store.read(), _wanted(desk, view, desk.clock.today()))


def counts(desk: Desk) -> Mapping[str, int]:
    """How many each view holds, with `own` for the whole page and `coming` for its last part."""
    found = {view: count(desk, view) for view in (*VIEWS, COMING)}
    return {**found, OWN: found["overdue"] + found["today"] + found[COMING]}


def work_calendar(desk: Desk) -> WorkCalendar:
    """The office's working days; slow the first time, since it loads the table of holidays."""
    calendar = WorkCalendar(desk.model.follow_ups.days_off)
    today = desk.clock.today()
    calendar.late_by(today.replace(month=1, day=1) - timedelta(days=7), today)
    return calendar


def params_of(row: Row) -> Mapping[str, str | int]:
    """What words a follow-up: its parameters, and the adviser's own text where it has one."""
    params: dict[str, str | int] = json.loads(row["params"])
    return params if row["text"] is None else {**params, "text": row["text"]}


def _wanted(desk: Desk, view: str, today: date) -> Wanted:
    rules = desk.model.follow_ups
    horizon = today + timedelta(days=desk.model.length(rules.horizon, today).amount)
    sunday = today + timedelta(days=6 - today.weekday())
    yesterday, tomorrow = today - timedelta(days=1), today + timedelta(days=1)
    spans: dict[str, tuple[Scope, date | None, date | None]] = {
        OWN: ("own", None, horizon),
        COMING: ("own", tomorrow, horizon),
        "overdue": ("own", None, yesterday),
        "today": ("own", today, today),
        "week": ("own", today, sunday),
        "mine": ("mine", None, horizon),
        "team": ("team", None, horizon),
        "silent": ("own", None, today),
        "ending": ("own", None, horizon),
        "interviews": ("own", None, horizon),
        "drafts": ("own", None, None),
    }
    if view not in spans:
        raise TeuiError("view_unknown", view=view, known=", ".join(VIEWS))
    scope, since, until = spans[view]
    named = rules.views.get(view)
    return Wanted(
        scope=scope,
        adviser=desk.adviser.uid,
        team=desk.team.uid,
        today=today.isoformat(),
        since=since.isoformat() if since else "",
        until=until.isoformat() if until else EVER,
        rules=None if named is None else [n for n in named if not n.startswith(_REQUIREMENT)],
        facts=[n.removeprefix(_REQUIREMENT) for n in named or () if n.startswith(_REQUIREMENT)],
    )


def until_horizon(desk: Desk, scope: Scope, adviser: str, team: str) -> Wanted:
    """All that is due, and what comes in the next days (office setting), of whoever is named."""
    own = _wanted(desk, OWN, desk.clock.today())
    return replace(own, scope=scope, adviser=adviser, team=team)


def as_rows(desk: Desk, rows: Sequence[Row]) -> tuple[TodayRow, ...]:
    """Rows of the store as the list shows them."""
    today = desk.clock.today()
    return tuple(_row(desk, row, today) for row in rows)


def _row(desk: Desk, row: Row, today: date) -> TodayRow:
    day, due = date.fromisoformat(row["day"]), date.fromisoformat(row["due"])
    grade: Literal["overdue", "due", "coming"] = "coming"
    if day <= today:
        grade = "overdue" if day < today else "due"
    return TodayRow(
        uid=row["uid"],
        client_uid=row["client_uid"],
        customership_uid=row["customership_uid"],
        client=listed_name(row["family_name"], row["given_names"], row["call_name"]),
        handle=row["handle"],
        rule=row["rule"],
        params=params_of(row),
        act_on=day,
        due=due,
        window_from=day_of(row["window_from"]) or due,
        moved=row["state"] == "open" and day < due,
        overdue=grade == "overdue",
        line=row["line"],
        adviser=row["adviser_name"] or row["team_name"] or "",
        by_team=row["adviser_uid"] is None,
        mine=row["adviser_uid"] == desk.adviser.uid,
        state=row["state"],
        put_off_from=date.fromisoformat(row["act_on"]) if row["state"] == "snoozed" else None,
        source=row["source"],
        subject_uid=row["subject_uid"],
        grade=grade,
    )
