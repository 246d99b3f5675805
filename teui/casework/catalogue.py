"""The catalogue of services to choose from: first choices of the line first, then by what is typed.

Pure: services and words in, services out.
"""

from collections.abc import Iterable, Sequence

from teui.practice.service_model import Service
from teui.practice.texts import Texts

_NOWHERE = 3


def offered(services: Iterable[Service], line: int | None) -> list[Service]:
    """All of them, those that are a first choice on the line before the others."""
    return sorted(services, key=lambda service: line not in service.first_on)


def matching(
    services: Iterable[Service], line: int | None, typed: str, texts: Sequence[Texts]
) -> list[Service]:
    """Those in whose name, id or description every typed word occurs, in any of the languages.

    A name that begins with what is typed goes first, then names that hold it, then descriptions;
    `texts` are the words of each language.
    """
    words = typed.casefold().split()
    ranked = [(_rank(service, words, texts), service) for service in offered(services, line)]
    ranked.sort(key=lambda each: each[0])
    return [service for rank, service in ranked if rank < _NOWHERE]


def _rank(service: Service, words: list[str], texts: Sequence[Texts]) -> int:
    names = [t(f"service.{service.id}.name").casefold() for t in texts]
    if any(name.startswith(" ".join(words)) for name in names):
        return 0
    names += [service.id, service.id.replace("_", " ")]
    if any(all(word in name for word in words) for name in names):
        return 1
    told = [t(f"service.{service.id}.about").casefold() for t in texts]
    everything = " ".join([*names, *told])
    return 2 if all(word in everything for word in words) else _NOWHERE
