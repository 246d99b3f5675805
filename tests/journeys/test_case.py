"""The whole way: a new client, the interview, the decision, the plan, and the next mornings."""

from datetime import date
from pathlib import Path

from screens.decision import Decision
from screens.interview import Interview
from screens.plan import Plan
from screens.today import Today
from screens.widgets.entry import Entry
from tests.journeys.conftest import Sitting, sitting
from tests.journeys.held import LINE_2, begin, hold


async def test_from_a_new_client_to_the_mornings_after(place: Path) -> None:
    async with sitting(place) as at:
        screen = await begin(at)
        await at.type("would like a forklift licence")
        await at.press("enter")
        await hold(at, screen, LINE_2)
        assert screen.sheet.suggestion.outcome == "line_2"
        assert "settled" in at.screen

        await at.press("f8")
        assert "Decision" in at.screen
        assert "Training is needed for the work sought." in at.screen
        await at.press("2", "f8")

        plan = at.app.screen
        assert isinstance(plan, Plan), at.screen
        assert "calls the school about the spring intake" in at.screen
        await at.press("home", "enter")
        await at.type("practical nurse")
        await at.press("enter")
        assert "every 4 weeks" in at.screen
        await at.press("f8")
        assert "Accepted by the client on 16.11.2026" in at.screen
        await at.press("escape", "escape")
        assert isinstance(at.app.screen, Today), at.app.screen_stack
        assert "interview on the line" in at.screen

    async with sitting(place, date(2026, 11, 30)) as at:
        assert "client's step: calls the sch" in at.screen
        assert "DUE TODAY" in at.screen

    async with sitting(place, date(2026, 12, 15)) as at:
        assert "OVERDUE" in at.screen
        assert "contact by the plan" in at.screen
        await _do_contact(at)

    async with sitting(place, date(2026, 12, 16)) as at:
        assert "Tue 12.1." in at.screen


async def _do_contact(at: Sitting) -> None:
    """Mark the contact of the plan as done: the agreed one, by phone, reached."""
    today = at.app.screen
    assert isinstance(today, Today)
    await at.press("home")
    for _ in range(20):
        row = today.selected
        if row is not None and row.rule == "contact_rhythm":
            break
        await at.press("down")
    await at.press("d", "enter")


async def test_a_choice_that_differs_needs_its_reason(place: Path) -> None:
    async with sitting(place) as at:
        screen = await begin(at)
        await hold(at, screen, LINE_2)
        await at.press("f8", "1", "f8")
        assert "The choice differs from the suggestion" in at.screen

        await at.press("r")
        await at.type("has a job offer")
        await at.press("enter", "f8")

        plan = at.app.screen
        assert isinstance(plan, Plan), at.screen
        assert plan.view.line == 1


async def test_what_was_chosen_outlives_leaving_the_decision(place: Path) -> None:
    async with sitting(place) as at:
        screen = await begin(at)
        await hold(at, screen, LINE_2)
        await at.press("f8", "3", "r")
        await at.type("needs close support")
        await at.press("enter", "escape", "escape")

    async with sitting(place) as at:
        await at.press("slash")
        await at.type("virt")
        await at.press("enter", "l")

        view = at.app.screen
        assert isinstance(view, Decision)
        assert (view.view.chosen, view.view.reason) == ("line_3", "needs close support")


async def test_what_is_missing_leads_to_its_question(place: Path) -> None:
    async with sitting(place) as at:
        screen = await begin(at)
        await at.press("f8")
        decision = at.app.screen
        assert isinstance(decision, Decision)
        for _ in range(20):
            if decision.selected == ("missing", "agreed.next_channel"):
                break
            await at.press("down")
        await at.press("enter")

        assert at.app.screen is screen
        assert screen.current == "agreed.next_channel"


async def test_what_is_taken_off_the_list_is_gone_at_once(place: Path) -> None:
    async with sitting(place) as at:
        await begin(at)
        await at.press("escape", "escape")

    async with sitting(place, date(2026, 11, 17)) as at:
        assert "interview to be finished" in at.screen
        await at.press("x", "1")
        assert "interview to be finished" not in at.screen
        assert "saved" in at.screen


async def test_a_half_filled_form_is_there_when_it_is_opened_again(place: Path) -> None:
    async with sitting(place) as at:
        await at.press("n")
        await at.type("Virtanen")
        await at.press("enter")
        await at.type("Ai")
        await at.press("escape")

    async with sitting(place) as at:
        await at.press("n")
        form = at.app.screen
        assert form.query_one("#family_name", Entry).value == "Virtanen"
        assert form.query_one("#given_names", Entry).value == "Ai"


async def test_a_reason_left_by_esc_or_on_leaving_is_not_lost(place: Path) -> None:
    async with sitting(place) as at:
        await begin(at)
        await at.press("f8", "r")
        await at.type("needs")
        await at.press("escape", "escape", "f8", "r")
        assert at.app.screen.query_one(Entry).value == "needs"
        await at.type(" help")
        await at.press("ctrl+q")

    async with sitting(place) as at:
        assert list(at.app.unfinished.values()) == ["needs help"]


async def test_a_row_left_at_its_day_is_there_when_it_is_opened_again(place: Path) -> None:
    async with sitting(place) as at:
        screen = await begin(at)
        await hold(at, screen, LINE_2)
        await at.press("f8", "2", "f8", "n")
        await at.type("writes a CV")
        await at.press("enter", "escape", "n")
        assert at.app.screen.query_one(Entry).value == "writes a CV"

        await at.press("enter", "enter")

        assert isinstance(at.app.screen, Plan)
        assert "writes a CV" in at.screen
        assert not any(at.app.unfinished.values())


async def test_what_is_missing_opens_the_interview_where_none_is_open(place: Path) -> None:
    async with sitting(place) as at:
        await begin(at)
        await at.press("escape", "slash")
        await at.type("virt")
        await at.press("enter", "l")
        decision = at.app.screen
        assert isinstance(decision, Decision)
        while decision.selected != ("missing", "agreed.client_view"):
            await at.press("down")
        await at.press("enter")

        screen = at.app.screen
        assert isinstance(screen, Interview)
        assert screen.current == "agreed.client_view"


async def test_language_and_find_work_while_a_dialog_is_open(place: Path) -> None:
    async with sitting(place) as at:
        await begin(at)
        await at.press("f8", "r")
        await at.type("nee")
        await at.press("f2", "f3", "escape")
        await at.type("ds")

        assert at.app.language != "en"
        assert at.app.screen.query_one(Entry).value == "needs"
