"""Reads one table of a data file field by field, and names place and cure of what is wrong."""

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date

from teui.errors import DataFault
from teui.practice.model import LONGEST

_ID = re.compile(r"[a-z0-9][a-z0-9_]*(\.[a-z0-9][a-z0-9_]*)*\Z")


class Fields:
    """A table under `key` of `file`; every field is taken once, `end` refuses what is left over."""

    def __init__(self, file: str, key: str, table: object) -> None:
        self.file = file
        self.key = key
        if not isinstance(table, Mapping):
            raise DataFault(file, key, "it is not a table.", f"Write [{key}] with its fields.")
        self._left = dict(table)

    def fault(self, name: str, problem: str, cure: str) -> DataFault:
        return DataFault(self.file, f"{self.key}.{name}" if self.key else name, problem, cure)

    def has(self, name: str) -> bool:
        return name in self._left

    def is_list(self, name: str) -> bool:
        return isinstance(self._left.get(name), list)

    def text(self, name: str) -> str:
        """A text; raises `DataFault` where it is missing, empty or something else."""
        match self._take(name):
            case str(text) if text.strip():
                return text
        raise self.fault(name, "it is not a text.", 'Write "…".')

    def text_or_none(self, name: str) -> str | None:
        return self.text(name) if self.has(name) else None

    def id(self, taken: Collection[str] = ()) -> str:
        """The table's `id`: small letters, digits and “_” in parts joined by dots; a new one."""
        value = self.text("id")
        if not _ID.match(value):
            raise self.fault("id", f"“{value}” is no id.", "Use small letters, digits, “_”, “.”.")
        if value in taken:
            raise self.fault("id", "something before has the same id.", "Give each its own.")
        return value

    def one_of(self, name: str, allowed: Collection[str]) -> str:
        value = self.text(name)
        self._check(name, value, allowed)
        return value

    def number(self, name: str) -> int:
        """A whole number from 1 to 1000."""
        match self._take(name):
            case bool():
                pass
            case int(number) if 0 < number <= LONGEST:
                return number
        raise self.fault(name, f"it is no whole number from 1 to {LONGEST}.", "Write one.")

    def flag(self, name: str, default: bool = False) -> bool:
        """true or false; `default` where it is left out."""
        match self._left.pop(name, default):
            case bool(flag):
                return flag
        raise self.fault(name, "it is neither true nor false.", "Write true or false.")

    def texts(self, name: str, allowed: Collection[str] | None = None) -> tuple[str, ...]:
        """A list of texts, without repeats, each among `allowed`; empty where it is left out."""
        value = self._left.pop(name, [])
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise self.fault(name, "it is not a list of texts.", 'Write ["…", "…"].')
        if len(set(value)) < len(value):
            raise self.fault(name, "it names something twice.", "Take the repeat out.")
        if allowed is not None:
            for each in value:
                self._check(name, each, allowed)
        return tuple(value)

    def day(self, name: str) -> date | None:
        """A date as TOML writes it, or as ISO text; None where it is left out."""
        value = self._left.pop(name, None)
        if value is None or type(value) is date:
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError as error:
            raise self.fault(name, "it is not a day.", "Write 2026-11-16.") from error

    def numbers(self, name: str) -> frozenset[int]:
        value = self._take(name)
        if not isinstance(value, list) or not all(type(each) is int for each in value):
            raise self.fault(name, "it is not a list of whole numbers.", "Write [1, 2].")
        return frozenset(value)

    def table(self, name: str) -> "Fields":
        """The table below; an empty one where it is left out."""
        key = f"{self.key}.{name}" if self.key else name
        return Fields(self.file, key, self._left.pop(name, {}))

    def tables(self, name: str) -> "Iterator[Fields]":
        """The tables of a list `[[name]]`, each with its id, else its number, as its key."""
        value = self._left.pop(name, [])
        if not isinstance(value, list):
            raise self.fault(name, "it is not a list of tables.", f"Write [[{name}]].")
        for number, content in enumerate(value, 1):
            match content:
                case {"id": str(own)} if own:
                    key = f"{name} {own}"
                case _:
                    key = f"{name} number {number}"
            yield Fields(self.file, key, content)

    def names(self) -> tuple[str, ...]:
        """The fields not yet taken, in the order of the file."""
        return tuple(self._left)

    def end(self) -> None:
        """Refuse what nobody took; raises `DataFault`."""
        for name in self._left:
            raise self.fault(name, "nothing reads this.", "Correct its name or take it out.")

    def _take(self, name: str) -> object:
        if name not in self._left:
            raise self.fault(name, "it is missing.", "Add it.")
        return self._left.pop(name)

    def _check(self, name: str, value: str, allowed: Collection[str]) -> None:
        if value not in allowed:
            known = ", ".join(sorted(allowed))
            raise self.fault(name, f"“{value}” is not known.", f"Use one of: {known}.")
