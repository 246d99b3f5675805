"""Reads and checks `lines.toml`: what each service line is to the client and to the service."""

from collections.abc import Collection, Iterable
from typing import Literal, cast

from teui.practice.fields import Fields
from teui.practice.model import Outcome, Step
from teui.practice.service_line import CARD, ServiceLine

RESPONSIBILITIES = frozenset({"team", "adviser"})


def read_lines(
    file: Fields,
    outcomes: Iterable[Outcome],
    channels: Collection[str],
    phases: Iterable[Step],
) -> dict[int, ServiceLine]:
    """The lines by number, each with the outcome that leads to it and some of the `channels`.

    Every line of the outcomes has its entry, and its path holds every phase that a client may
    start in. Raises `DataFault`.
    """
    leads = {str(each.line): each.id for each in outcomes if each.line is not None}
    tables = file.table("line")
    for number in leads:
        if not tables.has(number):
            raise tables.fault(number, "it is missing.", f"Add [line.{number}] with its fields.")
    steps = tuple(phases)
    lines = {}
    for number in tables.names():
        table = tables.table(number)
        if number not in leads:
            raise tables.fault(number, "no outcome has this line.", "Correct the number.")
        starts = [step.id for step in steps if step.outcome == leads[number]]
        lines[int(number)] = _line(table, int(number), leads[number], channels, starts)
    file.end()
    return lines


def lines_before_cards(
    outcomes: Iterable[Outcome], phases: Iterable[Step], team_lines: Collection[int]
) -> dict[int, ServiceLine]:
    """The lines of a kept model from before `lines.toml`: without cards, channels or sources."""
    steps = tuple(phases)
    return {
        each.line: ServiceLine(
            each.line,
            each.id,
            "team" if each.line in team_lines else "adviser",
            phases=tuple(step.id for step in steps if step.outcome == each.id),
        )
        for each in outcomes
        if each.line is not None
    }


def _line(
    table: Fields, number: int, outcome: str, channels: Collection[str], starts: Iterable[str]
) -> ServiceLine:
    sources = table.table("source")
    line = ServiceLine(
        number,
        outcome,
        cast("Literal['team', 'adviser']", table.one_of("responsibility", RESPONSIBILITIES)),
        table.texts("channels", channels),
        table.texts("phases"),
        {part: sources.text(part) for part in CARD},
    )
    if not line.channels:
        raise table.fault("channels", "it is missing or empty.", "Name a channel.")
    for start in starts:
        if start not in line.phases:
            problem = f"“{start}” is not in it, and outcomes.toml starts clients there."
            raise table.fault("phases", problem, "Add it, in the order of the path.")
    sources.end()
    table.end()
    return line
