"""`teui demo`: the app on a throw-away store of invented clients."""

import contextlib
import signal
from collections.abc import Iterator
from importlib import import_module
from types import FrameType
from typing import NoReturn

import typer

from teui.cli.options import LangOption, OnOption, command_app, settle

demo_app = command_app()

# What ends a program from outside and lets it clean up; a closed terminal hangs up.
_STOPS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
_STOPPED = 128


@demo_app.command()
def demo_command(context: typer.Context, lang: LangOption = None, on: OnOption = None) -> None:
    """Open the app on invented clients. Nothing of it is kept when it is closed."""
    from teui.casework.demo import CLIENTS, demo_desk

    common = settle(context, lang=lang, on=on)
    typer.echo(common.texts("fill.demo", clients=CLIENTS), err=True)
    with stopped_as_exit(), demo_desk(common.clock, CLIENTS) as desk:
        screens = import_module("screens.app")
        status: int = screens.show_app(desk, common.language)
    raise typer.Exit(status)


@contextlib.contextmanager
def stopped_as_exit() -> Iterator[None]:
    """Inside, being told to stop unwinds the program, so that what it made is removed."""
    before = {number: signal.signal(number, _unwind) for number in _STOPS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _unwind(number: int, _frame: FrameType | None) -> NoReturn:
    # The first one is enough: a second must not cut the removing short.
    for each in _STOPS:
        signal.signal(each, signal.SIG_IGN)
    raise SystemExit(_STOPPED + number)
