"""What a plan says of the requirements that have no date of their own (S1 ch. 2: agreed there)."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Protocol

from teui.followup.history import NO_LONGER, History
from teui.practice.model import PracticeModel

_PLANS = frozenset({"plan_accepted", "integration_plan_accepted"})


class Planned(Protocol):
    """A row of a plan, as far as requirements look at it."""

    @property
    def service(self) -> str | None: ...
    @property
    def requirement(self) -> str | None: ...
    @property
    def by_date(self) -> date | None: ...


def services_for(model: PracticeModel, requirement: str) -> tuple[str, ...]:
    """The services of the catalogue that answer a requirement, the first choice first."""
    rules = model.follow_ups.rules.values()
    return next((r.plan_services[requirement] for r in rules if requirement in r.plan_services), ())


def answers(row: Planned, requirement: str, services: tuple[str, ...]) -> bool:
    """Whether a row of the plan is about the requirement: it names it, or a service for it."""
    return row.requirement == requirement or (
        row.requirement is None and row.service is not None and row.service in services
    )


def date_of(rows: Iterable[Planned], requirement: str, services: tuple[str, ...]) -> date | None:
    """The earliest date that the plan gives a requirement, None where it gives none."""
    dates = (row.by_date for row in rows if answers(row, requirement, services))
    return min((day for day in dates if day is not None), default=None)


def undated(model: PracticeModel, history: History) -> Iterator[str]:
    """The requirements still to be seen to that only a plan can date.

    Those that the plan itself closes are left out, and those done or dropped already.
    """
    rules = model.follow_ups.rules.values()
    by_plan = {
        requirement
        for rule in rules
        for requirement, closes in rule.closes_for.items()
        if not _PLANS.isdisjoint(closes)
    }
    settled = {
        row.fact
        for row in history.stored
        if row.state in {"done", "dropped"} and row.drop_reason != NO_LONGER
    }
    for required in history.requirements:
        if required.due is None and required.id not in by_plan | settled:
            yield required.id
