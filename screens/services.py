"""What goes on with a client: services, work beside the job search, the way to a business."""

from collections.abc import Callable, Hashable
from concurrent.futures import Future
from typing import ClassVar, TypeVar

from textual.app import ComposeResult

from screens.dialogs.picker import Picker
from screens.frame import Frame
from screens.keys import COMMON, Key
from screens.row_keys import RowKeys, row_keys
from screens.service_ending import EndQuestions
from screens.service_questions import ServiceQuestions, new_service, take_over
from screens.widgets import services_lines
from screens.widgets.lines import Lines, Span, line
from screens.widgets.page import Page
from screens.widgets.row_list import RowList
from screens.words import Words, word
from screens.work_questions import StepQuestions, WorkQuestions, new_step
from teui.casework import business, services, work_spells
from teui.casework.services_values import (
    AnyRow,
    BusinessStep,
    InPlan,
    ServicesView,
    ServiceUse,
    WorkSpell,
)
from teui.casework.services_view import load

T = TypeVar("T")
KINDS = ("service", "work", "business")


class Services(RowKeys):
    """One customership's list: running, planned, ended; work; the way to a business."""

    CSS_PATH = "services.tcss"
    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("edit_service", "enter", "edit", "Enter", foot=0),
        Key("new_of_services", "n", "new", "n", foot=0),
        Key("start_service", "s", "start", "s", foot=0),
        Key("end_service", "f8", "end", "F8", foot=0),
        Key("take_out_service", "x", "take_out", "x", foot=0),
        *row_keys(),
        Key("interview", "i", "interview", "i"),
        Key("plan", "p", "plan", "p"),
        *COMMON,
    )

    def __init__(self, view: ServicesView) -> None:
        super().__init__()
        self.view = view
        self._whole_of: Hashable = None

    def compose(self) -> ComposeResult:
        yield Lines(id="head")
        yield Lines(id="rule-top")
        yield RowList(id="rows")
        yield Lines(id="rule")
        yield Page(id="whole")
        yield Lines(id="foot")

    @property
    def frame(self) -> Frame:
        return self

    @property
    def client_in_view(self) -> str:
        return self.view.client.uid

    def refresh_data(self) -> None:
        self.run_worker(self._reload(), exclusive=True, group="read")

    async def _reload(self, select: Hashable | None = None) -> None:
        desk, case = self.desk, self.view.customership_uid
        view = await self.read(lambda: load(desk, case))
        if view is not None:
            self.view = view
            self.paint()
            if select is not None:
                self.rows.go_to(select)
                self.row_reached()

    # What is painted

    def paint(self) -> None:
        t, view, width = self.t, self.view, self.size.width
        title = line(
            Span(f" {view.client.name}", "strong"),
            Span(f"  {t('frame.born', year=view.client.birth_year or '-')}", "dim"),
            Span(f"   {t('services.title')}"),
        )
        self.paint_frame(title, services_lines.standing(t, view, width))
        self.query_one("#rule-top", Lines).show([line(Span("─" * width, "rule"))])
        today = self.desk.clock.today()
        self.rows.set_rows(services_lines.rows(t, view, width - 1, today))
        self.row_reached()

    def row_reached(self) -> None:
        """The selected row's details; the rule above says where list and details go on."""
        key, width = self.rows.key, self.size.width
        page = self.query_one(Page)
        lines = services_lines.whole(self.t, self.desk, self.view, key, width)
        page.set_lines(lines, from_top=key != self._whole_of)
        self._whole_of = key
        listed = f"─ ↓ {self.rows.below} " if self.rows.below else ""
        hidden = f" ↓ {page.below} PgDn " if page.below else ""
        between = "─" * (width - len(listed) - len(hidden))
        rule = line(Span(listed, "note"), Span(between, "rule"), Span(hidden, "note"))
        self.query_one("#rule", Lines).show([rule])

    # Moving about

    def action_page(self, pages: int) -> None:
        """Scroll the details: the list goes by the arrows."""
        self.query_one(Page).move_page(pages)
        self.row_reached()

    # What is done

    def write(
        self,
        written: Future[T],
        typed: list[str],
        then: Callable[[T], None] | None = None,
        select: Callable[[T], Hashable] | None = None,
    ) -> None:
        """Wait until it is on the disk, forget what was `typed`, show it, then go on."""

        async def wait() -> None:
            if not await self.saved(written):
                return
            for place in typed:
                self.keep(place, "")
            await self.read_last(self._reload(select(written.result()) if select else None))
            if then is not None:
                then(written.result())

        self.begin_work(wait())

    def action_new(self) -> None:
        options: dict[str, Words] = {each: word(f"services.what.{each}") for each in KINDS}
        self.app.push_screen(Picker(word("services.what.title"), options), self._new)

    def _new(self, kind: str | None) -> None:
        match kind:
            case "service":
                new_service(self)
            case "work":
                WorkQuestions(self, None).new()
            case "business":
                new_step(self)

    def action_edit(self) -> None:
        match self._selected():
            case ServiceUse() as use:
                ServiceQuestions(self, use).details()
            case InPlan() as row:
                take_over(self, row, starts=False)
            case WorkSpell() as spell:
                WorkQuestions(self, spell).details()
            case BusinessStep() as step:
                StepQuestions(self, step).details()
            case _:
                self.action_new()

    def action_start(self) -> None:
        match self._selected():
            case ServiceUse() as use if use.state == "planned":
                ServiceQuestions(self, use).start()
            case InPlan() as row:
                take_over(self, row, starts=True)
            case _:
                self.say(self.t("services.only_planned"), "note")

    def action_end(self) -> None:
        match self._selected():
            case ServiceUse() as use if use.state != "planned":
                EndQuestions(self, use).ask()
            case WorkSpell() as spell:
                WorkQuestions(self, spell).end()
            case BusinessStep() as step:
                StepQuestions(self, step).reached()
            case _:
                self.say(self.t("error.service_not_begun"), "note")

    def action_take_out(self) -> None:
        desk = self.desk
        match self._selected():
            case ServiceUse() as use:
                self.write(services.take_out(desk, use.uid), [])
            case WorkSpell() as spell:
                self.write(work_spells.take_out(desk, spell.uid), [])
            case BusinessStep() as step if step.uid is not None:
                case = self.view.customership_uid
                self.write(business.take_out(desk, case, step.step), [])
            case InPlan():
                self.say(self.t("services.out_of_plan"), "note")
            case _:
                self.say(self.t("services.nothing_to_take_out"), "note")

    def _selected(self) -> AnyRow | None:
        return self.view.row(self.rows.key)

    async def action_interview(self) -> None:
        await self.doors.open_interview(self, self.view.client.uid)

    async def action_plan(self) -> None:
        await self.doors.open_plan(self, self.view.client.uid)
