"""The questions of a view of one's own: its name, whose follow-ups, which line, municipality."""

from collections.abc import Callable
from dataclasses import replace
from typing import cast

from screens.dialogs.entry_dialog import EntryDialog
from screens.dialogs.picker import Picker
from screens.frame import Frame
from screens.widgets.echo import NOTHING, Echo
from screens.widgets.lines import Span
from screens.words import Words, word
from teui.casework import own_views
from teui.casework.own_views import EVERY_LINE, NO_LINE, WHOSE, Filters, OwnView, Whose
from teui.casework.staff import Staff
from teui.errors import TeuiError
from teui.practice.municipalities import load_municipalities
from teui.practice.texts import Texts

Take = Callable[[str, Filters], None]


class OwnViewQuestions:
    """Asks one after another; `view` is the one that is changed, None for a new one."""

    def __init__(self, screen: Frame, found: Staff, taken: list[str], view: OwnView | None) -> None:
        self._screen, self._staff, self._taken, self._view = screen, found, taken, view
        self._name = view.name if view is not None else ""
        self._filters = view.filters if view is not None else Filters()
        self.place = f"own_view:{view.uid if view is not None else 'new'}"

    def ask(self, then: Take) -> None:
        """Call `then` with name and filters, once all are given."""
        screen = self._screen

        def check(typed: str) -> str:
            name = " ".join(typed.split())
            own_views.check_name(name, self._taken)
            return name

        def take(name: str | None) -> None:
            if name is not None:
                screen.keep(self.place, name)
                self._name = name
                self._whose(then)

        dialog = EntryDialog(
            word("own_view.name.title"),
            word("own_view.name.help"),
            check,
            value=screen.kept(self.place) or self._name,
            keep=lambda typed: screen.keep(self.place, typed),
        )
        screen.app.push_screen(dialog, take)

    def _whose(self, then: Take) -> None:
        options: dict[str, Words] = {each: word(f"own_view.whose.{each}") for each in WHOSE}

        def take(each: str | None) -> None:
            if each is None:
                return
            before = self._filters
            who = before.who if each == before.whose else ""
            self._filters = replace(before, whose=cast("Whose", each), who=who)
            match each:
                case "adviser":
                    people: dict[str, Words] = {
                        one.uid: f"{one.name}, {one.team}" for one in self._staff.present
                    }
                    self._who("adviser", people, then)
                case "team":
                    teams: dict[str, Words] = {one.uid: one.name for one in self._staff.teams}
                    self._who("team", teams, then)
                case _:
                    self._line(then)

        title = word("own_view.whose.title")
        self._screen.app.push_screen(Picker(title, options, self._filters.whose), take)

    def _who(self, what: str, options: dict[str, Words], then: Take) -> None:
        def take(uid: str | None) -> None:
            if uid is not None:
                self._filters = replace(self._filters, who=uid)
                self._line(then)

        title = word(f"own_view.whose.which_{what}")
        self._screen.app.push_screen(Picker(title, options, self._filters.who or None), take)

    def _line(self, then: Take) -> None:
        options: dict[str, Words] = {str(EVERY_LINE): word("own_view.line.all")}
        numbers = sorted(self._screen.desk.model.lines)
        options |= {str(number): word("decision.line_n", n=number) for number in numbers}
        options[str(NO_LINE)] = word("own_view.line.none")

        def take(number: str | None) -> None:
            if number is not None:
                self._filters = replace(self._filters, line=int(number))
                self._municipality(then)

        title = word("own_view.line.title")
        self._screen.app.push_screen(Picker(title, options, str(self._filters.line)), take)

    def _municipality(self, then: Take) -> None:
        known = load_municipalities()

        def check(typed: str) -> str:
            code = known.understood(typed) if typed else ""
            if code is None:
                raise TeuiError("view_municipality", typed=typed)
            return code

        def take(code: str | None) -> None:
            if code is not None:
                then(self._name, replace(self._filters, municipality=code))

        def echo(t: Texts) -> Echo:
            def said(typed: str) -> Span:
                code = known.understood(typed) if typed else None
                return Span(known.name(code, t.language) or "", "good") if code else NOTHING

            return said

        language = self._screen.t.language
        name = known.name(self._filters.municipality, language) or ""
        dialog = EntryDialog(
            word("own_view.municipality.title"),
            word("own_view.municipality.help"),
            check,
            value=name,
            echo=echo,
        )
        self._screen.app.push_screen(dialog, take)
