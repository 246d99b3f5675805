"""What a citation names: `S1 ch. 3-5, S0 5.2` is chapters 3, 4, 5 of S1 and chapter 5.2 of S0."""

import re
from collections.abc import Iterator

_PART = re.compile(r"(?:(S\d+)\s+)?(?:ch\.\s*)?(\d+(?:\.\d+)*)(?:-(\d+))?\Z")


def cited(citation: str) -> tuple[tuple[str, str], ...]:
    """The (document, chapter) pairs in order; empty for one that names no document."""
    return tuple(_pairs(citation))


def _pairs(citation: str) -> Iterator[tuple[str, str]]:
    document = ""
    for part in citation.split(","):
        found = _PART.match(part.strip())
        if found is None:
            continue
        document = found[1] or document
        if document and found[3]:
            yield from ((document, str(n)) for n in range(int(found[2]), int(found[3]) + 1))
        elif document:
            yield document, found[2]
