"""One client on one screen: diagnosis, line, plan, what is open, contacts, and the timeline."""

from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal

from screens.client_keys import CASE_KEYS
from screens.dialogs.reading import Reading
from screens.follow_up_keys import FOLLOW_UP_KEYS, NEW_FOLLOW_UP, FollowUpKeys
from screens.keys import COMMON, Key
from screens.widgets import client_lines
from screens.widgets.lines import Lines, Span, line
from screens.widgets.panels import Panels
from screens.widgets.row_list import RowList
from screens.words import Words, word
from teui.casework import client_record, client_words
from teui.casework.client_values import ClientRecord, Waiting
from teui.casework.follow_work import work_of
from teui.casework.timeline import GROUPS, Happening
from teui.practice.days import show_day

ALL = "all"
PANELS = {
    "1": (0, ("diagnosis",)),
    "2": (0, ("line",)),
    "3": (0, ("plan",)),
    "4": (1, None),
    "5": (2, None),
    "6": (3, None),
}
"""The list, and in the first one the row, that a digit leads to."""
BESIDE = frozenset({"decision", "plan", "edit_client"})
"""Keys that make room in the footer for those of a follow-up."""


class Client(FollowUpKeys):
    """The place from which all work with one client starts, and to which it comes back."""

    CSS_PATH = "client.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-short"), (36, "-tall")]
    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("open_row", "enter", "open", "Enter", foot=0),
        *FOLLOW_UP_KEYS,
        Key("contact", "c", "contact", "c", foot=0),
        Key("interview", "i", "interview", "i", foot=0),
        Key("decision", "l", "decision", "l", foot=0),
        Key("plan", "p", "plan", "p", foot=0),
        Key("edit_client", "e", "edit_client", "e", foot=0),
        *CASE_KEYS,
        Key("card", "m", "card", "m"),
        Key("panel", "1,2,3,4,5,6", "panel('{key}')", "1-6", foot=1),
        Key("filter", "h", "filter", "h", foot=1),
        NEW_FOLLOW_UP,
        Key("search", "slash", "app.find_client", "/", foot=1),
        Key("new_client", "n", "new_client", "n"),
        Key("settings", "g", "app.settings", "g"),
        Key("row", "down", "move(1)", "↓"),
        Key("row_up", "up", "move(-1)", "↑"),
        Key("next_panel", "tab", "step(1)", "Tab"),
        Key("previous_panel", "shift+tab", "step(-1)", "⇧Tab"),
        Key("page", "pagedown", "page(1)", "PgDn"),
        Key("page_up", "pageup", "page(-1)", "PgUp"),
        Key("first", "home", "edge(False)", "Home"),
        Key("last", "end", "edge(True)", "End"),
        *(key for key in COMMON if key.id != "find"),
        Key("find", "f3", "app.find_client", "F3"),
    )

    def __init__(self, record: ClientRecord) -> None:
        super().__init__()
        self.record = record
        self.shown = ALL

    def compose(self) -> ComposeResult:
        yield Lines(id="head")
        yield Lines(id="rule-top")
        yield RowList(id="case")
        yield Lines(id="heading")
        with Horizontal(id="beside"):
            yield RowList(id="waiting")
            yield Lines(id="between")
            yield RowList(id="contacts")
        yield Lines(id="rule-timeline")
        yield RowList(id="timeline")
        yield Lines(id="rule-foot")
        yield Lines(id="detail")
        yield Lines(id="foot")

    def on_mount(self) -> None:
        names = ("case", "waiting", "contacts", "timeline")
        self.panels = Panels([self.query_one(f"#{name}", RowList) for name in names])

    def keys_here(self) -> tuple[Key, ...]:
        """What is done with a follow-up stands in the footer only while one is selected."""
        if self.follow_up is None:
            return tuple(key for key in self.KEYS if key not in FOLLOW_UP_KEYS)
        return tuple(replace(key, foot=None) if key.id in BESIDE else key for key in self.KEYS)

    @property
    def client_in_view(self) -> str:
        return self.record.person.uid

    @property
    def client_uid(self) -> str:
        return self.record.person.uid

    @property
    def client_name(self) -> str:
        return self.record.person.name

    @property
    def client_line(self) -> int | None:
        return self.record.decided.line if self.record.decided is not None else None

    @property
    def follow_up(self) -> Waiting | None:
        match self.panels.key:
            case ("waiting", uid):
                return next((each for each in self.record.waiting if each.uid == uid), None)
        return None

    @property
    def happenings(self) -> tuple[Happening, ...]:
        """The timeline as far as it is shown."""
        whole = self.record.timeline
        if self.shown == ALL:
            return whole
        return tuple(each for each in whole if each.group == self.shown)

    def refresh_data(self) -> None:
        self.run_worker(self._load(), exclusive=True, group="read")

    async def _load(self) -> None:
        desk, uid = self.desk, self.client_uid
        record = await self.read(lambda: client_record.record(desk, uid))
        if record is not None:
            self.record = record
            self.paint()

    # What is painted

    def paint(self) -> None:
        t, record, width = self.t, self.record, self.size.width
        wide = width >= client_lines.WIDE
        rule = line(Span("─" * width, "rule"))
        self.query_one("#rule-top", Lines).show([rule])
        self.paint_told()
        case = self.query_one("#case", RowList)
        case.set_rows(client_lines.case(t, record, width - 1, case.size.height))
        self.query_one("#heading", Lines).show([client_lines.heading(t, record, width)])
        waiting, contacts = (
            self.query_one("#waiting", RowList),
            self.query_one("#contacts", RowList),
        )
        waiting.styles.width = client_lines.due_width(width)
        waiting.set_rows(client_lines.waiting(t, record, wide))
        between = self.query_one("#between", Lines)
        between.show([line(Span("│", "rule"))] * between.size.height)
        contacts.set_rows(client_lines.contacts(t, record, wide))
        happenings = self.happenings
        heading = client_lines.timeline_heading(t, self.shown, len(happenings), width)
        self.query_one("#rule-timeline", Lines).show([heading])
        rows = client_lines.timeline(t, happenings, wide, width - 1)
        self.query_one("#timeline", RowList).set_rows(rows)
        self.panels.settle()
        self._paint_row()

    def paint_told(self) -> None:
        self.query_one("#rule-foot", Lines).show([self.told_line(self.size.width)])

    def _paint_row(self) -> None:
        """What depends on the selected row: the keys at the foot, and the row in full."""
        facts = client_lines.facts(self.t, self.record, self.size.width)
        self.query_one("#head", Lines).styles.height = 1 + len(facts)
        self.paint_frame(client_lines.title(self.t, self.record), *facts)
        lines = client_lines.detail(self.t, self._detail(), self.size.width)
        self.query_one("#detail", Lines).show(lines)

    def _detail(self) -> str:
        t, record = self.t, self.record
        match self.panels.key:
            case ("diagnosis",) if record.decided is not None:
                return client_words.assessed(t, record.decided)
            case ("line",) if record.decided is not None:
                return client_words.choice(t, record.decided)
            case ("plan",) if record.planned is not None:
                return client_words.version(t, record.planned)
            case ("waiting", uid):
                [each] = [each for each in record.waiting if each.uid == uid]
                return client_words.why(t, each)
            case ("contact", uid):
                [made] = [made for made in record.contacts if made.uid == uid]
                return client_words.contact_made(t, made)
            case ("happened", int(index)):
                return client_words.happened_in_full(t, self.happenings[index])
        return ""

    # Moving about

    def action_card(self) -> None:
        from screens.dialogs.line_card import show_card

        decided = self.record.decided
        show_card(self, self.desk.model, decided.line if decided else None)

    def action_move(self, steps: int) -> None:
        self.panels.move(steps)
        self._paint_row()

    def action_step(self, steps: int) -> None:
        self.panels.step(steps)
        self._paint_row()

    def action_page(self, pages: int) -> None:
        self.panels.here.move_page(pages)
        self._paint_row()

    def action_edge(self, last: bool) -> None:
        self.panels.here.move_end(last=last)
        self._paint_row()

    def action_panel(self, digit: str) -> None:
        self.panels.go_to(*PANELS[digit])
        self._paint_row()

    def action_filter(self) -> None:
        """The next kind of which there is any, then everything again."""
        present = {each.group for each in self.record.timeline}
        kinds = [ALL, *(group for group in GROUPS if group in present)]
        at = kinds.index(self.shown) if self.shown in kinds else -1
        self.shown = kinds[(at + 1) % len(kinds)]
        self.paint()
        self.action_panel("6")

    # What the selected row is about

    async def action_open(self) -> None:
        match self.panels.key:
            case ("diagnosis",) if self.record.begun is None and self.record.decided is not None:
                await self.doors.open_assessment(self, self.record.decided.assessment_uid)
            case ("diagnosis",):
                await self.action_interview()
            case ("line",):
                await self.action_decision()
            case ("plan",):
                await self.action_plan()
            case ("waiting", _):
                await self._open_waiting()
            case ("contact", uid):
                [made] = [made for made in self.record.contacts if made.uid == uid]
                kind = "reached" if made.reached else "not_reached"
                self._read(
                    word(f"record.kind.{kind}"), lambda t: client_words.contact_made(t, made)
                )
            case ("happened", int(index)):
                await self._open_happening(self.happenings[index])

    async def _open_waiting(self) -> None:
        if (each := self.follow_up) is None:
            return
        match work_of(self.desk.model, each.rule, each.params):
            case "interview":
                await self.action_interview()
            case "plan":
                await self.action_plan()
            case "services":
                await self.action_services()
            case "contact":
                self.action_done()
            case "offers":
                await self.action_offers()
            case None:
                self._read(
                    lambda t: client_words.waiting(t, each), lambda t: client_words.why(t, each)
                )

    async def _open_happening(self, each: Happening) -> None:
        match each.what:
            case "assessment" if (
                self.record.begun is not None and each.uid == self.record.begun.uid
            ):
                await self.action_interview()
            case "assessment":
                await self.doors.open_assessment(self, each.uid)
            case "plan":
                await self.action_plan()
            case "service":
                await self.action_services()
            case "offer":
                await self.action_offers()
            case _:
                self._read(
                    lambda t: f"{show_day(each.day)}  {t(f'record.kind.{each.kind}')}",
                    lambda t: client_words.happened_in_full(t, each),
                )

    def _read(self, title: Words, text: Words) -> None:
        self.app.push_screen(Reading(title, text))
