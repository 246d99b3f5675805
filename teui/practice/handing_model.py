"""How a client goes from hand to hand, and how a customership ends, as frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class TransitionReason:
    """A reason of kind: the service approach that the client needs has changed (S1 ch. 6).

    Put forward between a line of `leaving` and one of `to`.
    """

    id: str
    leaving: frozenset[int]
    to: frozenset[int]
    source: str

    def fits(self, leaving: int, to: int) -> bool:
        return leaving in self.leaving and to in self.to


@dataclass(frozen=True, slots=True)
class Hint:
    """What the documents say of leaving one of the lines `on`."""

    id: str
    on: frozenset[int]
    source: str


@dataclass(frozen=True, slots=True)
class EndReason:
    """Why a customership ends, or where `ends` is False why it does not.

    `receiver`: it asks who takes the client on; from the lines `agreed_on` that is agreed with
    client and receiver. `typed`: it wants words.
    """

    id: str
    source: str
    ends: bool = True
    receiver: bool = False
    agreed_on: frozenset[int] = frozenset()
    typed: bool = False

    def asks_agreement(self, line: int | None) -> bool:
        return line is not None and line in self.agreed_on


@dataclass(frozen=True, slots=True)
class Load:
    """The indicative number of clients of an adviser on a line; `source` as cited."""

    line: int
    clients: int
    source: str


@dataclass(frozen=True, slots=True)
class HandingRules:
    """`background`: what may be noted beside a reason of a transition, never as the only one.

    `fields`: the specialists who are consulted; `matters`: what a labour-policy statement is
    about; `feedback`: what the client thinks of the service at its end. All empty in a model kept
    from before them.
    """

    reasons: Mapping[str, TransitionReason] = field(default_factory=dict)
    background: tuple[str, ...] = ()
    hints: tuple[Hint, ...] = ()
    fields: tuple[str, ...] = ()
    matters: tuple[str, ...] = ()
    endings: Mapping[str, EndReason] = field(default_factory=dict)
    feedback: tuple[str, ...] = ()
    loads: Mapping[int, Load] = field(default_factory=dict)
    sources: tuple[str, ...] = ()
    """Those of the lists that have one source together."""

    def between(self, leaving: int, to: int) -> tuple[TransitionReason, ...]:
        """The reasons of kind that are put forward from one line to another."""
        return tuple(each for each in self.reasons.values() if each.fits(leaving, to))

    def hints_on(self, line: int) -> tuple[Hint, ...]:
        return tuple(each for each in self.hints if line in each.on)

    @property
    def cited(self) -> tuple[str, ...]:
        """Every source that it names."""
        return (
            *self.sources,
            *(each.source for each in self.reasons.values()),
            *(each.source for each in self.hints),
            *(each.source for each in self.endings.values()),
            *(each.source for each in self.loads.values()),
        )
