"""Ctrl+Z and Ctrl+Y: the text under the cursor first, then the last act, on whatever screen."""

from collections.abc import Mapping
from pathlib import Path

from textual import events

from screens.interview import Interview
from screens.today import Today
from tests.casework.cases import AGREED, LINE_2, hold, take_in
from tests.journeys.conftest import Sitting, sitting
from teui.casework import clients, decision, interview, plan


async def _interview(at: Sitting, family: str = "virtanen") -> Interview:
    await at.press("n")
    await at.type(family)
    await at.press("enter")
    await at.type("Aino")
    await at.press("f8")
    screen = at.app.screen
    assert isinstance(screen, Interview), at.screen
    return screen


def _stored(at: Sitting, screen: Interview) -> Mapping[str, interview.Answered]:
    return interview.load(at.desk, screen.draft.uid).answers


async def test_an_answer_is_taken_back_comes_into_view_and_is_named(place: Path) -> None:
    async with sitting(place) as at:
        screen = await _interview(at)
        await at.press("1", "2", "end", "ctrl+z")

        assert screen.current == "start.previous"
        assert "Undone: virtanen, Aino · answer:" in at.screen
        assert "start.previous" not in _stored(at, screen)
        assert "start.previous" not in screen.sheet.given

        await at.press("ctrl+z", "ctrl+y", "ctrl+y")

        assert _stored(at, screen).keys() >= {"start.channel", "start.previous"}
        assert "Done again: virtanen, Aino · answer:" in at.screen

        await at.press("ctrl+y")
        assert "nothing to do again" in at.screen


async def test_typed_ahead_it_takes_back_what_was_pressed_before_it(place: Path) -> None:
    async with sitting(place) as at:
        screen = await _interview(at)

        # No pause: each key waits for the save of the one before it.
        for key in ("1", "2", "ctrl+z", "1", "ctrl+z", "ctrl+z", "a", "b"):
            at.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await at.settle()

        assert screen.current == "start.channel"
        assert _stored(at, screen).keys() & {"start.channel", "start.previous"} == set()
        assert screen.notes.note.value == "ab"


async def test_words_of_a_note_go_first_and_come_back(place: Path) -> None:
    async with sitting(place) as at:
        screen = await _interview(at)
        await at.press("1")
        await at.type("would like to bake")

        await at.press("ctrl+z", "ctrl+z")
        assert screen.notes.note.value == "would like "
        await at.press("ctrl+y")
        assert screen.notes.note.value == "would like to "
        await at.type("move")
        assert screen.notes.note.value == "would like to move"
        await at.press(*["ctrl+z"] * 4)
        assert screen.notes.note.value == ""
        assert "start.channel" in _stored(at, screen)

        await at.press("ctrl+z")
        assert "start.channel" not in _stored(at, screen)


async def test_what_was_deleted_and_left_is_not_mistaken_for_the_last_act(place: Path) -> None:
    async with sitting(place) as at:
        screen = await _interview(at)
        await at.type("no")
        await at.press("backspace", "backspace", "1", "ctrl+z")

        assert screen.notes.note.value == ""
        assert "start.channel" not in _stored(at, screen)


async def test_a_typed_answer_goes_by_words_then_whole(place: Path) -> None:
    async with sitting(place) as at:
        screen = await _interview(at)
        screen.go_to("work.area")
        await at.settle()
        await at.type("turku salo")
        await at.press("ctrl+z")
        assert screen.asking.field.value == "turku "
        await at.press("enter")
        screen.go_to("work.area")
        await at.settle()
        assert screen.asking.field.value == "turku"

        await at.press("ctrl+z")

        assert "work.area" not in _stored(at, screen)
        assert (screen.current, screen.asking.field.value) == ("work.area", "")
        await at.press("ctrl+y")
        assert screen.asking.field.value == "turku"


async def test_across_screens_from_the_plan_to_today_and_back(place: Path) -> None:
    async with sitting(place) as at:
        client = take_in(at.desk, start_channel="online")
        draft = hold(at.desk, client, LINE_2, AGREED)
        decision.record(at.desk, draft, "line_2", "agrees", None).result()
        case = clients.header(at.desk, client).customership_uid
        take_in(at.desk, "Aalto", start_channel="online")
        at.app.screen.refresh_data()  # type: ignore[attr-defined]
        await at.settle()
        await at.press("home", "p")
        assert "Service does" in at.screen
        await at.press("n")
        await at.type("calls the school")
        await at.press("enter", "enter")
        assert "calls the school" in at.screen.split("Service does")[0]
        await at.press("escape")
        today = at.app.screen
        assert isinstance(today, Today)
        await at.press("end", "d", "enter")
        assert "first contact after" not in at.screen

        await at.press("ctrl+z")
        assert "Undone: Aalto, Aino · marked as done: first contact" in at.screen
        assert "first contact after" in at.screen
        await at.press("ctrl+z")
        assert "Undone: Virtanen, Aino · row of the plan: calls the school" in at.screen
        texts = [item.text for item in plan.load(at.desk, case).items]
        assert texts == [AGREED["agreed.client_steps"]]

        await at.press("ctrl+z")
        assert "A client was taken in here" in at.screen


async def test_in_a_dialog_it_is_the_text_alone(place: Path) -> None:
    async with sitting(place) as at:
        screen = await _interview(at)
        await at.press("1", "escape", "s")
        await at.type("one two")

        await at.press("ctrl+z", "ctrl+z", "ctrl+z")

        assert at.app.screen.writing().value == ""  # type: ignore[attr-defined]
        assert "start.channel" in _stored(at, screen)


async def test_done_again_in_another_language_and_other_colours(place: Path) -> None:
    async with sitting(place) as at:
        screen = await _interview(at)
        await at.press("1", "ctrl+z", "f2", "ctrl+t", "ctrl+y")

        assert "start.channel" in _stored(at, screen)
        done_again = at.app.texts("undo.redone", act="").partition(":")[0]
        assert done_again in at.screen and at.app.language != "en"
