"""All keys of a screen, from the table that binds them, and its marks."""

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
    """Every key with what it does, then every mark; any of the leaving keys closes it."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("row", "down", "move(1)", "↓"),
        Key("row_up", "up", "move(-1)", "↑"),
        Key("page", "pagedown", "page(1)", "PgDn"),
        Key("page_up", "pageup", "page(-1)", "PgUp"),
        Key("back", "escape,question_mark,enter", "cancel", "Esc"),
    )

    def __init__(
        self, keys: Iterable[Key], texts: Texts, legend: Iterable[tuple[str, str]] = ()
    ) -> None:
        super().__init__()
        self._legend = tuple(legend)
        self._keys = tuple(keys)
        self._t = texts

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            yield Lines(id="title")
            yield RowList(id="pairs")

    def on_mount(self) -> None:
        self.query_one("#box").styles.width = 78
        self.query_one(RowList).styles.height = min(18, len(self._keys) + len(self._legend))
        self.query_one("#title", Lines).show([line(Span(self._t("help.title"), "strong")), ()])

    def on_resize(self) -> None:
        t = self._t
        pairs = [(key.shown, t(f"key.{key.id}.help")) for key in self._keys]
        pairs += [(mark, t(f"legend.{name}")) for mark, name in self._legend]
        self.query_one(RowList).set_rows(
            [
                Row((*fit(line(Span(shown, "key")), 7), *line(words)), n)
                for n, (shown, words) in enumerate(pairs)
            ]
        )

    def action_move(self, steps: int) -> None:
        self.query_one(RowList).move(steps)

    def action_page(self, pages: int) -> None:
        self.query_one(RowList).move_page(pages)
