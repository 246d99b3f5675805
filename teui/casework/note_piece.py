"""A short piece of a note around the word that was looked for."""

import re
import unicodedata

_WORD = re.compile(r"\w+")
_BEFORE = 14
"""Characters kept before the word found, so that it stays in view where the piece is cut."""


def piece(note: str, looked_for: str) -> str:
    """The note on one line, from shortly before the first word that begins as a word looked for.

    Case and accents aside, as the index has it; the whole note where no word does.
    """
    text = " ".join(note.split())
    beginnings = tuple(_bare(word) for word in _WORD.findall(looked_for))
    words = list(_WORD.finditer(text))
    found = next(
        (word for word in words if beginnings and _bare(word[0]).startswith(beginnings)), None
    )
    if found is None or found.start() <= _BEFORE:
        return text
    start = next(word.start() for word in words if word.start() >= found.start() - _BEFORE)
    return f"…{text[start:]}"


def _bare(word: str) -> str:
    split = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in split if not unicodedata.combining(char))
