"""The employment plan: goal, review, contact, what the client does and what the service does."""

from collections.abc import Callable
from concurrent.futures import Future
from datetime import date
from typing import ClassVar

from textual.app import ComposeResult

from screens.dialogs.entry_dialog import EntryDialog
from screens.dialogs.picker import Picker
from screens.frame import Frame
from screens.keys import COMMON, Key
from screens.widgets import plan_lines
from screens.widgets.lines import Lines, Span, line
from screens.widgets.row_list import RowList
from teui.casework import plan
from teui.casework.plan import PlanView
from teui.errors import TeuiError
from teui.practice.days import parse_day, show_day


class Plan(Frame):
    """One customership's plan; every row is saved as it is kept."""

    CSS_PATH = "plan.tcss"
    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("edit", "enter", "edit", "Enter", foot=0),
        Key("new_row", "n", "new_row", "n", foot=0),
        Key("take_out", "x", "take_out", "x", foot=0),
        Key("row", "down", "move(1)", "↑↓", foot=0),
        Key("row_up", "up", "move(-1)", "↑"),
        Key("accept", "f8", "accept", "F8", foot=0),
        *COMMON,
    )

    def __init__(self, view: PlanView) -> None:
        super().__init__()
        self.view = view
        self._to_forget: list[str] = []

    def compose(self) -> ComposeResult:
        yield Lines(id="head")
        yield Lines(id="rule-top")
        yield RowList(id="rows")
        yield Lines(id="rule-foot")
        yield Lines(id="foot")

    @property
    def rows(self) -> RowList:
        return self.query_one(RowList)

    def paint(self) -> None:
        t, view, width = self.t, self.view, self.size.width
        title = line(
            Span(f" {view.client.name}", "strong"),
            Span(f"  {t('frame.born', year=view.client.birth_year or '-')}", "dim"),
            Span(f"   {t(f'plan.title.{view.kind}')}"),
            Span(f" · {t('decision.line_n', n=view.line or '-')}"),
        )
        self.paint_frame(title, plan_lines.standing(t, view, width))
        rule = line(Span("─" * width, "rule"))
        for rule_id in ("rule-top", "rule-foot"):
            self.query_one(f"#{rule_id}", Lines).show([rule])
        self.rows.set_rows(plan_lines.rows(t, view, width - 1))

    async def _reload(self) -> None:
        view = await self.read(lambda: plan.load(self.desk, self.view.customership_uid))
        if view is not None:
            self.view = view
            self.paint()

    def refresh_data(self) -> None:
        self.run_worker(self._reload(), exclusive=True, group="read")

    def _write(self, written: Future[None]) -> None:
        async def wait() -> None:
            if await self.saved(written):
                for place in self._to_forget:
                    self.keep(place, "")
                self._to_forget.clear()
                await self._reload()

        self.run_worker(wait())

    def _save(self, **changes: object) -> None:
        self._write(plan.save(self.desk, self.view.customership_uid, **changes))

    def action_move(self, steps: int) -> None:
        self.rows.move(steps)

    def action_edit(self) -> None:
        view, t = self.view, self.t
        match self.rows.key:
            case ("goal",):
                self._type("goal", view.goal or "", str, lambda goal: self._save(goal=goal))
            case ("review",):
                shown = show_day(view.review_on) if view.review_on else ""
                self._type("review", shown, self._day, self._save_review)
            case ("contact",):
                weeks = str(view.rhythm_weeks or "")
                self._type("rhythm", weeks, _weeks, self._ask_channel)
            case ("item", str(side), uid):
                item = next((item for item in view.items if item.uid == uid), None)
                key = ("item", side, uid)
                self._type(
                    f"item.{side}",
                    item.text if item else "",
                    str,
                    lambda text: self._ask_by(side, None if uid is None else str(uid), text),
                    key,
                )
            case _:
                self.say(t("plan.no_row"), "note")

    def action_new_row(self) -> None:
        match self.rows.key:
            case ("item", "office", _):
                side = "office"
            case _:
                side = "client"
        self._type(
            f"item.{side}", "", str, lambda text: self._ask_by(side, None, text), ("new", side)
        )

    def action_take_out(self) -> None:
        match self.rows.key:
            case ("item", _, str(uid)):
                self._write(plan.remove_item(self.desk, self.view.customership_uid, uid))
            case _:
                self.say(self.t("plan.only_items"), "note")

    def action_accept(self) -> None:
        async def accept() -> None:
            written = plan.accept(self.desk, self.view.customership_uid)
            if await self.saved(written):
                await self._reload()
                self.say(self.t("plan.accepted_now"), "good")

        self.run_worker(accept())

    # The questions of a row

    def _type(
        self,
        what: str,
        value: str,
        check: Callable[[str], str],
        then: Callable[[str], None],
        key: object = None,
    ) -> None:
        """Ask for one text; what Esc leaves half-typed is there when the row is opened again."""
        t = self.t
        place = f"plan:{self.view.customership_uid}:{key or what}"

        def keep(typed: str) -> None:
            self.keep(place, "" if typed == value else typed)

        def take(typed: str | None) -> None:
            if typed is not None:
                keep(typed)
                self._to_forget.append(place)
                then(typed)

        shown = self.kept(place) or value
        hint = t(f"plan.{what}.help")
        self.app.push_screen(
            EntryDialog(t(f"plan.{what}.title"), hint, check, texts=t, value=shown, keep=keep), take
        )

    def _day(self, typed: str) -> str:
        return parse_day(typed, self.desk.clock.today()).isoformat() if typed else ""

    def _save_review(self, day: str) -> None:
        self._save(review_on=date.fromisoformat(day) if day else None)

    def _ask_channel(self, weeks: str) -> None:
        t = self.t
        options = {
            code: t(f"contact.channel.{code}")
            for code in plan.channels(self.desk.model, self.view.line)
        }
        picker = Picker(t("plan.channel"), options, self.view.rhythm_channel)
        self.app.push_screen(picker, lambda way: self._ask_who(weeks, way) if way else None)

    def _ask_who(self, weeks: str, channel: str) -> None:
        t = self.t
        options = {who: t(f"plan.contact_by.{who}") for who in ("office", "client")}
        picker = Picker(t("plan.who"), options, self.view.contact_by)

        def take(who: str | None) -> None:
            if who is not None:
                count = int(weeks) if weeks else None
                self._save(rhythm_weeks=count, rhythm_channel=channel, contact_by=who)

        self.app.push_screen(picker, take)

    def _ask_by(self, side: str, uid: str | None, text: str) -> None:
        if not text:
            return
        item = next((item for item in self.view.items if item.uid == uid), None)
        by = show_day(item.by_date) if item and item.by_date else ""

        def save(day: str) -> None:
            by_date = date.fromisoformat(day) if day else None
            customership = self.view.customership_uid
            self._write(plan.save_item(self.desk, customership, side, text, by_date, uid=uid))

        self._type("by", by, self._day, save, ("by", side, uid, text))


def _weeks(typed: str) -> str:
    if typed and not (typed.isdecimal() and 1 <= int(typed) <= 52):
        raise TeuiError("typed_weeks", typed=typed)
    return typed
