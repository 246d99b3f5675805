"""What all dialogs share: a box in the middle, Esc leaves with nothing chosen."""

from collections.abc import Iterable
from typing import ClassVar, TypeVar

from textual.screen import ModalScreen

from screens.frame import Frame
from screens.keyed import Keyed
from screens.keys import IN_DIALOGS, Key
from screens.widgets.lines import Lines, Span, line, wrap
from screens.words import Words, in_words

T = TypeVar("T")
EDGES, ABOVE_AND_BELOW = 6, 4
"""Columns and rows of the box that its border and its padding take."""
_MARGIN = 2
ENDING = ("choose", "take", "back")
"""The keys that end a dialog."""


class Dialog(Keyed[T | None], ModalScreen[T | None]):
    """A modal screen that returns a value, None where the adviser left it by Esc.

    `paint` asks for all words anew, and gives the box the size that they need.
    """

    CSS_PATH = "dialog.tcss"
    WIDTH: ClassVar[int] = 64

    def on_mount(self) -> None:
        # Before the first layout: a key that was typed ahead finds everything in its place.
        self.paint()

    def on_resize(self) -> None:
        self.paint()

    def paint(self) -> None:
        box = self.query_one("#box")
        box.styles.width = self.width
        box.border_subtitle = self._own_keys()

    def _own_keys(self) -> str:
        """The keys that end the dialog, in its lower edge: those in the foot below wait meanwhile.

        Nothing where it has a foot of its own.
        """
        if any(key.foot is not None for key in self.KEYS):
            return ""
        named = [key for key in self.KEYS if key.id in ENDING]
        return " · ".join(f"{key.shown} {self.t(f'key.{key.id}.short')}" for key in named)

    @property
    def width(self) -> int:
        """Columns of the box."""
        return min(self.WIDTH, self.widest)

    @property
    def widest(self) -> int:
        """Columns that the terminal has for a box."""
        return self.app.size.width - _MARGIN

    @property
    def inner_width(self) -> int:
        """Columns inside the box."""
        return self.width - EDGES

    @property
    def inner_height(self) -> int:
        """Rows that the box may have inside."""
        return self.app.size.height - ABOVE_AND_BELOW

    def show_title(self, title: Words, most: int) -> int:
        """Show the title in at most so many rows; how many it takes with the one below it."""
        wrapped = wrap(in_words(self.t, title), self.inner_width, most)
        pane = self.query_one("#title", Lines)
        pane.styles.height = len(wrapped) + 1
        pane.show([*(line(Span(each, "strong")) for each in wrapped), ()])
        return len(wrapped) + 1

    def keys_here(self) -> Iterable[Key]:
        return (*self.KEYS, *IN_DIALOGS)

    async def action_client_facing(self) -> None:
        """Turn the screen of which the dialog asks; it waits below, with what is typed in it."""
        for screen in reversed(self.app.screen_stack):
            if isinstance(screen, Frame):
                if any(key.id == "client_facing" for key in screen.keys_here()):
                    await screen.action_client_facing()
                return

    def action_cancel(self) -> None:
        self.dismiss(None)
