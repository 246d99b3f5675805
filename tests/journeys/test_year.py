"""A year of one client on each line, played through the app with the clock moved."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from screens.client import Client
from screens.interview import Interview
from tests.journeys.conftest import MONDAY, Sitting, sitting
from tests.journeys.held import LINE_1, LINE_2, LINE_3, begin, hold
from teui.casework import staff
from teui.casework.desk import desk_of, open_desk
from teui.clock import Clock

FIRST_DAY = [
    "16.11. taken_in",
    "16.11. interview_begun",
    "16.11. talk",
    "16.11. interview_held",
    "16.11. decided",
    "16.11. plan_accepted",
]


async def _decided(place: Path, digits: Mapping[str, str], number: str) -> None:
    """Taken in, interviewed, decided on a line, with a plan that the client has accepted."""
    async with sitting(place) as at:
        await hold(at, await begin(at), digits)
        await at.press("f8", number, "f8", "f8")
        assert "Accepted by the client on 16.11.2026" in at.screen


async def _find(at: Sitting) -> Client:
    await at.press("f3", *"virta", "enter", "enter")
    screen = at.app.screen
    assert isinstance(screen, Client), at.screen
    return screen


async def _contact(at: Sitting, rule: str) -> None:
    """Today's row of a rule is done, by a contact that reached the client."""
    from screens.today import Today

    today = at.app.screen
    assert isinstance(today, Today)
    for _ in range(20):
        if today.selected is not None and today.selected.rule == rule:
            break
        await at.press("down")
    await at.press("d", "enter")


async def _told(place: Path, day: date) -> list[str]:
    """What the timeline tells at the end after the first day, the first thing first."""
    async with sitting(place, day) as at:
        screen = await _find(at)
        happened = [
            f"{each.day.day}.{each.day.month}. {each.kind}" for each in screen.record.timeline
        ]
    told = happened[::-1]
    assert told[: len(FIRST_DAY)] == FIRST_DAY
    return told[len(FIRST_DAY) :]


async def _reviewed(at: Sitting) -> None:
    """The plan is looked at again in three months, and accepted anew."""
    await _find(at)
    await at.press("p", "home", "down", "enter", "ctrl+u", *"+90", "enter", "f8")
    assert "The client has accepted the plan." in at.screen


async def test_a_year_on_line_1_from_offers_and_a_short_job_to_work_for_good(place: Path) -> None:
    await _decided(place, LINE_1, "1")
    async with sitting(place, date(2026, 11, 30)) as at:
        await _contact(at, "contact_rhythm")
    async with sitting(place, date(2026, 12, 1)) as at:
        await _find(at)
        await at.press("i", "1", *"storehouses in Tampere", "enter", "f8", "f8")
        assert "Interview on the line held." in at.screen
    async with sitting(place, date(2026, 12, 15)) as at:
        await _find(at)
        await at.press("o", "n", *"driver", "enter", *"Satama", "enter", *"+7", "enter")
        assert "offered, by 22.12." in at.screen
    async with sitting(place, date(2026, 12, 29)) as at:
        assert "outcome of offer: driver" in at.screen
        await _find(at)
        await at.press("o", "d", "5", "2", "1")
        assert "another applicant" in at.screen
    async with sitting(place, date(2027, 2, 1)) as at:
        await _find(at)
        await at.press("v", "n", "2", "1", "enter", *"packer", "enter", "enter", *"+90", "enter")
        assert "The job search stays valid" in at.screen
    async with sitting(place, date(2027, 2, 16)) as at:
        await _reviewed(at)
    async with sitting(place, date(2027, 5, 3)) as at:
        assert "need after work: packer" in at.screen
        await _find(at)
        await at.press("v", "f8", "enter", "1")
        assert "ended 2.5.2027" in at.screen
    async with sitting(place, date(2027, 11, 16)) as at:
        await _find(at)
        await at.press("b", "1", "1", *"all went well", "enter")
        assert "Nothing of it stays due" in at.screen
    assert await _told(place, date(2027, 11, 17)) == [
        "30.11. reached",
        "1.12. interview_begun",
        "1.12. talk",
        "1.12. interview_held",
        "15.12. offer_made",
        "29.12. offer_turned",
        "1.2. work",
        "16.2. plan_accepted",
        "3.5. work",
        "16.11. search_ended",
    ]


