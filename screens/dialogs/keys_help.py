"""All keys of a screen, from the table that binds them, and its marks."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical

from screens.dialogs.dialog import Dialog
from screens.keys import Key
from screens.widgets.lines import Lines, Span, fit, line
from screens.widgets.row_list import Row, RowList
from screens.words import word


class KeysHelp(Dialog[str]):
    """Every key with what it does, then every mark; any of the leaving keys closes it."""

    WIDTH = 78
    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("row", "down", "move(1)", "↓"),
        Key("row_up", "up", "move(-1)", "↑"),
        Key("page", "pagedown", "page(1)", "PgDn"),
        Key("page_up", "pageup", "page(-1)", "PgUp"),
        Key("back", "escape,question_mark,enter", "cancel", "Esc"),
    )

    def __init__(self, keys: Iterable[Key], legend: Iterable[tuple[str, str]] = ()) -> None:
        super().__init__()
        self._legend = tuple(legend)
        self._keys = tuple(keys)

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            yield Lines(id="title")
            yield RowList(id="pairs")
            yield Lines(id="more")

    def paint(self) -> None:
        super().paint()
        t, rows = self.t, self.query_one(RowList)
        room = self.inner_height - self.show_title(word("help.title"), 1)
        pairs = [(key.shown, t(f"key.{key.id}.help")) for key in self._keys]
        pairs += [(mark, t(f"legend.{name}")) for mark, name in self._legend]
        is_long = len(pairs) > room
        self.query_one("#more", Lines).display = is_long
        rows.styles.height = room - 1 if is_long else len(pairs)
        rows.set_rows(
            [
                Row((*fit(line(Span(shown, "key")), 7), *line(words)), n)
                for n, (shown, words) in enumerate(pairs)
            ]
        )

        self._count_below()
        # The list learns its height only with the next layout.
        self.once_laid_out(self._count_below)

    def _count_below(self) -> None:
        for rows in self.query(RowList):
            said = line(Span(f"  ↓ {rows.below}", "note")) if rows.below else ()
            self.query_one("#more", Lines).show([said])

    def action_move(self, steps: int) -> None:
        self.query_one(RowList).move(steps)
        self._count_below()

    def action_page(self, pages: int) -> None:
        self.query_one(RowList).move_page(pages)
        self._count_below()
