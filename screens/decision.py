"""The decision: the suggestion with its reasons, the adviser's choice, the client's view."""

from collections.abc import Hashable
from concurrent.futures import Future
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal

from screens import assessment_kind
from screens.dialogs.apart import ask_apart
from screens.dialogs.entry_dialog import EntryDialog
from screens.dialogs.line_card import show_card
from screens.dialogs.page_dialog import MakeLines, PageDialog
from screens.dialogs.picker import Picker
from screens.dialogs.what_if import ask_what_if
from screens.draft import given_of
from screens.frame import Frame, T
from screens.keys import COMMON, WHAT_IF, Key
from screens.widgets import choice_lines, decision_lines, ground_lines
from screens.widgets.card_lines import card
from screens.widgets.lines import Lines, Span, line
from screens.widgets.page import Page
from screens.widgets.row_list import Row, RowList
from screens.words import word
from teui.assessment.sheet import Sheet
from teui.casework import decision, interview
from teui.casework.decision import DecisionView
from teui.errors import TeuiError
from teui.practice.model import PracticeModel
from teui.practice.texts import Texts

DECIDING = frozenset({"choose_line", "no_line", "client_view", "reason", "record"})
MEANWHILE = frozenset({"decision_recorded", "assessment_completed"})
WIDE = 110
CARD_WIDTH = 46


