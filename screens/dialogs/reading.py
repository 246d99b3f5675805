"""A text in full, where a row has room for its beginning alone."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical

from screens.dialogs.dialog import Dialog
from screens.keys import Key
from screens.widgets.lines import Lines, Span, line, wrap

WIDTH, MOST = 58, 14


class Reading(Dialog[str]):
    """Shows a title and a text; any leaving key closes it."""

    KEYS: ClassVar[tuple[Key, ...]] = (Key("back", "escape,enter", "cancel", "Esc"),)

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._title = title
        self._text = text

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            yield Lines(id="page")

    def on_mount(self) -> None:
        lines = [
            line(Span(self._title, "strong")),
            (),
            *(line(part) for part in wrap(self._text, WIDTH, MOST)),
        ]
        page = self.query_one("#page", Lines)
        page.styles.height = len(lines)
        page.show(lines)
