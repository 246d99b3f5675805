"""Services, work, offers and what else is under way in a customership, from the store as facts."""

from datetime import date

from teui.followup.under_way import BusinessStep, Handover, Offer, Service, Statement, Work
from teui.store.driver import Connection
from teui.store.hot import under_way as hot
from teui.store.values import day_of


def services(connection: Connection, customership: str) -> tuple[Service, ...]:
    return tuple(
        Service(
            uid=row["uid"],
            service=row["service"],
            state=row["state"],
            starts_on=day_of(row["starts_on"]),
            ends_on=day_of(row["ends_on"]),
            ended_on=day_of(row["ended_on"]),
            has_last_part=bool(row["last_part"]),
            judged_on=day_of(row["judged_on"]),
            plan=row["plan_uid"],
            position=row["position"],
        )
        for row in hot.services(connection, customership)
    )


def work(connection: Connection, customership: str) -> tuple[Work, ...]:
    return tuple(
        Work(
            uid=row["uid"],
            kind=row["kind"],
            starts_on=date.fromisoformat(row["starts_on"]),
            name=_name(row["title"], row["employer"]),
            ends_on=day_of(row["ends_on"]),
            ended_on=day_of(row["ended_on"]),
            has_last_part=bool(row["last_part"]),
            judged_on=day_of(row["judged_on"]),
        )
        for row in hot.work(connection, customership)
    )


def offers(connection: Connection, customership: str) -> tuple[Offer, ...]:
    return tuple(
        Offer(
            uid=row["uid"],
            name=_name(row["title"], row["employer"]),
            offered_on=date.fromisoformat(row["offered_on"]),
            apply_by=day_of(row["apply_by"]),
            settled_on=day_of(row["outcome_on"]),
        )
        for row in hot.offers(connection, customership)
    )


def handovers(connection: Connection, customership: str) -> tuple[Handover, ...]:
    return tuple(
        Handover(
            uid=row["uid"],
            agreed_on=date.fromisoformat(row["agreed_on"]),
            goes_over_on=date.fromisoformat(row["goes_over_on"]),
            adviser=row["to_adviser_uid"],
            team=row["to_team_uid"],
            sender=row["sender"],
            acknowledged_on=day_of(row["acknowledged_on"]),
        )
        for row in hot.handovers(connection, customership)
    )


def statements(connection: Connection, customership: str) -> tuple[Statement, ...]:
    return tuple(
        Statement(
            uid=row["uid"],
            matter=row["matter"],
            asked_on=date.fromisoformat(row["asked_on"]),
            name=row["fact"] or "",
            given_on=day_of(row["given_on"]),
        )
        for row in hot.statements(connection, customership)
    )


def business_steps(connection: Connection, customership: str) -> tuple[BusinessStep, ...]:
    return tuple(
        BusinessStep(row["uid"], row["step"], day_of(row["planned_on"]), day_of(row["done_on"]))
        for row in hot.business_steps(connection, customership)
    )


def _name(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)