class Decision(Frame):
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
        for rule_id in ("rule-top", "rule-choice", "rule-foot"):
            self.query_one(f"#{rule_id}", Lines).show([rule])
        self.rows.set_rows(self._rows())
        self.query_one("#choice", Lines).show(choice_lines.choice(t, view, width))
        self._paint_card(t)

    def _rows(self) -> list[Row]:
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

    @property
    def rows(self) -> RowList:
        return self.query_one("#rows", RowList)

    def refresh_data(self) -> None:
        self.run_worker(self.reload(), exclusive=True, group="read")

    async def reload(self) -> None:
        """Read the decision anew: what the client thinks or what is missing has changed."""
        desk, uid = self.desk, self.view.draft.uid
        view = await self.read(lambda: decision.load(desk, uid))
        if view is not None:
            self.view = view
            self.paint()

    def _keep(
        self, outcome: str | None, reason: str | None, *, typed_at: str | None = None
    ) -> None:
        """Put choice and reason on the disk, then show what follows from them."""

        async def keep() -> None:
            kept = decision.keep(self.desk, self.view.draft.uid, outcome, reason)
            await self._write(kept, typed_at)

        self.begin_work(keep())

    async def _write(self, written: Future[T], typed_at: str | None = None) -> TeuiError | None:
        """Wait for a write and read anew; what kept it from being done, None where nothing did.

        A decision that somebody else recorded meanwhile is shown as it stands.
        """
        done = await self.saved(written, typed_at)
        error = None if done else written.exception()
        if done or (isinstance(error, TeuiError) and error.code in MEANWHILE):
            await self.read_last(self.reload())
        if isinstance(error, TeuiError) and error.code in MEANWHILE:
            self.say(self.t("decision.made_elsewhere"))
        return error if isinstance(error, TeuiError) else None

    @property
    def selected(self) -> Hashable | None:
        """The key of the row under the cursor."""
        return self.rows.key

    def action_move(self, steps: int) -> None:
        self.rows.move(steps)

    def action_move_page(self, pages: int) -> None:
        self.rows.move_page(pages)

    def action_choose_line(self, number: int) -> None:
        outcomes = choice_lines.outcomes_for(self.view.model, number)
        if len(outcomes) == 1:
            self._choose(outcomes[0])
        else:
            options = {outcome: word(f"outcome.{outcome}.text") for outcome in outcomes}
            self.app.push_screen(Picker(word("decision.which"), options), self._choose)

    def _choose(self, outcome: str | None) -> None:
        if outcome is not None:
            self._keep(outcome, self.view.reason)

    def action_client_view(self) -> None:
        question = decision.CLIENT_VIEW
        codes = self.view.model.questions[question].codes
        options = {code: word(f"code.{question}.{code}.text") for code in codes}
        picker = Picker(word("decision.client_view"), options, self.view.client_view)
        self.app.push_screen(picker, self._take_client_view)

    def _take_client_view(self, code: str | None) -> None:
        if code is not None:
            self.begin_work(self._save_client_view(code))

    async def _save_client_view(self, code: str) -> None:
        uid = self.view.draft.uid
        model = self.view.model
        question = decision.CLIENT_VIEW
        await self._write(
            interview.save_answer(self.desk, uid, question, "answered", code, model=model)
        )

    def action_reason(self) -> None:
        value = self.kept(self._reason_place) or self.view.reason or ""
        dialog = EntryDialog(
            word("decision.reason"),
            word("decision.reason_help"),
            str,
            value=value,
            keep=self._keep_typed,
        )
        self.app.push_screen(dialog, self._take_reason)

    @property
    def _reason_place(self) -> str:
        return f"reason:{self.view.draft.uid}"

    def _keep_typed(self, typed: str) -> None:
        self.keep(self._reason_place, "" if typed == (self.view.reason or "") else typed)

    def _take_reason(self, reason: str | None) -> None:
        if reason is not None:
            self._keep_typed(reason)
            self._keep(self.view.chosen, reason, typed_at=self._reason_place)

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
            case ("reason", str(criterion)):
                reason = next(r for r in view.suggestion.reasons if r.criterion == criterion)
                self._read(lambda t, width: ground_lines.of_reason(t, view, reason, width))
            case ("requirement", str(name)):
                follow = next(each for each in view.follows if each.id == name)
                self._read(lambda t, width: ground_lines.of_requirement(t, view, follow, width))
            case ("contradiction", str(name)):
                self._read(lambda t, width: ground_lines.of_contradiction(t, view, name, width))
            case ("outcome", str(outcome)):
                self._read(lambda t, width: ground_lines.of_outcome(t, view, outcome, width))
            case ("kind" | "stages" as about, *_):
                await assessment_kind.follow(self, view, about)
            case ("card", int(number)):
                show_card(self, self._card_model, number)

    def _ask_apart(self) -> None:
        async def keep(written: Future[None]) -> None:
            await self._write(written)

        draft = self.view.draft
        ask_apart(self, draft.uid, draft.apart, lambda written: self.begin_work(keep(written)))

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

    async def _go_to(self, question: str) -> None:
        """To a question of the interview, which is opened where it is not open yet."""
        from screens.interview import Interview

        await self.doors.open_interview(self, self.view.draft.client.uid)
        if isinstance(self.app.screen, Interview):
            self.app.screen.go_toward(question)

    async def action_record(self) -> None:
        view = self.view
        if view.chosen is None:
            self.say(self.t("decision.choose_first"))
            return
        error = await self._write(
            decision.record(self.desk, view.draft.uid, view.chosen, view.client_view, view.reason)
        )
        if error is None:
            await self._after_recording()
        elif error.code not in MEANWHILE:
            self._to_missing()

    def _to_missing(self) -> None:
        """The cursor to what has to be there first."""
        lacking = [*self.view.missing, *(["reason"] if self.view.lacks_reason else [])]
        lacking += ["apart"] if self.view.lacks_apart else []
        if lacking:
            self.rows.set_rows(self._rows(), ("missing", lacking[0]))

    async def _after_recording(self) -> None:
        """The plan comes next on a line; otherwise the work with this client is done for now."""
        from screens.interview import Interview

        client, outcome = self.view.draft.client, self.view.chosen
        number = self.view.model.line_of(outcome) if outcome else None
        below = self.app.screen_stack[-2]
        if isinstance(below, Interview):
            below.is_over = True
        if number is not None:
            await self.doors.open_plan(self, client.uid)
        else:
            self.say(self.t("decision.recorded"), "good")
