"""A note that promises something: what is to be done, and by which day."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from teui.errors import TeuiError
from teui.plain import folded
from teui.practice.days import parse_day
from teui.practice.texts import LANGUAGES, WEEKDAYS, load_texts

MARK = "!"
"""What a note begins with that is to become a follow-up."""

_NUMBERS = re.compile(r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\d{1,2}\.(\d{4})?|\+\d{1,4}", re.ASCII)
_NUMBERS_AT_END = re.compile(r"\d{1,2}\.\d{1,2}", re.ASCII)
_ESSIVE = re.compile(r"n[aä]\Z")
_RELATIVE = {"today": 0, "tomorrow": 1}
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Promise:
    """What is to be done and by which day; `is_named`: the note itself names the day."""

    text: str
    day: date
    is_named: bool


def read_promise(note: str, today: date) -> Promise | None:
    """What a note promises, None for one without the mark.

    The day is the last word that names one: a date, `+7`, today or tomorrow, a day of the week in
    full, at the end of the note also in short, in any of the languages. Without one it is today.
    Without its year a date lies ahead. `text` is without mark, and without a day that ends it.
    """
    line = note.strip()
    if not line.startswith(MARK):
        return None
    words = line.lstrip(MARK).split()
    for place in range(len(words) - 1, -1, -1):
        is_last = place == len(words) - 1
        day = _day(words[place].strip(",;:!?()"), today, is_last=is_last)
        if day is not None:
            return Promise(" ".join(words[:place] if is_last else words), day, True)
    return Promise(" ".join(words), today, False)


def _day(word: str, today: date, *, is_last: bool) -> date | None:
    if _NUMBERS.fullmatch(word) or (is_last and _NUMBERS_AT_END.fullmatch(word)):
        try:
            return parse_day(word, today, "future")
        except TeuiError:
            return None
    name = folded(word).removesuffix(".")
    days, weekdays = _names()
    ahead = days.get(name)
    if ahead is not None:
        return today + timedelta(days=ahead)
    number = weekdays.get(name, weekdays.get(_ESSIVE.sub("", name)))
    if number is None and is_last:
        number = _short(word.casefold().removesuffix("."))
    return (
        None if number is None else today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
    )


def _short(word: str) -> int | None:
    """The day of the week that a word at the end means: a short name, or a beginning as typed.

    Not folded, so that a “son” is no Sunday.
    """
    meant = {
        number
        for language in LANGUAGES
        for number, weekday in enumerate(WEEKDAYS)
        if word == load_texts(language)(f"weekday.{weekday}").casefold()
        or (
            len(word) >= _SHORTEST
            and load_texts(language)(f"weekday.full.{weekday}").casefold().startswith(word)
        )
    }
    return meant.pop() if len(meant) == 1 else None


@cache
def _names() -> tuple[dict[str, int], dict[str, int]]:
    """Names that say a day wherever they stand: days ahead, and days of the week; folded."""
    ahead: dict[str, int] = {}
    weekdays: dict[str, int] = {}
    for language in LANGUAGES:
        texts = load_texts(language)
        for name, days in _RELATIVE.items():
            ahead[folded(texts(f"weekday.near.{name}"))] = days
        for number, weekday in enumerate(WEEKDAYS):
            weekdays[folded(texts(f"weekday.full.{weekday}"))] = number
    return ahead, weekdays
