"""How services, work beside the job search and a business of one's own go on, as frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Result:
    """What a client comes out of a service with; `without_work`: a line is put forward."""

    id: str
    source: str
    without_work: bool = False


@dataclass(frozen=True, slots=True)
class EndReason:
    """Why a service was broken off; `result` is the one that goes with it."""

    id: str
    result: str
    source: str


@dataclass(frozen=True, slots=True)
class NextStep:
    """What may follow a service. `after` are the facts after which it is put forward.

    A fact is a result, `need_changed`, `other_line`: the line put forward is another one than the
    client's present one, or `reassessed`: a service after which the need is assessed anew.
    """

    id: str
    after: frozenset[str]
    source: str


@dataclass(frozen=True, slots=True)
class WorkNeed:
    """How the need of service is judged at the end of work; `changed`: a reassessment follows."""

    id: str
    source: str
    changed: bool = False


@dataclass(frozen=True, slots=True)
class ServiceLife:
    """The codes of the practice model for what goes on between decision and end.

    `judgements` say how the aim was met, `judged` where that is written, `returns` where it is
    that a client comes back to the line that sent him or her. `work_kinds` is work that leaves the
    job search valid (`work_source`), `business_steps` the way to a business of one's own, each
    with its source, `raised` what is talked about on it.
    """

    judgements: tuple[str, ...] = ()
    judged: str = ""
    returns: str = ""
    results: Mapping[str, Result] = field(default_factory=dict)
    end_reasons: Mapping[str, EndReason] = field(default_factory=dict)
    next_steps: Mapping[str, NextStep] = field(default_factory=dict)
    work_kinds: tuple[str, ...] = ()
    work_source: str = ""
    work_needs: Mapping[str, WorkNeed] = field(default_factory=dict)
    business_steps: Mapping[str, str] = field(default_factory=dict)
    raised: tuple[str, ...] = ()
    raised_source: str = ""
