"""Text being written."""

from typing import ClassVar, Protocol, runtime_checkable

from textual import events
from textual.binding import BindingType
from textual.widgets import Input


@runtime_checkable
class Listening(Protocol):
    """A screen that wants to hear of every key and paste."""

    def was_pressed(self, key: str) -> None: ...


class Entry(Input, inherit_bindings=False):
    """An input line that is pressed by its screen, key by key.

    Textual lets bindings bubble through the queues of parents, so that at speed a letter can
    overtake the Backspace before it. Here the screen's one queue decides whose a key is.
    """

    # Input's own keys, not those that scroll: ↑ ↓ PgUp PgDn belong to the screen.
    BINDINGS: ClassVar[list[BindingType]] = Input.BINDINGS

    def __init__(self, value: str = "", *, id: str | None = None) -> None:
        super().__init__(value, id=id, compact=True, select_on_focus=False)
        self.cursor_blink = False

    def takes(self, event: events.Key) -> bool:
        """Whether a key is to be written rather than to command."""
        return event.is_printable

    def edits(self, key: str) -> bool:
        """Whether an editing key (arrows, Backspace …) is this line's and not the screen's."""
        return True

    def _on_paste(self, event: events.Paste) -> None:
        """Pasted text is as good as typed: all its lines, and the screen hears of it."""
        event.stop()
        event.prevent_default()
        self.replace(" ".join(event.text.splitlines()), *self.selection)
        self.written()
        if isinstance(self.screen, Listening):
            self.screen.was_pressed("paste")

    def written(self) -> None:
        """Called after text has come in."""

    async def press(self, event: events.Key) -> bool:
        """Take a key; False where it is not for this line."""
        if self.takes(event):
            self.replace(event.character or "", *self.selection)
            self.written()
            return True
        bound = self._bindings.key_to_bindings.get(event.key, [])
        if not bound or event.key in ("enter", "ctrl+c") or not self.edits(event.key):
            return False
        await self.run_action(bound[0].action)
        return True
