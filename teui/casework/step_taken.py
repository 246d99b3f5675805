"""The plan knows what was done by its follow-ups: the row it was about is done too."""

from collections.abc import Iterator

from teui.casework.record_rows import item_of
from teui.followup.plan_rows import PLAN_ROWS, giving, position_of
from teui.followup.planned import services_for
from teui.practice.follow_model import FollowUpRule
from teui.practice.model import PracticeModel
from teui.store.driver import Row
from teui.store.hot import case as hot
from teui.store.unit import Unit


def take_step(unit: Unit, model: PracticeModel, row: Row) -> None:
    """Mark the rows of the plan done, today, that a follow-up done just now was about: a step, a
    milestone, or what gave a requirement its day."""
    rule = model.follow_ups.rules[row["rule"]]
    for revision in hot.revisions(unit.connection, row["customership_uid"]):
        items = [
            each for each in hot.items(unit.connection, revision["uid"]) if not each["removed"]
        ]
        about = set(_positions(model, rule, row, revision["plan_uid"], items))
        for item in items:
            if item["position"] in about and item["done_on"] is None:
                unit.update("plan_item", item["uid"], item["version"], done_on=unit.today)


def _positions(
    model: PracticeModel, rule: FollowUpRule, row: Row, plan: str, items: list[Row]
) -> Iterator[int]:
    position = position_of(row["fact"])
    if rule.opens in PLAN_ROWS and row["subject_uid"] == plan and position is not None:
        yield position
    elif rule.opens == "requirement":
        rows = tuple(map(item_of, items))
        given = giving(rows, row["fact"], services_for(model, row["fact"]))
        yield from (each.position for each in given)
