"""A paper as DOCX: real headings and lists, the language set, to be changed in a word processor."""

from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from teui.casework.papers.paper import Item, Paper, Section

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_REGIONS = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}
_FONT, _POINTS = "Calibri", 11.5


def docx(paper: Paper, made: datetime) -> bytes:
    """The file; `made` is the instant that it says it was made at."""
    import docx as library

    document = library.Document()
    _set_page(document)
    _set_language(document, _REGIONS[paper.language])
    about = document.core_properties
    about.title, about.author, about.language = paper.title, paper.by, _REGIONS[paper.language]
    about.comments = ""
    about.created = about.modified = made.replace(tzinfo=None)
    document.add_paragraph(paper.title, style="Title")
    _facts(document, paper.facts)
    for section in paper.sections:
        _section(document, section, 1)
    foot = document.sections[0].footer.paragraphs[0]
    foot.text = paper.foot
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _set_page(document: "Document") -> None:
    from docx.shared import Cm, Pt

    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.3)
    page.top_margin = page.bottom_margin = Cm(2)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = _FONT, Pt(_POINTS)


def _set_language(document: "Document", tag: str) -> None:
    """The language of all text, for spelling and for being read aloud."""
    from docx.oxml.ns import qn

    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), tag)


def _section(document: "Document", section: Section, level: int) -> None:
    document.add_heading(section.heading, level)
    if section.text:
        document.add_paragraph(section.text)
    _facts(document, section.facts)
    for item in section.items:
        _item(document.add_paragraph(style="List Bullet"), item, boxes=section.boxes)
    for below in section.below:
        _section(document, below, level + 1)


def _facts(document: "Document", facts: tuple[tuple[str, str], ...]) -> None:
    for name, value in facts:
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{name}: ").bold = True
        paragraph.add_run(value)


def _item(paragraph: "Paragraph", item: Item, *, boxes: bool) -> None:
    mark = ("☑ " if item.is_done else "☐ ") if boxes else ""
    detail = f" – {item.detail}" if item.detail else ""
    paragraph.add_run(f"{mark}{item.text}{detail}")
