"""What a plan begins with on each line, its path and its duties, from `plans.toml`."""

from collections.abc import Collection
from typing import Literal, cast

from teui.practice.fields import Fields
from teui.practice.service_model import Duty, PathPhase, PlanFrame, PlanStart

_SIDES = frozenset({"client", "office"})


def read_plans(top: Fields, in_weeks: Collection[str]) -> PlanFrame:
    """All that the file says; `in_weeks` are the lengths that a rhythm may have.

    Raises `DataFault` naming file, key, what is wrong and the cure.
    """
    leads = top.texts("leads")
    frame = PlanFrame(_starts(top, in_weeks), leads, _phases(top, leads), _duties(top))
    top.end()
    return frame


def _starts(top: Fields, in_weeks: Collection[str]) -> dict[int, PlanStart]:
    found: dict[int, PlanStart] = {}
    for table in top.tables("line"):
        line = table.number("number")
        if line in found:
            raise table.fault("number", f"line {line} stands here twice.", "Leave one.")
        found[line] = PlanStart(
            line=line,
            rhythm=table.one_of("rhythm", in_weeks),
            source=table.text("source"),
            reports=table.text_or_none("reports"),
        )
        table.end()
    return found


def _phases(top: Fields, leads: Collection[str]) -> tuple[PathPhase, ...]:
    found: list[PathPhase] = []
    for table in top.tables("phase"):
        line = table.number("line")
        taken = [each.id for each in found if each.line == line]
        phase = PathPhase(
            line, table.id(taken), table.one_of("lead", leads), source=table.text("source")
        )
        table.end()
        found.append(phase)
    return tuple(found)


def _duties(top: Fields) -> tuple[Duty, ...]:
    found: dict[str, Duty] = {}
    for table in top.tables("duty"):
        duty = Duty(
            table.id(found),
            cast("Literal['client', 'office']", table.one_of("side", _SIDES)),
            table.text("source"),
            table.numbers("lines") if table.has("lines") else None,
        )
        table.end()
        found[duty.id] = duty
    return tuple(found.values())
