"""A contact in one form: kind, channel, reached, outcome, next step, a line of one's own."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from screens.dialogs.dialog import Dialog
from screens.frame import Frame
from screens.keys import Key
from screens.widgets.entry import Entry
from screens.widgets.lines import Line, Lines, Span, line, width_of, wrap
from teui.casework.followups import ContactDone
from teui.casework.promised import promise_of
from teui.errors import TeuiError
from teui.practice.follow_model import FollowUps
from teui.practice.promise import MARK

CHOICES = ("kind", "channel", "reached", "outcome")
TEXTS = ("next_step", "note")
ROWS = (*CHOICES, *TEXTS)
_LABEL = 14
_HINT_ROWS = 3


class LetterEntry(Entry):
    """The note: while the cursor stands on a choice, digits choose there and letters write here."""

    on_choice = True

    def takes(self, event: events.Key) -> bool:
        written = event.character or ""
        is_letter = not written.isdigit() and written != MARK
        return event.is_printable and (is_letter or not self.on_choice)

    def edits(self, key: str) -> bool:
        return not self.on_choice and super().edits(key)


class ContactForm(Dialog[ContactDone]):
    """Stands filled with what is likely: Enter takes it as it stands.

    `begun` are texts left half-typed by row, `keep` keeps them; `at` is the row to begin on,
    `today` the day from which a next step is read.
    """

    WIDTH = 70
    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("choose_code", "1,2,3,4,5,6,7,8,9", "choose('{key}')", "1-9"),
        Key("empty_row", "0,backspace,delete", "empty", "0"),
        Key("promised_step", "exclamation_mark", "promise", "!"),
        Key("row", "down,tab", "move(1)", "↓"),
        Key("row_up", "up,shift+tab", "move(-1)", "↑"),
        Key("take", "enter", "take", "Enter"),
        Key("back", "escape", "cancel", "Esc"),
    )

    def __init__(
        self,
        client: str,
        rules: FollowUps,
        likely: ContactDone,
        begun: Mapping[str, str],
        keep: Callable[[Mapping[str, str]], None],
        *,
        at: str,
        today: date,
    ) -> None:
        super().__init__()
        self._client, self._rules = client, rules
        self._chosen: dict[str, str | None] = {
            "kind": likely.kind,
            "channel": likely.channel,
            "reached": "yes" if likely.reached else "no",
            "outcome": likely.outcome,
        }
        self._begun, self._keep, self._today = begun, keep, today
        self._at = ROWS.index(at)
        self._noted = begun["note"]
        self._fault: TeuiError | None = None

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            yield Lines(id="title")
            yield Lines(id="choices")
            with Horizontal(classes="written"):
                yield Lines(id="label-next_step", classes="label")
                yield Entry(self._begun["next_step"], id="next_step")
            with Horizontal(classes="written"):
                yield Lines(id="label-note", classes="label")
                yield LetterEntry(self._begun["note"], id="note")
            yield Lines(id="fault")

    def on_mount(self) -> None:
        super().on_mount()
        self._go(self._at)

    @property
    def row(self) -> str:
        """The row that has the cursor."""
        return ROWS[self._at]

    def writing(self) -> Entry:
        """The text under the cursor; from a choice letters go into the note."""
        return self._entry("next_step" if self.row == "next_step" else "note")

    def _entry(self, name: str) -> Entry:
        return self.query_one(f"#{name}", Entry)

    def _codes(self, row: str) -> tuple[str, ...]:
        rules = self._rules
        match row:
            case "kind":
                return rules.contact_kinds
            case "channel":
                return rules.channels
            case "reached":
                return ("yes", "no")
            case "outcome":
                return rules.outcomes_of(reached=self._chosen["reached"] == "yes")
            case _:
                return ()

    def paint(self) -> None:
        super().paint()
        self.show_title(f"{self._client} · {self.t('contact.form')}", 2)
        self.query_one("#choices", Lines).show([self._choice(row) for row in CHOICES])
        for name in TEXTS:
            self.query_one(f"#label-{name}", Lines).show([self._label(name)])
        said = [line(Span(part, role)) for part, role in self._said()]
        self.query_one("#fault", Lines).show([(), *said[:_HINT_ROWS]])

    def _label(self, row: str) -> Line:
        here = row == self.row
        words = f"{self.t(f'contact.row.{row}'):<{_LABEL - 1}}"
        return line(Span(">" if here else " ", "cursor" if here else "plain"), Span(words, "title"))

    def _choice(self, row: str) -> Line:
        code = self._chosen[row]
        words = self.t(f"contact.{row}.{code}") if code is not None else "-"
        return (*self._label(row), Span(words, "strong" if row == self.row else "plain"))

    def _said(self) -> list[tuple[str, str]]:
        """What is wrong, what is understood, or what can be chosen or typed on the row."""
        t = self.t
        if self._fault is not None:
            return self._wrapped(t.error(self._fault), "warn")
        if codes := self._codes(self.row):
            words = [f"{n} {t(f'contact.{self.row}.{c}')}" for n, c in enumerate(codes, 1)]
            return [(row, "key") for row in _laid(words, self.inner_width)]
        if self.row == "next_step" and (made := self._echo()):
            return self._wrapped(*made)
        return self._wrapped(t(f"contact.{self.row}.help"), "dim")

    def _wrapped(self, text: str, role: str) -> list[tuple[str, str]]:
        return [(part, role) for part in wrap(text, self.inner_width, _HINT_ROWS)]

    def _echo(self) -> tuple[str, str] | None:
        step = self._entry("next_step").value.strip()
        try:
            promise = promise_of(step, self._today)
        except TeuiError:
            return None
        if promise is None:
            return None
        return self.t("contact.promised", day=self.t.full_day(promise.day)), "good"

    def _go(self, place: int) -> None:
        self._at = max(0, min(place, len(ROWS) - 1))
        note = self.query_one(LetterEntry)
        self._noted = note.value
        note.on_choice = self.row in CHOICES
        self.set_focus(None if note.on_choice else self.writing())
        self.paint()

    def was_pressed(self, key: str) -> None:
        if not self.is_open:
            return
        if self.row in CHOICES and self._entry("note").value != self._noted:
            # A letter has begun the note.
            self._go(ROWS.index("note"))
        elif key != "enter":
            self._fault = None
            self.paint()

    def action_move(self, steps: int) -> None:
        self._go(self._at + steps)

    def action_choose(self, digit: str) -> None:
        codes = self._codes(self.row)
        if 0 < int(digit) <= len(codes):
            self._chosen[self.row] = codes[int(digit) - 1]
            if self._chosen["outcome"] not in self._codes("outcome"):
                self._chosen["outcome"] = None
            self._go(self._at + 1)

    def action_empty(self) -> None:
        if self.row == "outcome":
            self._chosen["outcome"] = None
            self.paint()

    def action_promise(self) -> None:
        self._go(ROWS.index("next_step"))
        self._entry("next_step").add(MARK)
        self.paint()

    def action_take(self) -> None:
        step, note = (self._entry(name).value.strip() for name in TEXTS)
        try:
            promise_of(step, self._today)
        except TeuiError as error:
            self._fault = error
            self._go(ROWS.index("next_step"))
            return
        self.rescue()
        chosen = self._chosen
        self.dismiss(
            ContactDone(
                kind=chosen["kind"] or "",
                channel=chosen["channel"] or "",
                reached=chosen["reached"] == "yes",
                note=note or None,
                outcome=chosen["outcome"],
                next_step=step or None,
            )
        )

    def rescue(self) -> None:
        self._keep({name: self._entry(name).value for name in TEXTS})

    async def before_leaving(self) -> bool:
        self.rescue()
        return True

    def action_cancel(self) -> None:
        self.rescue()
        super().action_cancel()


def _laid(options: Sequence[str], width: int) -> list[str]:
    """The options side by side, none of them broken."""
    rows: list[str] = []
    for option in options:
        longer = f"{rows[-1]}   {option}" if rows else option
        if rows and width_of(line(longer)) <= width:
            rows[-1] = longer
        else:
            rows.append(option)
    return rows


class ContactQuestions:
    """Opens the form for a client; Esc leaves with nothing recorded.

    With `likely`, a contact that was to be, the cursor begins where it is known least: whether the
    client was reached. What is half-typed waits at `place`, to be forgotten once it is saved.
    """

    def __init__(
        self, screen: Frame, client_uid: str, client: str, likely: ContactDone | None = None
    ) -> None:
        self._screen, self._client, self._likely = screen, client, likely
        self.place = f"contact:{client_uid}"

    def ask(self, then: Callable[[ContactDone], None]) -> None:
        """Call `then` with the contact, once the form is taken."""
        screen, rules = self._screen, self._screen.desk.model.follow_ups
        usual = ContactDone(rules.contact_kinds[0], rules.channels[0], reached=True)
        form = ContactForm(
            self._client,
            rules,
            self._likely or usual,
            _half_typed(screen.kept(self.place)),
            lambda texts: screen.keep(self.place, _kept(texts)),
            at="reached" if self._likely else ROWS[0],
            today=screen.desk.clock.today(),
        )
        screen.app.push_screen(form, lambda contact: then(contact) if contact else None)


def _kept(texts: Mapping[str, str]) -> str:
    """The texts as one, empty where there is nothing of them."""
    return json.dumps(texts, ensure_ascii=False) if any(texts.values()) else ""


def _half_typed(kept: str) -> Mapping[str, str]:
    """Each text of `_kept`; one of an older version is the note alone."""
    texts = dict.fromkeys(TEXTS, "")
    if kept.startswith("{"):
        found: dict[str, str] = json.loads(kept)
        return texts | found
    return texts | {"note": kept}
