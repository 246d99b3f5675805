"""The form on a client: checked and kept while it is typed, with those like it below.

A new client and an edited one are this form with two ends: `screens.new_client`,
`screens.edit_client`.
"""

import json
from collections.abc import Mapping
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.timer import Timer

from screens.dialogs.picker import Picker
from screens.frame import Frame
from screens.keys import COMMON, Key
from screens.widgets.choice_entry import ChoiceEntry
from screens.widgets.entry import Entry
from screens.widgets.form_rows import FormRows
from screens.widgets.lines import Line, Lines, Span, line, wrap
from screens.words import Words, word
from teui.casework import client_check
from teui.casework.client_check import Looked
from teui.casework.client_echo import echoes
from teui.casework.client_fields import FIELDS, Typed, is_sure
from teui.errors import TeuiError
from teui.practice.days import show_day
from teui.practice.municipalities import load_municipalities

CHOICES: Mapping[str, str] = {
    "service_language": "contact.service_language",
    "interpreter": "contact.interpreter",
    "start_channel": "start.channel",
}
"""Fields with the answers of a question, by its id."""
SAVE_AFTER = 0.2
"""Seconds from the first unsaved letter until it is on the disk."""
OPEN = Key("open_like", "ctrl+o", "open_like", "^O", foot=0, local=False)


