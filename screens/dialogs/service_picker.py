"""A service of the catalogue, found as one types, or words of one's own instead."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical

from screens.dialogs.dialog import Dialog
from screens.keys import Key
from screens.widgets.entry import Entry
from screens.widgets.lines import Line, Lines, Span, line, wrap
from screens.widgets.row_list import Row, RowList
from screens.words import word
from teui.casework import catalogue
from teui.practice.service_model import Service
from teui.practice.texts import Texts

_ROWS, _ABOUT_ROWS = 9, 2
_OWN = "own"


@dataclass(frozen=True, slots=True)
class Chosen:
    """A service by its id, or `text` in one's own words."""

    service: str | None
    text: str = ""


class ServicePicker(Dialog[Chosen]):
    """Returns what was chosen; after Esc `keep` gets what was typed, to be found again.

    `searched` are the words of all languages: a service is found by any name that is known for it.
    Without `in_own_words` only a service of the catalogue can be chosen.
    """

    WIDTH = 72
    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("row", "down", "move(1)", "↓"),
        Key("row_up", "up", "move(-1)", "↑"),
        Key("page", "pagedown", "page(1)", "PgDn"),
        Key("page_up", "pageup", "page(-1)", "PgUp"),
        Key("choose", "enter", "choose", "Enter"),
        Key("back", "escape", "cancel", "Esc"),
    )

    def __init__(
        self,
        services: Sequence[Service],
        line_number: int | None,
        standing: Chosen,
        *,
        searched: Sequence[Texts],
        typed: str = "",
        keep: Callable[[str], None],
        in_own_words: bool = True,
    ) -> None:
        super().__init__()
        self._in_own_words = in_own_words
        self._begun = typed or standing.text
        self._services = {service.id: service for service in services}
        self._line, self._standing = line_number, standing
        self._searched, self._keep = searched, keep
        self._typed: str | None = None

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            yield Lines(id="title")
            yield Entry(self._begun, id="entry")
            yield RowList(id="options")
            yield Lines(id="about")

    def on_mount(self) -> None:
        self.query_one("#about").styles.height = _ABOUT_ROWS + 2
        self.rows.styles.height = _ROWS
        entry = self.writing()
        entry.cursor_position = len(entry.value)
        entry.focus()

    def paint(self) -> None:
        super().paint()
        listed = "title" if self._in_own_words else "listed"
        self.show_title(word(f"plan.service.{listed}"), 2)
        at, self._typed = self.rows.key, None
        self._filter()
        if at is not None:
            self.rows.go_to(at)
            self._tell()

    @property
    def rows(self) -> RowList:
        return self.query_one(RowList)

    def writing(self) -> Entry:
        return self.query_one(Entry)

    def was_pressed(self, key: str) -> None:
        self._filter()

    def _filter(self) -> None:
        typed = self.writing().value.strip()
        if typed != self._typed:
            self._typed = typed
            if typed:
                self._show_matching(typed)
            else:
                self._show_all()
        self._tell()

    def _show_all(self) -> None:
        t = self.t
        rows: list[Row] = []
        first = True
        for service in catalogue.offered(self._services.values(), self._line):
            is_first = self._line in service.first_on
            if first is not is_first or not rows:
                name = t("plan.service.first", n=self._line) if is_first else None
                rows.append(self._heading(name or t("plan.service.others")))
            first = is_first
            rows.append(self._row(service))
        self.rows.set_rows(rows, self._standing.service or rows[1].key)

    def _show_matching(self, typed: str) -> None:
        found = catalogue.matching(self._services.values(), self._line, typed, self._searched)
        rows = [self._row(service) for service in found]
        if self._in_own_words:
            own = line(Span(f" {self.t('plan.service.own', text=typed)}", "dim"))
            rows.insert(0, Row(own, (_OWN,)))
            self.rows.set_rows(rows, rows[min(1, len(found))].key)
        else:
            none = Row(line(Span(f" {self.t('plan.service.none')}", "dim")))
            self.rows.set_rows(rows or [none], rows[0].key if rows else None)

    @staticmethod
    def _heading(text: str) -> Row:
        return Row(line(Span(text, "title")))

    def _row(self, service: Service) -> Row:
        return Row(line(Span(f" {self.t(f'service.{service.id}.name')}")), service.id)

    def _tell(self) -> None:
        """What the service under the cursor is, for whom, and by whom."""
        t, key = self.t, self.rows.key
        service = self._services.get(key) if isinstance(key, str) else None
        told: list[Line] = [()]
        if service is not None:
            about = wrap(t(f"service.{service.id}.about"), self.inner_width, _ABOUT_ROWS)
            told += [line(text) for text in about]
            told.append(line(Span(self._usual(service), "dim")))
        self.query_one("#about", Lines).show(told)

    def _usual(self, service: Service) -> str:
        t, parts = self.t, []
        if service.first_on:
            lines = ", ".join(str(number) for number in sorted(service.first_on))
            parts.append(t("plan.service.lines", lines=lines))
        if service.provider is not None:
            parts.append(t("plan.service.by", provider=t(f"provider.{service.provider}.text")))
        return " · ".join(parts)

    def rescue(self) -> None:
        typed = self.writing().value
        self._keep("" if typed == self._standing.text else typed)

    async def before_leaving(self) -> bool:
        self.rescue()
        return True

    def action_cancel(self) -> None:
        self.rescue()
        super().action_cancel()

    def action_move(self, steps: int) -> None:
        self.rows.move(steps)

    def action_page(self, pages: int) -> None:
        self.rows.move_page(pages)

    def action_choose(self) -> None:
        key = self.rows.key
        if isinstance(key, str):
            self.dismiss(Chosen(key))
        elif key is not None:
            self.dismiss(Chosen(None, self.writing().value.strip()))
