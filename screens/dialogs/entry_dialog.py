"""One line of text to be typed, checked before it is taken."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical

from screens.dialogs.dialog import Dialog
from screens.keys import Key
from screens.widgets.echo import NOTHING, Echo
from screens.widgets.entry import Entry
from screens.widgets.lines import Lines, Span, line, wrap
from screens.words import Words, in_words
from teui.errors import TeuiError
from teui.practice.texts import Texts

_LEAST_SAID = 2
"""Rows below the line that are there before anything needs them."""
_MOST_SAID = 6
_KEEPING = frozenset({"enter", "f2"})
"""Keys after which a fault that was found still stands."""


class EntryDialog(Dialog[str]):
    """Returns what `check` makes of the text; a `TeuiError` of it is said and the text kept.

    `echo` makes, in a language, what says below the line as it is typed how it is understood.
    `whole`: the first key typed takes the place of what stands there. After Esc `keep` gets the
    text as it stood, so that opening the line again finds it.
    """

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("take", "enter", "take", "Enter"),
        Key("back", "escape", "cancel", "Esc"),
    )

    def __init__(
        self,
        title: Words,
        hint: Words,
        check: Callable[[str], str],
        *,
        value: str = "",
        keep: Callable[[str], None] | None = None,
        echo: Callable[[Texts], Echo] | None = None,
        whole: bool = False,
    ) -> None:
        super().__init__()
        self._title, self._hint, self._check = title, hint, check
        self._value = value
        self._keep = keep
        self._echo = echo
        self._whole = whole
        self._fault: TeuiError | None = None
        self._rows = _LEAST_SAID

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            yield Lines(id="title")
            yield Entry(self._value, id="entry")
            yield Lines(id="fault")

    def on_mount(self) -> None:
        entry = self.query_one(Entry)
        entry.cursor_position = len(entry.value)
        entry.focus()
        if self._whole:
            entry.select_all()

    def paint(self) -> None:
        super().paint()
        self.show_title(self._title, self.inner_height - _MOST_SAID - 2)
        hint = wrap(in_words(self.t, self._hint), self.inner_width, _MOST_SAID)
        self._rows = max(_LEAST_SAID, len(hint))
        self._say()

    def writing(self) -> Entry:
        return self.query_one(Entry)

    def was_pressed(self, key: str) -> None:
        if key not in _KEEPING:
            self._fault = None
            self._say()

    def action_take(self) -> None:
        try:
            self.dismiss(self._check(self.query_one(Entry).value.strip()))
        except TeuiError as error:
            self._fault = error
            self._say()

    def rescue(self) -> None:
        if self._keep is not None:
            self._keep(self.query_one(Entry).value)

    async def before_leaving(self) -> bool:
        self.rescue()
        return True

    def action_cancel(self) -> None:
        self.rescue()
        super().action_cancel()

    def _say(self) -> None:
        """What is wrong with the line, what is understood of it, or how it is to be typed."""
        text, role = self._said()
        wrapped = wrap(text, self.inner_width, _MOST_SAID)
        # It never shrinks between two keys: the box would jump.
        self._rows = max(self._rows, len(wrapped))
        pane = self.query_one("#fault", Lines)
        pane.styles.height = self._rows
        pane.show([line(Span(part, role)) for part in wrapped])

    def _said(self) -> Span:
        if self._fault is not None:
            return Span(self.t.error(self._fault), "warn")
        typed = self.query_one(Entry).value
        echo = self._echo(self.t)(typed) if self._echo else NOTHING
        return echo if echo.text else Span(in_words(self.t, self._hint), "dim")
