"""A paper as a tagged PDF (PDF/UA-1), which a screen reader reads in its order and language.

Typst makes it: it comes as a wheel for every system that teui runs on, with fonts of its own, so
the page is the same everywhere and the fonts go into the file.
"""

import json
import re
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from teui.casework.papers.paper import Paper
from teui.errors import TeuiError

_TEMPLATE = Path(__file__).with_name("paper.typ")
_NO_GLYPH = re.compile(r"the text `(.*?)` could not be displayed")


def pdf(paper: Paper, made: datetime) -> bytes:
    """The file; `made` is the instant that it says it was made at.

    Raises TeuiError `paper_no_font` where no font has a sign that was typed.
    """
    import typst

    try:
        return _compiled(paper, made, own_fonts_alone=True)
    except typst.TypstError as error:
        if not _NO_GLYPH.search(str(error)):
            raise
    # A script that the fonts at hand do not have: perhaps the computer has one.
    try:
        return _compiled(paper, made, own_fonts_alone=False)
    except typst.TypstError as error:
        missing = _NO_GLYPH.search(str(error))
        if missing is None:
            raise
        raise TeuiError("paper_no_font", text=missing[1].strip('"')) from error


def _compiled(paper: Paper, made: datetime, *, own_fonts_alone: bool) -> bytes:
    import typst

    written = typst.compile(
        _TEMPLATE.read_bytes(),
        format="pdf",
        sys_inputs={"paper": json.dumps(asdict(paper), ensure_ascii=False)},
        pdf_standards=["ua-1"],
        ignore_system_fonts=own_fonts_alone,
        timestamp=int(made.timestamp()),
    )
    assert isinstance(written, bytes)
    return written
