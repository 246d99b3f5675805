"""Brings all follow-ups in step with the office's numbers, in small acts that can be broken off.

The numbers that all follow-ups were last counted with are kept beside the numbers themselves.
Where the two differ, by a change, an undo, or because the program ended too early, there is work.
"""

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import TYPE_CHECKING

from teui.casework.desk import Desk
from teui.store.driver import Connection
from teui.store.hot import office as hot
from teui.store.unit import Unit
from teui.store.values import json_text

if TYPE_CHECKING:
    from teui.practice.follow_model import FollowUps
    from teui.practice.model import PracticeModel

COUNTED = "office.counted"
_PART = 5
_NONE = "[]"
_OPEN = "SELECT uid FROM customership WHERE ended_on IS NULL ORDER BY id"


@dataclass(frozen=True, slots=True)
class Recount:
    """The job searches that are open, in parts small enough to wait for; `numbers` as they stand
    while they are counted, `before` what the store then had as counted with."""

    numbers: str
    before: str
    parts: tuple[tuple[str, ...], ...]

    @property
    def total(self) -> int:
        return sum(map(len, self.parts))


def needed(desk: Desk) -> Recount | None:
    """What is to be counted anew; None where all follow-ups are in step."""
    connection = desk.store.read()
    numbers, before = _numbers(desk), _counted(connection)
    if numbers == before:
        return None
    uids = [row["uid"] for row in connection.execute(_OPEN).fetchall()]
    parts = [tuple(uids[at : at + _PART]) for at in range(0, len(uids), _PART)]
    return Recount(numbers, before, tuple(parts))


def count(desk: Desk, customerships: Sequence[str]) -> Future[None]:
    """Bring the follow-ups of these in step; one act, or none where nothing moves.

    From the future the error of the first that cannot be read; then none of them is changed.
    """
    from teui.casework.followups import refresh

    model = desk.model

    def write(unit: Unit) -> None:
        for uid in customerships:
            refresh(unit, model, uid)

    return desk.store.writer.submit("follow_ups_recounted", write)


def finish(desk: Desk, recount: Recount) -> Future[None]:
    """All are in step with the numbers that it was made for; not so once one was set meanwhile."""

    def write(unit: Unit) -> None:
        if _counted(unit.connection) == recount.before:
            _note(unit, recount.numbers)

    return desk.store.writer.submit("office_counted", write)


def will_be_needed(unit: Unit, model: "PracticeModel", length_id: str) -> None:
    """A number is being set. Though it be set back soon, some may be counted with it by then."""
    if length_id not in _not_counted_with(model.follow_ups):
        _note(unit, unit.new_uid())


def _note(unit: Unit, counted: str) -> None:
    row = hot.setting(unit.connection, COUNTED)
    uid = row["uid"] if row else unit.insert("setting", key=COUNTED, value=_NONE)
    unit.overwrite("setting", uid, value=counted)


def _counted(connection: Connection) -> str:
    row = hot.setting(connection, COUNTED)
    return row["value"] if row else _NONE


def _numbers(desk: Desk) -> str:
    """The office's numbers that follow-ups are counted with."""
    kept = desk.learn_numbers()
    if not kept:
        return _NONE
    apart = _not_counted_with(desk.model.follow_ups)
    return json_text([each for each in kept if each[0] not in apart])


def _not_counted_with(rules: "FollowUps") -> frozenset[str]:
    """What Today's page and a new plan look at, and no follow-up does."""
    used = {rules.undated}
    for rule in rules.rules.values():
        used.update((*rule.length_by_line.values(), *rule.length_by_kind.values()))
        used.update(name for name in (rule.length, rule.window) if name is not None)
    return frozenset({rules.horizon, rules.plan_review} - used)
