"""The questions of a follow-up by hand: what is to be done, by when, and who sees to it."""

from collections.abc import Callable
from datetime import date
from typing import cast

from screens.dialogs.entry_dialog import EntryDialog
from screens.dialogs.picker import Picker
from screens.frame import Frame
from screens.widgets.echo import Echo, day_echo
from screens.words import Words, word
from teui.casework.by_hand import Owner
from teui.errors import TeuiError
from teui.practice.days import parse_day, show_day
from teui.practice.texts import Texts

OWNERS: tuple[Owner, ...] = ("me", "team")


class FollowUpQuestions:
    """Asks one after another. The text is kept at `place`, to be forgotten once it is saved."""

    def __init__(self, screen: Frame, client_uid: str, client: str) -> None:
        self._screen = screen
        self._client = client
        self.place = f"follow_up:{client_uid}"
        self._today = screen.desk.clock.today()

    def ask(self, then: Callable[[str, date, Owner], None]) -> None:
        """Call `then` with text, day and owner, once all are given."""
        screen, place = self._screen, self.place

        def day(text: str) -> None:
            # The text outlives an Esc at the questions after it, and a save that fails.
            screen.keep(place, text)

            def take(typed: str) -> None:
                owner(text, date.fromisoformat(typed))

            self._type("day", self._day, take, echo=self._day_echo)

        def owner(text: str, by: date) -> None:
            options: dict[str, Words] = {each: word(f"follow_up.owner.{each}") for each in OWNERS}
            picker = Picker(self._title("owner"), options, OWNERS[0])
            screen.app.push_screen(picker, lambda each: finish(text, by, each))

        def finish(text: str, by: date, each: str | None) -> None:
            if each is not None:
                then(text, by, cast("Owner", each))

        self._type("text", self._text, day, kept=screen.kept(place))

    def _type(
        self,
        what: str,
        check: Callable[[str], str],
        then: Callable[[str], None],
        *,
        kept: str | None = None,
        echo: Callable[[Texts], Echo] | None = None,
    ) -> None:
        screen = self._screen
        dialog = EntryDialog(
            self._title(what),
            word(f"follow_up.{what}.help"),
            check,
            value=kept or "",
            keep=None if kept is None else lambda typed: screen.keep(self.place, typed),
            echo=echo,
        )
        screen.app.push_screen(dialog, lambda typed: then(typed) if typed is not None else None)

    def _title(self, what: str) -> Words:
        return lambda t: f"{self._client} · {t(f'follow_up.{what}.title')}"

    def _text(self, typed: str) -> str:
        if not typed:
            raise TeuiError("follow_up_empty")
        return typed

    def _day(self, typed: str) -> str:
        day = parse_day(typed, self._today, "future")
        self._ahead(day)
        return day.isoformat()

    def _day_echo(self, t: Texts) -> Echo:
        return day_echo(t, self._today, "future", self._ahead)

    def _ahead(self, day: date) -> None:
        if day < self._today:
            raise TeuiError("follow_up_past", day=show_day(day))
