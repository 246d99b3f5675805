"""Fills a demo or test store with invented clients, through the same casework that a person uses.

The same seed, on the same day and into the same store, makes the same rows, uids included: time
and randomness are handed in. Each client is one transaction of many acts.
"""

from collections.abc import Callable
from random import Random

from teui.casework.desk import Desk
from teui.casework.fill.case import cast_cases, share_out
from teui.casework.fill.courses import Courses, load_courses
from teui.casework.fill.hands import MovingClock, Times
from teui.casework.fill.invented import load_invented
from teui.casework.fill.life import Life, live
from teui.casework.fill.offers import Offering, Sought, offer_work
from teui.casework.fill.office import colleagues, invented_founders
from teui.casework.fill.people import Registry
from teui.errors import TeuiError
from teui.followup.calendar import WorkCalendar
from teui.store.batch import BatchStore
from teui.store.unit import Unit

__all__ = ["Progress", "fill", "invented_founders"]

Progress = Callable[[int, int], None]
"""Told after each client: how many there are, of how many."""


def fill(desk: Desk, clients: int, seed: int, progress: Progress | None = None) -> None:
    """Add so many invented clients with the past of theirs, and the colleagues who know them.

    Raises TeuiError `fill_real_store`, `fill_repeated` where this seed was used here before.
    """
    store = desk.store
    if store.kind == "real":
        raise TeuiError("fill_real_store", path=store.path)
    random, clock, invented = Random(f"teui {seed}"), MovingClock(), load_invented()
    times = Times(desk.clock.today(), WorkCalendar(desk.model.follow_ups.days_off))
    cases = cast_cases(random, invented, times, clients)
    batch = BatchStore(store.path, store.key, clock.clock, Random(f"uids {seed}").randbytes)
    try:
        clock.begin(times.back(1, cases[0].start), random)
        with batch.together():
            _mark(batch, seed, clients)
            people = colleagues(desk, batch, invented, clients)
        registry = Registry(random, _taken(batch))
        desks = tuple(Desk(batch, clock.clock, *one) for one in people)
        owners = share_out(desks, cases)
        courses = Courses(load_courses())
        seeking: list[tuple[Desk, Sought]] = []
        for number, (case, owner) in enumerate(zip(cases, owners, strict=True), 1):
            batch.adviser = owner.adviser.uid
            with batch.together():
                # Whoever the next ones are does not hang on what was done for this one.
                own = Random(f"teui {seed} {number}")
                batch.randomness = Random(f"uids {seed} {number}").randbytes
                sought = live(Life(owner, clock, times, invented, registry, own, courses), case)
            if sought is not None:
                seeking.append((owner, sought))
            if progress is not None:
                progress(number, clients)
        _offer(batch, clock, times, Random(f"offers {seed}"), seeking)
    finally:
        batch.close()


def _offer(
    batch: BatchStore,
    clock: MovingClock,
    times: Times,
    random: Random,
    seeking: list[tuple[Desk, Sought]],
) -> None:
    """Work is offered to those who have a plan, each by the adviser who answers for the client."""
    phrases = load_invented().phrases
    for owner, sought in seeking:
        batch.adviser = owner.adviser.uid
        with batch.together():
            offering = Offering(
                owner, clock, times, random, phrases["employer"], phrases["despite"]
            )
            offer_work(offering, sought)


def _mark(batch: BatchStore, seed: int, clients: int) -> None:
    """Leave a sign that this seed was used: its clients would come a second time."""
    key = f"fill {seed}"

    def mark(unit: Unit) -> None:
        if unit.rows("SELECT 1 FROM setting WHERE key = ?", key):
            raise TeuiError("fill_repeated", seed=seed, path=batch.path)
        unit.insert("setting", key=key, value=str(clients))

    batch.writer.submit("store_filled", mark).result()


def _taken(batch: BatchStore) -> set[str]:
    """Identity codes in use; a number more than once does no harm."""
    rows = batch.read().execute("SELECT identity_code FROM client WHERE identity_code IS NOT NULL")
    return {row["identity_code"] for row in rows}
