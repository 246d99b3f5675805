"""`teui fill`: invented clients for a demo or test store."""

import sys
import time
from typing import TYPE_CHECKING, Annotated

import typer

from teui.cli.options import LangOption, OnOption, StoreOption, command_app, settle, settle_at
from teui.plain import printable

if TYPE_CHECKING:
    from teui.casework.fill import Progress
    from teui.practice.texts import Texts

fill_app = command_app()

_EVERY_SECONDS = 2.0


@fill_app.command()
def fill_command(
    context: typer.Context,
    *,
    clients: Annotated[
        int, typer.Option("--clients", min=1, metavar="N", help="How many to invent.")
    ] = 30,
    seed: Annotated[
        int, typer.Option("--seed", metavar="S", help="The same number gives the same clients.")
    ] = 1,
    store: StoreOption = None,
    lang: LangOption = None,
    on: OnOption = None,
) -> None:
    """Fill a demo store with invented clients and what happened to them. Refuses a real one."""
    from teui.casework.desk import desk_of, open_existing
    from teui.casework.fill import fill

    common = settle(context, store, lang, on)
    with open_existing(common.store, clock=common.clock) as opened:
        desk = desk_of(opened)
        common = settle_at(context, common, desk)
        fill(desk, clients, seed, _progress(common.texts))
        typer.echo(printable(common.texts("fill.done", clients=clients, path=opened.path)))


def _progress(texts: "Texts") -> "Progress":
    """Says every few seconds how far it is, over the same line where there is a terminal."""
    last = time.monotonic()
    over = "\r" if sys.stderr.isatty() else ""

    def tell(number: int, of: int) -> None:
        nonlocal last
        if time.monotonic() - last < _EVERY_SECONDS:
            return
        last = time.monotonic()
        line = texts("fill.progress", n=number, all=of)
        typer.echo(f"{over}{line}{over}", err=True, nl=not over)

    return tell