class ClientForm(Frame):
    """What both ends share. `place` is where the half-filled form waits."""

    CSS_PATH = "client_form.tcss"
    SAVE: ClassVar[Key]
    STEPS: ClassVar[tuple[Key, ...]] = (
        Key("next_field", "enter,down,tab", "next_field(1)", "Enter", foot=0, local=False),
        Key("previous_field", "up,shift+tab", "next_field(-1)", "↑", foot=0, local=False),
    )
    REST: ClassVar[tuple[Key, ...]] = tuple(key for key in COMMON if key.id != "keys")

    def __init__(self, place: str) -> None:
        super().__init__()
        self.place = place
        self._at = 0
        self._left: set[str] = set()
        self._looked: Looked | None = None
        self._seen: Typed = {}
        self._timer: Timer | None = None
        self._is_whole = False
        self.is_over = False

    def compose(self) -> ComposeResult:
        yield Lines(id="head")
        yield Lines(id="rule-top")
        yield FormRows({name: self._options(name) for name in CHOICES})
        yield Lines(id="rule-choice")
        yield Lines(id="told")
        yield Lines(id="rule-foot")
        yield Lines(id="foot")

    # What an end says

    def heading(self) -> str:
        """What stands in the head."""
        raise NotImplementedError

    def look(self, typed: Typed) -> Looked:
        """Look at what is typed; runs off the UI's thread."""
        return client_check.look(self.desk, typed)

    def to_keep(self) -> object:
        """What of the form waits on the disk, as JSON; None where there is nothing to lose."""
        raise NotImplementedError

    def own_note(self, name: str) -> str:
        """Something that this end has to say of a field."""
        return ""

    async def save(self, looked: Looked) -> None:
        """Everything is in order: save it."""
        raise NotImplementedError

    # The form

    @property
    def rows(self) -> FormRows:
        return self.query_one(FormRows)

    @property
    def field(self) -> str:
        """The name of the field that has the cursor."""
        return FIELDS[self._at]

    def keys_here(self) -> tuple[Key, ...]:
        found = (OPEN,) if self._others() else ()
        return (*self.STEPS, *found, self.SAVE, *self.REST)

    def begin(self, typed: Typed, at: str) -> None:
        """Fill the form and put the cursor into a field."""
        self.rows.fill(typed)
        self._seen = self.rows.typed
        self.go_to(at)
        self.look_later()

    def writing(self) -> Entry:
        return self.rows.entry(self.field)

    def go_to(self, name: str) -> None:
        self._at = FIELDS.index(name)
        # At once: by `focus` an earlier field would get the cursor after a key typed ahead.
        self.set_focus(self.writing())
        self.paint()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        # Told late, of a field that a key typed ahead has left already, it is no news.
        is_field = isinstance(event.widget, Entry) and event.widget.id in FIELDS
        if is_field and event.widget is self.focused:
            self._at = FIELDS.index(event.widget.id)
            self.paint()

    def _options(self, name: str) -> dict[str, str]:
        question = CHOICES[name]
        codes = self.desk.model.questions[question].codes
        return {code: self.t(f"code.{question}.{code}.short") for code in codes}

    # Keeping

    def was_pressed(self, key: str) -> None:
        if self.is_over or self.rows.typed == self._seen:
            return
        self._echo()
        if self._timer is None:
            self._timer = self.set_timer(SAVE_AFTER, self._pause)

    def _pause(self) -> None:
        self._timer = None
        if self.is_attached and not self.is_over:
            self.rescue()
            self.look_later()

    def rescue(self) -> None:
        if self.is_over or not self.query(FormRows):
            return
        waiting = self.to_keep()
        text = "" if waiting is None else json.dumps(waiting, ensure_ascii=False, sort_keys=True)
        self.keep(self.place, text)

    async def before_leaving(self) -> bool:
        self.rescue()
        return True

    def end(self) -> None:
        """The form is saved: nothing of it waits any more."""
        self.is_over = True
        self.keep(self.place, "")

    # Looking

    def look_later(self) -> None:
        self.run_worker(self.look_now(), exclusive=True, group="read")

    async def look_now(self) -> None:
        """Take in what is typed, unless more is typed meanwhile."""
        typed = self.rows.typed
        looked = await self.read(lambda: self.look(typed))
        if looked is None or self.is_over or not self.is_open:
            return
        if typed == self.rows.typed:
            self._looked, self._seen = looked, typed
            self.paint()

    def faults(self) -> dict[str, TeuiError]:
        """Those to be said now: of fields that were left, those that are sure; all, once asked."""
        looked = self._looked
        if looked is None:
            return {}
        typed = self.rows.typed
        return {
            name: fault
            for name, fault in looked.faults.items()
            # What was typed since has not been looked at yet.
            if typed[name] == self._seen[name]
            and (
                self._is_whole
                or (typed[name] and (name in self._left or is_sure(name, typed[name])))
            )
        }

    def _others(self) -> list[str]:
        """Clients who are, or may be, the same person."""
        looked = self._looked
        if looked is None:
            return []
        same = [looked.same] if looked.same else []
        return same + [row.uid for row in looked.like if row.uid != looked.same]

    # Paint

    def paint(self) -> None:
        t, width, faults = self.t, self.size.width, self.faults()
        self.paint_frame(line(Span(f" {self.heading()}", "strong")))
        rule = line(Span("─" * width, "rule"))
        for rule_id in ("rule-top", "rule-choice", "rule-foot"):
            self.query_one(f"#{rule_id}", Lines).show([rule])
        for name in FIELDS:
            marked = name in faults or bool(self.own_note(name))
            self.rows.label(name, t(f"client.{name}"), here=name == self.field, faulty=marked)
        self.rows.word({name: self._options(name) for name in CHOICES})
        self._echo()
        self.query_one("#told", Lines).show(self._told(faults, width - 2))

    def _echo(self) -> None:
        self.rows.echo(echoes(self.t, self.rows.typed, self.desk.clock.today()))

    def _told(self, faults: Mapping[str, TeuiError], width: int) -> list[Line]:
        """A fault, that of the field in view first; those like it; what belongs in the field."""
        t, lines = self.t, list[Line]()
        name = next(iter([n for n in (self.field, *FIELDS) if n in faults or self.own_note(n)]), "")
        if name:
            sentence = t.error(faults[name]) if name in faults else self.own_note(name)
            where = "" if name == self.field else f"{t(f'client.{name}')}: "
            lines += [line(Span(f" {x}", "warn")) for x in wrap(f"{where}{sentence}", width, 3)]
        like = self._looked.like if self._looked else ()
        if like:
            room = max(1, self.query_one("#told", Lines).size.height - len(lines) - 1)
            lines.append(line(Span(f" {t('client.like')}", "warn")))
            for row in like[:room]:
                born = show_day(row.birth_date) if row.birth_date else "-"
                phone = f"…{row.phone_end}" if row.phone_end else "-"
                lines.append(line(f"   {row.name}  {born}  {phone}  {row.adviser}  {row.handle}"))
        entry = self.writing()
        if isinstance(entry, ChoiceEntry):
            lines.append(line(Span(f" {entry.hint}", "key")))
        else:
            help_text = t(f"client.help.{self.field}")
            lines += [line(Span(f" {x}", "dim")) for x in wrap(help_text, width, 2)]
        return lines

    # Keys

    async def action_next_field(self, step: int) -> None:
        self._left.add(self.field)
        self._name_municipality()
        self.rescue()
        await self.look_now()
        self.go_to(FIELDS[max(0, min(self._at + step, len(FIELDS) - 1))])

    def _name_municipality(self) -> None:
        """A code or the beginning of a name, once understood, is written out."""
        known = load_municipalities()
        code = known.understood(self.rows.text("municipality"))
        if code is not None:
            self.rows.fill({"municipality": str(known.name(code, self.t.language))})

    async def action_save(self) -> None:
        self._name_municipality()
        self._is_whole = True
        await self.look_now()
        faults = self.faults()
        if self._looked is None:
            return
        if faults:
            self.go_to(next(name for name in FIELDS if name in faults))
            return
        await self.save(self._looked)

    async def action_open_like(self) -> None:
        """Open the client who may be the same person; the form stays where it was."""
        looked, others = self._looked, self._others()
        if looked is None or not others:
            return
        if len(others) == 1:
            await self._open(others[0])
            return
        options: dict[str, Words] = dict.fromkeys(others, word("client.same"))
        options |= {row.uid: f"{row.name}  {row.handle}" for row in looked.like}

        def chosen(uid: str | None) -> None:
            if uid is not None:
                self.begin_work(self._open(uid))

        self.app.push_screen(Picker(word("client.open_which"), options), chosen)

    async def _open(self, client_uid: str) -> None:
        self.rescue()
        await self.doors.open_case(self, client_uid)
