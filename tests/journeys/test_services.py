"""Services from the plan to their judgement, work and a business of one's own, key by key."""

from pathlib import Path

from screens.client import Client
from screens.interview import Interview
from screens.services import Services
from tests.casework.cases import AGREED, LINE_2, hold, take_in
from tests.journeys.conftest import Sitting, sitting
from teui.casework import clients, decision, plan
from teui.casework.services_view import load


async def _at_services(at: Sitting) -> tuple[str, str]:
    """A client on line 2 with training in the plan, opened by the key `v` of Today."""
    client = take_in(at.desk, start_channel="online")
    held = hold(at.desk, client, LINE_2, AGREED)
    decision.record(at.desk, held, "line_2", "agrees", None).result()
    case = clients.header(at.desk, client).customership_uid
    plan.save_item(
        at.desk, case, "office", "a new trade", service="labour_market_training"
    ).result()
    at.app.screen.refresh_data()  # type: ignore[attr-defined]
    await at.settle()
    await at.press("v")
    assert isinstance(at.app.screen, Services)
    return client, case


def _waiting(at: Sitting) -> list[str]:
    """The rules of the follow-ups that the client's screen lists."""
    assert isinstance(at.app.screen, Client)
    return [each.rule for each in at.app.screen.record.waiting]


async def test_a_service_of_the_plan_is_begun_ended_and_judged_in_nine_keys(place: Path) -> None:
    async with sitting(place) as at:
        client, case = await _at_services(at)
        assert "from the plan" in at.screen
        # Begun today, for half a year: two days typed or taken.
        await at.press("s", "enter", *"+180", "enter")
        assert "until 15.5.2027" in at.screen
        assert "a new trade" in at.screen

        # No work yet, today; client, adviser, partners, feedback, need; next as put forward.
        keys = ["f8", "4", "enter", "1", "2", "5", "enter", "1", "enter"]
        assert len(keys) < 10
        await at.press(*keys[:-1])
        assert "line 1 (S1 ch. 4)" in " ".join(at.screen.split())
        await at.press(keys[-1])
        [use] = load(at.desk, case).uses
        assert (use.state, use.result, use.next_step) == ("ended", "no_work", "reassessment")
        assert (use.client_judgement, use.adviser_judgement) == ("met", "mostly")
        assert (use.partner_judgement, use.need_changed) == (None, False)
        assert use.judged_on == at.desk.clock.today()
        said = " ".join(at.screen.split())
        assert "no work yet" in said
        assert "line 1 (S1 ch. 4). A person decides it" in said
        assert "i begins the reassessment" in said

        # A person confirms: the line is decided anew, in a reassessment.
        assert clients.header(at.desk, client).line == 2
        await at.press("i", "1")
        assert isinstance(at.app.screen, Interview)
        await at.press("escape", "escape")


async def test_what_is_left_in_the_middle_is_kept_and_goes_on_there(place: Path) -> None:
    async with sitting(place) as at:
        _, case = await _at_services(at)
        await at.press("f8")
        assert "has not started" in " ".join(at.screen.split())
        await at.press("s", "enter", "escape", "f8", "5", "4", "enter", "2", "escape")
        [use] = load(at.desk, case).uses
        assert (use.state, use.end_reason) == ("broken_off", "health")
        assert (use.client_judgement, use.judged_on) == ("mostly", None)
        assert "not judged" in at.screen
        await at.press("f8")
        assert "The adviser" in " ".join(at.screen.split())
        await at.press("3", *"ran well", "escape", "ctrl+z")
        assert load(at.desk, case).uses[0].adviser_judgement is None
        await at.press("f8", "3")
        # What was half-typed stands there still.
        await at.press("enter", "2", "1")
        [use] = load(at.desk, case).uses
        assert (use.provider_feedback, use.need_changed) == ("ran well", True)
        assert use.next_step == "reassessment"
        await at.press("enter", "1", "end", "escape", "x")
        assert load(at.desk, case).uses == ()
        await at.press("ctrl+z")
        assert len(load(at.desk, case).uses) == 1

        await at.press("escape", "enter")
        assert isinstance(at.app.screen, Client)
        timeline = [each.kind for each in at.app.screen.record.timeline]
        assert timeline.count("service") == 4


async def test_a_service_work_and_a_business_are_begun_by_n_on_any_line(place: Path) -> None:
    async with sitting(place) as at:
        client = take_in(at.desk, start_channel="online")
        case = clients.header(at.desk, client).customership_uid
        at.app.screen.refresh_data()  # type: ignore[attr-defined]
        await at.settle()
        await at.press("v")
        assert "Nothing goes on yet" in at.screen

        await at.press("n", "1", *"job coa", "enter", *"finds a job", "enter", *"Taito", "enter")
        await at.press("enter", "enter")
        [use] = load(at.desk, case).uses
        assert (use.service, use.aim, use.provider) == ("job_coaching", "finds a job", "Taito")
        assert (use.state, use.line) == ("planned", None)
        await at.press("enter", "5", *"calls", "enter", "enter", "3", *"+7", "enter")
        [use] = load(at.desk, case).uses
        assert use.last_part == "calls"
        assert "from 23.11.2026" in at.screen

        await at.press("n", "2", "1", "enter", *"cook", "enter", "enter", *"+30", "enter")
        assert "The job search stays valid" in at.screen
        await at.press("f8", "enter", "2")
        [spell] = load(at.desk, case).work
        assert (spell.title, spell.need) == ("cook", "changed")

        await at.press("n", "3", "1", "enter")
        assert "taking over a business" in at.screen
        await at.press("f8", "enter", "down", "enter", "1", *"+14", "enter")
        steps = {each.step: each for each in load(at.desk, case).business}
        assert steps["idea"].done_on == at.desk.clock.today()
        assert steps["plan"].planned_on is not None
        await at.press("x", "home", "f2", "f2", "escape")


async def test_a_service_that_has_ended_leads_from_its_follow_up_to_its_judgement(
    place: Path,
) -> None:
    async with sitting(place) as at:
        client, _ = await _at_services(at)
        await at.press("s", "enter", "escape", "f8", "4", "enter", "escape", "escape")
        await at.press("enter", "4")
        for _ in range(_waiting(at).index("service_ended")):
            await at.press("down")
        await at.press("enter")
        screen = at.app.screen
        assert isinstance(screen, Services)
        assert screen.client_in_view == client
        await at.press("f8", "1", "1", "1", "enter", "1", "enter", "escape")
        assert "service_ended" not in _waiting(at)
