"""`teui plan`: the plan on paper."""

from pathlib import Path
from typing import Annotated

import typer

from teui.casework import clients
from teui.casework.client_record import client_of
from teui.casework.desk import MODEL, open_desk
from teui.casework.papers import plan_source
from teui.casework.papers.writing import FORMATS, Format, content, file_name, save
from teui.cli.options import LangOption, OnOption, StoreOption, command_app, settle, settle_at
from teui.practice.texts import load_texts

plan_app = command_app()

_ON_SCREEN = frozenset({"text", "json"})


def _kind(value: str) -> str:
    if value not in FORMATS:
        raise typer.BadParameter(f"“{value}” is none of {', '.join(FORMATS)}.")
    return value


@plan_app.command()
def plan_command(
    context: typer.Context,
    client: Annotated[
        str, typer.Argument(metavar="CLIENT", help="The short handle, as it stands on screen.")
    ],
    *,
    kind: Annotated[
        str, typer.Option("--format", callback=_kind, help=f"One of: {', '.join(FORMATS)}.")
    ] = "text",
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            metavar="FILE",
            help="The file; left out, PDF and DOCX get a name in this folder.",
        ),
    ] = None,
    identity_code: Annotated[
        bool, typer.Option("--identity-code", help="With the identity code, else left out.")
    ] = False,
    store: StoreOption = None,
    lang: LangOption = None,
    on: OnOption = None,
) -> None:
    """Write the employment plan as a paper for the client. That it was looked at is noted."""
    common = settle(context, store, lang, on)
    desk = open_desk(common.store, clock=common.clock)
    as_kind: Format = next(each for each in FORMATS if each == kind)
    try:
        common = settle_at(context, common, desk)
        t = load_texts(common.language, MODEL)
        uid = client_of(desk, client)
        clients.opened(desk, uid).result()
        source = plan_source.read(desk, uid)
        written = content(desk, t, source, as_kind, identity_code=identity_code)
    finally:
        desk.store.close()
    if out is None and as_kind in _ON_SCREEN:
        typer.echo(written.decode(), nl=False)
    else:
        path = save(out or Path(file_name(source, t.language, as_kind)), written)
        typer.echo(t("paper.written", file=path), err=as_kind in _ON_SCREEN)
