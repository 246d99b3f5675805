"""Histories for the tests, written with the few facts that a case is about."""

from dataclasses import replace
from datetime import date

from tests.followup.days import day
from teui.followup.derive import DueItem, derive
from teui.followup.history import Decision, Held, History, Required, Stored
from teui.followup.reconcile import Changes, moved
from teui.practice.load import load_model

MODEL = load_model()
LINES = {"line_1": 1, "line_2": 2, "line_3": 3}


def history(start: str, **facts: object) -> History:
    """A customership of adviser `lind` in team `north`."""
    base = History("case", day(start), "lind", "north")
    return replace(base, **facts)  # type: ignore[arg-type]


def decided(start: str, on: str, outcome: str, **facts: object) -> History:
    """The same after an interview held and decided on one day."""
    held = (Held("first", "first", day(on)),)
    decision = Decision(outcome, LINES.get(outcome), day(on))
    return history(start, **{"held": held, "decision": decision, **facts})


def required(name: str, due: str | None = None, source: str = "S1 ch. 2") -> Required:
    return Required(name, day(due) if due else None, source)


def one(of: History, rule: str, today: date | None = None) -> DueItem:
    """The only item of a rule."""
    [item] = [item for item in derive(MODEL, of, today or of.start) if item.rule == rule]
    return item


def rules(of: History, today: date | None = None) -> list[str]:
    return [item.rule for item in derive(MODEL, of, today or of.start)]


def stored(item: DueItem, number: int = 1) -> Stored:
    """The row that an item becomes."""
    return Stored(
        uid=f"f{number}",
        rule=item.rule,
        subject=item.subject,
        fact=item.fact,
        state="open",
        window_from=item.window_from,
        due=item.due,
        act_on=item.act_on,
        adviser=item.adviser,
        team=item.team,
        params=item.params,
        source=item.source,
        version=1,
    )


def apply(of: History, changes: Changes) -> History:
    """The history after the changes were written, as casework writes them."""
    rows = {row.cause: row for row in of.stored}
    for item in changes.open:
        rows[item.cause] = stored(item, len(rows) + 1)
    for row, item in (*changes.move, *changes.reopen):
        state = row.state if row.state == "snoozed" and not moved(row, item) else "open"
        rows[row.cause] = replace(stored(item), uid=row.uid, version=row.version + 1, state=state)
    for row in changes.done:
        rows[row.cause] = replace(row, state="done", version=row.version + 1)
    for row in changes.lapse:
        rows[row.cause] = replace(
            row, state="dropped", drop_reason="no_longer", version=row.version + 1
        )
    return replace(of, stored=tuple(rows.values()))
