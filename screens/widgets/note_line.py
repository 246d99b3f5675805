"""The note line of the interview: digits answer, letters write."""

from textual import events

from screens.widgets.entry import STEPS, Entry

LASTING = frozenset({"f2", "f3", "ctrl+c", "ctrl+p", *STEPS})
"""Keys after which an emptied line can still be undone; any other goes on to something else."""


class NoteLine(Entry):
    """While it is empty or parked, the screen's own signs command and all else begins a note.

    While a note is being written, everything printable and every editing key is the note's.
    """

    def __init__(self, signs: frozenset[str]) -> None:
        super().__init__(id="note")
        self._signs = signs
        self.parked = False

    @property
    def is_writing(self) -> bool:
        """A note is begun and not parked: what is typed belongs to it."""
        return bool(self.value) and not self.parked

    def takes(self, event: events.Key) -> bool:
        return event.is_printable and (self.is_writing or event.key not in self._signs)

    def edits(self, key: str) -> bool:
        return self.is_writing or (key in STEPS and not self.parked)

    async def press(self, event: events.Key) -> bool:
        taken = await super().press(event)
        if not taken and not self.value and event.key not in LASTING:
            self.open_with("")
        return taken

    def written(self) -> None:
        self.parked = False
