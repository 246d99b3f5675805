"""What every screen shares: head, foot, words, and talk with the store that never blocks."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from screens.keyed import Keyed
from screens.keys import footer
from screens.widgets.lines import Line, Lines, Span, line, spread
from teui.clock import local_time
from teui.errors import TeuiError
from teui.practice.texts import Texts

if TYPE_CHECKING:
    from screens.app import TeuiApp
    from teui.casework.desk import Desk

T = TypeVar("T")


class Frame(Keyed[None]):
    """A full screen: `#head` above, `#foot` below, where sentences to the adviser stand too."""

    def __init__(self) -> None:
        super().__init__()
        self._saved_at: datetime | None = None
        self._message: Line | None = None

    @property
    def teui(self) -> "TeuiApp":
        from screens.app import TeuiApp  # the app imports its screens

        app = self.app
        assert isinstance(app, TeuiApp)
        return app

    @property
    def desk(self) -> "Desk":
        return self.teui.desk

    @property
    def t(self) -> Texts:
        """The words of the language in use."""
        return self.teui.texts

    def paint(self) -> None:
        """Show the present state; called after every change and after a change of language."""

    def paint_frame(self, title: Line, *below: Line) -> None:
        """Head and foot; `title` gets the store's mark, the time of the last save, the language."""
        width = self.size.width
        self.query_one("#head", Lines).show((spread(title, self._corner(), width), *below))
        rows = footer(tuple(self.keys_here()), self.t, width)
        if self._message is not None:
            rows[0] = self._message
        self.query_one("#foot", Lines).show(rows)

    def _corner(self) -> Line:
        parts = [Span(self.t("frame.demo"), "warn"), Span("  ")] if self.teui.is_demo else []
        if self._saved_at is not None:
            at = local_time(self._saved_at)
            parts += [Span(self.t("frame.saved", at=at), "good"), Span("  ")]
        return (*parts, Span(f"{self.t.language} ", "dim"))

    def say(self, text: str, role: str = "warn") -> None:
        """A sentence to the adviser, above the keys until the next one is pressed."""
        self._message = line(" ", Span(text, role))
        self.paint()

    async def saved(self, written: "Future[T]") -> bool:
        """Wait until something typed is on the disk, and show when; False where it failed."""
        if not await self.written(written):
            return False
        self._saved_at = self.desk.clock.now()
        return True

    async def written(self, written: "Future[T]") -> bool:
        """Wait until a write is done; where it failed that is said, and False returned."""
        try:
            await asyncio.wrap_future(written)
        except TeuiError as error:
            self.say(self.t.error(error))
            return False
        return True

    async def read(self, task: Callable[[], T]) -> T | None:
        """Read from the store off the UI's thread; None where that failed, which is said."""
        try:
            return await asyncio.to_thread(task)
        except TeuiError as error:
            self.say(self.t.error(error))
            return None

    def on_resize(self) -> None:
        self.paint()
        # The panes learn their new sizes only with the next layout.
        self.call_after_refresh(self._paint_laid_out)

    def _paint_laid_out(self) -> None:
        if self in self.app.screen_stack:
            self.paint()

    def on_screen_resume(self) -> None:
        self.refresh_data()

    def refresh_data(self) -> None:
        """Read anew what another screen may have changed."""

    async def command(self, key: str) -> bool:
        if self._message is not None:
            self._message = None
            self.paint()
        return await super().command(key)

    def rescue(self) -> None:
        """Hand to the store what is typed and not yet saved, without waiting: the app ends."""

    async def before_leaving(self) -> bool:
        """Put on the disk what was typed; False keeps the screen open."""
        return True

    async def action_back(self) -> None:
        if await self.before_leaving():
            self.dismiss(None)
