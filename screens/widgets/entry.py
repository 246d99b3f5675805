"""Text being written."""

from typing import ClassVar, Protocol, runtime_checkable

from textual import events
from textual.binding import BindingType
from textual.widgets import Input

from screens.widgets.edits import Edit, Edits, Standing

STEPS = ("ctrl+z", "ctrl+y")
"""The keys of undo and redo."""
EDGES = frozenset({"home", "end"})
"""The keys to the beginning and the end of a text."""


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
        self._edits = Edits(self.standing)

    @property
    def standing(self) -> Standing:
        """What undo brings back: the text with its cursor."""
        return Standing(self.value, self.cursor_position)

    def stand(self, standing: Standing) -> None:
        """Be as it was."""
        self.value = standing.text
        self.cursor_position = standing.cursor

    def open_with(self, text: str) -> None:
        """Show a text with the cursor behind it; from here on undo goes back to it, no further."""
        self.value = text
        self.cursor_position = len(text)
        self._edits = Edits(self.standing)

    def takes(self, event: events.Key) -> bool:
        """Whether a key is to be written rather than to command."""
        return event.is_printable

    def edits(self, key: str) -> bool:
        """Whether an editing key (arrows, Backspace …) is this line's and not the screen's.

        An empty line has no beginning and no end to go to.
        """
        return bool(self.value) or key not in EDGES

    def _on_paste(self, event: events.Paste) -> None:
        """Pasted text is as good as typed: all its lines, and the screen hears of it."""
        event.stop()
        event.prevent_default()
        self._write(" ".join(event.text.splitlines()), "piece")
        if isinstance(self.screen, Listening):
            self.screen.was_pressed("paste")

    def add(self, text: str) -> None:
        """Write at the cursor what a key stands for."""
        self._write(text, "piece")

    def written(self) -> None:
        """Called after text has come in."""

    async def press(self, event: events.Key) -> bool:
        """Take a key; False where it is not for this line."""
        if self.takes(event):
            letter = event.character or ""
            self._write(letter, "space" if letter.isspace() else "letter")
            return True
        if event.key in STEPS and self.edits(event.key):
            return self.step(event.key)
        bound = self._bindings.key_to_bindings.get(event.key, [])
        if not bound or event.key in ("enter", "ctrl+c") or not self.edits(event.key):
            return False
        before = self.standing
        await self.run_action(bound[0].action)
        self.note_edit(before, "deletion" if len(self.value) < len(before.text) else "piece")
        return True

    def _write(self, text: str, edit: Edit) -> None:
        before, is_over = self.standing, not self.selection.is_empty
        self.replace(text, *self.selection)
        self.written()
        self.note_edit(before, "piece" if is_over else edit)

    def note_edit(self, before: Standing, edit: Edit) -> None:
        """Remember how it stood before a key changed it."""
        now = self.standing
        if now.text == before.text:
            return
        if self._edits.now.text != before.text:
            # Somebody else has given the line another text: what was typed before is not under it.
            self._edits = Edits(before)
        self._edits.edited(before, now, edit)

    def step(self, key: str) -> bool:
        """Undo or redo what was typed here; False where there is nothing of it."""
        if self._edits.now.text != self.standing.text:
            return False
        standing = self._edits.undo() if key == "ctrl+z" else self._edits.redo()
        if standing is not None:
            self.stand(standing)
        return standing is not None
