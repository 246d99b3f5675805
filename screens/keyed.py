"""Screens whose keys take effect strictly in the order in which they were pressed."""

from collections.abc import Iterable
from typing import ClassVar, TypeVar

from textual import events
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

from screens.keys import Key
from screens.widgets.entry import Entry

T = TypeVar("T")


class Keyed(Screen[T]):
    """One queue, the screen's own, handles every key to its end before the next is looked at.

    `TeuiApp` hands keys to the screen on top; one that arrives while this screen is giving way
    to another is passed on to it, so that nothing typed ahead is lost or misread.
    """

    KEYS: ClassVar[tuple[Key, ...]] = ()
    AUTO_FOCUS = None
    # The two lines of text concerned repaint themselves; Textual would repaint the whole screen.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    def keys_here(self) -> Iterable[Key]:
        """The keys that work in this moment."""
        return self.KEYS

    def writing(self) -> Entry | None:
        """The line of text that has the cursor, None on screens without one."""
        return None

    def was_pressed(self, key: str) -> None:
        """Called after each key, whatever it did."""

    def rescue(self) -> None:
        """Hand to the store what is typed and not yet saved, without waiting: the app ends."""

    async def before_leaving(self) -> bool:
        """Put on the disk what was typed; False keeps the screen open."""
        return True

    async def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        if self.app.screen is not self:
            self.app.screen.post_message(events.Key(event.key, event.character))
            return
        entry = self.writing()
        if entry is None or not await entry.press(event):
            await self.command(event.key)
        if self.is_attached:
            self.was_pressed(event.key)

    async def command(self, key: str) -> bool:
        """Run the action of a key; False where it has none here."""
        for entry in self.keys_here():
            if key in entry.names:
                await self.run_action(entry.action.format(key=key))
                return True
        return False
