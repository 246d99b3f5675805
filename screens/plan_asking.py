"""Asking for one text or day of the plan; what Esc leaves half-typed is found again there."""

from collections.abc import Callable
from concurrent.futures import Future
from datetime import date
from typing import Protocol

from screens.dialogs.entry_dialog import EntryDialog
from screens.frame import Frame
from screens.widgets.echo import Echo, day_echo
from screens.words import Words, word
from teui.casework import plan
from teui.casework.plan import PlanView
from teui.practice.days import parse_day, show_day
from teui.practice.texts import Texts


class Written(Protocol):
    """Waits for a write; then `typed`, places of texts half-typed, is forgotten.

    `added`: the side on which the row is new and is to be selected.
    """

    def __call__(
        self, future: Future[None], typed: list[str], added: str | None = None, /
    ) -> None: ...


class Asking:
    """What all questions of a row have: screen, plan, and what was typed on the way."""

    def __init__(self, screen: Frame, view: PlanView, written: Written) -> None:
        self.screen, self.view, self.written = screen, view, written
        self.typed: list[str] = []

    def place(self, key: str) -> str:
        return f"plan:{self.view.customership_uid}:{key}"

    def day(
        self,
        what: str,
        key: str,
        standing: date | None,
        then: Callable[[date | None], None],
        *,
        title: Words | None = None,
    ) -> None:
        today = self.screen.desk.clock.today()

        def ahead(day: date) -> None:
            plan.check_day(day, standing, today)

        def check(typed: str) -> str:
            if not typed:
                return ""
            day = parse_day(typed, today, "future")
            ahead(day)
            return day.isoformat()

        def take(day: str) -> None:
            then(date.fromisoformat(day) if day else None)

        shown = show_day(standing) if standing else ""
        self.type(
            what,
            shown,
            check,
            take,
            key,
            title=title,
            echo=lambda t: day_echo(t, today, "future", ahead),
        )

    def type(
        self,
        what: str,
        value: str,
        check: Callable[[str], str],
        then: Callable[[str], None],
        key: str | None = None,
        *,
        title: Words | None = None,
        hint: Words | None = None,
        whole: bool = False,
        echo: Callable[[Texts], Echo] | None = None,
    ) -> None:
        """Ask for one text; `whole`: the first key typed takes the place of what stands there.

        So it is with days, whose `echo` says what is understood.
        """
        screen = self.screen
        place = self.place(key or what)

        def keep(typed: str) -> None:
            screen.keep(place, "" if typed == value else typed)

        def take(typed: str | None) -> None:
            if typed is not None:
                keep(typed)
                self.typed.append(place)
                then(typed)

        dialog = EntryDialog(
            title or word(f"plan.{what}.title"),
            hint or word(f"plan.{what}.help"),
            check,
            value=screen.kept(place) or value,
            keep=keep,
            whole=whole or echo is not None,
            echo=echo,
        )
        screen.app.push_screen(dialog, take)
