"""What differs between two versions of a plan: added, taken out, changed from what to what."""

from dataclasses import dataclass

from teui.casework.plan_values import PlanItem, Version

FIELDS = (
    "goal",
    "goal_isco",
    "review_on",
    "rhythm_weeks",
    "rhythm_channel",
    "contact_by",
    "next_contact_on",
    "reports",
)
"""What a version says besides its rows."""
ITEM_FIELDS = (
    "side",
    "text",
    "phase",
    "service",
    "provider",
    "requirement",
    "by_date",
    "done_on",
)


@dataclass(frozen=True, slots=True)
class ItemChange:
    """A row that is new (`before` None), taken out (`after` None) or says other things.

    `fields` are the ones of `ITEM_FIELDS` that differ, empty where one side is missing.
    """

    before: PlanItem | None
    after: PlanItem | None
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """`fields` are those of `FIELDS` that differ; `items` stand in the order of their places."""

    fields: tuple[str, ...] = ()
    items: tuple[ItemChange, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.fields or self.items)


def changes(before: Version, after: Version) -> Changes:
    """What `after` says other than `before`, row by row of the same place."""
    fields = tuple(name for name in FIELDS if getattr(before, name) != getattr(after, name))
    old = {item.position: item for item in before.items}
    new = {item.position: item for item in after.items}
    found = (_item(old.get(place), new.get(place)) for place in sorted(old.keys() | new.keys()))
    return Changes(fields, tuple(each for each in found if each is not None))


def _item(before: PlanItem | None, after: PlanItem | None) -> ItemChange | None:
    if before is None or after is None:
        return ItemChange(before, after)
    differing = tuple(name for name in ITEM_FIELDS if getattr(before, name) != getattr(after, name))
    return ItemChange(before, after, differing) if differing else None
