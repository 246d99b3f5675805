"""Answers and types into one draft for ever, and says on stdout what the store has acknowledged.

Run by `test_kill.py`, which kills it: `… STORE KEY ASSESSMENT FIRST_STEP`.
"""

import itertools
import sys
from datetime import UTC, datetime
from pathlib import Path

from teui.casework.desk import desk_of
from teui.casework.interview import DraftLine, Writing, keep_note, save_answer, save_writing
from teui.clock import Clock
from teui.store.keyfile import read_key
from teui.store.store import open_store

CODES = ("clear_and_realistic", "several_options", "clear_not_realistic", "unclear")
AT = datetime(2026, 11, 16, 8, 0, tzinfo=UTC)


def main(store: str, key: str, draft: str, first: str) -> None:
    desk = desk_of(open_store(Path(store), key=read_key(Path(key)), clock=Clock()))
    for step in itertools.count(int(first)):
        line = DraftLine(f"line {step}", "goals.clarity", AT)
        save_writing(desk, draft, Writing("goals.clarity", line)).result()
        print(f"line {step}", flush=True)
        code = CODES[step % len(CODES)]
        save_answer(desk, draft, "goals.clarity", "answered", code).result()
        print(f"answer {step}", flush=True)
        if step % 5 == 4:
            keep_note(desk, draft, f"note {step}", "goals.clarity", AT).result()
            print(f"note {step}", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
