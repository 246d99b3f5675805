"""A service line as a frozen value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

CARD = (
    "aim",
    "promise",
    "hopes",
    "fears",
    "manner",
    "channels",
    "responsibility",
    "partners",
)
"""The parts of a line's card, worded `line.<number>.<part>`."""


@dataclass(frozen=True, slots=True)
class ServiceLine:
    """A service line: the outcome that leads to it, and what it is (S0 6.3, 7.2; S1 ch. 3-5).

    `responsibility`: the team answers for its clients together, or a named adviser. `channels` are
    codes, the one used most first; `phases` the path of its plans, in order. `sources` says where
    each part of the card comes from; empty for a model from before the cards.
    """

    number: int
    outcome: str
    responsibility: Literal["team", "adviser"]
    channels: tuple[str, ...] = ()
    phases: tuple[str, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)
