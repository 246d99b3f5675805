"""Rows of a customership's record as the facts that follow-ups depend on."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from teui.clock import OFFICE_ZONE
from teui.followup.history import Accepted, Contact, Decision, Held, Plan, PlanItem, Stage, Stored
from teui.store.driver import Connection, Row
from teui.store.hot import case as hot
from teui.store.hot import stages as stages_hot
from teui.store.values import day_of, instant_of


def sittings(talks: Sequence[Row], held: Mapping[str, Held], today: date) -> tuple[Contact, ...]:
    """The talks in which an interview broke off; the last one is the interview that was held."""
    return tuple(
        Contact(row["uid"], day)
        for row in talks
        for day in [date.fromisoformat(row["day"])]
        if (row["is_over"] or day < today)
        and (row["assessment_uid"] not in held or day < held[row["assessment_uid"]].day)
    )


def stages_of(
    connection: Connection, customership: str, assessments: list[Row]
) -> tuple[Stage, ...]:
    """The stages of integration assessments; those of a draft that was turned are at rest."""
    held = {row["uid"]: row for row in assessments if row["kind"] == "integration"}
    if not held:
        return ()
    return tuple(
        Stage(
            row["assessment_uid"],
            row["stage"],
            office_day(held[row["assessment_uid"]]["started_at"]),
            day_of(row["planned_on"]),
            day_of(row["done_on"]),
            held[row["assessment_uid"]]["adviser_uid"],
        )
        for row in stages_hot.of_customership(connection, customership)
        if row["assessment_uid"] in held
    )


def decision_of(row: Row) -> Decision:
    return Decision(row["outcome"], row["line"], date.fromisoformat(row["decided_on"]))


def plans_of(connection: Connection, customership: str) -> tuple[Plan | None, tuple[Accepted, ...]]:
    rows = [row for row in hot.revisions(connection, customership) if row["accepted_on"]]
    accepted = tuple(
        Accepted(
            row["plan_uid"], row["kind"], row["number"], date.fromisoformat(row["accepted_on"])
        )
        for row in rows
    )
    if not rows:
        return None, ()
    latest = max(rows, key=lambda row: (row["accepted_on"], row["plan_uid"], row["number"]))
    items = hot.items(connection, latest["uid"])
    plan = Plan(
        uid=latest["plan_uid"],
        number=latest["number"],
        accepted_on=date.fromisoformat(latest["accepted_on"]),
        review_on=day_of(latest["review_on"]),
        rhythm_weeks=latest["rhythm_weeks"],
        rhythm_channel=latest["rhythm_channel"],
        contact_by=latest["contact_by"] or "office",
        next_contact_on=day_of(latest["next_contact_on"]),
        items=tuple(item_of(row) for row in items if not row["removed"]),
    )
    return plan, accepted


def item_of(row: Row) -> PlanItem:
    return PlanItem(
        position=row["position"],
        side=row["side"],
        text=row["text"],
        service=row["service"],
        requirement=row["requirement"],
        by_date=day_of(row["by_date"]),
        done_on=day_of(row["done_on"]),
    )


def stored_of(row: Row) -> Stored:
    due = date.fromisoformat(row["due"])
    params: dict[str, Any] = json.loads(row["params"])
    return Stored(
        uid=row["uid"],
        rule=row["rule"],
        subject=row["subject_uid"],
        fact=row["fact"],
        state=row["state"],
        window_from=day_of(row["window_from"]) or due,
        due=due,
        act_on=date.fromisoformat(row["act_on"]),
        adviser=row["adviser_uid"],
        team=row["team_uid"],
        params=params,
        source=row["source"],
        version=row["version"],
        drop_reason=row["drop_reason"],
        closed_on=office_day(row["closed_at"]) if row["closed_at"] else None,
    )


def office_day(instant: str) -> date:
    return instant_of(instant).astimezone(OFFICE_ZONE).date()
