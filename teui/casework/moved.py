"""What an act has moved to other days, for the adviser to be told."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from teui.casework.wording import what
from teui.followup.reconcile import Changes
from teui.practice.texts import Texts


@dataclass(frozen=True, slots=True)
class Moved:
    """How many follow-ups have another day to act, and the nearest of them with its new one."""

    number: int
    nearest: date
    rule: str
    params: Mapping[str, str | int]


def moved_by(changes: Changes) -> Moved | None:
    """Those that stood already; None where all keep their days."""
    items = [item for stored, item in changes.move if stored.act_on != item.act_on]
    if not items:
        return None
    nearest = min(items, key=lambda item: (item.act_on, item.cause))
    return Moved(len(items), nearest.act_on, nearest.rule, nearest.params)


def said(t: Texts, moved: Moved) -> str:
    """The sentence that says so."""
    words = what(t, moved.rule, moved.params)
    return t.count("moved", moved.number, day=t.full_day(moved.nearest), what=words)
