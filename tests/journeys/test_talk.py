"""The talk of an interview: begun by its first answer, by the channel of the last one, ended."""

from datetime import UTC, datetime
from pathlib import Path

from screens.decision import Decision
from screens.interview import Interview
from tests.casework.cases import AGREED, LINE_1, hold, take_in
from tests.journeys.conftest import Sitting, sitting
from teui.casework import interview, office, talks
from teui.casework.desk import desk_of, open_existing
from teui.clock import Clock

MORNING = datetime(2026, 11, 16, 8, 32, tzinfo=UTC)
"""10.32 in Helsinki."""
TOMORROW = datetime(2026, 11, 17, 7, 5, tzinfo=UTC)


def _clock(moment: datetime) -> Clock:
    return Clock(read=lambda: moment)


async def _to_interview(at: Sitting) -> Interview:
    await at.press("slash", *"vir", "enter", "i")
    screen = at.app.screen
    assert isinstance(screen, Interview), at.screen
    return screen


async def test_a_call_that_breaks_off_goes_on_tomorrow_at_the_same_letter(place: Path) -> None:
    with open_existing(str(place), clock=_clock(MORNING)) as store:
        take_in(desk_of(store), "Virtanen")
    async with sitting(place, clock=_clock(MORNING)) as at:
        await _to_interview(at)
        assert "phone from" not in at.screen
        await at.press("1")
        assert "phone from 10:32" in at.screen
        await at.type("the line is bad and")
        await at.press("escape", "escape")
    async with sitting(place, size=(120, 40), clock=_clock(TOMORROW)) as at:
        screen = await _to_interview(at)
        assert "phone from" not in at.screen
        await at.type(" goes")
        assert screen.notes.note.value == "the line is bad and goes"
        await at.press("enter")
        assert "phone from 09:05, begun Mon 16.11." in at.screen
        [first, second] = interview.load(at.desk, screen.draft.uid).talks
        assert (first.is_over, second.is_over) == (True, False)


async def test_the_channel_is_one_key_away_and_so_is_no_talk(place: Path) -> None:
    with open_existing(str(place), clock=_clock(MORNING)) as store:
        take_in(desk_of(store), "Virtanen")
    async with sitting(place, clock=_clock(MORNING)) as at:
        screen = await _to_interview(at)
        await at.press("ctrl+g", "2")
        assert "face to face from 10:32" in at.screen
        await at.type("half a word")
        await at.press("ctrl+g", "6")
        assert "from 10:32" not in at.screen
        await at.press("enter", "1")
        assert interview.load(at.desk, screen.draft.uid).talks == ()
        assert talks.usual_channel(at.desk) == "phone"


async def test_where_the_office_wants_it_the_reason_is_asked_and_missed(place: Path) -> None:
    with open_existing(str(place), clock=_clock(MORNING)) as store:
        desk = desk_of(store)
        hold(desk, take_in(desk, "Virtanen"), LINE_1, AGREED)
        office.set_ask_apart(desk, True).result()
    async with sitting(place, clock=_clock(MORNING)) as at:
        screen = await _to_interview(at)
        await at.press("ctrl+g", "1")
        assert "Why is the interview not held face to face?" in at.screen
        await at.press("escape", "f8", "1")
        assert isinstance(at.app.screen, Decision)
        assert "Why not face to face?" in at.screen
        await at.press("f8", "enter", "6")
        await at.type("snowstorm")
        await at.press("enter")
        assert "Why not face to face?" not in at.screen
        apart = interview.load(at.desk, screen.draft.uid).apart
        assert (apart.reason, apart.note) == ("other", "snowstorm")
        await at.press("f8")
        assert at.app.screen.client_in_view == screen.draft.client.uid
