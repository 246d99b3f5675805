"""`teui store`: makes a store, and describes one."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from teui.cli.options import LangOption, StoreOption, command_app, settle, settle_at
from teui.plain import printable

if TYPE_CHECKING:
    from teui.casework.keeping import StoreStatus
    from teui.practice.texts import Texts

store_app = command_app("Makes a store, and describes one.")

JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]


@store_app.command("init")
def init_command(
    context: typer.Context,
    *,
    demo: Annotated[
        bool, typer.Option("--demo", help="For invented clients; without a key of its own.")
    ] = False,
    key_file: Annotated[
        Path | None,
        typer.Option(
            "--key-file",
            metavar="FILE",
            help="Where the key is kept. Left out: beside the store. One that is there is used.",
        ),
    ] = None,
    adviser: Annotated[
        str | None, typer.Option("--adviser", metavar="NAME", help="Left out: your login name.")
    ] = None,
    team: Annotated[
        str | None, typer.Option("--team", metavar="NAME", help="Left out: a first team.")
    ] = None,
    as_json: JsonOption = False,
    store: StoreOption = None,
    lang: LangOption = None,
) -> None:
    """Make a store with its first adviser and team. One that is there is never touched."""
    from teui.casework.desk import KEY_VARIABLE, founders_named, key_file_of, make_store, place
    from teui.casework.keeping import describe
    from teui.store.keyfile import key_path

    common = settle(context, store=store, lang=lang)
    path = place(common.store)
    kept = key_file or (None if demo else key_file_of(path))
    founders = founders_named(adviser, team)
    made = make_store(path, "demo" if demo else "real", founders, common.clock, key_file=kept)
    with made:
        status = describe(made)
    _print(status, common.texts, as_json=as_json)
    if kept is not None and not as_json:
        typer.echo(printable(common.texts("store.keep_key", key_file=kept)))
        if kept != key_path(path):
            line = common.texts("store.name_key", variable=KEY_VARIABLE, key_file=kept)
            typer.echo(printable(line))


@store_app.command("status")
def status_command(
    context: typer.Context,
    *,
    as_json: JsonOption = False,
    store: StoreOption = None,
    lang: LangOption = None,
) -> None:
    """Say what the store is, how it is protected and what it holds."""
    from teui.casework.desk import desk_of, open_existing
    from teui.casework.keeping import describe

    common = settle(context, store=store, lang=lang)
    with open_existing(common.store, clock=common.clock) as opened:
        common = settle_at(context, common, desk_of(opened))
        status = describe(opened)
    _print(status, common.texts, as_json=as_json)


def _print(status: "StoreStatus", texts: "Texts", *, as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(asdict(status) | {"path": str(status.path)}))
        return
    if not status.encrypted:
        safety = "not_encrypted"
    else:
        safety = "protected" if status.protected else "not_protected"
    lines = {
        "path": status.path,
        "kind": texts(f"store.kind_{status.kind}"),
        "safety": texts(f"store.{safety}"),
        "adviser": status.adviser,
        "team": status.team,
        "clients": status.clients,
        "acts": status.acts,
        "schema": status.schema,
    }
    for name, value in lines.items():
        typer.echo(printable(f"{texts(f'store.{name}')}: {value}"))
