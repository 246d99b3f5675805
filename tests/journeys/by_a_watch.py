"""The real command with the time of a watch, a file that a test sets: FILE, then its arguments."""

import sys
from datetime import date, datetime
from pathlib import Path

from screens import day
from teui.cli.main import run
from teui.clock import OFFICE_ZONE, Clock

if __name__ == "__main__":
    watch = Path(sys.argv.pop(1))

    def now(self: Clock) -> datetime:
        return datetime.fromisoformat(watch.read_text())

    def today(self: Clock) -> date:
        return self.now().astimezone(OFFICE_ZONE).date()

    hands = {"now": now, "today": today}
    for name, instead in hands.items():
        setattr(Clock, name, instead)
    day.LOOK_EVERY = 0.1
    run()
