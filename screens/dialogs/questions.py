"""Questions asked one after another over a screen; what is typed outlives an Esc at a later one."""

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from datetime import date
from typing import TypeVar

from screens.dialogs.entry_dialog import EntryDialog
from screens.dialogs.picker import Picker
from screens.frame import Frame
from screens.widgets.echo import day_echo
from screens.words import Words, in_words, word
from teui.errors import TeuiError
from teui.practice.days import Toward, parse_day, show_day
from teui.practice.texts import Texts

T = TypeVar("T")


class Questions:
    """The questions of one `subject` about what `uid` names; `about` stands above each.

    Texts are kept at places of their own until what was asked for is saved. The words of a
    question are `<subject>.ask.<what>`, the help of a typed one `<subject>.ask.<what>_help`.
    """

    def __init__(self, screen: Frame, about: Words, subject: str, uid: str) -> None:
        self.screen = screen
        self.about = about
        self._subject = subject
        self._uid = uid
        self._places: list[str] = []
        self._today = screen.desk.clock.today()

    def pick(
        self,
        what: str,
        options: Mapping[str, Words],
        then: Callable[[str], None],
        *,
        chosen: str | None = None,
        more: Words = "",
    ) -> None:
        """One of the options; `more` goes on after the question."""
        picker = Picker(self._title(what, more), options, chosen)
        self.screen.app.push_screen(picker, lambda code: then(code) if code is not None else None)

    def type(self, what: str, then: Callable[[str], None], *, needed: str | None = None) -> None:
        """A text; where it is `needed` an empty one is refused with that error's sentence."""
        place = f"{self._subject}.{what}:{self._uid}"
        self._places.append(place)
        screen = self.screen

        def check(typed: str) -> str:
            if needed is not None and not typed:
                raise TeuiError(needed)
            return typed

        def take(typed: str | None) -> None:
            if typed is not None:
                screen.keep(place, typed)
                then(typed)

        dialog = EntryDialog(
            self._title(what),
            word(f"{self._subject}.ask.{what}_help"),
            check,
            value=screen.kept(place),
            keep=lambda typed: screen.keep(place, typed),
        )
        screen.app.push_screen(dialog, take)

    def day(self, what: str, then: Callable[[date], None], past: str) -> None:
        """A day from today on, which stands there; one before is refused with the error `past`."""

        def ahead(day: date) -> None:
            if day < self._today:
                raise TeuiError(past, day=show_day(day))

        self._day(what, then, "future", ahead)

    def day_since(self, what: str, then: Callable[[date], None], first: date, past: str) -> None:
        """A day from `first` to today, which stands there; another is refused with `past`."""

        def between(day: date) -> None:
            if not first <= day <= self._today:
                raise TeuiError(past, day=show_day(day))

        self._day(what, then, "past", between)

    def _day(
        self,
        what: str,
        then: Callable[[date], None],
        toward: Toward,
        fits: Callable[[date], None],
    ) -> None:
        today = self._today

        def check(typed: str) -> str:
            day = parse_day(typed, today, toward)
            fits(day)
            return day.isoformat()

        def take(typed: str | None) -> None:
            if typed is not None:
                then(date.fromisoformat(typed))

        dialog = EntryDialog(
            self._title(what),
            word(f"{self._subject}.ask.{what}_help"),
            check,
            value=show_day(today),
            echo=lambda t: day_echo(t, today, toward, fits),
            whole=True,
        )
        self.screen.app.push_screen(dialog, take)

    def write(self, written: Future[T], said: Callable[[Texts, T], str]) -> None:
        """Wait until it is on the disk, forget what was typed for it, and say what was done."""
        screen = self.screen

        async def wait() -> None:
            if await screen.saved(written):
                for place in self._places:
                    screen.keep(place, "")
                screen.refresh_data()
                screen.say(said(screen.t, written.result()), "good")
            else:
                screen.refresh_data()

        screen.begin_work(wait())

    def _title(self, what: str, more: Words = "") -> Words:
        def words(t: Texts) -> str:
            title = f"{in_words(t, self.about)} · {t(f'{self._subject}.ask.{what}')}"
            after = in_words(t, more)
            return f"{title} {after}" if after else title

        return words
