"""`teui suggest`: the suggestion for the answers in a file, or for each line of one."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from teui.assessment import Suggestion, suggest
from teui.assessment.faults import Fault
from teui.assessment.intake import read_request
from teui.cli.options import LangOption, command_app, settle
from teui.errors import TeuiError
from teui.plain import printable
from teui.practice.texts import Texts

suggest_app = command_app()

BAD_INPUT = 2
_BOM = b"\xef\xbb\xbf"
_LONGEST_SHOWN = 80


@suggest_app.command()
def suggest_command(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="The answers; - for standard input.")],
    batch: Annotated[
        bool, typer.Option("--batch", help="One object a line in, one result a line out.")
    ] = False,
    lang: LangOption = None,
) -> None:
    """Suggest a service line from the answers of an initial assessment, given as JSON.

    A fault of the input goes to standard error as “question: sentence”, with exit status 2.
    """
    texts = settle(context, lang=lang).texts
    with _opened(file) as source:
        good = _every_line(source, texts) if batch else _one(source, texts)
    if not good:
        raise typer.Exit(BAD_INPUT)


def _one(source: BinaryIO, texts: Texts) -> bool:
    result = _suggestion(source.read().removeprefix(_BOM))
    if isinstance(result, Suggestion):
        typer.echo(json.dumps(result.to_json(), indent=2))
        return True
    for fault in result:
        typer.echo(f"{_place(fault)}: {_sentence(fault, texts)}", err=True)
    return False


def _every_line(source: BinaryIO, texts: Texts) -> bool:
    good = True
    for number, line in enumerate(source, 1):
        content = line.removeprefix(_BOM) if number == 1 else line
        if not content.strip():
            continue
        result = _suggestion(content)
        if isinstance(result, Suggestion):
            answer = result.to_json()
        else:
            good = False
            answer = {"error": [_as_json(fault, texts) for fault in result]}
            for fault in result:
                typer.echo(f"{number}: {_place(fault)}: {_sentence(fault, texts)}", err=True)
        typer.echo(json.dumps(answer))
    return good


def _suggestion(content: bytes) -> Suggestion | list[Fault]:
    try:
        request = read_request(content.decode())
    except UnicodeDecodeError:
        return [Fault("not_utf8")]
    if isinstance(request, list):
        return request
    return suggest(request.model, request.answers, request.as_of, request.kind)


@contextmanager
def _opened(file: str) -> Iterator[BinaryIO]:
    if file == "-":
        yield sys.stdin.buffer
        return
    try:
        with Path(file).open("rb") as source:
            yield source
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise TeuiError("unreadable_file", path=file, reason=reason) from error


def _place(fault: Fault) -> str:
    return _shown(fault.question or fault.key or "-")


def _sentence(fault: Fault, texts: Texts) -> str:
    details = {name: _shown(str(value)) for name, value in fault.details.items()}
    return texts(f"fault.{fault.code}", **details)


def _as_json(fault: Fault, texts: Texts) -> dict[str, object]:
    sentence = _sentence(fault, texts)
    if fault.key is not None:
        sentence = f"{_shown(fault.key)}: {sentence}"
    return {"question": fault.question, "message": sentence}


def _shown(text: str) -> str:
    """Text from the input, safe for a terminal and never a whole page of it."""
    return printable(text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…")
