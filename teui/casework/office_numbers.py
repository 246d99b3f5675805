"""The office's own numbers: lengths marked as an office setting, laid over the practice model's.

The practice model and its digest stay as they are, since drafts are pinned to them; the office's
numbers are no part of its rules.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from teui.practice.model import Length, PracticeModel
from teui.store.driver import Connection
from teui.store.hot import office as hot
from teui.store.values import json_text

PREFIX = "office.length."
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class OwnNumber:
    """What the office holds to from a day on; an `amount` of None is the practice model's again."""

    valid_from: date
    amount: int | None


def kept_numbers(connection: Connection) -> tuple[tuple[str, str], ...]:
    """The office's own numbers as the store keeps them: length and JSON text."""
    return tuple(hot.settings(connection, PREFIX).items())


@lru_cache(maxsize=4)
def office_model(model: PracticeModel, kept: tuple[tuple[str, str], ...]) -> PracticeModel:
    """The practice model with the office's numbers in the places of its own; digest unchanged.

    Numbers of lengths that the model does not leave to the office are passed over: a newer one
    may have settled them.
    """
    own = {name: numbers for name, text in kept if (numbers := read_numbers(text))}
    lengths, superseded = dict(model.lengths), list(model.superseded)
    for name, numbers in own.items():
        if name in lengths and lengths[name].office:
            *earlier, latest = laid_over(dated(model, name), numbers)
            superseded = [each for each in superseded if each.id != name] + earlier
            lengths[name] = latest
    if not own:
        return model
    return replace(model, lengths=lengths, superseded=tuple(superseded))


def dated(model: PracticeModel, name: str) -> tuple[Length, ...]:
    """All that a length has been and is, oldest first."""
    return (*(each for each in model.superseded if each.id == name), model.lengths[name])


def laid_over(base: Sequence[Length], own: Sequence[OwnNumber]) -> list[Length]:
    """`base`, and from the first of `own` on what the office holds to, without a gap."""
    made = list(_between(base, None, own[0].valid_from))
    for number, following in zip(own, [*own[1:], None], strict=True):
        end = following.valid_from if following else None
        parts = list(_between(base, number.valid_from, end))
        if number.amount is None:
            made += parts
        else:
            until = end - _DAY if end else None
            made.append(
                replace(parts[0], amount=number.amount, valid_from=number.valid_from, until=until)
            )
    return made


def _between(base: Sequence[Length], first: date | None, end: date | None) -> Iterator[Length]:
    """The parts of `base` from `first` up to but without `end`; its ends reach out for ever."""
    since: date | None = None
    for place, length in enumerate(base):
        until = length.until if place < len(base) - 1 else None
        begins = max((day for day in (since, first) if day is not None), default=None)
        ends = min((day for day in (until, end and end - _DAY) if day is not None), default=None)
        if begins is None or ends is None or begins <= ends:
            yield replace(length, valid_from=begins or length.valid_from, until=ends)
        since = until + _DAY if until else None


def with_number(own: Sequence[OwnNumber], new: OwnNumber) -> tuple[OwnNumber, ...]:
    """`own` with another one, which takes the place of that of the same day; by day."""
    by_day = {each.valid_from: each for each in (*own, new)}
    return tuple(by_day[day] for day in sorted(by_day))


def standing(own: Sequence[OwnNumber], day: date) -> int | None:
    """The office's own amount on `day`, None where the practice model's holds."""
    begun = [each for each in own if each.valid_from <= day]
    return begun[-1].amount if begun else None


def read_numbers(text: str) -> tuple[OwnNumber, ...]:
    """From what a setting holds: pairs of ISO day and amount, by day."""
    return tuple(OwnNumber(date.fromisoformat(day), amount) for day, amount in json.loads(text))


def write_numbers(own: Sequence[OwnNumber]) -> str:
    return json_text([[each.valid_from.isoformat(), each.amount] for each in own])
