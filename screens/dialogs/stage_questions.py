"""The questions of one stage, step by step: its day, who provides it, when it was held, the result.

Each step is saved before the next is asked; Enter alone leaves what stands there.
"""

from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from dataclasses import replace
from datetime import date

from screens.dialogs.entry_dialog import EntryDialog
from screens.frame import Frame
from screens.widgets.echo import Echo, day_echo
from screens.words import Words, word
from teui.casework import stages
from teui.casework.stages import Field, StageRow
from teui.errors import TeuiError
from teui.practice.days import Toward, parse_day, show_day
from teui.practice.texts import Texts

Write = Callable[[Future[None]], Awaitable[bool]]
"""Waits for a change and shows it; False where it was not to be made."""
_ALL: tuple[Field, ...] = ("planned_on", "provider", "done_on", "result")
_OWN: tuple[Field, ...] = ("planned_on", "done_on")


class StageQuestions:
    """Asks one after another, on the screen of the stages; Esc leaves the rest as it is."""

    def __init__(self, screen: Frame, assessment_uid: str, row: StageRow, write: Write) -> None:
        self._screen = screen
        self._write = write
        self._assessment = assessment_uid
        self._row = row
        self._today = screen.desk.clock.today()
        self._left = list(_ALL if row.stage.may_be_bought else _OWN)

    def ask(self) -> None:
        """The next step; a result is asked for once the stage was held."""
        if not self._left:
            return
        field = self._left.pop(0)
        if field == "result" and self._row.done_on is None:
            return
        if field in {"planned_on", "done_on"}:
            self._ask_day(field)
        else:
            self._type(field, getattr(self._row, field) or "", str)

    def _ask_day(self, field: Field) -> None:
        toward: Toward = "future" if field == "planned_on" else "past"
        standing: date | None = getattr(self._row, field)

        def passed(day: date) -> None:
            if field == "done_on" and day > self._today:
                raise TeuiError("stage_done_later", day=show_day(day))

        def check(typed: str) -> str:
            if not typed:
                return ""
            day = parse_day(typed, self._today, toward)
            passed(day)
            return show_day(day)

        def echo(t: Texts) -> Echo:
            return day_echo(t, self._today, toward, passed)

        self._type(field, show_day(standing) if standing else "", check, echo)

    def _type(
        self,
        field: Field,
        value: str,
        check: Callable[[str], str],
        echo: Callable[[Texts], Echo] | None = None,
    ) -> None:
        screen, place = self._screen, f"stage:{self._assessment}:{self._row.stage.id}:{field}"

        def take(typed: str | None) -> None:
            if typed is not None:
                screen.begin_work(self._save(field, value, typed, place))

        dialog = EntryDialog(
            self._title(field),
            word(f"stages.{field}.help"),
            check,
            value=screen.kept(place) or value,
            keep=lambda typed: screen.keep(place, "" if typed == value else typed),
            echo=echo,
            whole=echo is not None,
        )
        screen.app.push_screen(dialog, take)

    async def _save(self, field: Field, value: str, typed: str, place: str) -> None:
        screen = self._screen
        if typed != value:
            is_day = field in {"planned_on", "done_on"}
            new = parse_day(typed, self._today) if is_day and typed else typed or None
            written = stages.save(screen.desk, self._assessment, self._row.stage.id, field, new)
            if not await self._write(written):
                return
            self._row = replace(self._row, **{field: new})  # type: ignore[arg-type]
        screen.keep(place, "")
        self.ask()

    def _title(self, field: Field) -> Words:
        stage = self._row.stage.id
        return lambda t: f"{t(f'stage.{stage}.short')} · {t(f'stages.{field}.title')}"
