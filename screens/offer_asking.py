"""Asking for one code, text or day of a job offer; what Esc leaves half-typed is found again."""

from collections.abc import Callable
from datetime import date

from screens.dialogs.entry_dialog import EntryDialog
from screens.dialogs.picker import Picker
from screens.frame import Frame
from screens.widgets.echo import day_echo
from screens.words import Words, word
from teui.practice.days import Toward, parse_day, show_day


class OfferAsking:
    """`about` is the offer asked of, or `new`; `typed` are the places of what was typed for it."""

    def __init__(self, screen: Frame, customership_uid: str) -> None:
        self._screen, self._customership = screen, customership_uid
        self._today = screen.desk.clock.today()
        self.about = "new"
        self.typed: list[str] = []

    def pick(
        self, what: str, codes: tuple[str, ...], chosen: str | None, then: Callable[[str], None]
    ) -> None:
        options: dict[str, Words] = {code: word(f"offer.{what}.{code}") for code in codes}
        standing = chosen if chosen in options else None
        picker = Picker(word(f"offer.ask.{what}.title"), options, standing)
        self._screen.app.push_screen(picker, lambda code: None if code is None else then(code))

    def day(
        self,
        what: str,
        standing: date | None,
        toward: Toward,
        check: Callable[[date], None],
        then: Callable[[date | None], None],
    ) -> None:
        def read(typed: str) -> str:
            if not typed:
                return ""
            day = parse_day(typed, self._today, toward)
            check(day)
            return show_day(day)

        def take(typed: str) -> None:
            then(parse_day(typed, self._today, toward) if typed else None)

        shown = show_day(standing) if standing else ""
        self.type(what, shown, read, take, toward=toward, days=check)

    def type(
        self,
        what: str,
        value: str,
        check: Callable[[str], str],
        then: Callable[[str], None],
        *,
        hint: Words | None = None,
        toward: Toward = "any",
        days: Callable[[date], None] | None = None,
        whole: bool = False,
    ) -> None:
        """Ask for a text, for a day where `days` checks it; `whole`: the first key typed takes the
        place of what stands there, unless that was half-typed.
        """
        screen = self._screen
        place = f"offer:{self._customership}:{self.about}:{what}"

        def keep(typed: str) -> None:
            screen.keep(place, "" if typed == value else typed)

        def take(typed: str | None) -> None:
            if typed is not None:
                keep(typed)
                self.typed.append(place)
                then(typed)

        dialog = EntryDialog(
            word(f"offer.ask.{what}.title"),
            hint or word(f"offer.ask.{what}.help"),
            check,
            value=screen.kept(place) or value,
            keep=keep,
            echo=(lambda t: day_echo(t, self._today, toward, days)) if days else None,
            whole=days is not None or (whole and not screen.kept(place)),
        )
        screen.app.push_screen(dialog, take)
