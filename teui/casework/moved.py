"""What an act has moved to other days, for the adviser to be told."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from teui.casework.wording import what
from teui.followup.reconcile import Changes
from teui.practice.model import PracticeModel
from teui.practice.texts import Texts

_REVIEW = "plan_review"


@dataclass(frozen=True, slots=True)
class Moved:
    """How many follow-ups have another day to act, and the nearest of them with its new one."""

    number: int
    nearest: date
    rule: str
    params: Mapping[str, str | int]


def moved_by(model: PracticeModel, changes: Changes) -> Moved | None:
    """Those that stood already; None where all keep their days.

    The review of a plan is of one version: accepting the next one closes it and opens another,
    which to the adviser is the same review on a new day.
    """
    items = [item for stored, item in changes.move if stored.act_on != item.act_on]
    rules = model.follow_ups.rules
    reviews = {
        (each.rule, each.subject): each.act_on
        for each in changes.done
        if each.rule in rules and rules[each.rule].opens == _REVIEW
    }
    items += [
        item
        for item in changes.open
        if reviews.get((item.rule, item.subject), item.act_on) != item.act_on
    ]
    if not items:
        return None
    nearest = min(items, key=lambda item: (item.act_on, item.cause))
    return Moved(len(items), nearest.act_on, nearest.rule, nearest.params)


def said(t: Texts, moved: Moved) -> str:
    """The sentence that says so."""
    words = what(t, moved.rule, moved.params)
    return t.count("moved", moved.number, day=t.full_day(moved.nearest), what=words)
