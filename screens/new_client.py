"""A new client: typed once, checked as typed, and straight on to the interview."""

import json
from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll

from screens.frame import Frame
from screens.keys import COMMON, Key
from screens.widgets.choice_entry import ChoiceEntry
from screens.widgets.entry import Entry
from screens.widgets.lines import Line, Lines, Span, line, wrap
from teui.casework import clients, new_client
from teui.casework.clients import ClientRow
from teui.errors import TeuiError
from teui.practice.days import parse_day, show_day

CHOICES: Mapping[str, str] = {
    "service_language": "contact.service_language",
    "interpreter": "contact.interpreter",
    "start_channel": "start.channel",
}
"""Fields with the answers of a question, by its id."""
FIELDS = (
    "family_name",
    "given_names",
    "call_name",
    "identity_code",
    "birth_date",
    "phones",
    "email",
    "municipality",
    "language",
    "service_language",
    "interpreter",
    "start_date",
    "start_channel",
)
DAYS = ("birth_date", "start_date")
PLACE = "new_client"
"""Where a half-filled form waits."""


class NewClient(Frame):
    """A form; every field is checked when it is left, and what was typed always stays."""

    CSS_PATH = "new_client.tcss"
    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("next_field", "enter,down,tab", "next_field(1)", "Enter", foot=0, local=False),
        Key("previous_field", "up,shift+tab", "next_field(-1)", "↑", foot=0, local=False),
        Key("save_client", "f8", "save", "F8", foot=0, local=False),
        *(key for key in COMMON if key.id != "keys"),
    )

    def __init__(self, typed: str) -> None:
        super().__init__()
        family, _, given = typed.replace(",", " ").strip().partition(" ")
        self._start = {"family_name": family.capitalize(), "given_names": given.strip().title()}
        self._at = 0 if not family else 1
        self._faults: dict[str, TeuiError] = {}
        self._like: tuple[ClientRow, ...] = ()
        self._warned = False

    def compose(self) -> ComposeResult:
        yield Lines(id="head")
        yield Lines(id="rule-top")
        with VerticalScroll(id="form"):
            for name in FIELDS:
                with Horizontal(classes="row"):
                    yield Lines(id=f"label-{name}", classes="label")
                    if name in CHOICES:
                        yield ChoiceEntry(self._options(name), id=name)
                    else:
                        yield Entry(self._start.get(name, ""), id=name)
        yield Lines(id="rule-choice")
        yield Lines(id="told")
        yield Lines(id="rule-foot")
        yield Lines(id="foot")

    def _text(self, name: str) -> str:
        entry = self._entry(name)
        return entry.code if isinstance(entry, ChoiceEntry) else entry.value

    def _fill(self, typed: Mapping[str, str]) -> None:
        """Put back what was left in the form."""
        for name, text in typed.items():
            entry = self._entry(name)
            if isinstance(entry, ChoiceEntry):
                entry.choose(text)
            else:
                entry.value = text
                entry.cursor_position = len(text)

    def rescue(self) -> None:
        typed = {name: self._text(name) for name in FIELDS if self._text(name)}
        untouched = typed.keys() <= {"start_date"}
        self.keep(PLACE, "" if untouched else json.dumps(typed, ensure_ascii=False))

    async def before_leaving(self) -> bool:
        self.rescue()
        return True

    def on_mount(self) -> None:
        self._entry("start_date").value = show_day(self.desk.clock.today())
        left = self.kept(PLACE)
        if left and not self._start["family_name"]:
            self._fill(json.loads(left))
        self._entry(FIELDS[self._at]).focus()

    def writing(self) -> Entry:
        return self._entry(FIELDS[self._at])

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        if isinstance(event.widget, Entry) and event.widget.id in FIELDS:
            self._at = FIELDS.index(event.widget.id)
            self.paint()

    def _entry(self, name: str) -> Entry:
        return self.query_one(f"#{name}", Entry)

    def _options(self, name: str) -> dict[str, str]:
        question = CHOICES[name]
        codes = self.desk.model.questions[question].codes
        return {code: self.t(f"code.{question}.{code}.short") for code in codes}

    # Paint

    def paint(self) -> None:
        t, width = self.t, self.size.width
        self.paint_frame(line(Span(f" {t('client.new')}", "strong")))
        rule = line(Span("─" * width, "rule"))
        for rule_id in ("rule-top", "rule-choice", "rule-foot"):
            self.query_one(f"#{rule_id}", Lines).show([rule])
        for place, name in enumerate(FIELDS):
            here = Span(
                ">" if place == self._at else " ", "cursor" if place == self._at else "plain"
            )
            mark = Span("!" if name in self._faults else " ", "warn")
            words = Span(t(f"client.{name}"), "strong" if place == self._at else "dim")
            self.query_one(f"#label-{name}", Lines).show([line(here, mark, words)])
            entry = self._entry(name)
            if isinstance(entry, ChoiceEntry):
                entry.word(self._options(name))
        self.query_one("#told", Lines).show(self._told(width - 2))

    def _told(self, width: int) -> list[Line]:
        """The fault of the field in view, else those who may be the same person, else a hint."""
        t, name = self.t, FIELDS[self._at]
        if name in self._faults:
            return [
                line(Span(f" {x}", "warn")) for x in wrap(t.error(self._faults[name]), width, 3)
            ]
        if self._like:
            lines = [line(Span(f" {t('client.like')}", "warn"))]
            for row in self._like[:2]:
                born = show_day(row.birth_date) if row.birth_date else "-"
                lines.append(line(f"   {row.name}  {born}  …{row.phone_end}  {row.handle}"))
            return lines
        entry = self._entry(name)
        if isinstance(entry, ChoiceEntry):
            return [line(Span(f" {entry.hint}", "key"))]
        return [line(Span(f" {x}", "dim")) for x in wrap(t(f"client.help.{name}"), width, 3)]

    # Typing and checking

    async def action_next_field(self, step: int) -> None:
        self.rescue()
        await self._check()
        self._at = max(0, min(self._at + step, len(FIELDS) - 1))
        self._entry(FIELDS[self._at]).focus()
        self.paint()

    def _typed(self) -> tuple[new_client.NewClient, dict[str, TeuiError]]:
        """The form as a new client, with the faults of days that cannot be read."""
        today = self.desk.clock.today()
        days: dict[str, date | None] = {}
        faults: dict[str, TeuiError] = {}
        for name in DAYS:
            typed = self._entry(name).value.strip()
            try:
                days[name] = parse_day(typed, today) if typed else None
            except TeuiError as error:
                days[name], faults[name] = None, error

        def text(name: str) -> str | None:
            entry = self._entry(name)
            value = entry.code if isinstance(entry, ChoiceEntry) else entry.value.strip()
            return value or None

        typed_client = new_client.NewClient(
            family_name=text("family_name") or "",
            given_names=text("given_names") or "",
            call_name=text("call_name"),
            identity_code=text("identity_code"),
            birth_date=days["birth_date"],
            phones=tuple(
                part.strip() for part in (text("phones") or "").split(",") if part.strip()
            ),
            email=text("email"),
            municipality=text("municipality"),
            language=text("language"),
            service_language=text("service_language"),
            interpreter=text("interpreter"),
            start_date=days["start_date"],
            start_channel=text("start_channel"),
        )
        return typed_client, faults

    async def _check(self, *, whole: bool = False) -> None:
        """Look at what was typed; names not reached yet are not called missing."""
        typed, faults = self._typed()
        desk = self.desk
        read = await self.read(lambda: (clients.check_new(desk, typed), clients.like(desk, typed)))
        if read is None:
            return
        found, self._like = read
        for fault in found:
            if whole or self._entry(fault.field).value:
                faults.setdefault(fault.field, fault.error)
        self._faults = faults

    async def action_save(self) -> None:
        await self._check(whole=True)
        if self._faults:
            self._at = next(i for i, name in enumerate(FIELDS) if name in self._faults)
            self._entry(FIELDS[self._at]).focus()
            self.paint()
            return
        if self._like and not self._warned:
            self._warned = True
            self.say(self.t("client.save_anyway"))
            return
        typed, _ = self._typed()
        try:
            written = clients.new_client(self.desk, typed)
        except TeuiError as error:
            self.say(self.t.error(error))
            return
        if await self.saved(written):
            client = written.result()
            self.keep(PLACE, "")
            below = self.app.screen_stack[-2]
            self.dismiss(None)
            if isinstance(below, Frame):
                await self.doors.open_interview(below, client)
