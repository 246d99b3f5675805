"""Dialogs: their words follow F2 in mid-word, and all of them is seen, in every language."""

import random
import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from screens.dialogs.dialog import Dialog
from screens.dialogs.entry_dialog import EntryDialog
from screens.dialogs.find_question import FindQuestion
from screens.dialogs.keys_help import KeysHelp
from screens.dialogs.line_card import LineCard
from screens.dialogs.palette import Palette
from screens.dialogs.picker import Picker
from screens.dialogs.reading import Reading
from screens.dialogs.service_picker import ServicePicker
from screens.frame import Frame
from screens.interview import Interview
from screens.plan import Plan
from screens.services import Services
from screens.settings import Settings
from screens.widgets.lines import Lines
from screens.widgets.row_list import RowList
from tests.casework.cases import AGREED, LINE_2, hold, take_in
from tests.journeys.conftest import MONDAY, Sitting, sitting
from teui.casework import decision
from teui.casework.desk import open_desk
from teui.clock import Clock
from teui.practice.texts import LANGUAGES

NAME = "Vanhatalo-Lindskata, Christer-Aleksanteri"

CUT = re.compile(r"\S…")


@pytest.fixture
def case(place: Path) -> Path:
    """A client with a long name on line 2, without a plan."""
    desk = open_desk(str(place), clock=Clock(pinned=MONDAY))
    with desk.store:
        family, given = NAME.split(", ")
        client = take_in(desk, family_name=family, given_names=given, start_channel="online")
        uid = hold(desk, client, LINE_2, AGREED)
        decision.record(desk, uid, "line_2", "agrees", None).result()
    return place


def _fits(at: Sitting) -> None:
    """All of a dialog is on the screen, in the room that its panes have."""
    screen = at.app.screen
    for pane in screen.query(Lines):
        if pane.display:
            assert screen.region.contains_region(pane.region), (pane, at.screen)
            assert len(pane.shown) <= pane.size.height, (pane, pane.shown)
            room = pane.size.width
            cut = [each for each in pane.shown if cell_len(each) > room or CUT.search(each)]
            assert cut == [], pane


CONTACT = ("c", "1", "1", "1", "f2", "f2", "f2")
FOLLOW_UP = ("f", "x", "enter", "enter", "plus", "1", "enter")
CARD = ("m", "1", "2", "3")
HELP = ("question_mark",)
PALETTE = ("ctrl+p", "x", "x", "x")
ON_TODAY = (
    ("s", "x", "enter"),
    ("x", "pagedown", "enter", "enter"),
    CONTACT,
    FOLLOW_UP,
    ("0",),
    ("ctrl+n", "x", "enter", "3", "1", "1", "x", "enter"),
    HELP,
    PALETTE,
)
"""Keys that open dialogs, and those that lead on in them."""
ON_CLIENT = (("4", "s", "x", "enter"), CONTACT, FOLLOW_UP, CARD, ("i",), HELP)
ON_DECISION = (("home", "enter"), CARD, HELP)
ON_DRAFT = (("w",), ("r",), ("0",), CARD, HELP)


async def _walk(at: Sitting, *ways: tuple[str, ...]) -> None:
    """Press the keys of each way; whatever opens fits, and something does."""
    below = at.app.screen
    assert isinstance(below, Frame)
    for keys in ways:
        assert await _opened(at, below, *keys), (keys, at.screen)


async def _opened(at: Sitting, below: Frame, *keys: str) -> int:
    """Press keys and come back; how many of them had a dialog on top. Each that opens fits."""
    opened = 0
    for key in keys:
        await at.press(key)
        if isinstance(at.app.screen, Dialog):
            opened += 1
            _fits(at)
    for _ in range(4):
        if at.app.screen is not below:
            await at.press("escape")
    assert at.app.screen is below, at.screen
    return opened


@pytest.mark.parametrize("language", LANGUAGES)
async def test_nothing_is_cut_in_what_opens_over_lists_and_records(
    case: Path, language: str
) -> None:
    async with sitting(case, language=language) as at:
        await _walk(at, *ON_TODAY)
        await at.press("enter")
        await _walk(at, *ON_CLIENT)
        await _walk(at, ("6", "end", "enter"))
        await at.press("g")
        over = at.app.screen
        assert isinstance(over, Settings)
        opened = 0
        for _ in range(16):
            opened += await _opened(at, over, "enter", "x")
            await at.press("down")
        assert opened > 16


