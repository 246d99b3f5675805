"""Stages of an assessment that is held in stages, as frozen values."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of the integration assessment.

    `may_be_bought`: a provider may hold it for the office. `is_interview`: the initial interview,
    which the office always holds itself.
    """

    id: str
    source: str
    may_be_bought: bool = False
    is_interview: bool = False
