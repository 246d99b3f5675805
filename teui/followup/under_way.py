"""What is under way in a customership beside its plan, as frozen facts; days, uids and codes of the
store. What was taken out is left out.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

ServiceState = Literal["planned", "running", "ended", "broken_off"]


@dataclass(frozen=True, slots=True)
class Service:
    """A service of the catalogue. `plan` and `position` are of the row of the plan it came from."""

    uid: str
    service: str
    state: ServiceState
    starts_on: date | None = None
    ends_on: date | None = None
    ended_on: date | None = None
    has_last_part: bool = False
    judged_on: date | None = None
    plan: str | None = None
    position: int | None = None

    @property
    def is_over(self) -> bool:
        return self.state in {"ended", "broken_off"}

    @property
    def over_on(self) -> date | None:
        """The day on which it ended, before that the one on which it is to end."""
        return self.ended_on or self.ends_on


@dataclass(frozen=True, slots=True)
class Work:
    """Work that does not end the job search; `name` is its title or employer, in words."""

    uid: str
    kind: str
    starts_on: date
    name: str = ""
    ends_on: date | None = None
    ended_on: date | None = None
    has_last_part: bool = False
    judged_on: date | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """A job offer; `settled_on` is the day on which its outcome became known."""

    uid: str
    name: str
    offered_on: date
    apply_by: date | None = None
    settled_on: date | None = None


@dataclass(frozen=True, slots=True)
class Handover:
    """The client handed to an adviser, or to a team alone; `sender` is the name of who did."""

    uid: str
    agreed_on: date
    goes_over_on: date
    adviser: str | None
    team: str
    sender: str = ""
    acknowledged_on: date | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A labour-policy statement that was asked for; `name` is the fact that it is about."""

    uid: str
    matter: str
    asked_on: date
    name: str = ""
    given_on: date | None = None


@dataclass(frozen=True, slots=True)
class BusinessStep:
    """A step on the way to a business of the client's own."""

    uid: str
    step: str
    planned_on: date | None = None
    done_on: date | None = None
