"""Screens whose keys take effect strictly in the order in which they were pressed."""

import asyncio
import contextlib
from collections.abc import Callable, Coroutine, Iterable
from typing import Any, ClassVar, Protocol, TypeVar, cast

from textual import events
from textual.message import Message
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget
from textual.worker import Worker, WorkerCancelled

from screens.keys import Key
from screens.widgets.entry import Entry
from screens.widgets.lines import ROLE_CLASSES
from screens.widgets.too_small import TooSmall, is_too_small
from teui.practice.texts import Texts

T = TypeVar("T")
READ = "read"
"""The group of workers that read what a screen shows."""
UNSEEN = frozenset({"f2", "ctrl+q"})
"""Keys that work in a window too small to see what the others would do."""


class Pressed(Message, bubble=False):
    """A key for the screen on top.

    `done`: True once it is handled to its end, False where it is meant for another screen by now.
    `is_taken`: the screen has begun to handle it; until then it can be `withdrawn`.
    """

    def __init__(self, event: events.Key) -> None:
        super().__init__()
        self.event = event
        self.is_taken = self.withdrawn = False
        self.done: asyncio.Future[bool] = asyncio.get_running_loop().create_future()


class Worded(Protocol):
    """An app that has words."""

    @property
    def texts(self) -> Texts: ...


class Keyed(Screen[T]):
    """Handles one key to its end before `screens.key_queue` hands over the next."""

    KEYS: ClassVar[tuple[Key, ...]] = ()
    AUTO_FOCUS = None
    COMPONENT_CLASSES: ClassVar[set[str]] = set(ROLE_CLASSES)
    # The two lines of text concerned repaint themselves; Textual would repaint the whole screen.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    _is_covered = False

    def __init__(self) -> None:
        super().__init__()
        self._works: list[Worker[Any]] = []
        self._is_stale = False

    @property
    def t(self) -> Texts:
        """The words of the language in use."""
        return cast("Worded", self.app).texts

    def paint(self) -> None:
        """Show the present state; called after a change of language too."""

    def reword(self) -> None:
        """Say everything in the language that is now in use."""
        self._cover_if_small()
        self.paint()

    def on_resize(self) -> None:
        self._cover_if_small()

    def _cover_if_small(self) -> None:
        size = self.app.size
        self._is_covered = is_too_small(size)
        covers = self.query(TooSmall)
        if self._is_covered:
            cover = covers.first() if covers else TooSmall()
            cover.tell(self.t, size)
            if not covers:
                self.mount(cover)
        else:
            covers.remove()

    def keys_here(self) -> Iterable[Key]:
        """The keys that work in this moment."""
        return self.KEYS

    def writing(self) -> Entry | None:
        """The line of text that has the cursor, None on screens without one."""
        return None

    def was_pressed(self, key: str) -> None:
        """Called after each key, whatever it did."""

    @property
    def is_open(self) -> bool:
        """Whether it has its panes still: work that it began may end after it was closed."""
        return self.app.is_running and self in self.app.screen_stack

    def once_laid_out(self, paint: Callable[[], None]) -> None:
        """Call `paint` after the next layout, unless a key has closed the screen by then."""
        self.call_after_refresh(lambda: paint() if self.is_open else None)

    def rescue(self) -> None:
        """Hand to the store what is typed and not yet saved, without waiting: the app ends."""

    async def before_leaving(self) -> bool:
        """Put on the disk what was typed; False keeps the screen open."""
        return True

    async def leave(self) -> bool:
        """Before the screen is closed for good: what it had begun ends; False keeps it open."""
        return await self.before_leaving()

    def begin_work(self, work: Coroutine[None, None, None]) -> None:
        """Begin work that a key or the answer of a dialog asked for; the next key waits for it."""
        self._works.append(self.run_worker(work))
        # What it changes is read anew at its end.
        self.wait_for_read()

    def wait_for_read(self) -> None:
        """The next key waits for what is being read: it is meant for what that will show."""
        self._is_stale = True

    async def read_last(self, reading: Coroutine[None, None, None]) -> None:
        """Read what a write has changed; an older read still under way would land last."""
        worker = self.run_worker(reading, exclusive=True, group=READ)
        with contextlib.suppress(WorkerCancelled):
            await worker.wait()

    def on_screen_resume(self) -> None:
        self.wait_for_read()

    async def _works_done(self) -> None:
        """What was begun is done, and what it or another screen changed is read anew."""
        while self._works or self._is_stale:
            works, self._works = self._works, []
            if not works:
                self._is_stale = False
                works = [w for w in self.workers if w.node is self and w.group == READ]
            for worker in works:
                with contextlib.suppress(WorkerCancelled):
                    await worker.wait()

    async def on_pressed(self, message: Pressed) -> None:
        message.stop()
        if message.withdrawn:
            return
        message.is_taken = True
        is_handled = True
        try:
            is_handled = await self._handle(message.event)
        finally:
            if not message.done.done():
                message.done.set_result(is_handled)

    async def _handle(self, event: events.Key) -> bool:
        """Let a key take effect; False where it is meant for the screen that is now on top."""
        # The answer of a dialog that has just closed waits in a callback: it comes before the key.
        await self._flush_next_callbacks()
        await self._works_done()
        if (top := self.app.screen) is not self and isinstance(top, Keyed):
            # What was waited for has led elsewhere; the key is meant for what is seen now.
            return False
        entry = self.writing()
        is_text = entry is not None and await entry.press(event)
        if not is_text and (not self._is_covered or event.key in UNSEEN):
            await self.command(event.key)
        if self.is_attached:
            self.was_pressed(event.key)
        return True

    async def command(self, key: str) -> bool:
        """Run the action of a key; False where it has none here."""
        for entry in self.keys_here():
            if key in entry.names:
                await self.run_action(entry.action.format(key=key))
                return True
        return False
