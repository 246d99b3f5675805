"""The municipalities of Finland: their official codes and names, out of `data/`."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from teui.errors import DataFault
from teui.practice.files import data_folder, read_toml

_SWEDISH = "sv"


@dataclass(frozen=True, slots=True)
class Municipalities:
    """Those of `year`. `names`: the Finnish, the Swedish and other names by code."""

    year: int
    names: Mapping[str, tuple[str, ...]]

    def name(self, code: str, language: str) -> str | None:
        """The name in Swedish, else in Finnish; None for a code that no municipality has."""
        names = self.names.get(code)
        if names is None:
            return None
        return names[1] if language == _SWEDISH and len(names) > 1 else names[0]

    def understood(self, typed: str) -> str | None:
        """The code of what is typed: a code, a name in any language, or its unique beginning."""
        text = _bare(typed)
        if not text:
            return None
        if text in self.names:
            return text
        whole = [code for code, names in self.names.items() if text in map(_bare, names)]
        begun = whole or self.beginning(typed)
        return begun[0] if len(begun) == 1 else None

    def beginning(self, typed: str) -> list[str]:
        """The codes of all whose code or one of whose names begins so, in the order of names."""
        text = _bare(typed)
        found = [
            code
            for code, names in self.names.items()
            if code.startswith(text) or any(_bare(name).startswith(text) for name in names)
        ]
        return sorted(found, key=lambda code: self.names[code][0])


@cache
def load_municipalities() -> Municipalities:
    """The list in use. Raises DataFault where the file is not what it should be."""
    return read_municipalities(data_folder() / "municipalities.toml")


def read_municipalities(path: Path) -> Municipalities:
    """The list of a file. Raises DataFault naming the code and the cure."""
    table = read_toml(path)
    year, entries = table.get("year"), table.get("municipality")
    if not isinstance(year, int):
        raise DataFault(path.name, "year", "it is no number.", "Write the year of the list.")
    if not isinstance(entries, dict):
        raise DataFault(path.name, "municipality", "it is missing.", 'Write "code" = ["name"].')
    names = dict(_entries(path, entries))
    known: dict[str, str] = {}
    for code, own in names.items():
        for name in map(_bare, own):
            if known.setdefault(name, code) != code:
                problem = f"{known[name]} has the same name."
                raise DataFault(path.name, code, problem, "Keep the name at one of them.")
    return Municipalities(year, names)


def _entries(path: Path, entries: dict[str, object]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for code, names in entries.items():
        if not re.fullmatch(r"\d{3}", code):
            raise DataFault(path.name, code, "it is no code.", "Write its three digits.")
        if not isinstance(names, list) or not names or not all(isinstance(n, str) for n in names):
            problem = "it is no list of names."
            raise DataFault(path.name, code, problem, 'Write ["Finnish", "Swedish"].')
        yield code, tuple(names)


@lru_cache(maxsize=2048)
def _bare(name: str) -> str:
    """Letters and digits alone, accents aside: nobody must find å to type a place."""
    split = unicodedata.normalize("NFKD", name.casefold())
    return "".join(char for char in split if char.isalnum())
