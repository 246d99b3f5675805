"""Told to end from outside, or its terminal closed: the app keeps what was typed, then ends."""

import contextlib
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from types import FrameType

from screens.frame import AtDesk

HANGUP: int | None = getattr(signal, "SIGHUP", None)
STOPS: tuple[int, ...] = (signal.SIGTERM, *(() if HANGUP is None else (HANGUP,)))
GRACE = 2.0
"""Seconds that the app has to end by itself; a terminal that takes no more output blocks it."""


@contextlib.contextmanager
def kept_when_stopped(app: AtDesk) -> Iterator[None]:
    """Inside, being told to stop saves what was typed and leaves the terminal as it was."""

    def stop(number: int, _frame: FrameType | None) -> None:
        if number == HANGUP:
            _let_go_of_terminal()
        # The thread that runs the app may be anywhere just now, in the writer's lock too.
        threading.Thread(target=_end, args=(app, number), daemon=True).start()

    before = {number: signal.signal(number, stop) for number in STOPS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _let_go_of_terminal() -> None:
    """Write into nothing: a write to a terminal that is gone fails, and Textual then waits."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (sys.__stdin__, sys.__stdout__, sys.__stderr__):
        if stream is not None:
            os.dup2(nothing, stream.fileno())
    os.close(nothing)


def _end(app: AtDesk, number: int) -> None:
    status = 128 + number
    try:
        if app.screen_stack:
            app.call_later(app.end_now, status)
        time.sleep(GRACE)
        # In the midst of ending, a screen may have lost its panes: then it was rescued already.
        app.rescue()
    finally:
        try:
            app.desk.store.close()
        finally:
            os._exit(status)
