"""Notes as fast as the terminal takes them, through moves, other callers, undo and `kill -9`."""

import random
import time
from pathlib import Path

import pytest

from tests.casework.cases import take_in
from tests.journeys.terminal import Terminal, teui
from tests.journeys.test_terminal import AGAIN, DAY, assert_whole, begin, stored
from teui.casework import interview
from teui.casework.clients import find, header
from teui.casework.desk import desk_of, open_desk, open_existing
from teui.clock import Clock

pytestmark = pytest.mark.terminal

MOVES, KILLS = 40, 3
ESC, UNDO, REDO, ENTER = "\x1b", "\x1a", "\x19", "\r"
UP, DOWN, LEFT, RIGHT = "\x1b[A", "\x1b[B", "\x1b[D", "\x1b[C"
PAGE_DOWN, PAGE_UP, F2, F3 = "\x1b[6~", "\x1b[5~", "\x1bOQ", "\x1bOR"
BACKSPACE = "\x7f"
WORDS = ("hygienia", "passi", "haluaisi", "trukki", "soita", "koulu", "öisin", "åkeri", "Turku")
AWAY_AND_BACK = (
    DOWN + UP,
    PAGE_DOWN + PAGE_UP + DOWN,
    DOWN * 3 + "\t" + PAGE_UP * 12 + DOWN,
    LEFT * 2 + RIGHT * 2,
    F2 * 3,
    # The last words go and come back; an answer beside the note is given and taken back.
    UNDO + REDO,
    UNDO * 2 + REDO * 2,
    f"{ESC}1{UNDO}",
)
OTHER = "kuuluu huonosti"
OTHER_CALLER = f"{F3}berg{ENTER}i{OTHER}{ENTER}{ESC}{ESC}"


def test_no_letter_and_no_line_is_lost(place: Path) -> None:
    chance = random.Random(40)
    with open_existing(str(place), clock=Clock(pinned=DAY)) as store:
        take_in(desk_of(store), "Berg")
    ways = [chance.choice(AWAY_AND_BACK) for _ in range(MOVES - 4)] + [OTHER_CALLER] * 4
    chance.shuffle(ways)
    legs = [ways[leg :: KILLS + 1] for leg in range(KILLS + 1)]
    notes: list[str] = []
    pressed, took = 0, 0.0

    for leg, moves in enumerate(legs):
        with Terminal(*teui(place)) as terminal:
            if leg == 0:
                begin(terminal)
            else:
                terminal.shows("Today ·")
                left = stored(place).writing.line.text
                terminal.type(AGAIN)
                terminal.shows(left[-20:].strip() or "note")
                # A note set aside is taken up by its next letter.
                rest = notes[-1][len(left) :] or f"x{BACKSPACE}"
                terminal.type(f"{rest}{ENTER}")
            keys = ""
            for way in moves:
                note = " ".join(["note", *chance.sample(WORDS, 6)])
                half = chance.randrange(5, len(note))
                keys += f"{note[:half]}{way}{note[half:]}{ENTER}"
                notes.append(note)
            began = time.monotonic()
            terminal.type(keys)
            if leg < KILLS:
                # In the middle of a line, with what came before perhaps not yet handled.
                notes.append(" ".join(["cut", *chance.sample(WORDS, 8)]))
                terminal.type(notes[-1])
                terminal.until(lambda: _is_at(stored(place), notes), "for the last line")
            else:
                terminal.until(lambda: len(stored(place).notes) == len(notes), "for all notes")
            took += time.monotonic() - began
            pressed += len(keys)
            if leg < KILLS:
                for _ in range(chance.randint(0, 10)):
                    terminal.read(0.01)
                acknowledged = stored(place).writing.line.text
                terminal.kill()
                after = stored(place)
                assert after.writing.line.text.startswith(acknowledged)
                assert notes[-1].startswith(after.writing.line.text)
                assert [found.text for found in after.notes] == notes[:-1]
        assert_whole(place)

    draft = stored(place)
    assert [found.text for found in draft.notes] == notes
    assert {key for key, found in draft.answers.items() if found.state != "none"} == {"start.date"}
    assert [note.text for note in _berg(place).notes] == [OTHER] * 4
    print(f"{len(notes)} notes, {pressed} keys, {pressed / took:.0f} a second")
    assert pressed / took > 15


def _is_at(draft: interview.Draft, notes: list[str]) -> bool:
    """The last of the notes is being typed, all before it are kept."""
    return bool(draft.writing.line.text) and len(draft.notes) == len(notes) - 1


def _berg(place: Path) -> interview.Draft:
    desk = open_desk(str(place), clock=Clock(pinned=DAY))
    with desk.store:
        [row] = find(desk, "berg")
        uid = header(desk, row.uid).draft_uid
        assert uid is not None
        return interview.load(desk, uid)
