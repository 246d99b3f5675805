"""One line of text to be typed, checked before it is taken."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical

from screens.dialogs.dialog import Dialog
from screens.keys import Key
from screens.widgets.echo import Echo
from screens.widgets.entry import Entry
from screens.widgets.lines import Lines, Span, line, wrap
from teui.errors import TeuiError
from teui.practice.texts import Texts


class EntryDialog(Dialog[str]):
    """Returns what `check` makes of the text; a `TeuiError` of it is said and the text kept.

    `echo` says below the line, as it is typed, what is understood. `whole`: the first key typed
    takes the place of what stands there. After Esc `keep` gets the text as it stood, so that
    opening the line again finds it.
    """

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("take", "enter", "take", "Enter"),
        Key("back", "escape", "cancel", "Esc"),
    )

    def __init__(
        self,
        title: str,
        hint: str,
        check: Callable[[str], str],
        *,
        texts: Texts,
        value: str = "",
        keep: Callable[[str], None] | None = None,
        echo: Echo | None = None,
        whole: bool = False,
    ) -> None:
        super().__init__()
        self._title, self._hint, self._check, self._t = title, hint, check, texts
        self._value = value
        self._keep = keep
        self._echo = echo
        self._whole = whole

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            yield Lines(id="title")
            yield Entry(self._value, id="entry")
            yield Lines(id="fault")

    def on_mount(self) -> None:
        self.query_one("#title", Lines).show([line(Span(self._title, "strong")), ()])
        self._say_understood()
        entry = self.query_one(Entry)
        entry.cursor_position = len(entry.value)
        entry.focus()
        if self._whole:
            entry.select_all()

    def writing(self) -> Entry:
        return self.query_one(Entry)

    def was_pressed(self, key: str) -> None:
        if key != "enter":
            self._say_understood()

    def _say_understood(self) -> None:
        """What is understood of the line, else how it is to be typed."""
        text, role = self._echo(self.query_one(Entry).value) if self._echo else ("", "")
        self._say(text or self._hint, role if text else "dim")

    def action_take(self) -> None:
        try:
            self.dismiss(self._check(self.query_one(Entry).value.strip()))
        except TeuiError as error:
            self._say(self._t.error(error), "warn")

    def rescue(self) -> None:
        if self._keep is not None:
            self._keep(self.query_one(Entry).value)

    async def before_leaving(self) -> bool:
        self.rescue()
        return True

    def action_cancel(self) -> None:
        self.rescue()
        super().action_cancel()

    def _say(self, text: str, role: str) -> None:
        lines = [line(Span(part, role)) for part in wrap(text, 58, 2)]
        self.query_one("#fault", Lines).show(lines)
