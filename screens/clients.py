"""Find a client: search as you type; the list takes the keys of what can be done."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal

from screens.client_keys import ClientKeys
from screens.keys import COMMON, Key
from screens.widgets.entry import Entry
from screens.widgets.lines import Line, Lines, Span, fit, line, width_of
from screens.widgets.row_list import Row, RowList
from teui.casework import clients
from teui.casework.clients import ClientRow
from teui.practice.days import show_day

_NAME, _BORN, _PHONE, _LINE, _OWN, _HANDLE = 27, 12, 8, 7, 16, 7
"""Columns of a row; the name takes what the others leave."""


class Clients(ClientKeys):
    """Letters write in the search field until Enter or ↓ leads to the list."""

    CSS_PATH = "clients.tcss"
    LIST_KEYS: ClassVar[tuple[Key, ...]] = (
        Key("open", "enter", "open", "Enter", foot=0),
        Key("contact", "c", "contact", "c", foot=0),
        Key("interview", "i", "interview", "i", foot=0),
        Key("plan", "p", "plan", "p", foot=0),
        Key("decision", "l", "decision", "l", foot=0),
        Key("edit_client", "e", "edit_client", "e", foot=0),
        Key("row", "down", "move(1)", "↑↓", foot=0),
        Key("row_up", "up", "move(-1)", "↑"),
        Key("page", "pagedown", "page(1)", "PgDn"),
        Key("page_up", "pageup", "page(-1)", "PgUp"),
        Key("first", "home", "edge(False)", "Home"),
        Key("last", "end", "edge(True)", "End"),
        Key("search", "slash", "search", "/", foot=0),
        Key("new_client", "n,ctrl+n", "new_client", "n", foot=1),
        *COMMON,
    )
    FIELD_KEYS: ClassVar[tuple[Key, ...]] = (
        Key("to_list", "enter,down", "to_list", "Enter", foot=0),
        Key("new_client_typed", "ctrl+n", "new_client", "^N", foot=0),
        *(key for key in COMMON if key.id != "keys"),
    )
    KEYS = LIST_KEYS

    def __init__(self) -> None:
        super().__init__()
        self._in_field = True
        self._rows: dict[str, ClientRow] = {}
        self._searched = ""
        self._found: str | None = None

    def compose(self) -> ComposeResult:
        yield Lines(id="head")
        with Horizontal(id="search"):
            yield Lines(id="prompt")
            yield Entry(id="field")
        yield Lines(id="columns")
        yield RowList(id="rows")
        yield Lines(id="rule-foot")
        yield Lines(id="foot")

    @property
    def field(self) -> Entry:
        return self.query_one("#field", Entry)

    @property
    def rows(self) -> RowList:
        return self.query_one(RowList)

    @property
    def client_uid(self) -> str | None:
        return None if self.rows.key is None else str(self.rows.key)

    @property
    def client_name(self) -> str:
        row = self._rows.get(str(self.rows.key))
        return row.name if row is not None else ""

    def keys_here(self) -> tuple[Key, ...]:
        return self.FIELD_KEYS if self._in_field else self.LIST_KEYS

    def writing(self) -> Entry | None:
        return self.field if self._in_field else None

    def was_pressed(self, key: str) -> None:
        if self.field.value != self._searched:
            self.refresh_data()

    def refresh_data(self) -> None:
        self._searched = self.field.value
        self.run_worker(self._search(self._searched), exclusive=True, group="read")

    async def _search(self, text: str) -> None:
        found = await self.read(lambda: clients.find(self.desk, text))
        if found is not None and text == self.field.value:
            is_new, self._found = text != self._found, text
            self._rows = {row.uid: row for row in found}
            self.paint()
            if is_new:
                self.rows.move_end(last=False)

    def paint(self) -> None:
        t, width = self.t, self.size.width
        self.paint_frame(line(Span(f" {t('clients.title')}", "strong")))
        self.query_one("#prompt", Lines).show([line(Span(f" {t('clients.prompt')}", "key"))])
        rule = line(Span("─" * width, "rule"))
        self.query_one("#columns", Lines).show([rule, self._columns(width)])
        self.query_one("#rule-foot", Lines).show([rule])
        if self._in_field:
            self.field.focus()
        else:
            self.set_focus(None)
        if self._rows:
            rows = self._listed(width - 1)
        else:
            rows = [Row(line(Span(f" {t('clients.nobody')}", "dim")))]
        self.rows.set_rows(rows)

    def _columns(self, width: int) -> Line:
        t = self.t
        names = ("name", "born", "phone", "line", "adviser", "handle")
        parts: list[Line] = [line(Span(t(f"clients.{name}"), "dim")) for name in names]
        return (Span("  "), *_laid(parts, _widths(width - 2)))

    def _row(self, row: ClientRow, width: int) -> Line:
        t = self.t
        draft = f" · {t('clients.draft')}" if row.draft else ""
        # A long name gives way to its mark: that somebody is half interviewed must be seen.
        name = min(
            width_of((Span(row.name),)), _widths(width - 1)[0] - 1 - width_of((Span(draft),))
        )
        born = show_day(row.birth_date) if row.birth_date else "-"
        phone = f"…{row.phone_end}" if row.phone_end else "-"
        own = t("today.me") if row.mine else row.adviser
        parts: list[Line] = [
            line(*fit(line(Span(row.name, "strong")), name), Span(draft, "warn")),
            line(born),
            line(phone),
            line(str(row.line or "-")),
            line(Span(own, "dim")),
            line(Span(row.handle, "dim")),
        ]
        return (Span(" "), *_laid(parts, _widths(width - 1)))

    def _listed(self, width: int) -> list[Row]:
        """Those found by name or number, then under a heading those found by a note."""
        by_note = [row for row in self._rows.values() if row.note]
        rows = [Row(self._row(row, width), row.uid) for row in self._rows.values() if not row.note]
        if by_note:
            rows.append(Row(line(Span(f" {self.t('clients.in_notes', n=len(by_note))}", "title"))))
        return rows + [Row(self._noted_row(row, width), row.uid) for row in by_note]

    def _noted_row(self, row: ClientRow, width: int) -> Line:
        """The piece of the note stands where number and line are of no help."""
        own = self.t("today.me") if row.mine else row.adviser
        parts: list[Line] = [
            line(Span(row.name, "strong")),
            line(Span(row.note, "note")),
            line(Span(own, "dim")),
            line(Span(row.handle, "dim")),
        ]
        return (
            Span(" "),
            *_laid(parts, (_NAME, width - 1 - _NAME - _OWN - _HANDLE, _OWN, _HANDLE)),
        )

    async def action_to_list(self) -> None:
        # Typed ahead, Enter must not lead to what an earlier text had found.
        if self._found != self.field.value:
            await self._search(self.field.value)
        if self._rows:
            self._in_field = False
            self.paint()

    def action_search(self) -> None:
        self._in_field = True
        self.paint()

    def action_move(self, steps: int) -> None:
        if steps < 0 and self.rows.at_top:
            self.action_search()
        else:
            self.rows.move(steps)

    def action_edge(self, last: bool) -> None:
        self.rows.move_end(last=last)

    def action_page(self, pages: int) -> None:
        self.rows.move_page(pages)

    def action_new_client(self) -> None:
        from screens.new_client import NewClient

        self.app.push_screen(NewClient(self.field.value))


def _widths(width: int) -> tuple[int, ...]:
    others = (_BORN, _PHONE, _LINE, _OWN, _HANDLE)
    return (width - sum(others), *others)


def _laid(parts: Sequence[Line], widths: Sequence[int]) -> Line:
    return tuple(
        span
        for part, room in zip(parts, widths, strict=True)
        for span in (*fit(part, room - 1), Span(" "))
    )
