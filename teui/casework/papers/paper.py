"""A paper as plain values: what every way of writing it out has to show, in this order."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Item:
    """A thing to do or to know; `detail` is said after it, as by which day."""

    text: str
    detail: str = ""
    is_done: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands below: a sentence, facts by name, items, smaller sections.

    `boxes`: the items are to be ticked off, not only read.
    """

    heading: str
    text: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    items: tuple[Item, ...] = ()
    below: tuple["Section", ...] = ()
    boxes: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper in one language. `facts` stand below the title; `foot` at the end of every page.

    `by` is the office's side, for the file's own description of itself.
    """

    language: str
    title: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    foot: str
    page: str
    by: str = ""


def plain(text: str) -> str:
    """One line without control characters, which neither PDF nor DOCX can hold."""
    return "".join(" " if char.isspace() else char for char in text if _is_shown(char))


def _is_shown(char: str) -> bool:
    return char.isprintable() or char.isspace()


def plain_section(section: Section) -> Section:
    """The same with every text as `plain` has it."""
    return replace(
        section,
        heading=plain(section.heading),
        text=plain(section.text),
        facts=plain_facts(section.facts),
        items=tuple(
            Item(plain(each.text), plain(each.detail), each.is_done) for each in section.items
        ),
        below=tuple(plain_section(each) for each in section.below),
    )


def plain_facts(facts: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((plain(name), plain(value)) for name, value in facts)
