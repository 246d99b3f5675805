"""The plan by keys: few where the interview was full, services of the catalogue, dates, Esc."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

from screens.dialogs.service_picker import ServicePicker
from screens.frame import Frame
from screens.plan import Plan
from tests.casework.cases import AGREED, LINE_1, LINE_2, hold, take_in
from tests.casework.test_plan_prefill import ILL
from tests.journeys.conftest import Sitting, sitting
from teui.casework import decision, today
from teui.practice.model import Occupation, Value

SOUGHT: Mapping[str, Value] = {"work.sought": (Occupation("kokki", "5120"),)}


@asynccontextmanager
async def planning(
    place: Path, *answers: Mapping[str, Value], day: date = date(2026, 11, 16)
) -> AsyncIterator[Sitting]:
    """The plan open, of a client whose line has just been decided as suggested."""
    async with sitting(place, day) as at:
        client = take_in(at.desk, service_language="en")
        uid = hold(at.desk, client, *answers)
        outcome = decision.load(at.desk, uid).suggestion.outcome
        assert outcome is not None
        decision.record(at.desk, uid, outcome, "agrees", None).result()
        await at.app.doors.open_plan(today_of(at), client)
        await at.settle()
        yield at


def today_of(at: Sitting) -> Frame:
    screen = at.app.screen
    assert isinstance(screen, Frame), screen
    return screen


def plan_of(at: Sitting) -> Plan:
    screen = at.app.screen
    assert isinstance(screen, Plan), screen
    return screen


async def test_a_plain_plan_takes_one_key(place: Path) -> None:
    async with planning(place, LINE_1, AGREED, SOUGHT) as at:
        assert "Goal         kokki (5120)" in at.screen
        assert "every 4 weeks, by phone; the office makes contact" in at.screen
        assert "Next contact Mon 23.11.2026" in at.screen
        assert "filled in from the interview" in at.screen
        await at.press("f8")
        assert "Accepted by the client on 16.11.2026" in at.screen
        rules = {row.rule for row in today.page(at.desk)}
        assert {"contact_rhythm", "client_step"} <= rules


async def test_contact_is_changed_by_keeping_what_is_right(place: Path) -> None:
    async with planning(place, LINE_1, AGREED, SOUGHT) as at:
        await at.press("down", "down", "enter", "6", "enter", "enter", "2")
        assert "every 6 weeks, by phone; the client makes contact" in at.screen
        assert plan_of(at).rows.key == ("contact",)


async def test_all_that_is_missing_is_named_at_once(place: Path) -> None:
    async with planning(place, LINE_1, AGREED) as at:
        await at.press("down", "enter", "backspace", "enter")
        assert "missing: the goal, the day of review" in at.screen
        await at.press("f8")
        assert "the plan needs: the goal, the day of review." in at.screen
        assert plan_of(at).view.accepted_on is None


async def test_a_service_is_found_as_one_types_and_the_new_row_is_selected(place: Path) -> None:
    async with planning(place, LINE_2, AGREED, SOUGHT) as at:
        await at.press("end", "n")
        assert "First choice on line 2" in at.screen
        assert "Other services" not in at.screen
        await at.type("palkka")
        assert "> pay-subsidised work" in at.screen
        await at.press("enter")
        assert "As a rule: an employer." in at.screen
        await at.type("Leipomo Oy")
        await at.press("enter")
        await at.type("15.11.2026")
        await at.press("enter")
        assert "The day is past already: 15.11.2026" in at.screen
        for _ in range(10):
            await at.press("backspace")
        await at.type("+18")
        await at.press("enter")
        assert "pay-subsidised work · Leipomo Oy" in at.screen
        assert "by 4.12.2026" in at.screen
        assert plan_of(at).rows.key == ("item", "office", 2)

        await at.press("enter", "enter", "enter", "enter")
        [row] = [row for row in plan_of(at).view.items if row.side == "office"]
        assert (row.service, row.provider, row.by_date) == (
            "pay_subsidy",
            "Leipomo Oy",
            date(2026, 12, 4),
        )


async def test_own_words_may_stand_where_no_service_fits(place: Path) -> None:
    async with planning(place, LINE_2, AGREED, SOUGHT) as at:
        await at.press("end", "n")
        await at.type("calls the bakery")
        assert "> in own words: calls the bakery" in at.screen
        await at.press("enter", "enter")
        assert "calls the bakery" in at.screen

        await at.press("n")
        await at.type("work")
        await at.press("up", "enter", "enter")
        assert [row.text for row in plan_of(at).view.items if row.side == "office"] == [
            "calls the bakery",
            "work",
        ]


async def test_a_requirement_gets_its_date(place: Path) -> None:
    async with planning(place, {**LINE_2, **ILL}, AGREED, SOUGHT) as at:
        assert "health check" in at.screen
        lines = [line for line in at.screen.splitlines() if "no date yet" in line]
        assert ["interview on the line" in line for line in lines] == [False, True]
        await at.press("end", "up", "enter")
        assert "By which day? · interview on the line" in at.screen
        await at.type("27.11.")
        await at.press("enter", "f8")
        assert "Accepted" in at.screen
        due = {
            row.params.get("requirement"): row.due
            for row in today.page(at.desk)
            if row.rule == "requirement"
        }
        assert due["line_interview"] == date(2026, 11, 27)


async def test_esc_keeps_what_was_typed_at_every_step(place: Path) -> None:
    async with planning(place, LINE_2, AGREED, SOUGHT) as at:
        await at.press("end", "n")
        await at.type("calls the ba")
        await at.press("escape", "n")
        assert "> in own words: calls the ba" in at.screen
        await at.type("kery")
        await at.press("enter", "escape", "n")
        assert isinstance(at.app.screen, ServicePicker)
        assert "> in own words: calls the bakery" in at.screen
        await at.press("enter", "enter", "n")
        assert "calls the bakery" not in at.screen.partition("Which service")[2]


async def test_a_change_after_acceptance_begins_a_version_and_the_row_stays(place: Path) -> None:
    async with planning(place, LINE_1, AGREED, SOUGHT) as at:
        await at.press("f8", "end", "up", "up")
        selected = plan_of(at).rows.key
        assert selected == ("item", "client", None), at.screen
        await at.press("up", "enter")
        await at.type(" and the college")
        await at.press("enter", "enter")
        assert "version 2" in at.screen
        assert "Not accepted yet" in at.screen
        assert plan_of(at).rows.key == ("item", "client", 1)


async def test_the_last_row_of_a_long_plan_is_reached(place: Path) -> None:
    async with planning(place, LINE_2, AGREED, SOUGHT) as at:
        for number in range(8):
            await at.press("end", "n")
            await at.type(f"step number {number}")
            await at.press("enter", "enter")
        assert "step number 7" in at.screen
        await at.press("home")
        assert "Goal" in at.screen
