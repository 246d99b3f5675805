"""Find a question of the interview: the list gets shorter as one types, Enter goes there."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical

from screens.dialogs.dialog import Dialog
from screens.keys import Key
from screens.widgets import marks
from screens.widgets.entry import Entry
from screens.widgets.lines import Line, Lines, Span, fit, line, wrap
from screens.widgets.row_list import Row, RowList
from screens.words import word
from teui.assessment.end_check import agree_first
from teui.assessment.finding import fits
from teui.assessment.sheet import Sheet
from teui.practice.model import Question

SECTION = 13
SHORT = 23


class FindQuestion(Dialog[str]):
    """Returns the id of a question that applies, None after Esc."""

    WIDTH = 76
    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("row", "down", "move(1)", "↑↓", foot=0),
        Key("row_up", "up", "move(-1)", "↑"),
        Key("page", "pagedown", "page(1)", "PgDn"),
        Key("page_up", "pageup", "page(-1)", "PgUp"),
        Key("choose", "enter", "choose", "Enter", foot=0),
        Key("back", "escape", "cancel", "Esc", foot=0),
    )

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet = sheet
        self._needed = agree_first(sheet)
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
        self.show_title(word("find_question.title"), 1)
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
        key = self._rows.key
        if key is not None:
            self.dismiss(str(key))

    @property
    def _rows(self) -> RowList:
        return self.query_one("#options", RowList)

    def _fill(self) -> None:
        """The questions that fit what is typed, and the full words of the one under the cursor."""
        typed = self.query_one(Entry).value
        found = [each for each in self._sheet.questions if fits(typed, self._places(each))]
        found.sort(key=lambda each: self._how_far(each, typed))
        rows = [Row(self._row(each, typed), each.id) for each in found]
        # What fits best comes first, and the cursor goes there: Enter right after a word is meant.
        best = rows[0].key if rows and typed != self._typed else None
        self._typed = typed
        self._rows.set_rows(rows, best)
        key = self._rows.key
        words = self.t(f"question.{key}.text" if key else "find_question.nothing")
        said = wrap(words, self.inner_width, 2)
        self.query_one("#fault", Lines).show([line(Span(each, "dim")) for each in said])

    def _how_far(self, question: Question, typed: str) -> int:
        """First what goes by that name, then what says it itself, then what has it as an answer."""
        if fits(typed, [self.t(f"question.{question.id}.short")]):
            return 0
        return 1 if fits(typed, self._own_words(question)) else 2

    def _own_words(self, question: Question) -> list[str]:
        t, name = self.t, question.id
        words = [name, t(f"question.{name}.text"), t(f"question.{name}.short")]
        return [*words, *(t(f"section.{question.section}.{form}") for form in ("text", "short"))]

    def _places(self, question: Question) -> list[str]:
        codes = (self.t(f"code.{question.id}.{code}.text") for code in question.codes)
        return [*self._own_words(question), *codes]

    def _row(self, question: Question, typed: str) -> Line:
        t, name = self.t, question.id
        mark = marks.of_question(self._sheet, self._needed, name)
        section = fit(line(Span(t(f"section.{question.section}.short"), "dim")), SECTION)
        short = fit(line(t(f"question.{name}.short")), SHORT)
        answer = next(
            (
                t(f"code.{name}.{code}.short")
                for code in question.codes
                if typed.strip() and fits(typed, [t(f"code.{name}.{code}.text")])
            ),
            "",
        )
        return (mark, Span(" "), *section, *short, *line(Span(f" {answer}", "dim")))
