"""Follow-ups: kept in step with the record, and done, put off or dropped by the adviser."""

from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from teui.casework.desk import Desk
from teui.casework.handed import take_note_of
from teui.casework.moved import Moved, moved_by
from teui.casework.promised import promise_of, put_down
from teui.casework.record import read_record
from teui.casework.step_taken import take_step
from teui.errors import StoreError, TeuiError
from teui.followup.derive import DueItem, derive
from teui.followup.history import NO_LONGER
from teui.followup.reconcile import moved, reconcile
from teui.practice.days import show_day
from teui.practice.model import PracticeModel
from teui.practice.reads import questions_in, with_what_they_hang_on
from teui.store.driver import Row
from teui.store.hot import case as hot
from teui.store.hot import stages as stages_hot
from teui.store.unit import Unit

_CONTACT = "reached_contact"
_CHANNEL = "channel"
_HANDOVER = "handover"


@dataclass(frozen=True, slots=True)
class ContactDone:
    """A contact as it went: kind, channel and outcome among the practice model's, a line of one's
    own. A `next_step` that begins with `!` or names a day becomes a follow-up.
    """

    kind: str
    channel: str
    reached: bool
    note: str | None = None
    outcome: str | None = None
    next_step: str | None = None


def refresh(unit: Unit, model: PracticeModel, customership_uid: str) -> Moved | None:
    """Bring the follow-ups of a customership in step with its record; changes nothing twice.

    Returns what it moved to other days, None for nothing.

    Called at the end of every act that touches a customership, on the state it leaves.
    """
    record = read_record(unit.connection, model, customership_uid, unit.today)
    changes = reconcile(model, record.history, derive(model, record.history, unit.today))
    for item in changes.open:
        unit.insert(
            "follow_up",
            cause=item.cause,
            rule=item.rule,
            subject_uid=item.subject,
            fact=item.fact,
            client_uid=record.client,
            customership_uid=customership_uid,
            state="open",
            **_columns(item),
        )
    for row, item in changes.move:
        anew = {"state": "open", "snoozed_to": None} if moved(row, item) else {}
        unit.update("follow_up", row.uid, row.version, **_columns(item), **anew)
    for row, item in changes.reopen:
        anew = {"state": "open", "snoozed_to": None, "drop_reason": None, "closed_at": None}
        unit.update("follow_up", row.uid, row.version, **_columns(item), **anew)
    for row in changes.done:
        unit.update("follow_up", row.uid, row.version, state="done", closed_at=unit.now)
    for row in changes.lapse:
        lapsed = {"state": "dropped", "drop_reason": NO_LONGER, "closed_at": unit.now}
        unit.update("follow_up", row.uid, row.version, **lapsed)
    return moved_by(model, changes)


@lru_cache(maxsize=8)
def early_questions(model: PracticeModel) -> frozenset[str]:
    """The questions whose answers may raise a requirement before a decision: refresh after them."""
    rules = [each for each in model.requirements if each.id in model.follow_ups.early]
    conditions = [model.integration, *(rule.when for rule in rules)]
    conditions += [outcome.gate for outcome in model.outcomes if outcome.gate is not None]
    read = {question for condition in conditions for question in questions_in(condition)}
    read.update(name for rule in rules if rule.due for name in rule.due.after)
    return with_what_they_hang_on(read & model.questions.keys(), model.questions)


def is_contact(desk: Desk, rule: str) -> bool:
    """Whether it is done by a contact: then `done` needs one, and only a reached one closes it."""
    return _CONTACT in desk.model.follow_ups.rules[rule].closes


def likely_contact(desk: Desk, rule: str, params: Mapping[str, object]) -> ContactDone:
    """The contact by which a follow-up is mostly done: its rule's kind, the channel agreed."""
    rules = desk.model.follow_ups
    kind = rules.rules[rule].contact or rules.contact_kinds[0]
    agreed = params.get(_CHANNEL)
    return ContactDone(kind, str(agreed) if agreed in rules.channels else rules.channels[0], True)


def offered(desk: Desk, rule: str, line: int | None) -> str | None:
    """What is put forward once a follow-up of the rule is done; the plan only on a line."""
    offers = desk.model.follow_ups.rules[rule].offers
    return next((offer for offer in offers if line is not None or offer != "plan"), None)


