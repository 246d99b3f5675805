"""All keys of a screen, from the table that binds them."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical

from screens.dialogs.dialog import Dialog
from screens.keys import Key
from screens.widgets.lines import Lines, Span, fit, line
from screens.widgets.row_list import Row, RowList
from teui.practice.texts import Texts


class KeysHelp(Dialog[str]):
    """Every key with what it does; any of the leaving keys closes it."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("row", "down", "move(1)", "↓"),
        Key("row_up", "up", "move(-1)", "↑"),
        Key("back", "escape,question_mark,enter", "cancel", "Esc"),
    )

    def __init__(self, keys: Iterable[Key], texts: Texts) -> None:
        super().__init__()
        self._keys = tuple(keys)
        self._t = texts

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            yield Lines(id="title")
            yield RowList(id="pairs")

    def on_mount(self) -> None:
        self.query_one("#box").styles.width = 74
        self.query_one(RowList).styles.height = min(18, len(self._keys))
        self.query_one("#title", Lines).show([line(Span(self._t("help.title"), "strong")), ()])

    def on_resize(self) -> None:
        self.query_one(RowList).set_rows(
            [
                Row(
                    (*fit(line(Span(key.shown, "key")), 8), *line(self._t(f"key.{key.id}.help"))), n
                )
                for n, key in enumerate(self._keys)
            ]
        )

    def action_move(self, steps: int) -> None:
        self.query_one(RowList).move(steps)
