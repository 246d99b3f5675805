"""What stands in a client's record, as frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from teui.casework.handing_words import OpenHandover
from teui.casework.of_kind import NOTHING_SAID, OfKind
from teui.casework.timeline import Happening


@dataclass(frozen=True, slots=True)
class Person:
    """Who the client is. `phones` are E.164 numbers, languages codes of ISO 639."""

    uid: str
    handle: str
    name: str
    family_name: str
    given_names: str
    call_name: str | None
    identity_code: str | None
    birth_date: date | None
    phones: tuple[str, ...]
    email: str | None
    municipality: str | None
    language: str | None
    service_language: str | None
    interpreter: str | None
    safety_note: str | None


@dataclass(frozen=True, slots=True)
class Search:
    """The customership that counts: the open one, else the one that began last.

    `adviser` and `team` are names; `of_team`: the line is the team's responsibility (S1 ch. 3).
    """

    uid: str
    start_date: date
    start_channel: str | None
    ended_on: date | None
    adviser: str
    team: str
    mine: bool
    of_team: bool
    end_reason: str | None = None


@dataclass(frozen=True, slots=True)
class Begun:
    """An interview that is not finished yet; `possible` are the outcomes that its answers leave,
    `lines` the service lines among them.

    None stands there where the office hides the suggestion until a line is chosen.
    """

    uid: str
    kind: str
    day: date
    possible: tuple[str, ...]
    lines: tuple[int, ...]
    of_kind: OfKind = NOTHING_SAID


@dataclass(frozen=True, slots=True)
class Decided:
    """The last decision with the assessment behind it; `reasons` are the criteria that held.

    `phase` and `sub_segment` are the suggestion's, None where the choice is another outcome.
    """

    assessment_uid: str
    kind: str
    day: date
    outcome: str
    line: int | None
    suggested: str | None
    phase: str | None
    sub_segment: str | None
    reasons: tuple[str, ...]
    preliminary: bool
    client_view: str | None
    reason: str | None
    by: str
    of_kind: OfKind = NOTHING_SAID


@dataclass(frozen=True, slots=True)
class Planned:
    """The plan's latest version; `steps_open` counts what client and service still have to do."""

    kind: str
    number: int
    goal: str | None
    review_on: date | None
    rhythm_weeks: int | None
    rhythm_channel: str | None
    contact_by: str | None
    accepted_on: date | None
    steps_open: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """A follow-up not yet closed; `day` is the one to act, or the one that it was put off to.

    `late` are the working days since then, 0 where it is not overdue by any.
    """

    uid: str
    client: str
    rule: str
    params: Mapping[str, str | int]
    day: date
    window_from: date
    due: date
    overdue: bool
    late: int
    snoozed: bool
    moved: bool
    source: str


@dataclass(frozen=True, slots=True)
class Contacted:
    """A contact tried or made, by the adviser named; what came of it, what was agreed next."""

    uid: str
    day: date
    kind: str
    channel: str
    reached: bool
    note: str | None
    by: str
    outcome: str | None = None
    next_step: str | None = None


@dataclass(frozen=True, slots=True)
class ClientRecord:
    """`begun`, `decided` and `planned` are of the customership that counts; the rest of all.

    `contacts` come the latest first, `waiting` by day. `handovers` are those of the customership
    that are not at their end, `to_hand_over` the lines between which it was decided without one.
    """

    person: Person
    search: Search
    begun: Begun | None
    decided: Decided | None
    planned: Planned | None
    waiting: tuple[Waiting, ...]
    contacts: tuple[Contacted, ...]
    timeline: tuple[Happening, ...]
    handovers: tuple[OpenHandover, ...] = ()
    to_hand_over: tuple[int, int] | None = None