@pytest.mark.parametrize("language", LANGUAGES)
async def test_nothing_is_cut_in_what_opens_over_decision_plan_and_interview(
    case: Path, language: str
) -> None:
    async with sitting(case, language=language) as at:
        await at.press("l")
        await _walk(at, *ON_DECISION)
        await at.press("escape", "p")
        assert isinstance(at.app.screen, Plan), at.screen
        await _walk(at, ("n",), ("w", "enter"), ("u", "pagedown"), CARD, HELP)
        over = at.app.screen
        assert isinstance(over, Plan)
        opened = 0
        for _ in range(14):
            opened += await _opened(at, over, "enter", "enter", "enter", "enter")
            await at.press("down")
        assert opened > 14
        await _walk(at, ("r", "left", "right"))
        await at.press("escape", "i", "2")
        assert isinstance(at.app.screen, Interview), at.screen
        await _walk(at, ("slash", "t", "down"), HELP, PALETTE)
        await at.press("f8")
        await _walk(at, *ON_DRAFT)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_nothing_is_cut_in_what_opens_over_services(case: Path, language: str) -> None:
    async with sitting(case, language=language) as at:
        await at.press("v")
        assert isinstance(at.app.screen, Services), at.screen
        new = ("n", "1", *"integration t", "enter", "x", "enter", "x", "enter", "enter", "enter")
        work = ("n", "2", "1", "x", "enter", "x", "enter", "enter", "enter")
        await _walk(at, new, ("s", "enter", "escape"), work, ("f8", "enter", "1"))
        await _walk(at, ("n", "3", "1", "enter"), ("enter", "1"), ("f8", "enter"), HELP)
        await at.press("home")
        await _walk(at, *(("enter", str(field)) for field in range(1, 6)))
        await _walk(at, ("f8", "5", "4", "enter", "1", "1", "x", "enter", "2", "enter"))
        await _walk(at, ("f8", "escape"))
        assert at.app.screen.view.uses[0].judged_on is not None


async def _twice_reworded(at: Sitting, half: str = "") -> None:
    """Type half a word, F2 three times: new words twice, the first ones again, nothing lost."""
    dialog = at.app.screen
    assert isinstance(dialog, Dialog), at.screen
    await at.type(half)
    entry = dialog.writing()
    if entry is not None:
        await at.press("left")
    standing = entry.standing if entry else None
    chosen = [rows.key for rows in dialog.query(RowList)]
    seen = []
    for _ in LANGUAGES:
        seen.append(at.screen)
        await at.press("f2")
        assert at.app.screen is dialog
        assert (entry.standing if entry else None) == standing
        assert [rows.key for rows in dialog.query(RowList)] == chosen
        _fits(at)
    assert len(set(seen)) == len(LANGUAGES), seen
    assert at.screen == seen[0]


async def test_f2_says_every_kind_of_dialog_anew(case: Path) -> None:
    async with sitting(case) as at:
        kinds = []

        async def says(*keys: str, half: str = "") -> None:
            await at.press(*keys)
            kinds.append(type(at.app.screen))
            await _twice_reworded(at, half)

        await says("s", half="+1")
        await at.press("escape")
        await says("x", "down", "down")
        await at.press("escape")
        await says("question_mark", "down")
        await at.press("escape")
        await says("ctrl+p", half="")
        await at.press("escape", "enter")
        await says("m", "down")
        await at.press("escape", "p")
        await says("end", "n", half="kou")
        await at.press("escape", "escape")
        await says("6", "end", "enter")
        await at.press("escape", "i", "1")
        await says("slash", half="e")
        assert kinds == [
            *(EntryDialog, Picker, KeysHelp, Palette),
            *(LineCard, ServicePicker, Reading, FindQuestion),
        ]


async def test_the_help_counts_the_keys_that_are_still_to_come(case: Path) -> None:
    async with sitting(case) as at:
        await at.press("question_mark")
        rows, more = at.app.screen.query_one(RowList), at.app.screen.query_one("#more", Lines)
        assert rows.below > 0
        assert f"↓ {rows.below}" in more.shown[0]
        await at.press("pagedown", "pagedown", "pagedown")
        assert (rows.below, more.shown) == (0, [""])


async def test_a_fault_stands_in_the_language_that_f2_brings(case: Path) -> None:
    async with sitting(case) as at:
        await at.press("s")
        await at.type("-9")
        await at.press("enter")
        fault = at.app.screen.query_one("#fault", Lines)
        before = fault.shown
        await at.press("f2")
        assert fault.shown != before
        await at.press("f2", "f2")
        assert fault.shown == before
        await at.press("backspace")
        assert fault.shown != before


@pytest.mark.parametrize("seed", range(3))
async def test_f2_amid_fast_letters_loses_none(case: Path, seed: int) -> None:
    chance = random.Random(seed)
    keys = ["t", *chance.choices([*"abcdeåäö", "space", "f2", "f2"], k=40), "z"]
    typed = "".join({"space": " ", "f2": ""}.get(key, key) for key in keys)
    async with sitting(case) as at:
        await at.press("f", *keys)
        dialog = at.app.screen
        assert isinstance(dialog, EntryDialog), at.screen
        assert dialog.writing().value == typed

        await at.press("escape", "i", "1", *keys)
        interview = at.app.screen
        assert isinstance(interview, Interview), at.screen
        assert interview.notes.note.value == typed


async def test_the_palette_runs_what_is_found_in_any_language(case: Path) -> None:
    async with sitting(case, language="fi") as at:
        await at.press("ctrl+p")
        await at.type("zzz")
        assert "Missään komennossa ei ole näitä sanoja." in at.screen
        await at.press("backspace", "backspace", "backspace")
        await at.type("kaikki näkymät")
        await at.press("enter")
        assert isinstance(at.app.screen, Picker), at.screen


async def test_a_command_called_so_comes_before_those_that_mention_the_word(case: Path) -> None:
    async with sitting(case) as at:
        await at.press("ctrl+p")
        await at.type("undo")
        await at.press("enter")
        assert not isinstance(at.app.screen, Dialog)
        assert "The decision is recorded" in at.screen
