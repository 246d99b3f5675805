"""Text from people and files: made safe to show, and made alike to be found."""

import unicodedata

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_SEPARATORS = frozenset("\u2028\u2029")


def printable(text: str) -> str:
    """`text` with control characters, bidi overrides and lone surrogates as visible marks.

    C0 becomes its picture (`␛`), everything else that is not to reach a terminal `�`.
    Line breaks and tabs are controls too: whoever shows several lines splits first.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_mark(char) for char in text)


def folded(text: str) -> str:
    """`text` without case and accents, for finding: `Työkyky` and `TYOKYKY` are the same."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in parts if not unicodedata.combining(char))


def _mark(char: str) -> str:
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if char in _BIDI or char in _SEPARATORS or unicodedata.category(char) in {"Cc", "Cs"}:
        return "\ufffd"
    return char
