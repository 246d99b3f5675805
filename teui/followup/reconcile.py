"""What has to change in the store so that it holds what should be open.

Done stays done, what the adviser dropped stays dropped, nothing is made twice for one cause, and
what an adviser has made by hand is left to be closed by hand.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from teui.followup.closing import closed_on
from teui.followup.derive import DueItem
from teui.followup.history import NO_LONGER, History, Stored
from teui.practice.follow_model import BY_HAND
from teui.practice.model import PracticeModel


@dataclass(frozen=True, slots=True)
class Changes:
    """`open` new ones; `move` standing ones to new days, owner or words, open again where they
    were put off; `reopen` ones that had lapsed; `done` those closed by a fact; `lapse` those
    whose cause is gone."""

    open: tuple[DueItem, ...] = ()
    move: tuple[tuple[Stored, DueItem], ...] = ()
    reopen: tuple[tuple[Stored, DueItem], ...] = ()
    done: tuple[Stored, ...] = ()
    lapse: tuple[Stored, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.open or self.move or self.reopen or self.done or self.lapse)


def reconcile(model: PracticeModel, history: History, wanted: Sequence[DueItem]) -> Changes:
    """Compare `wanted` with `history.stored`; after the changes are made it gives none."""
    standing = {stored.cause: stored for stored in history.stored}
    causes = {item.cause for item in wanted}
    known = [(standing[item.cause], item) for item in wanted if item.cause in standing]
    gone = [
        stored
        for stored in history.stored
        if stored.cause not in causes
        and stored.state in {"open", "snoozed"}
        and not _is_by_hand(model, stored)
    ]
    return Changes(
        open=tuple(item for item in wanted if item.cause not in standing),
        move=tuple(
            (stored, item)
            for stored, item in known
            if stored.state in {"open", "snoozed"} and _differs(stored, item)
        ),
        reopen=tuple((stored, item) for stored, item in known if _comes_back(model, stored)),
        done=tuple(stored for stored in gone if _closed(model, history, stored)),
        lapse=tuple(stored for stored in gone if not _closed(model, history, stored)),
    )


def _differs(stored: Stored, item: DueItem) -> bool:
    return (
        moved(stored, item)
        or (stored.window_from, stored.adviser, stored.team, stored.source)
        != (item.window_from, item.adviser, item.team, item.source)
        or dict(stored.params) != dict(item.params)
    )


def moved(stored: Stored, item: DueItem) -> bool:
    """Whether its days are other ones now; then a snooze no longer holds."""
    return (stored.due, stored.act_on) != (item.due, item.act_on)


def _comes_back(model: PracticeModel, stored: Stored) -> bool:
    if stored.state == "dropped" and stored.drop_reason == NO_LONGER:
        return True
    rule = model.follow_ups.rules[stored.rule]
    return rule.rolling and stored.state in {"done", "dropped"}


def _is_by_hand(model: PracticeModel, stored: Stored) -> bool:
    rule = model.follow_ups.rules.get(stored.rule)
    return rule is not None and rule.opens == BY_HAND


def _closed(model: PracticeModel, history: History, stored: Stored) -> bool:
    rule = model.follow_ups.rules.get(stored.rule)
    return rule is not None and closed_on(rule, history, stored.subject, stored.fact) is not None
