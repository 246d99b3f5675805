"""Told to end from outside, or its terminal closed: the app keeps what was typed, then ends."""

import contextlib
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator

from screens.frame import AtDesk

GRACE = 2.0
"""Seconds that the app has to end by itself; a terminal that takes no more output blocks it."""


@contextlib.contextmanager
def kept_when_stopped(app: AtDesk) -> Iterator[None]:
    """Inside, being told to stop saves what was typed and leaves the terminal as it was.

    Windows tells nobody: it ends a program where it stands.
    """
    if sys.platform == "win32":
        yield
        return
    stops = (signal.SIGTERM, signal.SIGHUP)
    is_over = threading.Event()

    def wait() -> None:
        number = signal.sigwait(stops)
        if is_over.is_set():
            return
        if number == signal.SIGHUP:
            _let_go_of_terminal()
        _end(app, number)

    # A thread of its own waits for them: the one that runs the app may be held up anywhere, by a
    # terminal that takes no more output or in the writer's lock, and handlers run in that one.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, stops)
    waiting = threading.Thread(target=wait, name="told-to-stop", daemon=True)
    waiting.start()
    try:
        yield
    finally:
        is_over.set()
        if waiting.ident is not None and waiting.is_alive():
            signal.pthread_kill(waiting.ident, signal.SIGTERM)
            waiting.join()
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


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
