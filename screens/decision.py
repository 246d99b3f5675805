"""The decision: the suggestion with its reasons, the adviser's choice, the client's view."""

from collections.abc import Hashable
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal

from screens import assessment_kind
from screens.deciding import Deciding
from screens.dialogs.line_card import show_card
from screens.dialogs.page_dialog import MakeLines, PageDialog
from screens.dialogs.what_if import ask_what_if
from screens.draft import given_of
from screens.keys import COMMON, WHAT_IF, Key
from screens.widgets import choice_lines, decision_lines, ground_lines
from screens.widgets.card_lines import card
from screens.widgets.lines import Lines, Span, line
from screens.widgets.page import Page
from screens.widgets.row_list import Row, RowList
from teui.assessment.sheet import Sheet
from teui.casework.decision import DecisionView
from teui.practice.model import PracticeModel
from teui.practice.texts import Texts

DECIDING = frozenset({"choose_line", "no_line", "client_view", "reason", "record"})
WIDE = 110
CARD_WIDTH = 46


class Decision(Deciding):
    """One assessment's decision; dismissed, it leaves the interview as it was."""

    CSS_PATH = "decision.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]
    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("choose_line", "1,2,3", "choose_line({key})", "1-3", foot=0),
        Key("no_line", "0", "choose_line(0)", "0", foot=0),
        Key("client_view", "w", "client_view", "w", foot=0),
        Key("reason", "r", "reason", "r", foot=0),
        Key("row", "down", "move(1)", "↓"),
        Key("row_up", "up", "move(-1)", "↑"),
        Key("page", "pagedown", "move_page(1)", "PgDn"),
        Key("page_up", "pageup", "move_page(-1)", "PgUp"),
        Key("source", "enter", "source", "Enter", foot=0),
        Key("card", "m", "card", "m", foot=0),
        WHAT_IF,
        Key("record", "f8", "record", "F8", foot=1),
        *COMMON,
    )

    def __init__(self, view: DecisionView) -> None:
        super().__init__()
        self.view = view
        self._all_reasons = False

    def keys_here(self) -> tuple[Key, ...]:
        """A decision that is recorded can be read, no more."""
        if not self.view.recorded:
            return self.KEYS
        return tuple(key for key in self.KEYS if key.id not in DECIDING)

    def compose(self) -> ComposeResult:
        yield Lines(id="head")
        yield Lines(id="rule-top")
        with Horizontal(id="body"):
            yield RowList(id="rows")
            yield Page(id="card")
        yield Lines(id="rule-choice")
        yield Lines(id="choice")
        yield Lines(id="rule-foot")
        yield Lines(id="foot")

    def paint(self) -> None:
        t, view, width = self.t, self.view, self.size.width
        client = view.draft.client
        title = line(
            Span(f" {client.name}", "strong"),
            Span(f"  {t('frame.born', year=client.birth_year or '-')}", "dim"),
            Span(f"   {t('decision.title')}"),
        )
        self.paint_frame(title, decision_lines.standing(t, view, width))
        rule = line(Span("─" * width, "rule"))
        for rule_id in ("rule-top", "rule-foot"):
            self.query_one(f"#{rule_id}", Lines).show([rule])
        self.rows.set_rows(self.shown_rows())
        self._count_below()
        self.query_one("#choice", Lines).show(choice_lines.choice(t, view, width))
        self._paint_card(t)

    def shown_rows(self) -> list[Row]:
        width = self.size.width
        room = width - CARD_WIDTH if width >= WIDE else width
        return decision_lines.rows(self.t, self.view, room - 1, every=self._all_reasons)

    @property
    def _card_model(self) -> PracticeModel:
        """The model of the assessment; one from before the cards has those in use now."""
        return self.view.model if self.view.model.has_cards else self.desk.model

    def _paint_card(self, t: Texts) -> None:
        """Beside the reasons, where there is room: the card of the line chosen or suggested."""
        number = None if self.view.is_hidden else self.view.line
        lines = card(t, self._card_model, number, CARD_WIDTH - 4) if number is not None else []
        edge = Span("│ ", "rule")
        height = max(len(lines), self.query_one("#card", Page).size.height)
        filled = [*lines, *[()] * (height - len(lines))]
        self.query_one("#card", Page).set_lines([(edge, *each) for each in filled])

    @property
    def client_in_view(self) -> str:
        return self.view.draft.client.uid

    def refresh_data(self) -> None:
        self.run_worker(self.reload(), exclusive=True, group="read")

    @property
    def selected(self) -> Hashable | None:
        """The key of the row under the cursor."""
        return self.rows.key

    def action_move(self, steps: int) -> None:
        self.rows.move(steps)
        self._count_below()

    def action_move_page(self, pages: int) -> None:
        self.rows.move_page(pages)
        self._count_below()

    def _count_below(self) -> None:
        """Say in the rule below the rows how many there are still to come."""
        words = f" ↓ {self.rows.below} " if self.rows.below else ""
        rule = line(Span(words.rjust(self.size.width - 2, "─") + "──", "rule"))
        self.query_one("#rule-choice", Lines).show([rule])

    async def action_source(self) -> None:
        view = self.view
        match self.selected:
            case ("more", *_):
                self._all_reasons = True
                self.paint()
            case ("missing", "reason"):
                self.action_reason()
            case ("missing", "apart"):
                self._ask_apart()
            case ("missing" | "open", str(question)):
                await self._go_to(question)
            case ("told",):
                await self._go_to(None)
            case ("kind" | "stages" as about, *_):
                await assessment_kind.follow(self, view, about)
            case ("card", int(number)):
                show_card(self, self._card_model, number)
            case (str(kind), str(about)):
                self._read(lambda t, width: ground_lines.page(t, view, kind, about, width))

    def _read(self, make: MakeLines) -> None:
        self.app.push_screen(PageDialog(make))

    def action_what_if(self) -> None:
        """What would change the suggestion; from what is recorded no way leads to a question."""
        view = self.view
        sheet = Sheet(
            view.model, view.draft.kind, view.as_of, given_of(view.draft), view.draft.said
        )

        def go(question: str) -> None:
            self.begin_work(self._go_to(question))

        ask_what_if(self, sheet, None if view.recorded else go, hidden=view.is_hidden)

    def action_card(self) -> None:
        """The card of the line chosen or suggested; before either, of the first one possible."""
        view = self.view
        lines = map(view.model.line_of, view.suggestion.possible)
        first = min((number for number in lines if number is not None), default=None)
        number = None if view.is_hidden else view.line or first
        show_card(self, self._card_model, number)

    async def _go_to(self, question: str | None) -> None:
        """To a question of the interview, None: to its end check; it is opened if it is not yet."""
        from screens.interview import Interview

        await self.doors.open_interview(self, self.view.draft.client.uid)
        if isinstance(self.app.screen, Interview):
            if question is None:
                self.app.screen.action_end_check()
            else:
                self.app.screen.go_toward(question)
