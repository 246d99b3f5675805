"""What was typed into one line of text, step by step: the way back, and forward again."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Edit = Literal["letter", "space", "deletion", "piece"]
"""A letter of a word, a space, something taken out; a `piece` came in or went at once."""


class Standing(NamedTuple):
    """A text with its cursor."""

    text: str
    cursor: int


@dataclass(slots=True)
class Edits:
    """Undo by words: a word with the spaces after it is one step, a run of deletions another.

    A move of the cursor ends a step. Each step costs one reference to the text before it.
    """

    now: Standing
    _before: list[Standing] = field(default_factory=list)
    _after: list[Standing] = field(default_factory=list)
    _last: Edit | None = None

    def edited(self, before: Standing, after: Standing, edit: Edit) -> None:
        """The text has changed from `before` to `after`."""
        if before != self.now or not self._runs_on(edit):
            self._before.append(before)
        self._after.clear()
        self.now, self._last = after, edit

    def undo(self) -> Standing | None:
        """What stood before the last step; None where nothing was typed since the beginning."""
        return self._go(self._before, self._after)

    def redo(self) -> Standing | None:
        """What the last undo took back; None where there is none, or something was typed since."""
        return self._go(self._after, self._before)

    def _go(self, there: list[Standing], here: list[Standing]) -> Standing | None:
        if not there:
            return None
        here.append(self.now)
        self.now, self._last = there.pop(), None
        return self.now

    def _runs_on(self, edit: Edit) -> bool:
        return (self._last, edit) in {
            ("letter", "letter"),
            ("letter", "space"),
            ("space", "space"),
            ("deletion", "deletion"),
        }
