"""What the client must be told: what holds under every outcome that is still possible."""

from collections.abc import Collection

from teui.practice.model import PracticeModel, ToldItem


def to_be_told(
    model: PracticeModel, outcomes: Collection[str], assessment: str | None
) -> tuple[ToldItem, ...]:
    """The items that hold whichever of `outcomes` comes, in the order of telling.

    `assessment` is the one held, `general` or `integration`, None while it is unknown.
    """
    return tuple(
        item
        for item in model.told
        if item.under.issuperset(outcomes) and item.assessment in (None, assessment)
    )
