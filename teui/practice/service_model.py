"""Services of the catalogue, and what a plan begins with, as frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Service:
    """A service of the catalogue; it can be used on every line.

    `first_on` are the lines on which it is a first choice. `kind` is what it is by nature.
    `provider` is who provides it as a rule, None where that is the office itself.
    `led_elsewhere`: another authority leads it. `after` is the line put forward when it ends
    without work (`after_source` says so), None where that is the line that sent the client.
    `meeting_of_three`: it ends with a meeting of client, school and office. `reassessed`: after it
    the need of service is assessed anew where the client has no work.
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
    reassessed: bool = False


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


@dataclass(frozen=True, slots=True)
class PathPhase:
    """A phase of the path of `line`: `lead` is who leads it until a plan says another."""

    line: int
    id: str
    lead: str
    source: str


@dataclass(frozen=True, slots=True)
class Duty:
    """What stands for client or service without being agreed; `lines` None: on every line."""

    id: str
    side: Literal["client", "office"]
    source: str
    lines: frozenset[int] | None = None


@dataclass(frozen=True, slots=True)
class PlanFrame:
    """What plans are made in: what they begin with by line, the path's phases, and the duties.

    `leads` are the codes of those who may lead a phase. Models kept from before have none of it.
    """

    starts: Mapping[int, PlanStart] = field(default_factory=dict)
    leads: tuple[str, ...] = ()
    phases: tuple[PathPhase, ...] = ()
    duties: tuple[Duty, ...] = ()

    def lead(self, line: int | None, phase: str) -> str | None:
        """Who leads a phase of a line's path as a rule."""
        named = (each.lead for each in self.phases if (each.line, each.id) == (line, phase))
        return next(named, None)

    def duties_of(self, side: str, line: int | None) -> tuple[Duty, ...]:
        """The duties of one side on a line, in the order of the file."""
        return tuple(
            each
            for each in self.duties
            if each.side == side and (each.lines is None or line in each.lines)
        )
