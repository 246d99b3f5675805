"""`teui`: without a command it opens the app; each command's module is imported when called."""

import traceback
from collections.abc import Mapping
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer.core import TyperGroup
from typer.main import get_command

from teui import __version__
from teui.cli.options import (
    Common,
    GlobalLang,
    GlobalOn,
    GlobalStore,
    locale_language,
    settle,
)
from teui.cli.plain_values import take_texts_as_typed
from teui.clock import Clock
from teui.errors import TeuiError
from teui.plain import printable

if TYPE_CHECKING:
    from typer._click import Command, Context

# A command, or group of commands: its module and the Typer app in it.
COMMANDS: Mapping[str, str] = {
    "suggest": "teui.cli.suggest:suggest_app",
    "due": "teui.cli.due:due_app",
    "find": "teui.cli.find:find_app",
    "interview": "teui.cli.interview:interview_app",
    "show": "teui.cli.show:show_app",
    "plan": "teui.cli.plan:plan_app",
    "store": "teui.cli.store:store_app",
    "fill": "teui.cli.fill:fill_app",
    "demo": "teui.cli.demo:demo_app",
}
CRASHED = 70
_OWN_CODE = Path(__file__).parents[2]

take_texts_as_typed()


class Commands(TyperGroup):
    """The commands by name, imported on demand; errors become one sentence and an exit status."""

    def list_commands(self, ctx: "Context") -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: "Context", cmd_name: str) -> "Command | None":
        if cmd_name not in self.commands and cmd_name in COMMANDS:
            module, _, name = COMMANDS[cmd_name].partition(":")
            command = get_command(getattr(import_module(module), name))
            command.name = cmd_name
            self.commands[cmd_name] = command
        return self.commands.get(cmd_name)

    def invoke(self, ctx: "Context") -> object:
        try:
            return super().invoke(ctx)
        except TeuiError as error:
            _say(ctx, error)
            raise typer.Exit(error.exit_status) from error
        except (BrokenPipeError, typer.Exit, typer.Abort, EOFError):
            raise
        except Exception as error:
            # Click's own errors, which its main() words, all carry this method.
            if hasattr(error, "format_message"):
                raise
            _say(ctx, _crash(error))
            raise typer.Exit(CRASHED) from error


def _say(ctx: "Context", error: TeuiError) -> None:
    common = ctx.find_object(Common) or Common(None, locale_language(), Clock())
    typer.echo(printable(common.texts.error(error)), err=True)


def _crash(error: Exception) -> TeuiError:
    """Kind and place only: the message and the variables of a crash may hold people's names."""
    frames = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if Path(frame.filename).is_relative_to(_OWN_CODE)
    ]
    places = [
        f"{Path(frame.filename).relative_to(_OWN_CODE).as_posix()}:{frame.lineno}"
        for frame in frames[-3:]
    ]
    return TeuiError("crashed", kind=type(error).__name__, place=" > ".join(places))


app = typer.Typer(
    cls=Commands,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    pretty_exceptions_show_locals=False,
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(__version__)
        raise typer.Exit


@app.callback(invoke_without_command=True)
def open_app(
    context: typer.Context,
    store: GlobalStore = None,
    lang: GlobalLang = None,
    on: GlobalOn = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """The workbench of an employment-service adviser. Without a command the app opens on Today."""
    clock = Clock(None if on is None else date.fromisoformat(on))
    context.obj = Common(store, lang or locale_language(), clock, from_locale=lang is None)
    if context.invoked_subcommand is None:
        from screens.app import run_app

        common = settle(context)
        status = run_app(
            common.store,
            clock=common.clock,
            language=common.language,
            office_first=common.from_locale,
        )
        raise typer.Exit(status)


def run() -> None:
    """The entry point of the command `teui`."""
    app(prog_name="teui")


if __name__ == "__main__":
    run()
