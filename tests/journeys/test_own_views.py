"""Views of one's own on Today: made, shown, changed, taken out."""

from pathlib import Path

from screens.today import Today
from tests.casework.cases import AGREED, LINE_1, LINE_2, hold, take_in
from tests.journeys.conftest import sitting
from teui.casework import decision


async def test_a_view_is_made_shown_changed_and_taken_out(place: Path) -> None:
    async with sitting(place) as at:
        for name, answers, outcome, municipality in (
            ("Aalto", LINE_2, "line_2", "398"),
            ("Berg", LINE_2, "line_2", "091"),
            ("Cederberg", LINE_1, "line_1", "398"),
        ):
            client = take_in(at.desk, name, municipality=municipality)
            held = hold(at.desk, client, answers, AGREED)
            decision.record(at.desk, held, outcome, "agrees", None).result()
        today = at.app.screen
        assert isinstance(today, Today)
        today.refresh_data()
        await at.settle()

        await at.press("ctrl+n")
        await at.type("line 2 in lahti")
        # Whose, which line, which municipality.
        await at.press("enter", "1", "3")
        await at.type("lahti")
        assert "Lahti" in at.screen
        await at.press("enter")
        assert at.screen.splitlines()[0].startswith(" line 2 in lahti")
        assert "Aalto" in at.screen
        assert "Berg" not in at.screen
        assert "Cederberg" not in at.screen

        await at.press("escape")
        assert "Berg" in at.screen
        await at.press("0", "down", "enter")
        assert "Berg" not in at.screen

        # Changed: every municipality.
        await at.press("ctrl+n", "1", "enter", "1", "3", *["backspace"] * len("Lahti"), "enter")
        assert "Berg" in at.screen
        assert "Cederberg" not in at.screen

        await at.press("ctrl+n", "2")
        assert at.screen.splitlines()[0].startswith(" Today")
        assert "Cederberg" in at.screen
        await at.press("ctrl+z")
        assert [view.name for view in today.own.values()] == ["line 2 in lahti"]


async def test_a_name_that_is_taken_and_a_place_that_is_none_are_said(place: Path) -> None:
    async with sitting(place) as at:
        # The list of views leads to a new one, too.
        await at.press("0", "down", "down", "enter")
        await at.type("mine")
        await at.press("enter", "2", "1")
        await at.type("Atlantis")
        await at.press("enter")
        assert "No municipality is called so: Atlantis" in " ".join(at.screen.split())
        await at.press(*["backspace"] * len("Atlantis"), "enter", "escape")

        await at.press("ctrl+n")
        await at.type("Mine")
        await at.press("enter")
        assert "You have a view of that name already: Mine" in " ".join(at.screen.split())
