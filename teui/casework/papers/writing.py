"""Writing a paper: in a format, in a language, as a file that only its owner may read."""

import json
import os
import tempfile
from pathlib import Path
from typing import Literal

from teui.casework.desk import Desk
from teui.casework.papers import plan_source
from teui.casework.papers.plan_paper import plan_paper
from teui.casework.papers.plan_source import PlanSource
from teui.errors import TeuiError
from teui.practice.texts import Texts

Format = Literal["text", "pdf", "docx", "json"]
FORMATS: tuple[Format, ...] = ("text", "pdf", "docx", "json")
_ENDINGS = {"text": "txt"}
_MOST_NAMES = 1000


def default_folder() -> Path:
    """The user's folder of documents, the home folder where there is none."""
    from platformdirs import user_documents_path

    documents = user_documents_path()
    return documents if documents.is_dir() else Path.home()


def content(
    desk: Desk, t: Texts, source: PlanSource, kind: Format, *, identity_code: bool = False
) -> bytes:
    """The plan's paper in the language of `t`, as the file of its kind has it."""
    paper = plan_paper(t, source, identity_code=identity_code)
    match kind:
        case "pdf":
            from teui.casework.papers.as_pdf import pdf

            return pdf(paper, desk.clock.now())
        case "docx":
            from teui.casework.papers.as_docx import docx

            return docx(paper, desk.clock.now())
        case "json":
            from teui.casework.papers.as_json import as_json

            said = json.dumps(as_json(source, paper), indent=2)
        case "text":
            from teui.casework.papers.as_text import lines

            said = "\n".join(lines(paper))
    return f"{said}\n".encode()


def write_plan(desk: Desk, client_uid: str, t: Texts, kind: Format, folder: str) -> Path:
    """Write the plan's paper into a folder under a new name; returns the file.

    Raises TeuiError `plan_needs_line`, `paper_no_folder`, `paper_not_written`.
    """
    place = Path(folder).expanduser() if folder.strip() else default_folder()
    if not place.is_dir():
        raise TeuiError("paper_no_folder", folder=place)
    source = desk.store.reading(lambda: plan_source.read(desk, client_uid))
    path = _free(place / file_name(source, t.language, kind))
    return save(path, content(desk, t, source, kind))


def file_name(source: PlanSource, language: str, kind: Format) -> str:
    """Day, handle and language: who the client is stands in no name of a file."""
    ending = _ENDINGS.get(kind, kind)
    return f"plan-{source.person.handle}-{source.today.isoformat()}-{language}.{ending}"


def save(path: Path, written: bytes) -> Path:
    """Write a file whole or not at all, for its owner alone; one of that name is replaced.

    Raises TeuiError `paper_not_written`.
    """
    try:
        # Readable by the owner alone from its first byte.
        handle, name = tempfile.mkstemp(prefix=".teui-", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(written)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise TeuiError("paper_not_written", file=path, reason=reason) from error
    return path


def _free(path: Path) -> Path:
    """The path, numbered where a file of that name is there: somebody may have written in it."""
    names = (path.with_stem(f"{path.stem}-{number}") for number in range(2, _MOST_NAMES))
    return next((each for each in (path, *names) if not each.exists()), path)
