"""Finding a question by words: in its text, its section, its id, or its answers."""

from collections.abc import Iterable

from teui.plain import folded


def fits(typed: str, places: Iterable[str]) -> bool:
    """Whether every word that was typed stands somewhere in `places`, case and accents aside."""
    where = folded("\n".join(places))
    return all(word in where for word in folded(typed).split())
