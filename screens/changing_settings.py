"""How a setting is changed: asked for, written at once, said."""

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from typing import Any

from screens import recount
from screens.dialogs.entry_dialog import EntryDialog
from screens.dialogs.picker import Picker
from screens.frame import Frame
from screens.widgets.settings_lines import SettingsView
from screens.words import Words


class ChangingSettings(Frame):
    """A screen on the office's settings, as those who ask about one of them know it."""

    def __init__(self) -> None:
        super().__init__()
        self.view: SettingsView | None = None
        self._to_forget: list[str] = []

    async def load_view(self) -> None:
        """Read the settings anew and show them."""
        raise NotImplementedError

    @property
    def shown(self) -> SettingsView:
        """What is on the screen; there is something once a row can be chosen."""
        assert self.view is not None
        return self.view

    def pick(
        self,
        title: Words,
        options: Mapping[str, Words],
        then: Callable[[str], None],
        chosen: str | None = None,
    ) -> None:
        """Ask for one of `options`; after Esc nothing happens."""

        def take(code: str | None) -> None:
            if code is None:
                # What was typed for it is not done with.
                self._to_forget.clear()
            else:
                then(code)

        self.app.push_screen(Picker(title, options, chosen), take)

    def type_text(
        self,
        what: str,
        words: tuple[Words, Words],
        value: str,
        check: Callable[[str], str],
        then: Callable[[str], None],
    ) -> None:
        """Ask for one text under a title with its hint; Esc keeps it for the next time."""
        place = f"settings:{what}"

        def keep(typed: str) -> None:
            self.keep(place, "" if typed == value else typed)

        def take(typed: str | None) -> None:
            if typed is None:
                self._to_forget.clear()
            else:
                keep(typed)
                self._to_forget.append(place)
                then(typed)

        title, hint = words
        shown = self.kept(place) or value
        dialog = EntryDialog(title, hint, check, value=shown, keep=keep)
        self.app.push_screen(dialog, take)

    def said(self, name: str, value: str) -> str:
        """What to say of a change once it is saved."""
        return self.t("settings.changed", name=name, value=value)

    def write(self, written: "Future[Any]", said: str, *, recounts: bool = False) -> None:
        """Wait for a change, show it, say it; `recounts`: follow-ups are to come in step."""

        async def wait() -> None:
            if await self.saved(written):
                for place in self._to_forget:
                    self.keep(place, "")
                self._to_forget.clear()
                await self.load_view()
                self.say(said, "good")
                if recounts:
                    recount.keep_in_step(self.teui)

        self.begin_work(wait())
