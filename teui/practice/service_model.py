"""Services of the catalogue, and what a plan begins with, as frozen values."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Service:
    """A service of the catalogue; it can be used on every line.

    `first_on` are the lines on which it is a first choice. `kind` is what it is by nature.
    `provider` is who provides it as a rule, None where that is the office itself.
    `led_elsewhere`: another authority leads it. `after` is the line put forward when it ends
    without work (`after_source` says so), None where that is the line that sent the client.
    `meeting_of_three`: it ends with a meeting of client, school and office.
    """

    id: str
    first_on: frozenset[int]
    kind: str
    source: str
    provider: str | None = None
    led_elsewhere: bool = False
    after: int | None = None
    after_source: str | None = None
    meeting_of_three: bool = False


@dataclass(frozen=True, slots=True)
class PlanStart:
    """The beginning of a plan on `line`, all of it for client and adviser to change.

    `rhythm` names a length in weeks. `reports` names what the client reports, None where nothing
    is usual.
    """

    line: int
    rhythm: str
    source: str
    reports: str | None = None
