"""Asking for a paper: which one, in which language, and into which folder it is written."""

import asyncio
from typing import cast

from screens.dialogs.entry_dialog import EntryDialog
from screens.dialogs.picker import Picker
from screens.frame import Frame
from screens.words import Words, word
from teui.casework import clients
from teui.casework.papers import plan_source
from teui.casework.papers.writing import Format, default_folder, write_plan
from teui.errors import TeuiError
from teui.practice.texts import LANGUAGES, Texts, load_texts

_FOLDER = "paper:folder"
"""Where the folder typed last is found again."""
_KINDS: tuple[Format, ...] = ("pdf", "docx")


async def ask_for_plan(screen: Frame, client_uid: str) -> None:
    """Ask for the kind of paper and the folder, then write it; the client's language of service
    is put forward. Before a line is decided there is no plan, which is said."""
    desk = screen.desk
    # A paper shows the client as the open record does.
    if not await screen.written(clients.opened(desk, client_uid)):
        return
    spoken = await screen.read(lambda: plan_source.spoken(desk, client_uid))
    if spoken is None:
        return
    first = spoken or screen.t.language
    languages = (first, *(each for each in LANGUAGES if each != first))
    options = {
        f"{kind}:{language}": _choice(kind, language) for language in languages for kind in _KINDS
    }

    def take(chosen: str | None) -> None:
        if chosen is not None:
            kind, _, language = chosen.partition(":")
            _ask_folder(screen, client_uid, cast("Format", kind), language)

    screen.app.push_screen(Picker(word("paper.choose.title"), options), take)


def _choice(kind: str, language: str) -> Words:
    def words(t: Texts) -> str:
        return t(f"paper.choose.{kind}", language=t(f"language_name.{language}"))

    return words


def _ask_folder(screen: Frame, client_uid: str, kind: Format, language: str) -> None:
    def take(folder: str | None) -> None:
        if folder is not None:
            screen.begin_work(_write(screen, client_uid, kind, language, folder))

    screen.app.push_screen(
        EntryDialog(
            word("paper.folder.title"),
            word("paper.folder.help"),
            str,
            value=screen.kept(_FOLDER) or str(default_folder()),
            keep=lambda typed: screen.keep(_FOLDER, typed),
            whole=True,
        ),
        take,
    )


async def _write(screen: Frame, client_uid: str, kind: Format, language: str, folder: str) -> None:
    """Write it off the keys' thread, and say where it is or why it is not."""
    screen.keep(_FOLDER, folder)
    t = load_texts(language, screen.desk.model_id)
    try:
        path = await asyncio.to_thread(write_plan, screen.desk, client_uid, t, kind, folder)
    except TeuiError as error:
        screen.say(screen.t.error(error))
        return
    screen.say(screen.t("paper.written", file=path), "good")
