"""What is done to a row of the plan besides its words: who leads a phase, and that it is done."""

from concurrent.futures import Future

from teui.casework.desk import Desk
from teui.casework.followups import refresh
from teui.casework.plan import change_plan
from teui.casework.plan_path import check_phase
from teui.casework.plan_values import UNSAVED, Writable
from teui.casework.plan_version import read_version
from teui.errors import TeuiError
from teui.followup.plan_rows import PLAN_ROWS, position_of
from teui.practice.model import PracticeModel
from teui.store.hot import case as hot
from teui.store.unit import Unit


def save_lead(desk: Desk, customership_uid: str, phase: str, lead: str) -> Future[None]:
    """Who leads a phase from now on: a code of the practice model, or words.

    What is left to reach in it is led by the same. From the future: TeuiError `plan_lead_empty`,
    `plan_phase_unknown`, `plan_needs_line`.
    """
    check_phase(desk.model, phase)
    provider = lead.strip()

    def write(unit: Unit, plan: Writable) -> None:
        if not provider:
            raise TeuiError("plan_lead_empty")
        rows = [row for row in plan.now.items if row.side == "path" and row.phase == phase]
        for row in rows:
            if row.done_on is None:
                unit.update("plan_item", row.uid, None, provider=provider)
        if not any(row.says_lead for row in rows):
            unit.insert(
                "plan_item",
                revision_uid=plan.now.uid,
                side="path",
                text="",
                phase=phase,
                provider=provider,
                position=plan.now.next_position,
            )

    return change_plan(desk, customership_uid, "plan_item_kept", write)


def mark_done(desk: Desk, customership_uid: str, uid: str, *, done: bool) -> Future[None]:
    """A row was done today, or is open again after all; its follow-up goes along.

    That something is done changes nothing that was agreed: no new version begins. From the
    future: TeuiError `plan_item_unknown`, `plan_not_begun` where nothing of the plan is stored.
    """
    model = desk.model

    def mark(unit: Unit) -> None:
        version = read_version(unit.connection, model, customership_uid, unit.today)
        meant = next((item for item in version.items if item.uid == uid), None)
        if uid.startswith(UNSAVED):
            raise TeuiError("plan_not_begun")
        if meant is None:
            raise TeuiError("plan_item_unknown")
        for revision in hot.revisions(unit.connection, customership_uid):
            if revision["plan_uid"] == version.plan_uid:
                _mark_in(unit, revision["uid"], meant.position, done=done)
        if not done:
            _reopen(unit, model, customership_uid, version.plan_uid, meant.position)
        refresh(unit, model, customership_uid)

    return desk.store.writer.submit("plan_item_done", mark)


def _mark_in(unit: Unit, revision: str, position: int, *, done: bool) -> None:
    """In every version: the one accepted is what follow-ups look at, the latest what is shown."""
    for item in hot.items(unit.connection, revision):
        if item["position"] == position and (item["done_on"] is None) == done:
            day = unit.today if done else None
            unit.update("plan_item", item["uid"], item["version"], done_on=day)


def _reopen(unit: Unit, model: PracticeModel, customership: str, plan: str, position: int) -> None:
    """What is done does not come back by itself; a row that is open after all is due again."""
    for row in hot.follow_ups(unit.connection, customership):
        is_about = row["subject_uid"] == plan and position_of(row["fact"]) == position
        if not is_about or row["state"] != "done":
            continue
        if model.follow_ups.rules[row["rule"]].opens in PLAN_ROWS:
            anew = {"state": "open", "closed_at": None}
            unit.update("follow_up", row["uid"], row["version"], **anew)