async def test_a_year_on_line_2_through_training_to_line_1(place: Path) -> None:
    await _decided(place, LINE_2, "2")
    async with sitting(place, date(2026, 11, 30)) as at:
        await _find(at)
        await at.press("i", "1", "3", "2", "f8", "f8")
        assert "Interview on the line held." in at.screen
    async with sitting(place, date(2026, 12, 2)) as at:
        await _find(at)
        await at.press("v", "n", "1", *"labour-market tr", "enter", *"a new trade", "enter")
        await at.press(*"Taito", "enter", *"+14", "enter", *"+180", "enter")
        assert "from 16.12.2026" in at.screen
    async with sitting(place, date(2026, 12, 16)) as at:
        await _find(at)
        await at.press("v", "s", "enter")
        assert "running 1" in at.screen
    async with sitting(place, date(2027, 2, 16)) as at:
        await _reviewed(at)
    async with sitting(place, date(2027, 5, 31)) as at:
        assert "to be judged: vocational labou" in at.screen
        await _find(at)
        await at.press("v", "f8", "4", "enter", "1", "2", "5", "enter", "1", "enter")
        assert "The program puts forward: line 1 (S1 ch. 4)" in at.screen
        await at.press("i", "1")
        screen = at.app.screen
        assert isinstance(screen, Interview)
        await hold(at, screen, LINE_1)
        # The decision leads to the handover: what has changed, why, to whom, with a note.
        await at.press("f8", "1", "f8", "1", "1", *"has a trade now", "enter", "enter")
        await at.press(*"looks for night work", "enter")
        await at.press("escape", "escape")
        assert "line 1" in at.screen
    async with sitting(place, date(2027, 6, 1)) as at:
        await _find(at)
        await at.press("k")
        assert "Handover acknowledged." in at.screen
    async with sitting(place, date(2027, 11, 16)) as at:
        await _find(at)
        await at.press("b", "1", "1", "enter")
        assert "Nothing of it stays due" in at.screen
    assert await _told(place, date(2027, 11, 17)) == [
        "30.11. interview_begun",
        "30.11. talk",
        "30.11. interview_held",
        "2.12. service",
        "16.12. service",
        "16.2. plan_accepted",
        "31.5. service",
        "31.5. service",
        "31.5. interview_begun",
        "31.5. talk",
        "31.5. interview_held",
        "31.5. decided",
        "31.5. transition",
        "1.6. acknowledged",
        "16.11. search_ended",
    ]


def _colleague(place: Path) -> None:
    """B. Berg works here too."""
    with open_desk(str(place), clock=Clock(pinned=MONDAY)).store as store:
        desk = desk_of(store)
        staff.add_adviser(desk, "B. Berg", desk.team.uid).result()


def _seat(place: Path, name: str, day: date) -> None:
    """Somebody else sits down at the desk."""
    with open_desk(str(place), clock=Clock(pinned=day)).store as store:
        desk = desk_of(store)
        [uid] = [each.uid for each in staff.load(desk).advisers if each.name == name]
        staff.sit_down(desk, uid).result()


async def test_a_year_on_line_3_with_a_specialist_and_another_adviser(place: Path) -> None:
    _colleague(place)
    await _decided(place, LINE_3, "3")
    async with sitting(place, date(2026, 11, 30)) as at:
        await _find(at)
        await at.press("i", "1", *"sleeps badly", "enter", "f8", "f8")
        assert "Interview on the line held." in at.screen
        await _find(at)
        await at.press("u", "1", "2", *"Nord", "enter", *"half days?", "enter")
        assert "The question is noted" in at.screen
    async with sitting(place, date(2026, 12, 14)) as at:
        await _find(at)
        await at.press("u", "3", *"yes, from spring on", "enter")
        await at.press("v", "n", "1", *"health", "enter", *"what she can do", "enter")
        await at.press("enter", *"+7", "enter", *"+8", "enter")
        assert "from 21.12.2026" in at.screen
    async with sitting(place, date(2026, 12, 28)) as at:
        await _find(at)
        await at.press("v", "s", "enter", "f8", "4", "enter", "1", "1", "5", "enter", "1")
        assert "What next?" in at.screen
        await at.press("escape", "escape")
    async with sitting(place, date(2027, 2, 16)) as at:
        await _reviewed(at)
    async with sitting(place, date(2027, 4, 1)) as at:
        await _find(at)
        await at.press("a", "1", "2", *"calls are best in the morning", "enter")
        assert "owner: B. Berg" in at.screen
    _seat(place, "B. Berg", date(2027, 4, 2))
    async with sitting(place, date(2027, 4, 2)) as at:
        assert "handover" in at.screen
        await _find(at)
        await at.press("k")
        assert "Handover acknowledged." in at.screen
    async with sitting(place, date(2027, 11, 16)) as at:
        await _find(at)
        await at.press("b", "4", *"Kela", "enter", "1", "1", "enter")
        assert "Nothing of it stays due" in at.screen
    assert await _told(place, date(2027, 11, 17)) == [
        "30.11. interview_begun",
        "30.11. talk",
        "30.11. interview_held",
        "30.11. consulted",
        "14.12. consultation_answered",
        "14.12. service",
        "28.12. service",
        "28.12. service",
        "16.2. plan_accepted",
        "1.4. handed_over",
        "2.4. acknowledged",
        "16.11. search_ended",
    ]
