"""F4: what would change this? On the interview and on the decision, and closed where it must be."""

from datetime import date
from pathlib import Path

import pytest

from screens.decision import Decision
from screens.dialogs.what_if import WhatIfPage
from screens.interview import Interview
from screens.widgets import what_if_lines
from screens.widgets.lines import Lines, width_of
from screens.widgets.row_list import RowList
from tests.casework.cases import AGREED, LINE_1, LINE_2, hold, take_in
from tests.journeys.conftest import MONDAY, Sitting, sitting
from tests.journeys.test_sizes import SIZES
from teui.assessment.sheet import Given, Said, Sheet
from teui.assessment.what_if import what_if
from teui.casework import decision, office
from teui.casework.desk import open_desk
from teui.clock import Clock
from teui.practice.load import load_model
from teui.practice.model import Value
from teui.practice.texts import LANGUAGES, load_texts

CARRIED: dict[str, Value] = {
    **LINE_1,
    "ability.support_need": "above_ordinary",
    "goals.initiative": "needs_close_support",
}
HALF: dict[str, Value] = {k: v for k, v in LINE_2.items() if not k.startswith("ability.")}


def _held(place: Path, *answers: dict[str, Value], first: bool = False) -> str:
    desk = open_desk(str(place), clock=Clock(pinned=MONDAY))
    with desk.store:
        if first:
            office.set_decide_first(desk, True).result()
        return hold(desk, take_in(desk, start_channel="online"), *answers)


async def _open(at: Sitting, key: str) -> None:
    """The interview (i) or the decision (l) of the one client."""
    await at.press("slash")
    await at.type("virt")
    await at.press("enter", key)


def _rows(at: Sitting) -> str:
    """The page, in view or not, each sentence on one line."""
    assert isinstance(at.app.screen, WhatIfPage), at.screen
    rows = at.app.screen.query_one(RowList)._rows
    lines = ["".join(span.text for span in row.line) for row in rows]
    return "\n".join(lines).replace("\n     ", " ")


async def test_on_the_interview_enter_goes_to_the_question_and_the_note_stays(place: Path) -> None:
    _held(place, HALF)
    async with sitting(place) as at:
        await _open(at, "i")
        await at.type("calls back")
        await at.press("f4")

        assert "possible are: line 2, line 3." in at.screen
        assert "If the answer is: above ordinary → the outcome: line 3." in _rows(at)
        assert "If the answer is: ordinary → nothing is ruled out yet." in _rows(at)
        assert "clarity of goals: unclear" in _rows(at)

        await at.press("down", "up", "enter")
        back = at.app.screen
        assert isinstance(back, Interview)
        assert back.current == back.sheet.suggestion.open_questions[0]
        assert back.notes.note.value == "calls back"


async def test_esc_and_f4_lead_back_to_where_one_was(place: Path) -> None:
    _held(place, HALF)
    async with sitting(place) as at:
        await _open(at, "i")
        screen = at.app.screen
        assert isinstance(screen, Interview)
        here = screen.current
        for key in ("escape", "f4"):
            await at.press("f4", "down", key)
            assert (at.app.screen, screen.current) == (screen, here)


async def test_on_the_decision_it_leads_to_the_question_of_the_interview(place: Path) -> None:
    _held(place, dict(LINE_2))
    async with sitting(place) as at:
        await _open(at, "l")
        await at.press("f4")

        assert "As the answers stand, the outcome is: line 2." in at.screen
        sentence = (
            "If the answer were: clear and realistic / several options → the outcome: line 1."
        )
        assert sentence in _rows(at)
        await at.press("enter")

        assert isinstance(at.app.screen, Interview)
        assert at.app.screen.current == "goals.clarity"


async def test_an_outcome_that_several_answers_carry_is_said_to_be(place: Path) -> None:
    _held(place, CARRIED)
    async with sitting(place) as at:
        await _open(at, "l")
        await at.press("f4")

        assert "No other answer alone takes this outcome away: several carry it." in at.screen
        assert "✓ Individual support above the ordinary is needed." in at.screen
        assert "✓ Close personal support is needed to move forward." in at.screen


async def test_it_says_what_would_have_to_follow(place: Path) -> None:
    _held(place, dict(LINE_1))
    async with sitting(place) as at:
        await _open(at, "l")
        await at.press("f4")

        need = "If the answer is: interpreter needed → must follow: booking of an interpreter."
        assert need in _rows(at)


async def test_while_the_office_decides_first_it_stays_closed_and_says_why(place: Path) -> None:
    _held(place, dict(LINE_2), first=True)
    async with sitting(place) as at:
        await _open(at, "l")
        screen = at.app.screen
        assert isinstance(screen, Decision)
        await at.press("f4")
        assert at.app.screen is screen
        assert "Your office decides first" in at.screen

        await at.press("1", "f4")
        assert isinstance(at.app.screen, WhatIfPage)


async def test_on_the_interview_too_it_stays_closed(place: Path) -> None:
    _held(place, dict(LINE_2), first=True)
    async with sitting(place) as at:
        await _open(at, "i")
        await at.press("f4")
        assert isinstance(at.app.screen, Interview)
        assert "Your office decides first" in at.screen


async def test_of_a_recorded_decision_it_is_read_and_leads_nowhere(place: Path) -> None:
    uid = _held(place, dict(LINE_2), dict(AGREED))
    desk = open_desk(str(place), clock=Clock(pinned=MONDAY))
    with desk.store:
        decision.record(desk, uid, "line_2", "agrees", None).result()
        view = decision.load(desk, uid)
    async with sitting(place) as at:
        at.app.push_screen(Decision(view))
        await at.settle()
        screen = at.app.screen
        await at.press("f4")
        assert "to the question" not in at.screen

        await at.press("enter")
        assert isinstance(at.app.screen, WhatIfPage)
        await at.press("escape")
        assert at.app.screen is screen


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("answers", [{}, HALF, CARRIED], ids=["empty", "half", "carried"])
async def test_no_word_is_cut_and_every_line_comes_into_view(
    place: Path, language: str, size: tuple[int, int], answers: dict[str, Value]
) -> None:
    _held(place, answers)
    async with sitting(place, language=language, size=size) as at:
        await _open(at, "i")
        await at.press("f4")
        page = at.app.screen
        assert isinstance(page, WhatIfPage)
        turns = page.query_one(RowList)
        seen: set[str] = set()
        for _ in range(60):
            for pane in page.query(Lines):
                assert [text for text in pane.shown if "…" in text] == []
            seen.update(text[1:] if text.startswith((" ", ">")) else text for text in turns.shown)
            await at.press("down")
        every = {"".join(span.text for span in row.line) for row in turns._rows}
        assert {text.strip() for text in every} == {text.strip() for text in seen}
        await at.press(*["up"] * 60)
        assert turns._top == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_told_before_stands_beside_its_question_uncut(language: str) -> None:
    model = load_model()
    said = {
        each.id: Said(
            each.codes if each.type == "choices" else each.codes[-1], date(2026, 11, 10), "register"
        )
        for each in model.questions.values()
        if each.codes
    }
    sheet = Sheet(model, "first", MONDAY, {"start.date": Given("answered", MONDAY)}, said)
    t = load_texts(language, model.id)
    lines = [row.line for row in what_if_lines.rows(t, sheet, what_if(sheet), 72)]

    assert [each for each in lines if width_of(each) > 71] == []
    day = t("interview.said.register", day="10.11.2026", what="").strip()
    assert any(day in "".join(span.text for span in each) for each in lines)
