"""Handing over, going over to another line, ending and beginning anew, through the app."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.casework.cases import AGREED, LINE_2, LINE_3, hold, take_in
from tests.journeys.conftest import MONDAY, Sitting, sitting
from teui.casework import clients, decision, staff
from teui.casework.desk import desk_of, open_desk
from teui.clock import Clock


@pytest.fixture
def on_line_3(place: Path) -> Path:
    """Aino Virtanen on line 3, and B. Berg, who works here too."""
    with open_desk(str(place), clock=Clock(pinned=MONDAY)).store as store:
        desk = desk_of(store)
        staff.add_adviser(desk, "B. Berg", desk.team.uid).result()
        held = hold(desk, take_in(desk), LINE_3, AGREED)
        decision.record(desk, held, "line_3", "agrees", None).result()
    return place


def _seat(place: Path, name: str) -> None:
    """Somebody else sits down at the desk."""
    with open_desk(str(place), clock=Clock(pinned=MONDAY)).store as store:
        desk = desk_of(store)
        [uid] = [each.uid for each in staff.load(desk).advisers if each.name == name]
        staff.sit_down(desk, uid).result()


async def _find(at: Sitting) -> None:
    await at.press("f3", *"virta", "enter", "enter")


async def test_only_a_changed_need_leads_to_another_line_and_nobody_can_refuse(
    on_line_3: Path,
) -> None:
    async with sitting(on_line_3) as at:
        await _find(at)
        await at.press("t")
        assert "stays on line 3" in " ".join(at.screen.split())
        # Only background: refused, with what is asked for instead.
        await at.press("2", "down", "down", "down", "enter")
        assert "This alone is no reason to change lines" in " ".join(at.screen.split())
        await at.press("t", "2", "1", "2", "1")
        await at.type("manages alone, needs a vocation")
        await at.press("enter", "2", "enter")
        await at.type("exam in May")
        await at.press("enter")
        assert "The client has gone over to line 2." in at.screen
        assert "receiver: B. Berg · unacknowledged (k)" in at.screen
        assert "line 2 · owner: B. Berg" in at.screen
        await at.press("ctrl+z")
        assert "by a decision that stays" in " ".join(at.screen.split())
        await at.press("k")
        assert "another's to acknowledge" in at.screen
    _seat(on_line_3, "B. Berg")
    async with sitting(on_line_3) as at:
        await _find(at)
        await at.press("h", "h", "h")
        assert "line 3 → 2, 16.11.2026" in at.screen
        await at.press("k")
        assert "Handover acknowledged." in at.screen
        assert "unacknowledged" not in at.screen


async def test_a_reassessment_that_changes_the_line_goes_on_with_the_handover(
    on_line_3: Path,
) -> None:
    next_day = MONDAY.replace(day=17)
    with open_desk(str(on_line_3), clock=Clock(pinned=next_day)).store as store:
        desk = replace(desk_of(store), clock=Clock(pinned=next_day))
        [client] = clients.find(desk, "virtanen")
        hold(desk, client.uid, LINE_2, AGREED, kind="reassessment")
    async with sitting(on_line_3, day=next_day) as at:
        await _find(at)
        await at.press("l", "2", "f8")
        assert "what has changed in the service needed?" in at.screen
        await at.press("escape", "escape")
        assert "line 3 → 2 is decided, the handover is missing (t)" in at.screen
        await at.press("t", "1", "1")
        await at.type("needs a vocation")
        await at.press("enter", "2")
        await at.type("exam in May")
        await at.press("enter")
        assert "line 2 · owner: B. Berg" in at.screen
        assert "the handover is missing" not in at.screen


async def test_a_transition_for_a_later_day_goes_over_on_that_day(on_line_3: Path) -> None:
    async with sitting(on_line_3) as at:
        await _find(at)
        await at.press("t", "2", "1", "enter")
        await at.type("needs a vocation")
        await at.press("enter", "1")
        await at.type("+7")
        await at.press("enter")
        await at.type("exam in May")
        await at.press("enter")
        assert "Agreed: goes over to line 2 on 23.11.2026." in at.screen
        assert "goes over to line 2: 23.11.2026" in at.screen
        assert "line 3 · owner" in at.screen
    async with sitting(on_line_3, day=MONDAY.replace(day=24)) as at:
        await _find(at)
        assert "line 2 · owner: A. Lind" in at.screen
        assert "goes over" not in at.screen


async def test_all_clients_of_a_line_are_handed_over_with_one_note(on_line_3: Path) -> None:
    with open_desk(str(on_line_3), clock=Clock(pinned=MONDAY)).store as store:
        desk = desk_of(store)
        held = hold(desk, take_in(desk, "Aalto"), LINE_2, AGREED)
        decision.record(desk, held, "line_2", "agrees", None).result()
    async with sitting(on_line_3) as at:
        await at.press("a", "2", "2")
        await at.type("while I am away")
        await at.press("enter")
        assert "Clients handed over: 2 → B. Berg" in at.screen
        assert "Virtanen" not in at.screen
        await at.press("j")
        assert "2/" not in at.screen
        assert "1/40" in at.screen
        await at.press("3", *"1", "enter")
        assert "1/1" in at.screen
        await at.press("escape")


async def test_a_job_search_ends_with_its_feedback_and_another_begins(on_line_3: Path) -> None:
    async with sitting(on_line_3) as at:
        await _find(at)
        await at.press("b", "2")
        assert "does not end the job search" in " ".join(at.screen.split())
        await at.press("b", "4")
        await at.type("Kela")
        await at.press("enter", "2")
        assert "From this line the move is agreed" in " ".join(at.screen.split())
        # What was typed is still there.
        await at.press("b", "4", "enter", "1", "1")
        await at.type("kind people")
        await at.press("enter")
        assert "The job search has ended: 16.11.2026." in at.screen
        assert "job search 16.11.2026–16.11.2026: pension" in at.screen
        assert "Nothing is open." in at.screen
        for key in ("i", "c", "f"):
            await at.press(key)
            assert "b begins a new one" in " ".join(at.screen.split())
        await at.press("b", "1")
        assert "A new job search has begun: 16.11.2026." in at.screen
        assert "no line decided yet" in at.screen


async def test_a_specialist_is_asked_and_the_owner_stays(on_line_3: Path) -> None:
    async with sitting(on_line_3) as at:
        await _find(at)
        await at.press("u", "1", "2", *"Nord", "enter")
        await at.type("could work half days?")
        await at.press("enter")
        assert "The question is noted" in at.screen
        assert "owner: A. Lind" in at.screen
        await at.press("u", "3")
        await at.type("yes, from spring on")
        await at.press("enter", "u", "2", "2")
        await at.type("left on 1.11.")
        await at.press("enter", "u", "3")
        await at.type("unit 4")
        await at.press("enter")
        await at.type("17.11.2026")
        await at.press("enter")
        assert "lies between the request and today: 17.11.2026" in " ".join(at.screen.split())
        await at.press("ctrl+u", *"16.11.", "enter", "u")
        shown = at.screen
        assert "answered in 0 days · leaving or losing a job · statement asked" in shown
        await at.press("escape", "6")
        assert "rehabilitation · Nord · yes, from spring on" in at.screen
        assert "given: leaving or losing a job · took 0 days · unit 4" in at.screen
