"""The employment plan: goal, review, contact, the path, what the client and the service do."""

from collections.abc import Hashable
from concurrent.futures import Future
from typing import ClassVar

from textual.app import ComposeResult

from screens.keys import COMMON, Key
from screens.plan_questions import PlanQuestions
from screens.row_keys import RowKeys, row_keys
from screens.widgets import plan_lines
from screens.widgets.lines import Lines, Span, line
from screens.widgets.row_list import RowList
from teui.casework import plan
from teui.casework.moved import said
from teui.casework.plan import PlanView


class Plan(RowKeys):
    """One customership's plan; every row is saved as it is kept."""

    CSS_PATH = "plan.tcss"
    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("edit", "enter", "edit", "Enter", foot=0),
        Key("new_row", "n", "new_row", "n", foot=0),
        Key("take_out", "x", "take_out", "x", foot=0),
        Key("row_done", "d", "row_done", "d", foot=0),
        Key("paper", "w", "paper", "w", foot=0),
        *row_keys(),
        Key("changes", "r", "changes", "r"),
        Key("duties", "u", "duties", "u"),
        Key("card", "m", "card", "m"),
        Key("accept", "f8", "accept", "F8", foot=0),
        *COMMON,
    )

    def __init__(self, view: PlanView) -> None:
        super().__init__()
        self.view = view

    def compose(self) -> ComposeResult:
        yield Lines(id="head")
        yield Lines(id="rule-top")
        yield RowList(id="rows")
        yield Lines(id="rule-foot")
        yield Lines(id="foot")

    @property
    def client_in_view(self) -> str:
        return self.view.client.uid

    def paint(self) -> None:
        t, view, width = self.t, self.view, self.size.width
        title = line(
            Span(f" {view.client.name}", "strong"),
            Span(f"  {t('frame.born', year=view.client.birth_year or '-')}", "dim"),
            Span(f"   {t(f'plan.title.{view.kind}')}"),
        )
        self.paint_frame(title, plan_lines.standing(t, view, width))
        rule = line(Span("─" * width, "rule"))
        for rule_id in ("rule-top", "rule-foot"):
            self.query_one(f"#{rule_id}", Lines).show([rule])
        self._paint_rows()

    def _paint_rows(self, key: Hashable | None = None) -> None:
        self.rows.set_rows(plan_lines.rows(self.t, self.view, self.size.width - 1), key)

    async def _reload(self, added: str | None = None) -> None:
        view = await self.read(lambda: plan.load(self.desk, self.view.customership_uid))
        if view is not None:
            self.view = view
            self.paint()
            places = [item.position for item in view.items if item.side == added]
            if places:
                self._paint_rows(("item", added, max(places)))

    def refresh_data(self) -> None:
        self.run_worker(self._reload(), exclusive=True, group="read")

    def _write(self, written: Future[None], typed: list[str], added: str | None = None, /) -> None:
        async def wait() -> None:
            if await self.saved(written):
                for place in typed:
                    self.keep(place, "")
                await self.read_last(self._reload(added))

        self.begin_work(wait())

    def action_edit(self) -> None:
        if not self._questions().ask(self.rows.key):
            self.say(self.t("plan.no_row"), "note")

    def action_new_row(self) -> None:
        match self.rows.key:
            case ("item", "office", _) | ("requirement", _):
                row: Hashable = ("item", "office", None)
            case ("phase", phase):
                row = ("milestone", phase)
            case ("item", "path", int(position)) if item := self.view.item(position):
                row = ("milestone", item.phase)
            case _:
                row = ("item", "client", None)
        self._questions().ask(row)

    def _questions(self) -> PlanQuestions:
        return PlanQuestions(self, self.view, self._write)

    def action_take_out(self) -> None:
        match self.rows.key:
            case ("item", _, int(position)) if item := self.view.item(position):
                case = self.view.customership_uid
                self._write(plan.remove_item(self.desk, case, item.uid), [])
            case _:
                self.say(self.t("plan.only_items"), "note")

    def action_row_done(self) -> None:
        """Done today; pressed again it is open after all."""
        from teui.casework import plan_rows

        match self.rows.key:
            case ("item", _, int(position)) if item := self.view.item(position):
                case, done = self.view.customership_uid, item.done_on is None
                self._write(plan_rows.mark_done(self.desk, case, item.uid, done=done), [])
            case _:
                self.say(self.t("plan.only_items_done"), "note")

    async def action_paper(self) -> None:
        from screens.papers import ask_for_plan

        await ask_for_plan(self, self.view.client.uid)

    async def action_changes(self) -> None:
        from screens.dialogs.plan_changes import show_changes

        await show_changes(self, self.view)

    async def action_duties(self) -> None:
        from screens.dialogs.plan_duties import show_duties

        await show_duties(self, self.view)

    def action_card(self) -> None:
        from screens.dialogs.line_card import show_card

        show_card(self, self.desk.model, self.view.line)

    def action_accept(self) -> None:
        if self.view.accepted_on is None and self.view.missing:
            lacking = plan_lines.lacking(self.t, self.view)
            self.say(self.t("plan.lacking", what=lacking))
            return

        async def accept() -> None:
            written = plan.accept(self.desk, self.view.customership_uid)
            if await self.saved(written):
                await self.read_last(self._reload())
                told = [self.t("plan.accepted_now")]
                told += [said(self.t, moved)] if (moved := written.result()) else []
                self.say(" ".join(told), "good")

        self.begin_work(accept())
