"""`told.toml`: what the client must be told, per outcome and line."""

from teui.practice.fields import Fields
from teui.practice.model import Outcome, ToldItem
from teui.practice.rules import assessment_of, outcomes_under


def read_told(file: Fields, outcomes: tuple[Outcome, ...]) -> tuple[ToldItem, ...]:
    """The checklist in the order of telling; raises `DataFault`."""
    found: dict[str, ToldItem] = {}
    for table in file.tables("item"):
        item = ToldItem(
            table.id(found),
            outcomes_under(table, outcomes),
            table.text("source"),
            assessment_of(table),
        )
        table.end()
        found[item.id] = item
    file.end()
    return tuple(found.values())
