"""Job offers: made, followed to their outcome, taken out (S1 ch. 3, 4).

The program says what is missing and what speaks against an offer; the adviser decides.
"""

import re
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date

from teui.casework.desk import Desk
from teui.casework.followups import refresh
from teui.casework.offer_view import Need, Offer, OffersView, Stop, load, ready_now
from teui.errors import TeuiError
from teui.practice.days import show_day
from teui.practice.model import PracticeModel
from teui.practice.offer_model import BY
from teui.store.driver import Row
from teui.store.hot import offers as hot
from teui.store.unit import Unit

__all__ = [
    "Job",
    "Need",
    "Offer",
    "OffersView",
    "Outcome",
    "Stop",
    "change",
    "check_days",
    "check_outcome",
    "load",
    "make",
    "read_job",
    "set_outcome",
    "take_out",
]

_ISCO = re.compile(r"\d{4}", re.ASCII)
_NO_OUTCOME = dict.fromkeys(("outcome_on", "failed_reason", "failed_by"))


@dataclass(frozen=True, slots=True)
class Job:
    """What is offered. `apply_by` is the last day to apply, `note` a line of the adviser's own."""

    title: str
    isco: str | None = None
    employer: str | None = None
    is_short: bool = False
    offered_on: date | None = None
    apply_by: date | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """How far an offer has come; where it failed, why and whose reason that was.

    `day` is the one on which it became known, None for today.
    """

    state: str
    failed_by: str | None = None
    failed_reason: str | None = None
    words: str | None = None
    day: date | None = None


def read_job(typed: str) -> tuple[str, str | None]:
    """Title and ISCO-08 code of `cook / 5120`, the code of four digits or left out.

    Raises TeuiError `offer_title`, `offer_isco`.
    """
    title, _, isco = (part.strip() for part in typed.partition("/"))
    if not title:
        raise TeuiError("offer_title")
    if isco and not _ISCO.fullmatch(isco):
        raise TeuiError("offer_isco", typed=isco)
    return title, isco or None


def check_days(offered_on: date, apply_by: date | None, today: date) -> None:
    """Raises TeuiError `offer_to_come`, `offer_apply_early` where the days cannot be."""
    if offered_on > today:
        raise TeuiError("offer_to_come", day=show_day(offered_on))
    if apply_by is not None and apply_by < offered_on:
        raise TeuiError("offer_apply_early", day=show_day(apply_by), first=show_day(offered_on))


def make(
    desk: Desk,
    customership_uid: str,
    job: Job,
    *,
    consulted: bool = False,
    despite: str | None = None,
) -> Future[str]:
    """Offer a job; its uid. `consulted`: who answers for the client was asked first.

    What speaks against it is a soft stop: it is made with the reason `despite`. From the future:
    TeuiError `offer_title`, `offer_stopped` without that reason, `customership_ended`, those of
    `check_days`, StoreError `customership_unknown`.
    """
    model = desk.model

    def write(unit: Unit) -> str:
        ready = ready_now(unit.connection, model, customership_uid, unit.adviser, unit.today)
        row = hot.responsible(unit.connection, customership_uid)
        assert row is not None, customership_uid
        if row["ended_on"] is not None:
            ended = show_day(date.fromisoformat(row["ended_on"]))
            raise TeuiError("customership_ended", day=ended)
        against = [stop for stop in ready.stops if stop.kind != "consult" or not consulted]
        reason = (despite or "").strip() or None
        if against and reason is None:
            raise TeuiError("offer_stopped")
        uid = unit.insert(
            "job_offer",
            customership_uid=customership_uid,
            adviser_uid=unit.adviser,
            state=model.offers.first,
            consulted_uid=row["adviser_uid"] if consulted else None,
            despite=reason if against else None,
            **_columns(job, unit.today),
        )
        refresh(unit, model, customership_uid)
        return uid

    return desk.store.writer.submit("offer_made", write)


def change(desk: Desk, offer_uid: str, job: Job) -> Future[None]:
    """Say anew what is offered; from the future as `make`, and TeuiError `offer_unknown`."""

    def write(unit: Unit, row: Row) -> None:
        offered_on = job.offered_on or date.fromisoformat(row["offered_on"])
        unit.update("job_offer", offer_uid, None, **_columns(job, unit.today, offered_on))

    return _on(desk, offer_uid, "offer_changed", write)


def set_outcome(desk: Desk, offer_uid: str, outcome: Outcome) -> Future[None]:
    """Say how far it has come; an open state takes an outcome back.

    From the future: TeuiError `offer_unknown` and those of `check_outcome`.
    """
    model = desk.model

    def write(unit: Unit, row: Row) -> None:
        check_outcome(model, outcome)
        if model.offers.states[outcome.state].means == "open":
            unit.update("job_offer", offer_uid, None, state=outcome.state, **_NO_OUTCOME)
            return
        unit.update(
            "job_offer",
            offer_uid,
            None,
            state=outcome.state,
            outcome_on=outcome.day or unit.today,
            failed_reason=outcome.failed_reason,
            failed_by=outcome.failed_by,
            note=(outcome.words or "").strip() or row["note"],
        )

    return _on(desk, offer_uid, "offer_outcome", write)


def check_outcome(model: PracticeModel, outcome: Outcome) -> None:
    """Every offer that failed has a reason and whose it was.

    Raises TeuiError `offer_state_unknown`, `offer_reason_missing`, `offer_reason_words` where the
    reason wants to be said in words.
    """
    rules = model.offers
    if outcome.state not in rules.states:
        raise TeuiError("offer_state_unknown", state=outcome.state)
    if rules.states[outcome.state].means != "failed":
        return
    reason = rules.reasons.get(outcome.failed_reason or "")
    if reason is None or outcome.failed_by not in BY or outcome.failed_by not in reason.by:
        raise TeuiError("offer_reason_missing")
    if reason.is_typed and not (outcome.words or "").strip():
        raise TeuiError("offer_reason_words")


def take_out(desk: Desk, offer_uid: str) -> Future[None]:
    """Take out one that was never made; from the future TeuiError `offer_unknown`."""
    return _on(
        desk,
        offer_uid,
        "offer_taken_out",
        lambda unit, _: unit.update("job_offer", offer_uid, None, removed=1),
    )


def _on(
    desk: Desk, offer_uid: str, kind: str, write: Callable[[Unit, Row], object]
) -> Future[None]:
    model = desk.model

    def act(unit: Unit) -> None:
        row = hot.offer(unit.connection, offer_uid)
        if row is None or row["removed"]:
            raise TeuiError("offer_unknown")
        write(unit, row)
        refresh(unit, model, row["customership_uid"])

    return desk.store.writer.submit(kind, act)


def _columns(job: Job, today: date, offered_on: date | None = None) -> dict[str, object]:
    day = job.offered_on or offered_on or today
    check_days(day, job.apply_by, today)
    if not job.title.strip():
        raise TeuiError("offer_title")
    return {
        "title": job.title.strip(),
        "isco": job.isco,
        "employer": (job.employer or "").strip() or None,
        "is_short": job.is_short,
        "offered_on": day,
        "apply_by": job.apply_by,
        "note": (job.note or "").strip() or None,
    }
