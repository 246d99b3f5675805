"""Offers work to some of the invented clients: applied for, got, or not led to work for a reason.

It comes after everything else and has a die of its own, so that who the clients are and what
happened to them stays as it was.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from teui.casework import offers
from teui.casework.desk import Desk
from teui.casework.fill.hands import MovingClock, Times, between, one_of
from teui.casework.fill.invented import Phrase
from teui.casework.offers import Job, Outcome
from teui.practice.offer_model import BY

_OFFERED, _MOST = 0.5, 5
_OPEN_FOR, _KNOWN_AFTER = (7, 21), (1, 5)
"""Days in which one applies; days from then until the outcome is known."""
_HIRED, _UNKNOWN, _INTERVIEW = 0.05, 0.15, 0.3


@dataclass(frozen=True, slots=True)
class Sought:
    """A client with a plan since `since`: what work is sought, in the words of the service."""

    customership: str
    since: date
    title: str
    isco: str
    service: str


@dataclass(frozen=True, slots=True)
class Offering:
    """Whose hands offer, with which invented names."""

    desk: Desk
    clock: MovingClock
    times: Times
    random: Random
    employers: tuple[Phrase, ...]
    despite: tuple[Phrase, ...]


def offer_work(offering: Offering, sought: Sought) -> None:
    """What was offered since the plan, written down on the last day before today."""
    random, last = offering.random, offering.times.last
    if sought.since >= last or random.random() >= _OFFERED:
        return
    offering.clock.begin(last, random)
    span = (last - sought.since).days
    days = sorted(random.randrange(span) for _ in range(random.randint(1, _MOST)))
    for ahead in days:
        day = sought.since + timedelta(days=ahead)
        if _make(offering, sought, offering.times.working(day)):
            return


def _make(offering: Offering, sought: Sought, day: date) -> bool:
    """One offer with what came of it; whether the client was hired."""
    random, last = offering.random, offering.times.last
    day = min(day, last)
    job = Job(
        title=sought.title,
        isco=sought.isco,
        employer=one_of(random, offering.employers)[sought.service],
        offered_on=day,
        apply_by=offering.times.working(day + timedelta(days=between(random, _OPEN_FOR))),
    )
    assert job.apply_by is not None
    why = one_of(random, offering.despite)[sought.service]
    offering.clock.tick(random)
    uid = offers.make(offering.desk, sought.customership, job, despite=why).result()
    known = offering.times.working(job.apply_by + timedelta(days=between(random, _KNOWN_AFTER)))
    outcome = _outcome(offering, known if known <= last else None)
    if outcome is None:
        return False
    offering.clock.tick(random)
    offers.set_outcome(offering.desk, uid, outcome).result()
    return offering.desk.model.offers.states[outcome.state].means == "hired"


def _outcome(offering: Offering, known: date | None) -> Outcome | None:
    """What came of it by the day on which it was `known`; None where nobody has heard yet."""
    random, rules = offering.random, offering.desk.model.offers
    by_meaning = {
        meaning: [state.id for state in rules.states.values() if state.means == meaning]
        for meaning in ("open", "hired", "failed")
    }
    fate = random.random()
    if known is None or fate < _UNKNOWN:
        *_, last = by_meaning["open"]
        turned = by_meaning["open"][1:2] if fate >= _INTERVIEW else [last]
        return Outcome(turned[0]) if turned and random.random() < 0.5 else None
    if fate > 1 - _HIRED:
        return Outcome(by_meaning["hired"][0], day=known)
    by = one_of(random, BY)
    # What is said in words would have to be invented for each.
    reasons = [reason.id for reason in rules.reasons_by(by) if not reason.is_typed]
    return Outcome(by_meaning["failed"][0], by, one_of(random, reasons), day=known)
