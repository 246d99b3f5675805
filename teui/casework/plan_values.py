"""A version of a plan and its rows, as frozen values."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from teui.errors import TeuiError

PlanKind = Literal["employment", "integration"]
Party = Literal["client", "office"]
Side = Literal["client", "office", "path"]
UNSAVED = "unsaved-"
"""What the uid of a row begins with that only the interview suggests so far."""


@dataclass(frozen=True, slots=True)
class PlanItem:
    """What client or office does, or a row of the path. `position` stays the same through all
    versions of the plan.

    `text` is empty where a service of the catalogue, or a requirement, says it all. On the path a
    row with a text is a milestone of its `phase`; the one without says who leads the phase, where
    that is not as usual. `provider` is then who leads, a code of the practice model or words.
    """

    uid: str
    side: Side
    text: str
    service: str | None
    by_date: date | None
    done_on: date | None
    version: int
    position: int
    provider: str | None = None
    requirement: str | None = None
    phase: str | None = None

    @property
    def says_lead(self) -> bool:
        """Whether it only says who leads its phase."""
        return self.side == "path" and not self.text


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a plan; `plan_uid` and `uid` are empty where nothing is stored yet.

    `undated` are the requirements that wait for a date and stand in no row yet.
    """

    kind: PlanKind
    number: int
    plan_uid: str = ""
    uid: str = ""
    version: int = 0
    goal: str | None = None
    goal_isco: str | None = None
    review_on: date | None = None
    rhythm_weeks: int | None = None
    rhythm_channel: str | None = None
    contact_by: Party = "office"
    reports: str | None = None
    next_contact_on: date | None = None
    accepted_on: date | None = None
    items: tuple[PlanItem, ...] = ()
    next_position: int = 1
    undated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Writable:
    """The version to write to, and the one that the adviser sees, which may be the one before."""

    now: Version
    before: Version

    def item(self, uid: str) -> PlanItem:
        """The row that the adviser means by `uid`; raises TeuiError `plan_item_unknown`."""
        positions = {item.position for item in self.before.items if item.uid == uid}
        for item in self.now.items:
            if item.uid == uid or item.position in positions:
                return item
        raise TeuiError("plan_item_unknown")
