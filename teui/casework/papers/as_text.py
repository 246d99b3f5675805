"""A paper as plain text, for a terminal or an e-mail."""

import textwrap
from collections.abc import Iterator

from teui.casework.papers.paper import Item, Paper, Section

_WIDTH = 78


def lines(paper: Paper) -> Iterator[str]:
    """Line by line, none wider than 78 columns."""
    yield paper.title
    yield "=" * len(paper.title)
    for name, value in paper.facts:
        yield from _wrapped(f"{name}: {value}")
    for section in paper.sections:
        yield from _section(section, "-")


def _section(section: Section, rule: str) -> Iterator[str]:
    yield ""
    yield section.heading
    if rule:
        yield rule * len(section.heading)
    if section.text:
        yield from _wrapped(section.text)
    for name, value in section.facts:
        yield from _wrapped(f"{name}: {value}", "  ")
    for item in section.items:
        yield from _wrapped(_item(item, section), "    ")
    for below in section.below:
        yield from _section(below, "")


def _item(item: Item, section: Section) -> str:
    mark = ("[x]" if item.is_done else "[ ]") if section.boxes else "-"
    return f"{mark} {', '.join(filter(None, (item.text, item.detail)))}"


def _wrapped(text: str, indent: str = "") -> list[str]:
    return textwrap.wrap(text, _WIDTH, subsequent_indent=indent) or [""]
