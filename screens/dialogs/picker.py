"""A short list to choose from: digits, first letters, or arrows and Enter."""

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical

from screens.dialogs.dialog import Dialog
from screens.keys import Key
from screens.widgets.lines import Lines, Span, line
from screens.widgets.row_list import Row, RowList

_TENTH = 10
"""The place of the option that `0` chooses; there are no more of them."""


class Picker(Dialog[str]):
    """Returns the chosen key of `options` (key: words), None after Esc."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("row", "down", "move(1)", "↓"),
        Key("row_up", "up", "move(-1)", "↑"),
        Key("choose", "enter", "choose", "Enter"),
        Key("back", "escape", "cancel", "Esc"),
    )

    def __init__(self, title: str, options: Mapping[str, str], chosen: str | None = None) -> None:
        super().__init__()
        self._title = title
        self._options = options
        self._chosen = chosen

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            yield Lines(id="title")
            yield RowList(id="options")

    def on_mount(self) -> None:
        rows = self.query_one(RowList)
        rows.styles.height = len(self._options)
        self.query_one("#title", Lines).show([line(Span(self._title, "strong")), ()])
        # Before the first layout: a key that was typed ahead finds them.
        rows.set_rows(
            [
                Row(line(Span(f" {number % _TENTH}", "key"), f"  {words}"), key)
                for number, (key, words) in enumerate(self._options.items(), start=1)
            ],
            self._chosen,
        )

    async def command(self, key: str) -> bool:
        if await super().command(key):
            return True
        keys = list(self._options)
        place = int(key) or _TENTH if key.isdigit() else 0
        if 0 < place <= len(keys):
            self.dismiss(keys[place - 1])
            return True
        matching = [k for k, words in self._options.items() if words.casefold().startswith(key)]
        if len(matching) == 1:
            self.dismiss(matching[0])
        return bool(matching)

    def action_move(self, steps: int) -> None:
        self.query_one(RowList).move(steps)

    def action_choose(self) -> None:
        key = self.query_one(RowList).key
        self.dismiss(None if key is None else str(key))
