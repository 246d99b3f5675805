"""The rows of the form on a client: a label, a field, and beside it how it is understood."""

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from screens.widgets.choice_entry import ChoiceEntry
from screens.widgets.entry import Entry
from screens.widgets.lines import Lines, Span, line
from teui.casework.client_fields import FIELDS, Typed

ECHOED = ("identity_code", "birth_date", "municipality", "language", "start_date")


class FormRows(Vertical):
    """Fields by name; a choice holds its code. `options` are the choices of those that have few."""

    def __init__(self, options: Mapping[str, Mapping[str, str]]) -> None:
        super().__init__(id="form")
        self._options = options

    def compose(self) -> ComposeResult:
        for name in FIELDS:
            with Horizontal(classes="row -echoed" if name in ECHOED else "row"):
                yield Lines(id=f"label-{name}", classes="label")
                if name in self._options:
                    yield ChoiceEntry(self._options[name], id=name)
                else:
                    yield Entry(id=name)
                if name in ECHOED:
                    yield Lines(id=f"echo-{name}", classes="echo")

    def entry(self, name: str) -> Entry:
        return self.query_one(f"#{name}", Entry)

    def text(self, name: str) -> str:
        entry = self.entry(name)
        return entry.code if isinstance(entry, ChoiceEntry) else entry.value

    @property
    def typed(self) -> dict[str, str]:
        return {name: self.text(name) for name in FIELDS}

    def fill(self, typed: Typed) -> None:
        """Put texts into the fields named, with the cursor behind them."""
        for name, text in typed.items():
            if text == self.text(name):
                continue
            entry = self.entry(name)
            if isinstance(entry, ChoiceEntry):
                entry.choose(text)
            else:
                entry.value = text
                entry.cursor_position = len(text)

    def word(self, options: Mapping[str, Mapping[str, str]]) -> None:
        """The same choices in the words of another language."""
        for name, words in options.items():
            entry = self.entry(name)
            if isinstance(entry, ChoiceEntry):
                entry.word(words)

    def label(self, name: str, words: str, *, here: bool, faulty: bool) -> None:
        mark = Span(">" if here else " ", "cursor" if here else "plain")
        warning = Span("!" if faulty else " ", "warn")
        shown = line(mark, warning, Span(words, "strong" if here else "dim"))
        self.query_one(f"#label-{name}", Lines).show([shown])

    def echo(self, echoes: Mapping[str, str]) -> None:
        """Say beside the fields how they are understood."""
        for name in ECHOED:
            text = echoes.get(name, "")
            self.query_one(f"#echo-{name}", Lines).show([line(Span(text, "note"))])
