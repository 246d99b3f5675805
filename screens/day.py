"""The day turns while the app is open, and a computer's clock can be wrong."""

from datetime import date, datetime, timedelta

from screens import going_over
from screens.frame import AtDesk, Frame
from teui.clock import Clock, local_time

LOOK_EVERY = 20.0
"""Seconds between two looks at the clock."""
TOLERANCE = timedelta(minutes=10)
"""Clocks are set right by a little all the time."""


class DayWatch:
    """Compares the clock with what it showed before; `latest` is the last time known to be past."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._day = clock.today()
        self._latest: datetime | None = None

    def has_been(self, instant: datetime) -> None:
        """An instant at which something was saved."""
        if self._latest is None or instant > self._latest:
            self._latest = instant

    def turned(self) -> date | None:
        """The new day, once after it has begun."""
        day = self._clock.today()
        if day == self._day:
            return None
        self._day = day
        return day

    def behind(self) -> datetime | None:
        """The instant that the clock has fallen behind, once; a day set by hand is no fault."""
        now, latest = self._clock.now(), self._latest
        if self._clock.pinned is not None or latest is None or now > latest:
            self._latest = now if latest is None else max(now, latest)
            return None
        if latest - now < TOLERANCE:
            return None
        self._latest = now
        return latest


async def begin(app: AtDesk, watch: DayWatch) -> None:
    """Learn from the store what is past already, then look at the clock for the first time."""
    from teui.casework.keeping import last_saved

    screen = app.screen
    if isinstance(screen, Frame):
        saved = await screen.read(lambda: last_saved(app.desk))
        if saved is not None:
            watch.has_been(saved)
        look(app, watch)


def look(app: AtDesk, watch: DayWatch) -> None:
    """Bring every open screen into the new day; say where the clock cannot be right."""
    t, day, behind = app.texts, watch.turned(), watch.behind()
    frames = [screen for screen in app.screen_stack if isinstance(screen, Frame)]
    if day is not None:
        for screen in frames:
            screen.turn_day(day)
        going_over.carry_out(app)
    for screen in frames[-1:]:
        if behind is not None:
            now = app.desk.clock.now()
            screen.say(t("frame.clock_behind", day=t.full_day(now.date()), at=local_time(now)))
        elif day is not None:
            screen.say(t("frame.new_day", day=t.full_day(day)), "note")
