"""The one place that asks what time it is; everything else is handed a `Clock`."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

OFFICE_ZONE = ZoneInfo("Europe/Helsinki")


def _system_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Clock:
    """Instants in UTC, days in the office's zone.

    `pinned` sets today for demonstrations and tests; the time of day stays the true one.
    """

    pinned: date | None = None
    read: Callable[[], datetime] = _system_now

    def now(self) -> datetime:
        """The instant in UTC; on a pinned day, that day at the true time of day."""
        instant = self.read()
        if self.pinned is None:
            return instant
        local = instant.astimezone(OFFICE_ZONE)
        moved = datetime.combine(self.pinned, local.timetz().replace(tzinfo=None), OFFICE_ZONE)
        return moved.astimezone(UTC)

    def today(self) -> date:
        """The office's calendar day."""
        return self.pinned or self.read().astimezone(OFFICE_ZONE).date()

    def on(self, day: date | None) -> "Clock":
        """The same clock with today set to `day` (None: the true day)."""
        return replace(self, pinned=day)


def local_time(instant: datetime) -> str:
    """The office's wall-clock time of an instant, `HH:MM:SS`."""
    return instant.astimezone(OFFICE_ZONE).strftime("%H:%M:%S")
