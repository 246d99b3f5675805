"""What every screen shares: the app at its desk, head, foot, words, talk with the store."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal, Protocol, TypeVar

from screens.key_queue import KeyQueue
from screens.keyed import Keyed
from screens.keys import footer
from screens.looks import Looking
from screens.widgets.lines import Line, Lines, Span, line, spread, width_of, wrap
from teui.casework import look, unfinished
from teui.casework.desk import Desk
from teui.clock import local_time
from teui.errors import TeuiError
from teui.practice.texts import Texts, load_texts

if TYPE_CHECKING:
    from teui.casework.undone import Undone

T = TypeVar("T")
Way = Literal["undo", "redo"]
PATIENCE = 1.0
"""Seconds until the adviser is told that the store is being waited for."""
LONGEST_SAID = 5
"""Rows that a sentence to the adviser may take."""


class Doors(Protocol):
    """From a screen to the work with a client; each says what must come first where it cannot.

    Screens go through these and know nothing of each other's making.
    """

    async def open_case(self, screen: "Frame", client_uid: str) -> None: ...
    async def open_interview(self, screen: "Frame", client_uid: str) -> None: ...
    async def open_reassessment(self, screen: "Frame", client_uid: str) -> None: ...
    async def open_decision(self, screen: "Frame", client_uid: str) -> None: ...
    async def open_plan(self, screen: "Frame", client_uid: str) -> None: ...
    async def open_offers(self, screen: "Frame", client_uid: str) -> None: ...
    async def open_assessment(self, screen: "Frame", assessment_uid: str) -> None: ...
    async def open_copying(self, screen: "Frame", client_uid: str | None) -> None: ...
    async def open_services(self, screen: "Frame", client_uid: str) -> None: ...
    async def open_edit(self, screen: "Frame", client_uid: str) -> None: ...
    async def open_transition(self, screen: "Frame", client_uid: str) -> None: ...
    async def open_handover(self, screen: "Frame", client_uid: str) -> None: ...
    async def acknowledge(self, screen: "Frame", client_uid: str) -> None: ...
    async def open_end(self, screen: "Frame", client_uid: str) -> None: ...
    async def open_consulting(self, screen: "Frame", client_uid: str) -> None: ...
    async def open_facing(self, screen: "Frame", client_uid: str | None) -> None: ...
    async def take_back(self, screen: "Frame", way: Way) -> None: ...


class AtDesk(Looking):
    """An app at a desk, in one of the languages."""

    def __init__(self, desk: Desk, language: str, doors: Doors) -> None:
        super().__init__()
        self.desk = desk
        self.language = language
        self.doors = doors
        self.is_demo = desk.store.kind == "demo"
        self.keys = KeyQueue(self)
        self.unfinished = dict(unfinished.load(desk))
        self.put_on(look.load(desk))

    @property
    def texts(self) -> Texts:
        return load_texts(self.language, self.desk.model_id)

    def rescue(self) -> None:
        """Hand to the store what is typed and not yet saved; closing the store waits for it."""
        for screen in self.screen_stack:
            if isinstance(screen, Keyed):
                screen.rescue()

    async def end_now(self, status: int) -> None:
        """Leave without a question, behind the keys that came before; the exit status is given."""
        await self.keys.drained()
        self.rescue()
        self.exit(return_code=status)


class Frame(Keyed[None]):
    """A full screen: `#head` above, `#foot` below, where sentences to the adviser stand too."""

    def __init__(self) -> None:
        super().__init__()
        self._saved_at: datetime | None = None
        self._message: list[Line] = []

    @property
    def teui(self) -> AtDesk:
        app = self.app
        assert isinstance(app, AtDesk)
        return app

    @property
    def doors(self) -> Doors:
        """The ways to the work with a client."""
        return self.teui.doors

    @property
    def desk(self) -> Desk:
        return self.teui.desk

    def legend(self) -> tuple[tuple[str, str], ...]:
        """The marks of this screen, each with the last part of its text `legend.…`."""
        return ()

    def paint_frame(self, title: Line, *below: Line) -> None:
        """Head and foot; `title` gets the store's mark, the time of the last save, the language."""
        width = self.size.width
        self.query_one("#head", Lines).show((spread(title, self._corner(), width), *below))
        rows = footer(tuple(self.keys_here()), self.t, width)
        if self._message:
            rows[: len(self._message)] = self._message
        foot = self.query_one("#foot", Lines)
        if foot.styles.height is None or foot.styles.height.value != len(rows):
            foot.styles.height = len(rows)
        foot.show(rows)

    @property
    def corner_width(self) -> int:
        """Columns of the head that are taken by what stands at its right edge."""
        return width_of(self._corner())

    def _corner(self) -> Line:
        parts = [Span(self.t("frame.demo"), "warn"), Span("  ")] if self.teui.is_demo else []
        if self._saved_at is not None:
            at = local_time(self._saved_at)
            parts += [Span(self.t("frame.saved", at=at), "good"), Span("  ")]
        return (*parts, Span(f"{self.t.language} ", "dim"))

    def say(self, text: str, role: str = "warn") -> None:
        """A sentence to the adviser, above the keys until the next one is pressed.

        The foot grows where it is long: a cure that is cut off helps nobody.
        """
        lines = wrap(text, self.size.width - 2, LONGEST_SAID)
        self._message = [line(" ", Span(each, role)) for each in lines]
        self.paint()

    async def saved(self, written: "Future[T]", typed_at: str | None = None) -> bool:
        """Wait until something typed is on the disk, and show when; False where it failed.

        `typed_at`: the place where its text is kept, which is forgotten only then.
        """
        if not await self.written(written):
            return False
        if typed_at is not None:
            self.keep(typed_at, "")
        self._saved_at = self.desk.clock.now()
        return True

    async def written(self, written: "Future[T]") -> bool:
        """Wait until a write is done; where it failed that is said, and False returned."""
        # Cancelling the one who waits must not take back what was handed in.
        done = asyncio.shield(asyncio.wrap_future(written))
        try:
            await asyncio.wait([done], timeout=PATIENCE)
            if not done.done():
                self.say(self.t("frame.waiting"), "note")
                await asyncio.wait([done])
                self._message = []
            await done
        except TeuiError as error:
            self.say(self.t.error(error))
            return False
        return True

    def kept(self, place: str) -> str:
        """What was typed at a place and left unfinished."""
        return self.teui.unfinished.get(place, "")

    def keep(self, place: str, text: str) -> None:
        """Keep an unfinished text on the disk; an empty one is forgotten."""
        if text != self.kept(place):
            self.teui.unfinished[place] = text
            self.run_worker(self.written(unfinished.keep(self.desk, place, text)))

    async def read(self, task: Callable[[], T]) -> T | None:
        """Read from the store off the UI's thread; None where that failed, which is said, or where
        the screen has been closed meanwhile and there is nothing left to show it on."""
        try:
            found = await asyncio.to_thread(self.desk.store.reading, task)
        except TeuiError as error:
            if self.is_open:
                self.say(self.t.error(error))
            return None
        return found if self.is_open else None

    def on_resize(self) -> None:
        self.paint()
        # The panes learn their new sizes only with the next layout.
        self.once_laid_out(self.paint)

    def on_screen_resume(self) -> None:
        self.refresh_data()

    def refresh_data(self) -> None:
        """Read anew what another screen may have changed."""

    def counted(self, done: int, total: int) -> None:
        """So many job searches of all follow the office's changed numbers already."""

    @property
    def client_in_view(self) -> str | None:
        """The client of whom this screen speaks, None where it lists many or none."""
        return None

    async def action_client_facing(self) -> None:
        """Turn the screen: only what this client may see, nothing on screens that show others."""
        await self.doors.open_facing(self, self.client_in_view)

    def turn_day(self, _day: date) -> None:
        """Midnight has passed, or the lid was closed over it."""
        self.refresh_data()

    async def command(self, key: str) -> bool:
        if self._message:
            self._message = []
            self.paint()
        return await super().command(key)

    async def action_undo(self) -> None:
        await self.doors.take_back(self, "undo")

    async def action_redo(self) -> None:
        await self.doors.take_back(self, "redo")

    async def show_undone(self, undone: "Undone") -> None:
        """Show what was taken back or done again. Screens below read anew when they come up."""
        self.refresh_data()
        self.wait_for_read()

    async def action_back(self) -> None:
        if await self.leave():
            self.dismiss(None)