def done(desk: Desk, follow_up_uid: str, contact: ContactDone | None) -> Future[None]:
    """Mark it done; of a contact what was done is recorded, and only a reached one closes it.

    From the future: TeuiError `follow_up_closed` where it is no longer open, `contact_needed`
    where it is done by a contact, StoreError `follow_up_unknown`, those of `promise_of`.
    """
    model = desk.model

    def mark(unit: Unit) -> None:
        row = _standing(unit, follow_up_uid)
        rule = model.follow_ups.rules[row["rule"]]
        if contact is None and _CONTACT in rule.closes:
            raise TeuiError("contact_needed")
        if contact is not None:
            record_contact(unit, model, row["customership_uid"], contact, follow_up_uid)
        if not rule.rolling and (contact is None or contact.reached):
            unit.update(
                "follow_up", follow_up_uid, row["version"], state="done", closed_at=unit.now
            )
            take_step(unit, model, row)
            if rule.opens == "assessment_stage":
                _stage_held(unit, row)
            if rule.opens == _HANDOVER:
                take_note_of(unit, row["customership_uid"], row["subject_uid"])
        refresh(unit, model, row["customership_uid"])

    return desk.store.writer.submit("follow_up_done", mark)


def record_contact(
    unit: Unit,
    model: PracticeModel,
    customership_uid: str,
    contact: ContactDone,
    follow_up_uid: str | None = None,
) -> str:
    """Write down a contact of today with what it promises; its uid. The act goes on to `refresh`.

    Raises TeuiError `contact_outcome` for one that cannot have come of it, those of `promise_of`.
    """
    fitting = model.follow_ups.outcomes_of(reached=contact.reached)
    if contact.outcome is not None and contact.outcome not in fitting:
        raise TeuiError("contact_outcome")
    step = (contact.next_step or "").strip()
    promise = promise_of(step, unit.today) if step else None
    if promise is not None:
        put_down(unit, model, customership_uid, promise.text, promise.day)
    return unit.insert(
        "contact",
        customership_uid=customership_uid,
        kind=contact.kind,
        channel=contact.channel,
        reached=contact.reached,
        at=unit.now,
        day=unit.today,
        adviser_uid=unit.adviser,
        follow_up_uid=follow_up_uid,
        outcome=contact.outcome,
        next_step=step or None,
        note=(contact.note or "").strip() or None,
    )


def snooze(desk: Desk, follow_up_uid: str, day: date) -> Future[None]:
    """Put it off until a day after today; raises TeuiError `snooze_not_later` from the future."""
    model = desk.model

    def put_off(unit: Unit) -> None:
        row = _standing(unit, follow_up_uid)
        if day <= unit.today:
            raise TeuiError("snooze_not_later", day=show_day(day))
        unit.update("follow_up", follow_up_uid, row["version"], state="snoozed", snoozed_to=day)
        refresh(unit, model, row["customership_uid"])

    return desk.store.writer.submit("follow_up_snoozed", put_off)


def drop(desk: Desk, follow_up_uid: str, reason: str, note: str = "") -> Future[None]:
    """Take it off the list for a reason of the practice model, some with a note in words.

    From the future: TeuiError `drop_rolling` for the one that keeps a client on a line from being
    forgotten; it is put off, or ends with the customership. `handover_not_dropped`: a receiver
    cannot refuse (S1 ch. 6). `drop_reason_unknown`, and `drop_note_missing` where the reason wants
    words.
    """
    model = desk.model

    def take_off(unit: Unit) -> None:
        row = _standing(unit, follow_up_uid)
        if model.follow_ups.rules[row["rule"]].rolling:
            raise TeuiError("drop_rolling")
        if model.follow_ups.rules[row["rule"]].opens == _HANDOVER:
            raise TeuiError("handover_not_dropped")
        if reason not in model.follow_ups.drop_reasons:
            raise TeuiError("drop_reason_unknown", reason=reason)
        if reason in model.follow_ups.drop_typed and not note.strip():
            raise TeuiError("drop_note_missing")
        unit.update(
            "follow_up",
            follow_up_uid,
            row["version"],
            state="dropped",
            drop_reason=reason,
            drop_note=note.strip() or None,
            closed_at=unit.now,
        )
        refresh(unit, model, row["customership_uid"])

    return desk.store.writer.submit("follow_up_dropped", take_off)


def _columns(item: DueItem) -> dict[str, object]:
    return {
        "adviser_uid": item.adviser,
        "team_uid": item.team,
        "window_from": item.window_from,
        "due": item.due,
        "act_on": item.act_on,
        "params": dict(item.params),
        "source": item.source,
    }


def _standing(unit: Unit, uid: str) -> Row:
    row = hot.follow_up(unit.connection, uid)
    if row is None:
        raise StoreError("follow_up_unknown", follow_up=uid)
    if row["state"] not in {"open", "snoozed"}:
        raise TeuiError("follow_up_closed")
    return row


def _stage_held(unit: Unit, row: Row) -> None:
    """The stage was held today; in an assessment that is completed it stays as it is."""
    assessment = hot.assessment(unit.connection, row["subject_uid"])
    if assessment is None or assessment["state"] != "draft":
        return
    for stage in stages_hot.of_assessment(unit.connection, assessment["uid"]):
        if stage["stage"] == row["fact"] and stage["done_on"] is None:
            unit.update("assessment_stage", stage["uid"], stage["version"], done_on=unit.today)
