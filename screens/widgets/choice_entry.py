"""A field with few possible values: a digit or the first letter chooses."""

from collections.abc import Mapping

from textual import events

from screens.widgets.edits import Standing
from screens.widgets.entry import STEPS, Entry


class ChoiceEntry(Entry):
    """Holds one of `options` (code: words), or none."""

    def __init__(self, options: Mapping[str, str], code: str = "", *, id: str) -> None:
        self._options = dict(options)
        self.code = code
        super().__init__(options.get(code, ""), id=id)

    @property
    def standing(self) -> Standing:
        return Standing(self.code, 0)

    def stand(self, standing: Standing) -> None:
        self.choose(standing.text)

    def word(self, options: Mapping[str, str]) -> None:
        """The same choice in the words of another language."""
        self._options = dict(options)
        self.choose(self.code)

    def choose(self, code: str) -> None:
        self.code = code
        self.value = self._options.get(code, "")
        self.cursor_position = len(self.value)

    @property
    def hint(self) -> str:
        """The choices on their digits."""
        return "   ".join(f"{n} {words}" for n, words in enumerate(self._options.values(), start=1))

    async def press(self, event: events.Key) -> bool:
        if event.key in STEPS:
            return self.step(event.key)
        before = self.standing
        taken = self._take(event)
        self.note_edit(before, "piece")
        return taken

    def _take(self, event: events.Key) -> bool:
        if event.key in ("backspace", "delete"):
            self.choose("")
            return True
        if not event.is_printable or event.character is None:
            return False
        codes = list(self._options)
        typed = event.character.casefold()
        if typed.isdecimal() and 0 < int(typed) <= len(codes):
            self.choose(codes[int(typed) - 1])
        else:
            starting = [
                c for c, words in self._options.items() if words.casefold().startswith(typed)
            ]
            if starting:
                self.choose(starting[0])
        return True
