"""JSON read strictly: repeated keys and numbers that JSON does not have are kept in sight."""

import json
from collections.abc import Iterator
from typing import Final

_LONGEST_NUMBER = 20


class Odd:
    """Stands where a number stood that JSON does not have, or that is out of all proportion."""


NOT_A_NUMBER: Final = Odd()
HUGE: Final = Odd()


class Table(dict[str, object]):
    """An object of JSON that remembers which of its keys were given more than once."""

    def __init__(self, pairs: list[tuple[str, object]]) -> None:
        super().__init__(pairs)
        self.repeated: frozenset[str] = frozenset()
        if len(self) < len(pairs):
            keys = [key for key, _ in pairs]
            self.repeated = frozenset(key for key in self if keys.count(key) > 1)


class NotJson(ValueError):
    """The text is not JSON; `line` and `column` say where, None where it is nested too deeply."""

    def __init__(self, line: int | None = None, column: int | None = None) -> None:
        super().__init__(line, column)
        self.line = line
        self.column = column


def read_json(text: str) -> object:
    """The value of a JSON text, objects as `Table`; raises `NotJson`."""
    try:
        return json.loads(
            text,
            object_pairs_hook=Table,
            parse_constant=lambda _: NOT_A_NUMBER,
            parse_int=_whole_number,
        )
    except json.JSONDecodeError as error:
        raise NotJson(error.lineno, error.colno) from error
    except RecursionError as error:
        raise NotJson from error


def within(value: object) -> Iterator[object]:
    """A value and everything nested in it, however deep."""
    pending = [value]
    while pending:
        one = pending.pop()
        yield one
        if isinstance(one, dict):
            pending.extend(one.values())
        elif isinstance(one, list):
            pending.extend(one)


def _whole_number(digits: str) -> object:
    return int(digits) if len(digits) <= _LONGEST_NUMBER else HUGE
