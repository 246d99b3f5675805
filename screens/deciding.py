"""Deciding on the line: choice, client's view and reason are kept as they come, then recorded."""

from concurrent.futures import Future

from screens.dialogs.apart import ask_apart
from screens.dialogs.entry_dialog import EntryDialog
from screens.dialogs.picker import Picker
from screens.frame import Frame, T
from screens.widgets import choice_lines
from screens.widgets.row_list import Row, RowList
from screens.words import word
from teui.casework import decision, interview
from teui.casework.decision import DecisionView
from teui.errors import TeuiError

MEANWHILE = frozenset({"decision_recorded", "assessment_completed"})


class Deciding(Frame):
    """A screen on one assessment's decision: what a person puts into it."""

    view: DecisionView

    @property
    def rows(self) -> RowList:
        return self.query_one("#rows", RowList)

    def shown_rows(self) -> list[Row]:
        """The rows as the view has them."""
        raise NotImplementedError

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

    def _ask_apart(self) -> None:
        async def keep(written: Future[None]) -> None:
            await self._write(written)

        draft = self.view.draft
        ask_apart(self, draft.uid, draft.apart, lambda written: self.begin_work(keep(written)))

    async def action_record(self) -> None:
        view = self.view
        if view.chosen is None:
            self.say(self.t("decision.choose_first"))
            return
        error = await self._write(
            decision.record(self.desk, view.draft.uid, view.chosen, view.client_view, view.reason)
        )
        if error is None:
            await self._after_recording(view.draft.client.line)
        elif error.code not in MEANWHILE:
            self._to_missing()

    def _to_missing(self) -> None:
        """The cursor to what has to be there first."""
        lacking = [*self.view.missing, *(["reason"] if self.view.lacks_reason else [])]
        lacking += ["apart"] if self.view.lacks_apart else []
        if lacking:
            self.rows.set_rows(self.shown_rows(), ("missing", lacking[0]))

    async def _after_recording(self, before: int | None) -> None:
        """The plan comes next on a line, where the line has changed from `before` the handover;
        otherwise the work with this client is done for now."""
        from screens.interview import Interview

        client, outcome = self.view.draft.client, self.view.chosen
        number = self.view.model.line_of(outcome) if outcome else None
        below = self.app.screen_stack[-2]
        if isinstance(below, Interview):
            below.is_over = True
        if number is not None and before not in {None, number}:
            await self.doors.open_transition(self, client.uid)
        elif number is not None:
            await self.doors.open_plan(self, client.uid)
        else:
            self.say(self.t("decision.recorded"), "good")
