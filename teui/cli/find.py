"""`teui find`: clients by name, number, identity code, e-mail or a word in a note."""

import json
from typing import Annotated

import typer

from teui.casework import clients
from teui.casework.clients import ClientRow
from teui.casework.desk import MODEL, open_desk
from teui.cli.options import LangOption, OnOption, StoreOption, command_app, settle, settle_at
from teui.errors import TeuiError
from teui.plain import printable
from teui.practice.days import show_day
from teui.practice.texts import Texts, load_texts

find_app = command_app()

NOBODY = 1
_LEAST, _MOST = 2, 50


@find_app.command()
def find_command(
    context: typer.Context,
    text: Annotated[
        str,
        typer.Argument(
            metavar="TEXT",
            help="Two letters of a name or more, last digits of a number, an identity code, an"
            " e-mail address, or words of a note.",
        ),
    ],
    *,
    limit: Annotated[
        int, typer.Option("--limit", min=1, metavar="N", help="At most so many.")
    ] = _MOST,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, for scripts.")] = False,
    store: StoreOption = None,
    lang: LangOption = None,
    on: OnOption = None,
) -> None:
    """Find clients: your own first, then the team's. Exit status 1 where there is nobody."""
    common = settle(context, store, lang, on)
    if len(text.strip()) < _LEAST:
        raise TeuiError("find_too_short", text=text.strip())
    desk = open_desk(common.store, clock=common.clock)
    try:
        common = settle_at(context, common, desk)
        # One more than asked for tells whether there are more.
        found = clients.find(desk, text, limit + 1)
    finally:
        desk.store.close()
    rows = found[:limit]
    texts = load_texts(common.language, MODEL)
    if as_json:
        typer.echo(json.dumps([_as_json(row) for row in rows], indent=2))
    else:
        for row in rows:
            typer.echo(printable(_line(texts, row)))
        if len(found) > limit:
            typer.echo(texts("clients.more", n=limit * 2))
        if not rows:
            typer.echo(texts("clients.found_nobody"))
    if not rows:
        raise typer.Exit(NOBODY)


def _line(t: Texts, row: ClientRow) -> str:
    born = show_day(row.birth_date) if row.birth_date else "-"
    phone = f"…{row.phone_end}" if row.phone_end else "-"
    owner = t("today.me") if row.mine else row.adviser
    note = f"  {row.note}" if row.note else ""
    draft = f"  {t('clients.draft')}" if row.draft else ""
    return (
        f"{row.handle}  {row.name:<26}  {born:<10}  {phone:<6}  {row.line or '-'}  {owner}"
        f"{draft}{note}"
    )


def _as_json(row: ClientRow) -> dict[str, object]:
    return {
        "client": row.handle,
        "name": row.name,
        "birth_date": row.birth_date.isoformat() if row.birth_date else None,
        "phone_end": row.phone_end or None,
        "line": row.line,
        "owner": row.adviser,
        "team": row.team,
        "mine": row.mine,
        "draft": row.draft,
        "note": row.note or None,
    }
