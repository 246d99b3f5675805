"""The app: the desk it works at, the language in use, and the keys that work everywhere."""

import asyncio
import contextlib
import sys
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.driver import Driver
from textual.widgets import Input

from screens import day, going_over, open_case, recount
from screens.ending import kept_when_stopped
from screens.escape import put_escape_first
from screens.frame import AtDesk, Frame
from screens.keyed import Keyed
from screens.looks import LOOKS
from screens.today import Today
from teui.casework import look, office
from teui.casework.desk import Desk, open_desk
from teui.clock import Clock
from teui.errors import TeuiError
from teui.practice.texts import LANGUAGES


class TeuiApp(AtDesk):
    """Opens on Today, or over it on the interview of the client whose uid is `interview_of`.

    Everything it shows comes from `desk` and the language files.
    """

    CSS_PATH = "app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = []
    ENABLE_COMMAND_PALETTE = False
    TITLE = "teui"

    def __init__(self, desk: Desk, language: str, interview_of: str | None = None) -> None:
        super().__init__(desk, language, open_case)
        self._interview_of = interview_of

    def get_driver_class(self) -> type[Driver]:
        if sys.platform == "win32":
            return super().get_driver_class()
        from screens.waking import WakingDriver

        put_escape_first()
        return WakingDriver

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key) and not event.is_forwarded and self._is_keyed():
            self.keys.put(event)
        else:
            await super().on_event(event)

    def _is_keyed(self) -> bool:
        return bool(self.screen_stack) and isinstance(self.screen, Keyed)

    def on_mount(self) -> None:
        self._handing_over = asyncio.create_task(self.keys.run())
        today = Today()
        self.push_screen(today)
        if self._interview_of is not None:
            today.call_after_refresh(open_case.open_interview, today, self._interview_of)
        watch = day.DayWatch(self.desk.clock)
        self.call_later(day.begin, self, watch)
        self.call_after_refresh(recount.keep_in_step, self)
        self.call_after_refresh(going_over.carry_out, self)
        self.set_interval(day.LOOK_EVERY, lambda: day.look(self, watch))

    def on_unmount(self) -> None:
        self._handing_over.cancel()

    def action_next_language(self) -> None:
        at = LANGUAGES.index(self.language)
        self.language = LANGUAGES[(at + 1) % len(LANGUAGES)]
        for screen in self.screen_stack:
            if isinstance(screen, Keyed):
                screen.reword()

    def action_next_look(self) -> None:
        self.put_on(LOOKS[(LOOKS.index(self.look) + 1) % len(LOOKS)])
        if isinstance(self.screen, Frame):
            said = self.texts(f"frame.look.{self.look}")
            if self.no_color:
                said = self.texts("frame.look.no_color", look=said)
            self.screen.say(said, "note")
            self.run_worker(self.screen.written(look.keep(self.desk, self.look)))

    def action_find_client(self) -> None:
        from screens.clients import Clients

        if not isinstance(self.screen, Clients):
            self.push_screen(Clients())

    def action_settings(self) -> None:
        from screens.settings import Settings

        if not isinstance(self.screen, Settings):
            self.push_screen(Settings())

    def action_show_keys(self) -> None:
        from screens.dialogs.keys_help import KeysHelp

        if isinstance(self.screen, Frame):
            screen = self.screen
            self.push_screen(KeysHelp(screen.keys_here(), screen.legend()))

    def action_palette(self) -> None:
        from screens.dialogs.palette import Palette

        if isinstance(self.screen, Frame):
            screen = self.screen

            def run(name: str | None) -> None:
                if name is not None:
                    self.call_later(screen.command, name)

            self.push_screen(Palette(screen.keys_here()), run)

    def action_copy_or_tell(self) -> None:
        focused = self.focused
        text = focused.selected_text if isinstance(focused, Input) else ""
        text = text or self.screen.get_selected_text() or ""
        if text:
            self.copy_to_clipboard(text)
        elif isinstance(self.screen, Frame):
            self.screen.say(self.texts("frame.how_to_leave"), "note")

    async def action_quit(self) -> None:
        """Textual's own way out asks the screens too."""
        await self.action_leave()

    async def action_leave(self) -> None:
        for screen in reversed(self.screen_stack):
            if isinstance(screen, Keyed) and not await screen.leave():
                return
        self.exit()

    def _fatal_error(self) -> None:
        """A crash prints where and what kind, never the values: they hold people's names."""
        from screens.crash import crash_report

        # What else fails in what has crashed must not hide why.
        with contextlib.suppress(Exception):
            self.rescue()
        self.bell()
        self._exit_renderables.append(crash_report(self.texts))
        self._close_messages_no_wait()


def run_app(
    location: str | None,
    *,
    clock: Clock,
    language: str,
    office_first: bool = False,
    interview_of: str | None = None,
) -> int:
    """Open the app on the store at `location` (None: the user's own); the exit status.

    `office_first`: the language that the office begins in, if it has one, goes before `language`.
    `interview_of`: the short handle of the client on whose interview it opens.
    Raises before anything is painted: StoreError where the store cannot be opened, TeuiError
    `handle_unknown`.
    """
    desk = open_desk(location, clock=clock)
    with desk.store:
        client = None
        if interview_of is not None:
            from teui.casework.client_record import client_of

            client = client_of(desk, interview_of)
        own = office.language(desk) if office_first else None
        return show_app(desk, own or language, client)


def show_app(desk: Desk, language: str, interview_of: str | None = None) -> int:
    """Run the app at a desk that is open; the exit status, 1 after a crash.

    Raises TeuiError `no_terminal` where there are no keys to be had.
    """
    if sys.__stdin__ is None or not sys.__stdin__.isatty():
        raise TeuiError("no_terminal")
    app = TeuiApp(desk, language, interview_of)
    with kept_when_stopped(app):
        app.run()
    return app.return_code or 0
