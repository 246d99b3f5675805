"""What a plan begins with on each line, from `plans.toml`."""

from collections.abc import Collection

from teui.practice.fields import Fields
from teui.practice.service_model import PlanStart


def read_plan_starts(top: Fields, in_weeks: Collection[str]) -> dict[int, PlanStart]:
    """The beginnings by line; `in_weeks` are the lengths that a rhythm may have.

    Raises `DataFault` naming file, key, what is wrong and the cure.
    """
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
    top.end()
    return found
