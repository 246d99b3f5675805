"""The path by keys: who leads, a milestone with its day, done; what has changed; the duties."""

from pathlib import Path

from screens.dialogs.page_dialog import PageDialog
from screens.dialogs.plan_changes import PlanChanges
from tests.casework.cases import AGREED, LINE_3
from tests.journeys.test_plan import SOUGHT, plan_of, planning


async def test_a_path_is_led_reached_and_compared(place: Path) -> None:
    async with planning(place, LINE_3, AGREED, SOUGHT) as at:
        assert "Rehabilitation · health care" in at.screen
        assert "Finding work · the employment office" in at.screen
        await at.press("r")
        assert "there are no versions to compare" in at.screen
        await at.press(*("down",) * 5, "enter")
        assert "Who leads the phase? · Rehabilitation" in at.screen
        await at.press("9")
        await at.type("Rehab centre")
        await at.press("enter")
        assert "Rehabilitation · Rehab centre" in at.screen
        await at.press("f8")

        await at.press("n")
        await at.type("daily life wor")
        await at.press("escape", "n")
        await at.type("ks")
        await at.press("enter")
        assert "By which day? · daily life works" in at.screen
        await at.type("15.1.2027")
        await at.press("enter")
        key = plan_of(at).rows.key
        assert key == ("item", "path", 3), at.screen
        assert "by 15.1.2027" in at.screen

        await at.press("r")
        assert isinstance(at.app.screen, PlanChanges)
        assert "Changed since version 1, accepted on 16.11.2026" in at.screen
        assert "Added: daily life works, by 15.1.2027" in at.screen
        await at.press("left")
        assert "The first version" in at.screen
        assert "daily life works" not in at.screen
        await at.press("right", "escape")

        await at.press("d")
        assert "✓ done 16.11.2026" in at.screen
        await at.press("d", "x")
        assert "daily life works" not in at.screen


async def test_duties_stand_apart_from_what_was_agreed(place: Path) -> None:
    async with planning(place, LINE_3, AGREED, SOUGHT) as at:
        assert "duties: u" in at.screen
        await at.press("u")
        assert isinstance(at.app.screen, PageDialog)
        assert "seeks work and keeps the job search valid" in at.screen
        assert "agrees with the other authorities who leads in" in at.screen
        assert "the team answers together" not in at.screen
        await at.press("pagedown")
        assert "not told yet" in at.screen
