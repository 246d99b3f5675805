"""The interview on the line, key by key: begun, confirmed, answered, ended; then the plan."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from screens.client import Client
from screens.clients import Clients
from screens.interview import Interview
from screens.plan import Plan
from tests.casework.cases import AGREED, LINE_2, LINE_3, hold, take_in
from tests.journeys.conftest import MONDAY, Sitting, sitting
from teui.casework import decision
from teui.casework.desk import open_desk
from teui.clock import Clock
from teui.practice.model import Value

LATER = date(2026, 11, 20)
WISHES: Mapping[str, Value] = {"goals.wishes": ("study",), "goals.strengths": "patient with people"}


def _decided(place: Path, answers: Mapping[str, Value], outcome: str) -> None:
    desk = open_desk(str(place), clock=Clock(pinned=MONDAY))
    with desk.store:
        uid = hold(desk, take_in(desk), answers, WISHES, AGREED)
        decision.record(desk, uid, outcome, "agrees", None).result()


async def _begin(at: Sitting) -> Interview:
    await at.press("slash", *"vir", "enter", "i")
    assert "1  interview on the line" in at.screen
    await at.press("1")
    screen = at.app.screen
    assert isinstance(screen, Interview)
    assert "Interview on the line" in at.screen
    return screen


async def test_line_2_from_told_before_to_the_plan(place: Path) -> None:
    _decided(place, LINE_2, "line_2")
    async with sitting(place, LATER) as at:
        screen = await _begin(at)
        assert "line 2" in at.screen
        assert "told before" in at.screen
        assert "F4" not in at.screen
        assert "decides the line" not in at.screen

        # A question of its own by typing, what was told before by Enter, a section by F6.
        screen.go_to("direction.goal")
        await at.type("practical nurse")
        await at.press("enter")
        screen.go_to("goals.clarity")
        assert "Told before, 16.11.2026: unclear" in at.screen
        await at.press("enter")
        assert screen.sheet.given["goals.clarity"].value == "unclear"
        screen.go_to("competence.vocational")
        await at.press("f6")
        assert screen.sheet.given["competence.vocational"].value == "meets_demand"
        screen.go_to("develop.ways")
        await at.press("1", "3", "enter")
        await at.type("asks the school about evening classes")
        await at.press("enter")

        await at.press("f8")
        assert "Not asked yet" in at.screen
        assert "F8 once more ends the interview" in at.screen
        await at.press("f8")
        assert isinstance(at.app.screen, Plan)
        assert "practical nurse" in at.screen
        assert "Interview on the line held." in at.screen

        await at.press("escape", "enter")
        assert isinstance(at.app.screen, Client)
        assert "Interview on the line" in at.screen
        assert "interview on the line" not in at.screen
        assert "asks the school about evening classes" in at.screen
        # The decision stays the one that was made.
        await at.press("l")
        assert type(at.app.screen).__name__ == "Decision"
        assert "line 2" in at.screen


async def test_line_3_left_in_the_middle_goes_on_and_a_change_offers_a_reassessment(
    place: Path,
) -> None:
    _decided(place, LINE_3, "line_3")
    async with sitting(place, LATER) as at:
        screen = await _begin(at)
        await at.type("two days a week at the workshop")
        await at.press("enter")
        screen.go_to("guidance.lead")
        await at.press("2")
        screen.go_to("ability.affects_work")
        await at.press("1")
        await at.press("ctrl+z")
        assert "ability.affects_work" not in screen.sheet.given
        await at.press("1")
        screen.go_to("ability.work_ability")
        await at.press("4")
        screen.go_to("ability.life_situation")
        await at.type("half a")
        await at.press("f2", "escape", "escape")

    async with sitting(place, LATER) as at:
        await at.press("slash", *"vir", "enter", "i")
        again = at.app.screen
        assert isinstance(again, Interview)
        assert again.sheet.given["whole.everyday"].value == "two days a week at the workshop"
        assert again.sheet.given["guidance.lead"].value == "social"
        assert again.notes.begun.text == "half a"
        await at.press("f8", "f8")
        assert isinstance(at.app.screen, Plan)


async def test_where_answers_point_to_another_line_a_person_may_reassess(place: Path) -> None:
    _decided(place, LINE_2, "line_2")
    async with sitting(place, LATER) as at:
        screen = await _begin(at)
        screen.go_to("goals.clarity")
        await at.press("1", "f8", "f8")
        assert "The answers now point elsewhere: line 1" in at.screen

        await at.press("2")
        again = at.app.screen
        assert isinstance(again, Interview)
        assert again.sheet.kind == "reassessment"
        assert again.sheet.said["goals.clarity"].value == "clear_and_realistic"
        # Behind it the interview that was held is left too.
        await at.press("escape")
        assert isinstance(at.app.screen, Clients)


@pytest.mark.parametrize("language", ["fi", "sv"])
async def test_it_is_worded_in_every_language(place: Path, language: str) -> None:
    _decided(place, LINE_3, "line_3")
    async with sitting(place, LATER, language, (120, 40)) as at:
        await at.press("slash", *"vir", "enter", "i", "1")
        words = {"fi": "Haastattelu linjalla", "sv": "Intervju på linjen"}
        assert words[language] in at.screen
        # The card of the line stands where the first interview has its reasons.
        card = {"fi": "Palvelulupaus asiakkaalle", "sv": "Servicelöfte till kunden"}
        assert card[language] in at.screen
