"""What was recorded is copied block by block for the official client system."""

from pathlib import Path

from screens.copying import Copying
from screens.today import Today
from tests.casework.cases import take_in
from tests.journeys.conftest import sitting
from teui.casework.contacts import log
from teui.casework.followups import ContactDone


async def test_each_press_copies_a_block_until_nothing_waits(place: Path) -> None:
    async with sitting(place) as at:
        client = take_in(at.desk, start_channel="online")
        for note in ("the first talk", "the second talk"):
            log(at.desk, client, ContactDone("other", "phone", reached=False, note=note)).result()
        today = at.app.screen
        assert isinstance(today, Today)
        today.refresh_data()
        await at.settle()
        await at.press("y")
        assert isinstance(at.app.screen, Copying)
        assert "2 not copied yet" in at.screen
        assert "the second talk" in at.screen

        await at.press("y")
        assert at.app.clipboard.splitlines()[0] == "Contact 16.11.2026"
        assert "the second talk" in at.app.clipboard
        assert "the first talk" in at.screen
        assert "1 not copied yet" in at.screen

        # Today's own view of what waits; there what was copied leaves the list.
        await at.press("escape", "0", "down", "enter")
        assert isinstance(at.app.screen, Copying)
        assert "the first talk" in at.screen
        await at.press("y")
        assert "Everything of your own clients has been copied." in " ".join(at.screen.split())

        await at.press("ctrl+z")
        assert "1 not copied yet" in at.screen
