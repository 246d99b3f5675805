"""No word is cut off: every screen at the two sizes, in every language."""

from pathlib import Path

import pytest
from rich.cells import cell_len

from screens.interview import Interview
from screens.keys import footer
from screens.widgets.lines import Lines, width_of
from screens.widgets.row_list import RowList
from tests.journeys.conftest import Sitting, sitting
from teui.casework.wording import CHANGE, what
from teui.practice.files import data_folder
from teui.practice.load import load_model
from teui.practice.texts import LANGUAGES, load_texts, read_entries

SIZES = ((80, 24), (120, 40))
WHAT = 31
"""Columns that what is due has on Today at 80."""
HELP = 64
"""Columns that the help of a key has behind `?`."""


PANES = (
    *("#head", "#foot", "#asked", "#answers", "#sections", "#reasons"),
    *("#check-title", "#checks", "#check-about", "#title", "#options", "#fault", "#note-state"),
)


def check_frame(at: Sitting, width: int) -> None:
    screen = at.app.screen
    rows = footer(tuple(screen.keys_here()), at.app.texts, width)  # type: ignore[attr-defined]
    assert [row for row in rows if width_of(row) > width] == []
    # Rows of lists may cut a client's own words, which stand whole elsewhere.
    lists = set(screen.query(RowList))
    panes = [pane for pane in screen.query(Lines) if pane.size.area and pane not in lists]
    wide = [
        (pane.id, text)
        for pane in panes
        for text in pane.shown
        if cell_len(text.rstrip()) > pane.size.width
    ]
    assert wide == []
    for pane in PANES:
        for found in screen.query(pane).results(Lines):
            assert [text for text in found.shown if found.display and "…" in text] == []


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", LANGUAGES)
async def test_heads_feet_and_questions_fit(
    place: Path, language: str, size: tuple[int, int]
) -> None:
    async with sitting(place, language=language, size=size) as at:
        check_frame(at, size[0])
        await at.press("n")
        check_frame(at, size[0])
        await at.type("Virtanen")
        await at.press("enter")
        await at.type("Aino")
        await at.press("f8")
        for _ in range(12):
            check_frame(at, size[0])
            await at.press("1")
        await at.press("escape", "p", "slash")
        check_frame(at, size[0])


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_question_and_the_end_check_fit(
    place: Path, language: str, size: tuple[int, int]
) -> None:
    async with sitting(place, language=language, size=size) as at:
        await at.press("n")
        await at.type("Virtanen")
        await at.press("enter")
        await at.type("Aino")
        await at.press("f8")
        screen = at.app.screen
        assert isinstance(screen, Interview)
        for question in screen.sheet.model.questions:
            screen.go_to(question)
            await at.settle()
            check_frame(at, size[0])
            shown = "\n".join(screen.asking.query_one("#answers", Lines).shown)
            is_required = screen.question.required
            assert ("  0 " in shown) is not is_required, "the ways of not answering stand below"

        for question, key in (("residence.basis", "1"), ("ability.support_need", "2")):
            screen.go_to(question)
            await at.settle()
            await at.press(key)
        await at.press("end")
        for _ in range(40):
            check_frame(at, size[0])
            await at.press("down")
        await at.type("x")
        check_frame(at, size[0])
        await at.press("escape", "slash")
        check_frame(at, size[0])


TODAY = (
    *(*"123456789", "escape", "0", "escape", "question_mark", "escape", "s", "escape"),
    *("x", "escape", "c", "1", "1", "escape", "escape", "escape", "f", "escape"),
)
SETTINGS = ("g", *["down"] * 30, "home", "enter", "escape", "n", "escape", "t", "escape", "escape")
CLIENTS = (
    "slash",
    *"dahl",
    "enter",
    "question_mark",
    "escape",
    "slash",
    *"bcdq",
    *["backspace"] * 8,
)
CLIENT = (
    *"dahl",
    "enter",
    "enter",
    *"1234",
    "f",
    "escape",
    *"56",
    *"hhh",
    "e",
    "escape",
)
DECISION = ("l", "enter", "escape", "m", "escape", "escape")
FOR_SYSTEM = ("y", "down", "down", "pagedown", "y", "ctrl+z", "escape")
SERVICES = ("v", "down", "pagedown", "n", "escape", "home", "enter", "escape", "escape")
PLAN = ("p", "enter", "escape", "end", "enter", "escape", "n", "escape", "m", "escape", "escape")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_screen_of_an_office_at_work_fits(
    office: Path, language: str, size: tuple[int, int]
) -> None:
    async with sitting(office, language=language, size=size) as at:
        seen = set()
        for key in (*TODAY, *SETTINGS, *CLIENTS, *CLIENT, *DECISION, *FOR_SYSTEM, *SERVICES, *PLAN):
            await at.press(key)
            seen.add(type(at.app.screen).__name__)
            check_frame(at, size[0])
        screens = {"Today", "Settings", "Clients", "Client", "EditClient", "Decision", "Plan"}
        assert seen > {*screens, "Copying", "Services"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_due_has_room_in_its_row(language: str) -> None:
    model = load_model()
    t = load_texts(language, model.id)
    changes = model.questions[CHANGE].codes
    words = [what(t, "requirement", {"requirement": each.id}) for each in model.requirements]
    words += [what(t, "known_change", {"change": change}) for change in changes]
    words += [what(t, "assessment_stage", {"stage": stage.id}) for stage in model.stages]
    words += [what(t, rule, {}) for rule in model.follow_ups.rules if rule != "requirement"]

    assert [each for each in words if cell_len(each) > WHAT] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_help_of_every_key_fits(language: str) -> None:
    t = load_texts(language)
    keys = [key for key, _ in read_entries(data_folder() / "text" / language / "key.toml")]

    assert [key for key in keys if key.endswith(".help") and len(t(key)) > HELP] == []
