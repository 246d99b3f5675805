"""`teui interview`: the app, opened on one client's interview."""

from importlib import import_module
from typing import Annotated

import typer

from teui.cli.options import LangOption, OnOption, StoreOption, command_app, settle

interview_app = command_app()


@interview_app.command()
def interview_command(
    context: typer.Context,
    client: Annotated[
        str, typer.Argument(metavar="CLIENT", help="The short handle shown beside the name.")
    ],
    store: StoreOption = None,
    lang: LangOption = None,
    on: OnOption = None,
) -> None:
    """Open the app on a client's interview: the one begun, else a new one."""
    common = settle(context, store, lang, on)
    screens = import_module("screens.app")
    status: int = screens.run_app(
        common.store,
        clock=common.clock,
        language=common.language,
        office_first=common.from_locale,
        interview_of=client,
    )
    raise typer.Exit(status)
