"""Today: what is overdue, due and coming, why, and the keys that do it."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult

from screens.client_keys import CASE_KEYS
from screens.dialogs.picker import Picker
from screens.follow_up_keys import FOLLOW_UP_KEYS, NEW_FOLLOW_UP
from screens.keys import COMMON, Key
from screens.own_views import OWN_VIEW, OwnViewKeys
from screens.row_keys import RowKeys, row_keys
from screens.widgets import today_lines, today_views
from screens.widgets.lines import Line, Lines, Span, line, width_of
from screens.widgets.row_list import RowList
from screens.words import Words, word
from teui.casework import own_views, today
from teui.casework.own_views import OwnView
from teui.casework.today import TodayRow
from teui.followup.calendar import WorkCalendar

MOST = 5000
TO_COPY = "to_copy"
"""The view that is a screen of its own: what is not copied for the official system yet."""


class Today(RowKeys, OwnViewKeys):
    """The page the app opens on. `view`: one of the nine or of one's own; None: one's page."""

    CSS_PATH = "today.tcss"
    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("open", "enter", "open", "Enter", foot=0),
        *FOLLOW_UP_KEYS,
        Key("contact", "c", "contact", "c", foot=0),
        Key("interview", "i", "interview", "i", foot=0),
        Key("plan", "p", "plan", "p", foot=0),
        Key("decision", "l", "decision", "l"),
        Key("edit_client", "e", "edit_client", "e"),
        *CASE_KEYS,
        Key("search", "slash", "app.find_client", "/", foot=1),
        Key("new_client", "n", "new_client", "n", foot=1),
        NEW_FOLLOW_UP,
        Key("caseload", "j", "caseload", "j"),
        Key("settings", "g", "app.settings", "g"),
        Key("view", "1,2,3,4,5,6,7,8,9", "view('{key}')", "1-9", foot=1),
        Key("views", "0", "all_views", "0"),
        OWN_VIEW,
        *row_keys(None),
        Key("find", "f3", "app.find_client", "F3"),
        *(key for key in COMMON if key.id not in ("back", "find")),
        Key("whole_page", "escape", "view('')", "Esc"),
    )

    def __init__(self) -> None:
        super().__init__()
        self.own: Mapping[str, OwnView] = {}
        self._rows: dict[str, TodayRow] = {}
        self._counts: Mapping[str, int] = {}
        self._calendar: WorkCalendar | None = None

    def compose(self) -> ComposeResult:
        yield Lines(id="head")
        yield Lines(id="views")
        yield Lines(id="columns")
        yield RowList(id="rows")
        yield Lines(id="reason")
        yield Lines(id="foot")

    @property
    def selected(self) -> TodayRow | None:
        return self._rows.get(str(self.rows.key))

    @property
    def follow_up(self) -> TodayRow | None:
        return self.selected

    @property
    def client_uid(self) -> str | None:
        row = self.selected
        return row.client_uid if row is not None else None

    @property
    def client_line(self) -> int | None:
        row = self.selected
        return row.line if row is not None else None

    @property
    def client_name(self) -> str:
        row = self.selected
        return row.client if row is not None else ""

    def refresh_data(self) -> None:
        # A group of its own: a newer read supersedes an older one, never a write being waited for.
        self.run_worker(self._load(), exclusive=True, group="read")

    def counted(self, done: int, total: int) -> None:
        if done >= total:
            self.refresh_data()

    async def _load(self) -> None:
        view = self.view
        read = await self.read(lambda: self._read(view))
        if read is not None:
            rows, self._counts, self.own = read
            # One of one's own that was taken out meanwhile has given way to the whole page.
            self.view = view if view in today.VIEWS or view in self.own else None
            self._rows = {row.uid: row for row in rows}
            self.paint()
            if self._calendar is None:
                self.run_worker(self._learn_days_off(), exclusive=True, group="days off")

    def _read(
        self, view: str | None
    ) -> tuple[Sequence[TodayRow], Mapping[str, int], Mapping[str, OwnView]]:
        desk = self.desk
        own = {each.uid: each for each in own_views.load(desk)}
        shown = own.get(view or "")
        if shown is not None:
            rows = own_views.page(desk, shown.filters, MOST)
        else:
            rows = today.page(desk, view if view in today.VIEWS else today.OWN, MOST, 0)
        return rows, today.counts(desk), own

    def paint(self) -> None:
        t, desk, width = self.t, self.desk, self.size.width
        day = desk.clock.today()
        adviser, team = desk.adviser.name, desk.team.name
        shown = self.own_view
        title = shown.name if shown is not None else t("today.title")
        dated = line(Span(f" {title}", "strong"), Span(f" · {t.full_day(day)}   "))
        # Left out rather than cut: adviser and team are known to who works here.
        named = [
            (*dated, Span(words, "dim"))
            for words in (t("today.desk", adviser=adviser, team=team), adviser)
        ]
        room = width - self.corner_width - 1
        self.paint_frame(next((title for title in named if width_of(title) <= room), dated))
        rule = line(Span("─" * width, "rule"))
        own = shown is not None
        views = today_views.views(t, self._counts, self.view, width, own=own)
        self.query_one("#views", Lines).show((*views, rule))
        self.query_one("#columns", Lines).show([today_lines.columns(t, width)])
        items = list(self._rows.values())
        view = self.view if self.view in today.VIEWS else today.OWN
        number = len(items) if shown else self._counts.get(view, 0)
        empty = "own_view.empty" if shown else f"today.empty.{view}"
        self.rows.set_rows(today_lines.rows(t, items, width, empty, number))
        self.row_reached()

    def row_reached(self) -> None:
        width = self.size.width
        rule = line(Span("─" * width, "rule"))
        row = self.selected
        lines: list[Line] = [()] * today_lines.REASON_LINES
        if row is not None:
            lines = today_lines.reason(self.t, row, self._late_by(row), width)
        self.query_one("#reason", Lines).show([rule, *lines, self.told_line(width)])

    def paint_told(self) -> None:
        self.row_reached()

    def step_on(self) -> None:
        self.action_move(1)

    def step_back(self, uid: str) -> None:
        self.rows.go_to(uid)
        self.row_reached()

    def _late_by(self, row: TodayRow) -> int | None:
        """Working days since the day to act; None until the days off are known."""
        if self._calendar is None:
            return None
        return self._calendar.late_by(row.act_on, self.desk.clock.today())

    async def _learn_days_off(self) -> None:
        """Load the table of holidays once the page stands: nobody waits for it."""
        self._calendar = await asyncio.to_thread(today.work_calendar, self.desk)
        self.row_reached()

    def action_view(self, digit: str) -> None:
        chosen = today_views.NUMBERED.get(digit)
        self.turn_to(None if chosen == self.view else chosen)

    async def action_all_views(self) -> None:
        from teui.casework import copying

        waiting = await self.read(lambda: len(copying.waiting(self.desk)))
        options: dict[str, Words] = {
            view: self._counted(view) for view in (*today.VIEWS, today.OWN)
        }
        options |= {each.uid: each.name for each in self.own.values()}
        options[TO_COPY] = lambda t: f"{t('copying.view')}  {waiting or 0}"
        options[OWN_VIEW.id] = lambda t: f"{t('own_view.new')} · {OWN_VIEW.shown}"
        picker = Picker(word("today.all_views"), options, self.view or today.OWN)
        self.app.push_screen(picker, self._show_view)

    async def action_caseload(self) -> None:
        from screens.dialogs.caseload import show_caseload

        await show_caseload(self)

    def _counted(self, view: str) -> Words:
        return lambda t: f"{t(f'view.{view}')}  {self._counts.get(view, 0)}"

    def _show_view(self, view: str | None) -> None:
        if view == TO_COPY:
            self.begin_work(self.doors.open_copying(self, None))
        elif view == OWN_VIEW.id:
            self.begin_work(self._ask(None))
        elif view is not None:
            self.turn_to(None if view == today.OWN else view)

    def turn_to(self, view: str | None) -> None:
        self.view = view
        self.refresh_data()
        self.wait_for_read()
