"""All commands of a screen: the list gets shorter as one types, Enter runs one."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical

from screens.dialogs.dialog import Dialog
from screens.keys import Key
from screens.widgets.entry import Entry
from screens.widgets.lines import Lines, Span, fit, line, wrap
from screens.widgets.row_list import Row, RowList
from screens.words import word
from teui.assessment.finding import fits
from teui.plain import folded

SHOWN = 7
"""Columns of the key that a command has."""


class Palette(Dialog[str]):
    """Returns the first name of a key; those that need to know which of several are left out."""

    WIDTH = 76
    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("row", "down", "move(1)", "↓"),
        Key("row_up", "up", "move(-1)", "↑"),
        Key("page", "pagedown", "page(1)", "PgDn"),
        Key("page_up", "pageup", "page(-1)", "PgUp"),
        Key("choose", "enter", "choose", "Enter"),
        Key("back", "escape", "cancel", "Esc"),
    )

    def __init__(self, keys: Iterable[Key]) -> None:
        super().__init__()
        self._keys = {
            key.names[0]: key for key in keys if "{key}" not in key.action and key.id != "palette"
        }
        self._typed = ""

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            yield Lines(id="title")
            yield Entry(id="entry")
            yield RowList(id="options")
            yield Lines(id="fault")

    def on_mount(self) -> None:
        self.query_one(Entry).focus()

    def paint(self) -> None:
        super().paint()
        self.show_title(word("palette.title"), 1)
        self._fill()

    def writing(self) -> Entry:
        return self.query_one(Entry)

    def was_pressed(self, key: str) -> None:
        self._fill()

    def action_move(self, steps: int) -> None:
        self._rows.move(steps)

    def action_page(self, pages: int) -> None:
        self._rows.move_page(pages)

    def action_choose(self) -> None:
        name = self._rows.key
        if name is not None:
            self.dismiss(str(name))

    @property
    def _rows(self) -> RowList:
        return self.query_one(RowList)

    def _fill(self) -> None:
        """The commands that fit what is typed, and what the one under the cursor does."""
        t, typed = self.t, self.query_one(Entry).value
        found = [(name, key) for name, key in self._keys.items() if self._fits(key, typed)]
        # What is called so comes before what only has the word in its help.
        found.sort(key=lambda each: self._distance(each[1], typed))
        rows = [self._row(name, key) for name, key in found]
        best = rows[0].key if rows and typed != self._typed else None
        self._typed = typed
        self._rows.set_rows(rows, best)
        chosen = self._keys.get(str(self._rows.key))
        said = t(f"key.{chosen.id}.help" if chosen else "palette.nothing")
        wrapped = wrap(said, self.inner_width, 2)
        self.query_one("#fault", Lines).show([line(Span(each, "dim")) for each in wrapped])

    def _fits(self, key: Key, typed: str) -> bool:
        return fits(typed, [self.t(f"key.{key.id}.short"), self.t(f"key.{key.id}.help")])

    def _distance(self, key: Key, typed: str) -> int:
        short, begun = folded(self.t(f"key.{key.id}.short")), folded(typed).strip()
        return 0 if short.startswith(begun) else 1 if begun in short else 2

    def _row(self, name: str, key: Key) -> Row:
        shown = fit(line(Span(f" {key.shown}", "key")), SHOWN)
        return Row((*shown, *line(self.t(f"key.{key.id}.short"))), name)
