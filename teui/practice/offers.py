"""`offers.toml`: what a practice model says of job offers."""

from collections.abc import Collection, Mapping
from typing import cast

from teui.practice.fields import Fields
from teui.practice.interview import read_condition
from teui.practice.model import Length, Question
from teui.practice.offer_model import BY, By, FailedReason, Meaning, OfferRules, OfferState
from teui.practice.services import KINDS

MEANINGS = ("open", "hired", "failed")


def read_offers(
    file: Fields,
    questions: Mapping[str, Question],
    lengths: Mapping[str, Length],
    services: Collection[str],
) -> OfferRules:
    """The rules of the file; none in a model kept from before it.

    Raises `DataFault` naming file, key, what is wrong and the cure.
    """
    if not file.has("ready"):
        file.end()
        return OfferRules()
    ready, stop, short, needs = (file.table(name) for name in ("ready", "stop", "short", "needs"))
    known = _needs(file, services)
    counted = [name for name, length in lengths.items() if length.unit == "times"]
    dates = [question.id for question in questions.values() if question.type == "date"]
    rules = OfferRules(
        ready=ready.texts("questions", questions),
        stop_kinds=frozenset(stop.texts("kinds", KINDS)),
        consult=stop.numbers("consult"),
        short=read_condition(short, "when", short.text("when"), questions, lengths),
        short_until=short.one_of("until", dates),
        states=_states(file),
        needs=known,
        several=needs.one_of("after", counted),
        reasons=_reasons(file, known),
        sources={
            "ready": ready.text("source"),
            "stop": stop.text("source"),
            "short": short.text("source"),
            "needs": needs.text("source"),
        },
    )
    for table in (ready, stop, short, needs, file):
        table.end()
    return rules


def _states(file: Fields) -> dict[str, OfferState]:
    """In the order in which an offer goes through them; each of `MEANINGS` is there."""
    found: dict[str, OfferState] = {}
    for table in file.tables("state"):
        state = OfferState(table.id(found), cast("Meaning", table.one_of("is", MEANINGS)))
        table.end()
        found[state.id] = state
    for meaning in MEANINGS:
        if meaning not in {state.means for state in found.values()}:
            raise file.fault("state", f"none is {meaning}.", f'Write is = "{meaning}" in one.')
    if next(iter(found.values())).means != "open":
        raise file.fault("state", "the first one is not open.", "An offer begins open.")
    return found


def _needs(file: Fields, services: Collection[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for table in file.tables("need"):
        found[table.id(found)] = table.texts("services", services)
        table.end()
    return found


def _reasons(file: Fields, needs: Collection[str]) -> dict[str, FailedReason]:
    found: dict[str, FailedReason] = {}
    for table in file.tables("reason"):
        by = cast("tuple[By, ...]", table.texts("by", BY))
        reason = FailedReason(
            table.id(found),
            frozenset(by),
            frozenset(table.texts("points_to", needs)),
            table.text("source"),
            table.flag("typed"),
        )
        if not by:
            raise table.fault("by", "it is missing.", f"Write some of: {', '.join(BY)}.")
        table.end()
        found[reason.id] = reason
    return found
