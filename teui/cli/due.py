"""`teui due`: what is due, by day to act."""

import json
from pathlib import Path
from typing import Annotated

import typer

from teui.casework import today
from teui.casework.desk import MODEL, open_desk
from teui.casework.today import TodayRow
from teui.casework.wording import what, why
from teui.cli.options import LangOption, OnOption, StoreOption, command_app, settle, settle_at
from teui.plain import printable
from teui.practice.texts import Texts, load_texts

due_app = command_app()

NOTHING_DUE = 1
_GRADES = ("overdue", "due", "coming")
_ALL = -1
_WHAT = 38


@due_app.command()
def due_command(
    context: typer.Context,
    *,
    view: Annotated[
        str, typer.Option("--view", metavar="NAME", help=f"One of: {', '.join(today.VIEWS)}.")
    ] = today.OWN,
    limit: Annotated[
        int | None, typer.Option("--limit", min=1, metavar="N", help="At most so many.")
    ] = None,
    ics: Annotated[
        Path | None,
        typer.Option("--ics", metavar="FILE", help="Write it as a file for calendar programs."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, for scripts.")] = False,
    store: StoreOption = None,
    lang: LangOption = None,
    on: OnOption = None,
) -> None:
    """List what is due: overdue, due today, coming. Exit status 1 where nothing is."""
    common = settle(context, store, lang, on)
    desk = open_desk(common.store, clock=common.clock)
    try:
        common = settle_at(context, common, desk)
        rows = today.page(desk, view, _ALL if limit is None else limit)
        left = 0 if limit is None else today.count(desk, view) - len(rows)
    finally:
        desk.store.close()
    texts = load_texts(common.language, MODEL)
    if ics is not None:
        from teui.casework import calendar_file

        calendar_file.write(ics, texts, rows, common.clock.now())
    if as_json:
        typer.echo(json.dumps([_as_json(texts, row) for row in rows], indent=2))
    elif ics is not None:
        typer.echo(printable(texts.count("due.written", len(rows), path=ics)))
    else:
        _print(texts, rows, left)
    if not rows:
        raise typer.Exit(NOTHING_DUE)


def _print(t: Texts, rows: tuple[TodayRow, ...], left: int) -> None:
    for grade in _GRADES:
        here = [row for row in rows if row.grade == grade]
        if here:
            typer.echo(t(f"today.{grade}", n=len(here)))
            for row in here:
                typer.echo(printable(_line(t, row)))
    if not rows:
        typer.echo(t("due.nothing"))
    if left > 0:
        typer.echo(t("due.more", n=left, all=len(rows) + left))


def _line(t: Texts, row: TodayRow) -> str:
    mark = "!" if row.overdue else " "
    moved = "←" if row.moved else " "
    owner = t("today.me") if row.mine else row.adviser
    day = f"{t.full_day(row.act_on)} {moved}"
    words = what(t, row.rule, row.params)
    who = f"{row.handle}  {row.client:<24}"
    return f"{mark}{day:<17}{who}  {words:<{_WHAT}}  {row.line or '-'}  {owner}"


def _as_json(t: Texts, row: TodayRow) -> dict[str, object]:
    return {
        "follow_up": row.uid,
        "client": row.handle,
        "name": row.client,
        "rule": row.rule,
        "params": dict(row.params),
        "what": what(t, row.rule, row.params),
        "why": why(t, row.rule, row.params, row.due),
        "source": row.source,
        "window_from": row.window_from.isoformat(),
        "due": row.due.isoformat(),
        "act_on": row.act_on.isoformat(),
        "grade": row.grade,
        "state": row.state,
        "line": row.line,
        "owner": row.adviser,
        "mine": row.mine,
    }
