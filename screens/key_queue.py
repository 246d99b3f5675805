"""Keys in the order in which they were pressed, whatever screens come and go between them."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

from textual import events
from textual.app import App

from screens.keyed import Keyed, Pressed

LOOK_AGAIN = 0.2
"""Seconds after which it is asked whether the screen that has a key is still there."""


@dataclass
class KeyQueue:
    """One key is handled to its end, by the screen then on top, before the next is handed over.

    Given to the screens as they arrive, a key could overtake the one before it: that one waits
    with a screen which is just giving way to another.
    """

    app: App[None]
    _waiting: asyncio.Queue[events.Key] = field(default_factory=asyncio.Queue)

    def put(self, event: events.Key) -> None:
        self._waiting.put_nowait(event)

    async def drained(self) -> None:
        """Until every key put in so far is handled."""
        await self._waiting.join()

    async def run(self) -> None:
        """Hand over one key after another, as long as the app runs."""
        while True:
            event = await self._waiting.get()
            try:
                await self._hand_over(event)
            finally:
                self._waiting.task_done()

    async def _hand_over(self, event: events.Key) -> None:
        while isinstance(screen := self.app.screen, Keyed):
            pressed = Pressed(event)
            screen.post_message(pressed)
            while not pressed.done.done():
                await asyncio.wait([pressed.done], timeout=LOOK_AGAIN)
                if not pressed.is_taken and self._is_gone(screen):
                    pressed.withdrawn = True
                    break
            if pressed.done.done() and pressed.done.result():
                return
        if not isinstance(self.app.screen, Keyed):
            # Textual's own, as the palette.
            self.app.screen._forward_event(event)

    def _is_gone(self, screen: Keyed[Any]) -> bool:
        """Whether it was closed before it saw its key; one that is only slow to open keeps it."""
        is_closed = screen.is_mounted and not screen.is_running
        return is_closed or screen not in self.app.screen_stack
