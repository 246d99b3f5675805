"""The office's settings: its own numbers, its language, whether it decides before the suggestion.

Each is a row of the table `setting` under a key that begins with `office.`, with its history.
"""

from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date

from teui.casework import recount
from teui.casework.desk import Desk
from teui.casework.office_numbers import (
    PREFIX,
    OwnNumber,
    read_numbers,
    standing,
    with_number,
    write_numbers,
)
from teui.errors import TeuiError
from teui.practice.model import Length
from teui.practice.texts import LANGUAGES
from teui.store.hot import office as hot
from teui.store.unit import Unit

DECIDE_FIRST = "office.decide_first"
ASK_APART = "office.ask_apart"
LANGUAGE = "office.language"
_YES, _NO = "yes", "no"
_DIGITS = 4


@dataclass(frozen=True, slots=True)
class OfficeNumber:
    """A length that the practice model leaves to the office.

    `amount` holds today; `model` is what would without the office. `own` is all that the office
    has set, by day; `is_own`: one of those holds today.
    """

    id: str
    amount: int
    is_own: bool
    model: Length
    own: tuple[OwnNumber, ...]


@dataclass(frozen=True, slots=True)
class Office:
    """The settings as they stand. `language` is None where that of the computer is taken.

    `ask_apart`: an interview that is not held face to face needs a reason.
    """

    numbers: tuple[OfficeNumber, ...]
    decide_first: bool
    language: str | None
    ask_apart: bool = False


def load(desk: Desk) -> Office:
    """All settings of the office, its numbers in the order of the practice model."""
    from teui.practice.load import load_model

    plain, today = load_model(desk.model_id), desk.clock.today()
    kept = hot.settings(desk.store.read(), PREFIX)
    numbers = []
    for name, length in plain.lengths.items():
        if length.office:
            own, model = read_numbers(kept.get(name, "[]")), plain.length(name, today)
            amount = standing(own, today)
            held = model.amount if amount is None else amount
            numbers.append(OfficeNumber(name, held, amount is not None, model, own))
    return Office(tuple(numbers), decide_first(desk), language(desk), ask_apart(desk))


def decide_first(desk: Desk) -> bool:
    """Whether the suggestion is hidden until the adviser has chosen (product.md, "Decision")."""
    return _value(desk, DECIDE_FIRST) == _YES


def ask_apart(desk: Desk) -> bool:
    """Whether the office wants to know why an interview is not held face to face."""
    return _value(desk, ASK_APART) == _YES


def language(desk: Desk) -> str | None:
    """The language that the office begins in, None where it has chosen none."""
    value = _value(desk, LANGUAGE)
    return value if value in LANGUAGES else None


def check_amount(length: Length, typed: str) -> int | None:
    """What was typed as an amount of it; None, the practice model's again, where it is empty.

    Raises TeuiError `office_number` where it is no whole number from 1 to the most allowed.
    """
    if not typed:
        return None
    # More digits than any length has would only be slow to read.
    amount = int(typed) if typed.isdecimal() and len(typed) <= _DIGITS else 0
    if not 1 <= amount <= length.most:
        raise TeuiError("office_number", typed=typed, most=length.most)
    return amount


def set_number(desk: Desk, length_id: str, amount: int | None, valid_from: date) -> Future[None]:
    """Hold to `amount` for what arises from `valid_from` on; None: to the practice model's again.

    Follow-ups come in step by `teui.casework.recount`. Raises TeuiError `office_number`,
    `office_number_unknown`.
    """
    new = OwnNumber(valid_from, amount)
    model = desk.model
    length = model.lengths.get(length_id)
    if length is None or not length.office:
        raise TeuiError("office_number_unknown", number=length_id)
    if amount is not None:
        check_amount(length, str(amount))

    def write(unit: Unit) -> None:
        kept = hot.setting(unit.connection, f"{PREFIX}{length_id}")
        own = read_numbers(kept["value"]) if kept else ()
        put(unit, f"{PREFIX}{length_id}", write_numbers(with_number(own, new)))
        recount.will_be_needed(unit, model, length_id)

    return desk.store.writer.submit("office_number_changed", write, desk.learn_numbers)


def set_decide_first(desk: Desk, wanted: bool) -> Future[None]:
    return _set(desk, DECIDE_FIRST, _YES if wanted else _NO)


def set_ask_apart(desk: Desk, wanted: bool) -> Future[None]:
    return _set(desk, ASK_APART, _YES if wanted else _NO)


def set_language(desk: Desk, code: str | None) -> Future[None]:
    """The language to begin in; None: that of the computer. Raises TeuiError `office_language`."""
    if code is not None and code not in LANGUAGES:
        raise TeuiError("office_language", typed=code, known=", ".join(LANGUAGES))
    return _set(desk, LANGUAGE, code or "")


def put(unit: Unit, key: str, value: str) -> None:
    """Set a setting, with its history."""
    row = hot.setting(unit.connection, key)
    if row is None:
        unit.insert("setting", key=key, value=value)
    else:
        unit.update("setting", row["uid"], row["version"], value=value)


def _set(desk: Desk, key: str, value: str) -> Future[None]:
    return desk.store.writer.submit("office_changed", lambda unit: put(unit, key, value))


def _value(desk: Desk, key: str) -> str | None:
    row = hot.setting(desk.store.read(), key)
    return row["value"] if row else None
