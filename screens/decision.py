"""The decision: the suggestion with its reasons, the adviser's choice, the client's view."""

from collections.abc import Hashable
from typing import ClassVar

from textual.app import ComposeResult

from screens.dialogs.entry_dialog import EntryDialog
from screens.dialogs.picker import Picker
from screens.dialogs.reason_source import ReasonSource
from screens.frame import Frame
from screens.keys import COMMON, Key
from screens.widgets import decision_lines
from screens.widgets.lines import Lines, Span, line
from screens.widgets.row_list import RowList
from teui.casework import decision, interview
from teui.casework.decision import DecisionView

DECIDING = frozenset({"choose_line", "no_line", "client_view", "reason", "record"})


class Decision(Frame):
    """One assessment's decision; dismissed, it leaves the interview as it was."""

    CSS_PATH = "decision.tcss"
    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("choose_line", "1,2,3", "choose_line({key})", "1-3", foot=0),
        Key("no_line", "0", "choose_line(0)", "0", foot=0),
        Key("client_view", "w", "client_view", "w", foot=0),
        Key("reason", "r", "reason", "r", foot=0),
        Key("row", "down", "move(1)", "↓"),
        Key("row_up", "up", "move(-1)", "↑"),
        Key("source", "enter", "source", "Enter", foot=0),
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
        yield RowList(id="rows")
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
        self.paint_frame(title, decision_lines.standing(t, view))
        rule = line(Span("─" * width, "rule"))
        for rule_id in ("rule-top", "rule-choice", "rule-foot"):
            self.query_one(f"#{rule_id}", Lines).show([rule])
        rows = decision_lines.rows(t, view, width - 1, every=self._all_reasons)
        self.query_one(RowList).set_rows(rows)
        choice = decision_lines.choice(t, self.desk.model, view, width)
        self.query_one("#choice", Lines).show(choice)

    def refresh_data(self) -> None:
        self.run_worker(self.reload(), exclusive=True, group="read")

    async def reload(self) -> None:
        """Read the decision anew: what the client thinks or what is missing has changed."""
        desk, uid = self.desk, self.view.draft.uid
        view = await self.read(lambda: decision.load(desk, uid))
        if view is not None:
            self.view = view
            self.paint()

    def _keep(self, outcome: str | None, reason: str | None) -> None:
        """Put choice and reason on the disk, then show what follows from them."""

        async def keep() -> None:
            written = decision.keep(self.desk, self.view.draft.uid, outcome, reason)
            if await self.saved(written):
                await self.reload()

        self.run_worker(keep())

    @property
    def selected(self) -> Hashable | None:
        """The key of the row under the cursor."""
        return self.query_one(RowList).key

    def action_move(self, steps: int) -> None:
        self.query_one(RowList).move(steps)

    def action_choose_line(self, number: int) -> None:
        outcomes = decision_lines.outcomes_for(self.desk.model, number)
        if len(outcomes) == 1:
            self._choose(outcomes[0])
        else:
            options = {outcome: self.t(f"outcome.{outcome}.text") for outcome in outcomes}
            self.app.push_screen(Picker(self.t("decision.which"), options), self._choose)

    def _choose(self, outcome: str | None) -> None:
        if outcome is not None:
            self._keep(outcome, self.view.reason)

    def action_client_view(self) -> None:
        t = self.t
        codes = self.desk.model.questions["agreed.client_view"].codes
        options = {code: t(f"code.agreed.client_view.{code}.text") for code in codes}
        picker = Picker(t("decision.client_view"), options, self.view.client_view)
        self.app.push_screen(picker, self._take_client_view)

    def _take_client_view(self, code: str | None) -> None:
        if code is not None:
            self.run_worker(self._save_client_view(code))

    async def _save_client_view(self, code: str) -> None:
        uid = self.view.draft.uid
        written = interview.save_answer(self.desk, uid, "agreed.client_view", "answered", code)
        if await self.saved(written):
            await self.reload()

    def action_reason(self) -> None:
        t = self.t
        value = self.kept(self._reason_place) or self.view.reason or ""
        dialog = EntryDialog(
            t("decision.reason"),
            t("decision.reason_help"),
            str,
            texts=t,
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
            self.keep(self._reason_place, "")
            self._keep(self.view.chosen, reason)

    async def action_source(self) -> None:
        match self.selected:
            case ("more",):
                self._all_reasons = True
                self.paint()
            case ("missing", str(question)):
                await self._go_to(question)
            case ("reason", str(criterion)):
                self.app.push_screen(ReasonSource(self.view, criterion, self.desk.model, self.t))
            case _:
                return

    async def _go_to(self, question: str) -> None:
        """To a question of the interview, which is opened where it is not open yet."""
        from screens.interview import Interview

        await self.doors.open_interview(self, self.view.draft.client.uid)
        if isinstance(self.app.screen, Interview):
            self.app.screen.go_to(question)

    async def action_record(self) -> None:
        view = self.view
        if view.chosen is None:
            self.say(self.t("decision.choose_first"))
            return
        written = decision.record(
            self.desk, view.draft.uid, view.chosen, view.client_view, view.reason
        )
        if await self.saved(written):
            await self._after_recording()

    async def _after_recording(self) -> None:
        """The plan comes next on a line; otherwise the work with this client is done for now."""
        from screens.interview import Interview

        client, outcome = self.view.draft.client, self.view.chosen
        number = self.desk.model.line_of(outcome) if outcome else None
        below = self.app.screen_stack[-2]
        await self.reload()
        if isinstance(below, Interview):
            below.is_over = True
        if number is not None:
            await self.doors.open_plan(self, client.uid)
        else:
            self.say(self.t("decision.recorded"), "good")
