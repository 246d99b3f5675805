"""Job offers of a practice model, as frozen values: readiness, stops, how they end and why."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from teui.practice.question_model import Condition

By = Literal["client", "employer"]
BY: tuple[By, ...] = ("client", "employer")
"""Whose reason it can be that an offer failed."""
Meaning = Literal["open", "hired", "failed"]


@dataclass(frozen=True, slots=True)
class OfferState:
    """How far an offer has come, and what that means."""

    id: str
    means: Meaning


@dataclass(frozen=True, slots=True)
class FailedReason:
    """Why an offer failed: `by` whose reason it can be, `points_to` the needs it is a sign of.

    `is_typed`: it wants words of the adviser's own.
    """

    id: str
    by: frozenset[By]
    points_to: frozenset[str]
    source: str
    is_typed: bool = False


@dataclass(frozen=True, slots=True)
class OfferRules:
    """What a practice model says of job offers; one kept from before them says nothing.

    `ready` are the questions whose answers an offer needs, `stop_kinds` the kinds of service in
    whose middle none is made, `consult` the lines on which the responsible adviser is asked first.
    `short` is when only short work is offered, until the date that answers `short_until`. `needs`
    are put forward once so many offers have failed as the length `several` says; each has the
    services of the catalogue that answer it. `sources` are of the parts `ready`, `stop`, `short`
    and `needs`.
    """

    ready: tuple[str, ...] = ()
    stop_kinds: frozenset[str] = frozenset()
    consult: frozenset[int] = frozenset()
    short: Condition | None = None
    short_until: str | None = None
    states: Mapping[str, OfferState] = field(default_factory=dict)
    needs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    several: str | None = None
    reasons: Mapping[str, FailedReason] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)

    @property
    def first(self) -> str:
        """The state in which an offer begins."""
        return next(iter(self.states))

    def cited(self) -> Iterator[tuple[str, str]]:
        """Where its file cites a source, and which."""
        yield from ((f"{part}.source", source) for part, source in self.sources.items())
        yield from ((f"reason {each.id}.source", each.source) for each in self.reasons.values())

    def reasons_by(self, by: str) -> tuple[FailedReason, ...]:
        """The reasons that client or employer can have."""
        return tuple(reason for reason in self.reasons.values() if by in reason.by)
