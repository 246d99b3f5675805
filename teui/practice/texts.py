"""Words in three languages. English is the source; a translation carries its digest.

A folder a language, a file a subject: `text/en/today.toml` holds the keys `today.…`, and nested
tables join to one dotted key. English values are strings; Finnish and Swedish ones are pairs
`["text", "digest of the English it was made from"]`. A pair whose digest no longer fits is stale,
and the check refuses it.
"""

import hashlib
import string
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path

from teui.errors import DataFault, TeuiError
from teui.practice.files import data_folder, read_toml

LANGUAGES = ("fi", "sv", "en")
SOURCE = "en"
OF_MODELS = frozenset(
    {
        *("section", "question", "code", "outcome", "criterion", "sub_segment", "phase"),
        *("requirement", "contradiction", "told", "source"),
    }
)
"""Subjects of which a model kept in a store may name more than is installed."""
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def digest(english: str) -> str:
    """Six hex digits that change when the English does."""
    return hashlib.sha256(english.encode()).hexdigest()[:6]


class Texts:
    """The words of one language. A subject's file is read when its first word is asked for."""

    def __init__(self, language: str, folders: Sequence[Path]) -> None:
        self.language = language
        self._folders = folders
        self._subjects: dict[str, Mapping[str, str]] = {}

    def __call__(self, key: str, /, **values: object) -> str:
        """The text under `key` with its values; raises KeyError where there is none.

        What only an older practice model names, and has no words any more, is called by its id.
        """
        entries = self._subject(key)
        if key not in entries and key.partition(".")[0] in OF_MODELS:
            return _id_in(key)
        text = entries[key]
        return text.format_map(values) if values else text

    def has(self, key: str) -> bool:
        return key in self._subject(key)

    def count(self, key: str, number: int, /, **values: object) -> str:
        """The text `key.one` or `key.other`, as all three languages count."""
        return self(f"{key}.one" if number == 1 else f"{key}.other", n=number, **values)

    def day(self, day: date) -> str:
        """`Mon 16.11.`"""
        return f"{self(f'weekday.{WEEKDAYS[day.weekday()]}')} {day.day}.{day.month}."

    def full_day(self, day: date) -> str:
        """`Mon 16.11.2026`"""
        return f"{self.day(day)}{day.year}"

    def error(self, error: TeuiError) -> str:
        """The sentence of an error: what, where, and the cure."""
        key = f"error.{error.code}"
        return self(key, **error.details) if self.has(key) else str(error)

    def _subject(self, key: str) -> Mapping[str, str]:
        subject = key.partition(".")[0]
        if subject not in self._subjects:
            entries: dict[str, str] = {}
            for folder in self._folders:
                path = folder / self.language / f"{subject}.toml"
                if path.exists():
                    entries.update((k, text_of(path, k, v)) for k, v in read_entries(path))
            self._subjects[subject] = entries
        return self._subjects[subject]


def _id_in(key: str) -> str:
    """`goals.clarity` of `question.goals.clarity.text`; of a code the code alone."""
    subject, *parts = key.split(".")[:-1]
    return parts[-1] if subject == "code" else ".".join(parts)


def text_folders(model_id: str | None) -> list[Path]:
    """The folders that make up the words: the app's, then the practice model's."""
    folders = [data_folder() / "text"]
    if model_id is not None:
        folders.append(data_folder() / "models" / model_id / "text")
    return folders


@cache
def load_texts(language: str, model_id: str | None = None) -> Texts:
    """The words of `language`, one of `LANGUAGES`, for the app and one practice model."""
    return Texts(language, text_folders(model_id))


def read_entries(path: Path) -> Iterator[tuple[str, object]]:
    """Dotted keys with their values, in the order of the file; the file's name comes first."""
    return _flatten(read_toml(path), f"{path.stem}.")


def _flatten(table: Mapping[str, object], prefix: str) -> Iterator[tuple[str, object]]:
    for name, value in table.items():
        key = f"{prefix}{name}"
        if isinstance(value, Mapping):
            yield from _flatten(value, f"{key}.")
        else:
            yield key, value


def text_of(path: Path, key: str, value: object) -> str:
    """The words of one entry; raises `DataFault` where it is neither a text nor a pair."""
    match value:
        case str():
            return value
        case [str(text), str()]:
            return text
    problem, cure = "it is neither a text nor a pair.", 'Write ["text", "digest"].'
    raise DataFault(path.name, key, problem, cure)


def check_texts(folder: Path) -> list[DataFault]:
    """Every missing, superfluous, stale or ill-formed entry below `folder`, for each language."""
    faults: list[DataFault] = []
    subjects = {path.name for path in folder.glob("*/*.toml")}
    for subject in sorted(subjects):
        path = folder / SOURCE / subject
        english = {k: text_of(path, k, v) for k, v in read_entries(path)}
        for language in LANGUAGES:
            if language != SOURCE:
                faults += _check_file(folder / language / subject, english)
    return faults


def _check_file(path: Path, english: Mapping[str, str]) -> Iterator[DataFault]:
    name = f"{path.parent.name}/{path.name}"
    entries = dict(read_entries(path)) if path.exists() else {}
    for key in entries.keys() - english.keys():
        yield DataFault(name, key, "no English text has this key.", "Take it out.")
    for key, source in english.items():
        match entries.get(key):
            case None:
                yield DataFault(name, key, f"it is missing: “{source}”.", "Translate it.")
            case [str(text), str(made_from)]:
                if made_from != digest(source):
                    yield DataFault(
                        name,
                        key,
                        f"it is stale: the English is now “{source}”.",
                        f'Translate it anew, then write the digest "{digest(source)}".',
                    )
                if _fields(text) != _fields(source):
                    yield DataFault(
                        name,
                        key,
                        "its values in braces differ from the English.",
                        f"Use exactly {sorted(_fields(source))}.",
                    )
            case _:
                yield DataFault(name, key, "it is not a pair.", 'Write ["text", "digest"].')


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
