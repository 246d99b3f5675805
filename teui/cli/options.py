"""What all commands share: the options --store, --lang and --on, and how a command app is made."""

import os
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from teui.clock import Clock
from teui.practice.texts import LANGUAGES, SOURCE, Texts, load_texts

if TYPE_CHECKING:
    from teui.casework.desk import Desk


@dataclass(frozen=True, slots=True)
class Common:
    """The shared options, settled: where the store is (None: the user's own), words, clock.

    `from_locale`: nobody named the language; the office's own then goes before it.
    """

    store: str | None
    language: str
    clock: Clock
    from_locale: bool = False

    @property
    def texts(self) -> Texts:
        """The words of the app alone, without those of a practice model."""
        return load_texts(self.language)

    def at(self, desk: "Desk") -> "Common":
        """The same at a desk that is open: in the office's language, where none was named."""
        if not self.from_locale:
            return self
        from teui.casework.office import language

        return replace(self, language=language(desk) or self.language)


def _language(value: str | None) -> str | None:
    if value is not None and value not in LANGUAGES:
        raise typer.BadParameter(f"“{value}” is none of {', '.join(LANGUAGES)}.")
    return value


def _day(value: str | None) -> str | None:
    if value is not None:
        try:
            exact = date.fromisoformat(value).isoformat() == value
        except ValueError:
            exact = False
        if not exact:
            raise typer.BadParameter(f"“{value}” is no day: write YYYY-MM-DD.")
    return value


_STORE_HELP = "The store's file. Left out: TEUI_STORE, else the one in your data folder."
_LANG_HELP = "fi, sv or en. Left out: TEUI_LANG, else the office's, else the locale."
_ON_HELP = "Take this day, YYYY-MM-DD, for today: for demonstrations and tests (TEUI_TODAY)."

# On every command; the same before the command's name, where the environment is read.
StoreOption = Annotated[str | None, typer.Option("--store", metavar="PATH", help=_STORE_HELP)]
LangOption = Annotated[
    str | None, typer.Option("--lang", metavar="LANG", callback=_language, help=_LANG_HELP)
]
OnOption = Annotated[str | None, typer.Option("--on", metavar="DATE", callback=_day, help=_ON_HELP)]
GlobalStore = Annotated[
    str | None, typer.Option("--store", metavar="PATH", envvar="TEUI_STORE", help=_STORE_HELP)
]
GlobalLang = Annotated[
    str | None,
    typer.Option("--lang", metavar="LANG", envvar="TEUI_LANG", callback=_language, help=_LANG_HELP),
]
GlobalOn = Annotated[
    str | None,
    typer.Option("--on", metavar="DATE", envvar="TEUI_TODAY", callback=_day, help=_ON_HELP),
]


def settle(
    context: typer.Context,
    store: str | None = None,
    lang: str | None = None,
    on: str | None = None,
) -> Common:
    """A command's own options, else those before its name, else environment and locale."""
    above = context.find_object(Common)
    if above is None:
        above = Common(None, locale_language(), Clock(), from_locale=True)
    clock = above.clock if on is None else above.clock.on(date.fromisoformat(on))
    settled = Common(
        store or above.store,
        lang or above.language,
        clock,
        from_locale=above.from_locale and lang is None,
    )
    context.obj = settled
    _speak(context, settled)
    return settled


def settle_at(context: typer.Context, common: Common, desk: "Desk") -> Common:
    """The same at a desk that is open, as `Common.at`; what goes wrong is said in its language."""
    here = common.at(desk)
    _speak(context, here)
    return here


def _speak(context: typer.Context, common: Common) -> None:
    """Errors end up at the top, above the command that knows the language."""
    context.find_root().obj = common


def locale_language() -> str:
    """The first of the locale's variables that is set decides; English where it is another."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            language = value[:2].lower()
            return language if language in LANGUAGES else SOURCE
    return SOURCE


def command_app(help_text: str | None = None) -> typer.Typer:
    """An app for one command or a group of them, to be named in `teui.cli.main.COMMANDS`."""
    return typer.Typer(
        help=help_text,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        pretty_exceptions_show_locals=False,
    )
