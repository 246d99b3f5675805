"""Asking for one thing of a service, of work or of a step; what Esc leaves is found again."""

from collections.abc import Callable, Hashable, Mapping
from concurrent.futures import Future
from datetime import date
from typing import Protocol, TypeVar

from screens.dialogs.entry_dialog import EntryDialog
from screens.dialogs.picker import Picker
from screens.frame import Frame
from screens.widgets.echo import day_echo
from screens.words import Words, in_words, word
from teui.casework.services_values import ServicesView
from teui.practice.days import Toward, parse_day, show_day
from teui.practice.texts import Texts

T = TypeVar("T")


class ServicesScreen(Protocol):
    """The screen that is asked on: it waits for a write, shows what came of it, then goes on."""

    @property
    def frame(self) -> Frame: ...

    @property
    def view(self) -> ServicesView: ...

    def write(
        self,
        written: Future[T],
        typed: list[str],
        then: Callable[[T], None] | None = None,
        select: Callable[[T], Hashable] | None = None,
    ) -> None: ...


class Asking:
    """The questions on one row, called `name`; `typed` are the places of texts half-typed."""

    def __init__(self, screen: ServicesScreen, name: Words) -> None:
        self.screen, self.name = screen, name
        self.typed: list[str] = []

    @property
    def frame(self) -> Frame:
        return self.screen.frame

    def titled(self, key: str, more: Words = "") -> Words:
        """Whose row it is, and the question `services.ask.KEY`."""

        def made(t: Texts) -> str:
            parts = [in_words(t, self.name), t(f"services.ask.{key}"), in_words(t, more)]
            return " · ".join(part for part in parts if part)

        return made

    def pick(
        self,
        key: str,
        options: Mapping[str, Words],
        chosen: str | None,
        then: Callable[[str], None],
        *,
        more: Words = "",
    ) -> None:
        picker = Picker(self.titled(key, more), options, chosen)
        self.frame.app.push_screen(picker, lambda code: then(code) if code is not None else None)

    def text(
        self,
        key: str,
        value: str,
        then: Callable[[str], None],
        *,
        place: str,
        hint: Words | None = None,
    ) -> None:
        """Ask for a line of words, which may be empty."""
        self._type(key, value, str, then, place=place, hint=hint)

    def day(
        self,
        key: str,
        standing: date | None,
        then: Callable[[date | None], None],
        *,
        place: str,
        toward: Toward = "any",
        needed: bool = False,
    ) -> None:
        """Ask for a day; one that is `needed` cannot be left empty."""
        today = self.frame.desk.clock.today()

        def check(typed: str) -> str:
            return "" if not typed and not needed else parse_day(typed, today, toward).isoformat()

        def take(day: str) -> None:
            then(date.fromisoformat(day) if day else None)

        hint = word(f"services.day.{'needed' if needed else 'free'}")
        shown = show_day(standing) if standing else ""
        self._type(key, shown, check, take, place=place, hint=hint, toward=toward)

    def _type(
        self,
        key: str,
        value: str,
        check: Callable[[str], str],
        then: Callable[[str], None],
        *,
        place: str,
        hint: Words | None,
        toward: Toward | None = None,
    ) -> None:
        frame, today = self.frame, self.frame.desk.clock.today()
        at = f"services:{self.screen.view.customership_uid}:{place}"

        def keep(typed: str) -> None:
            frame.keep(at, "" if typed == value else typed)

        def take(typed: str | None) -> None:
            if typed is not None:
                # It outlives an Esc at the questions after it, and a save that fails.
                frame.keep(at, typed if toward is None and typed != value else "")
                self.typed.append(at)
                then(typed)

        dialog = EntryDialog(
            self.titled(key),
            hint or word(f"services.hint.{key}"),
            check,
            value=frame.kept(at) or value,
            keep=keep,
            whole=toward is not None,
            echo=None if toward is None else lambda t: day_echo(t, today, toward),
        )
        frame.app.push_screen(dialog, take)
