"""Lets an invented integration assessment have stages: held where it is over, else planned."""

from dataclasses import dataclass
from datetime import date
from random import Random

from teui.casework import stages
from teui.casework.desk import Desk
from teui.casework.fill.hands import MovingClock, Times, one_of
from teui.casework.fill.invented import Phrase
from teui.casework.stages import Field
from teui.practice.stage_model import Stage

_APART, _LEFT_OUT = (2, 6), 0.3
"""Working days between two stages; how often one that may be bought is left out."""


@dataclass(frozen=True, slots=True)
class Staging:
    """An assessment begun on `held_on` by the adviser at the desk.

    It has a die of its own, so that stages leave what happens to everybody else as it was.
    """

    desk: Desk
    clock: MovingClock
    times: Times
    random: Random
    assessment: str
    held_on: date
    service: str
    providers: tuple[Phrase, ...]
    results: tuple[Phrase, ...]


def in_stages(staging: Staging, *, finished: bool) -> None:
    """Every stage held on the day where it is `finished`; else the first, the others planned."""
    day = staging.held_on
    for stage in staging.desk.model.stages:
        if stage.may_be_bought and staging.random.random() < _LEFT_OUT:
            continue
        if finished or stage.is_interview:
            _save(staging, stage, "done_on", staging.held_on)
        else:
            day = staging.times.after(day, staging.random.randrange(*_APART))
            _save(staging, stage, "planned_on", day)
        if stage.may_be_bought:
            provider = one_of(staging.random, staging.providers)[staging.service]
            _save(staging, stage, "provider", provider)
            if finished:
                result = one_of(staging.random, staging.results)[staging.service]
                _save(staging, stage, "result", result)


def _save(staging: Staging, stage: Stage, field: Field, value: date | str) -> None:
    staging.clock.tick(staging.random)
    stages.save(staging.desk, staging.assessment, stage.id, field, value).result()
