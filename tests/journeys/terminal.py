"""The real command in a real pseudo-terminal, and what its 80×24 screen shows."""

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType

from rich.cells import cell_len

ROOT = Path(__file__).parents[2]
COLUMNS, ROWS = 80, 24
PATIENCE = 30.0
"""Seconds for what takes one on a slow machine."""
_CONTROL = re.compile(
    r"\x1b\[(?P<args>[\d;:<>=?]*)[ $]?(?P<end>[@-~])"  # CSI
    r"|\x1b[\]P_^X][^\x07\x1b]*(?:\x07|\x1b\\)"  # OSC, DCS and other strings
    r"|\x1b[ -/]?[0-Z\\^-~]"
)
# Takes the terminal as its own, so that closing it hangs up, then becomes the command.
_TAKE = (
    "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0);"
    " os.execv(sys.executable, [sys.executable, *sys.argv[1:]])"
)


class Picture:
    """The cells that a stream of terminal output leaves: places and letters, no colours."""

    def __init__(self) -> None:
        self._cells = [[" "] * COLUMNS for _ in range(ROWS)]
        self._row = self._column = 0
        self._rest = ""

    @property
    def text(self) -> str:
        return "\n".join("".join(row).rstrip() for row in self._cells)

    def feed(self, text: str) -> None:
        text, at = self._rest + text, 0
        while at < len(text):
            if text[at] != "\x1b":
                end = text.find("\x1b", at)
                self._write(text[at : end if end >= 0 else len(text)])
                at = end if end >= 0 else len(text)
            elif found := _CONTROL.match(text, at):
                self._control(found["args"] or "", found["end"])
                at = found.end()
            elif len(text) - at > 4096:
                raise AssertionError(f"no control sequence: {text[at : at + 40]!r}")
            else:
                break
        self._rest = text[at:]

    def _control(self, args: str, end: str | None) -> None:
        if end == "H":
            row, _, column = args.partition(";")
            self._row, self._column = int(row or 1) - 1, int(column or 1) - 1
        elif end == "J" or (end == "h" and args == "?1049"):
            self._cells = [[" "] * COLUMNS for _ in range(ROWS)]

    def _write(self, run: str) -> None:
        after = self._column + len(run)
        if run.isascii() and run.isprintable() and after <= COLUMNS and self._row < ROWS:
            self._cells[self._row][self._column : after] = run
            self._column = after
        else:
            for letter in run:
                self._put(letter)

    def _put(self, letter: str) -> None:
        match letter:
            case "\r":
                self._column = 0
            case "\n":
                self._row = min(self._row + 1, ROWS - 1)
            case _ if letter >= " " and self._row < ROWS and self._column < COLUMNS:
                width = cell_len(letter)
                self._cells[self._row][self._column : self._column + width] = [
                    letter,
                    *[""] * (width - 1),
                ]
                self._column += width


class Terminal:
    """One run of a Python command with a terminal of its own; ends with the `with` block."""

    def __init__(self, *arguments: str) -> None:
        self.picture = Picture()
        self.output = b""
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        environment = {k: v for k, v in os.environ.items() if k not in {"COLUMNS", "LINES"}}
        environment |= {"TERM": "xterm-256color", "PYTHONPATH": str(ROOT)}
        self.process = subprocess.Popen(
            [sys.executable, "-c", _TAKE, *arguments],
            cwd=ROOT,
            env=environment,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
        )
        os.close(slave)
        os.set_blocking(self._master, False)
        self._is_open = True

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.hang_up()

    @property
    def screen(self) -> str:
        return self.picture.text

    def settings(self) -> Sequence[object]:
        """How the terminal treats what is typed and written."""
        return termios.tcgetattr(self._master)

    def type(self, text: str) -> None:
        """Push keys as fast as the terminal takes them, reading what is painted meanwhile."""
        left = text.encode()
        deadline = time.monotonic() + PATIENCE
        while left:
            assert time.monotonic() < deadline, "the terminal takes no more keys"
            self.read(0.0)
            with contextlib.suppress(BlockingIOError):
                left = left[os.write(self._master, left) :]
                continue
            self.read(0.02)

    def read(self, seconds: float) -> bool:
        """Take in what is painted, waiting at most so long; False where there was nothing."""
        ready, _, _ = select.select([self._master], [], [], seconds)
        if not ready:
            return False
        try:
            found = os.read(self._master, 65536)
        except OSError:  # how Linux says that nobody is at the other end
            return False
        self.output += found
        self.picture.feed(found.decode(errors="replace"))
        return bool(found)

    def watch(self, seconds: float) -> None:
        """Take in what is painted for so long."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            self.read(left)

    def until(self, holds: Callable[[], bool], what: str = "") -> None:
        """Take in what is painted until something holds."""
        deadline = time.monotonic() + PATIENCE
        while not holds():
            left = deadline - time.monotonic()
            gone = self.process.poll() is not None
            if not self.read(min(0.02, max(0.0, left))) and (left <= 0 or gone) and not holds():
                raise AssertionError(f"waited in vain {what}\n{self.screen}")

    def shows(self, *texts: str) -> None:
        """Wait until the screen shows these texts."""
        self.until(lambda: all(text in self.screen for text in texts), f"for {texts}")

    def kill(self) -> None:
        """`kill -9`, then read what had been painted."""
        self.process.kill()
        self.process.wait()
        self._drain()

    def ask_to_end(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Send a signal, read on until the process has ended; its exit status."""
        self.process.send_signal(number)
        return self.ended()

    def ended(self) -> int:
        """Read on until the process has ended; its exit status."""
        self.until(lambda: self.process.poll() is not None, "for the end")
        self._drain()
        return int(self.process.returncode)

    def hang_up(self) -> None:
        """Close the terminal, as a closed window or a lost line does."""
        if self._is_open:
            self._is_open = False
            os.close(self._master)

    def choke(self) -> None:
        """Press keys that repaint and read nothing, until the terminal's own room is full."""
        for _ in range(2000):
            with contextlib.suppress(BlockingIOError):
                os.write(self._master, b"\x1bOQ")
            time.sleep(0.0005)

    def _drain(self) -> None:
        while self.read(0.05):
            pass


def teui(store: Path, day: str = "2026-11-16", *more: str) -> Sequence[str]:
    """The arguments of the real command on a store, in English."""
    return ("-m", "teui.cli.main", "--store", str(store), "--on", day, "--lang", "en", *more)
