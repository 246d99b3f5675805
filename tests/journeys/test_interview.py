"""The interview by its keys: digits answer, letters write, nothing typed is lost."""

from datetime import date
from pathlib import Path

from textual import events

from screens.interview import Interview
from screens.today import Today
from tests.casework.cases import AGREED, LINE_2, hold, take_in
from tests.journeys.conftest import MONDAY, Sitting, sitting
from teui.casework import decision, interview
from teui.casework.desk import desk_of, open_existing
from teui.clock import Clock


async def _new_client(at: Sitting, family: str = "Virtanen", given: str = "Aino") -> Interview:
    """From Today to the interview of somebody new."""
    await at.press("n")
    await at.type(family)
    await at.press("enter")
    await at.type(given)
    await at.press("f8")
    screen = at.app.screen
    assert isinstance(screen, Interview), at.screen
    return screen


def _stored(at: Sitting, screen: Interview) -> interview.Draft:
    return interview.load(at.desk, screen.draft.uid)


async def test_a_digit_answers_and_leads_on(place: Path) -> None:
    async with sitting(place) as at:
        screen = await _new_client(at)
        assert screen.current == "start.channel"

        await at.press("1")

        assert _stored(at, screen).answers["start.channel"].value == "online"
        assert screen.current == "start.previous"
        assert "saved" in at.screen


async def test_letters_write_and_digits_then_belong_to_the_note(place: Path) -> None:
    async with sitting(place) as at:
        screen = await _new_client(at)

        await at.type("call at 10 or 11")
        await at.press("enter")

        [note] = _stored(at, screen).notes
        assert (note.text, note.question) == ("call at 10 or 11", "start.channel")
        assert screen.notes.note.value == ""
        assert "start.channel" not in _stored(at, screen).answers


async def test_what_is_always_needed_offers_no_way_of_leaving_it_out(place: Path) -> None:
    async with sitting(place) as at:
        screen = await _new_client(at)
        await at.press("home")
        assert screen.current == "start.date"
        assert "always needed" in at.screen
        assert "may be left out" not in at.screen
        assert "not discussed" not in at.screen

        await at.press("tab", "down")
        assert "not discussed" in at.screen


async def test_a_note_keeps_its_question_through_moves(place: Path) -> None:
    async with sitting(place) as at:
        screen = await _new_client(at)
        await at.type("forklift")
        await at.press("down", "tab", "up")
        await at.type(" licence")
        await at.press("enter")

        [note] = _stored(at, screen).notes
        assert (note.text, note.question) == ("forklift licence", "start.channel")


async def test_esc_parks_a_note_and_the_next_letter_takes_it_up(place: Path) -> None:
    async with sitting(place) as at:
        screen = await _new_client(at)
        await at.type("hygiene")
        await at.press("escape", "1")
        assert _stored(at, screen).answers["start.channel"].value == "online"
        assert screen.notes.note.value == "hygiene"

        await at.type("x 1")

        assert screen.notes.note.value == "hygienex 1"


async def test_the_three_ways_of_not_answering_differ(place: Path) -> None:
    async with sitting(place) as at:
        screen = await _new_client(at)

        await at.press("0", "minus", "plus")

        states = {q: a.state for q, a in _stored(at, screen).answers.items()}
        assert states["start.channel"] == "not_discussed"
        assert states["start.previous"] == "does_not_know"
        assert states["start.benefit_opened"] == "will_not_say"


async def test_tab_leads_by_use_and_left_leads_back(place: Path) -> None:
    async with sitting(place) as at:
        screen = await _new_client(at)
        await at.press("tab")
        first = screen.current
        assert first == screen.sheet.suggestion.open_questions[0]

        await at.press("tab", "left")

        assert screen.current == first


async def test_a_date_is_typed_in_its_field_and_bad_ones_are_kept(place: Path) -> None:
    async with sitting(place) as at:
        screen = await _new_client(at)
        screen.go_to("work.available_from")
        await at.settle()
        await at.type("17.15.")
        await at.press("enter")
        assert "This is not a day: 17.15." in at.screen
        assert screen.asking.field.value == "17.15."

        await at.press("backspace", "backspace", "backspace")
        await at.type("12.")
        await at.press("enter")

        assert str(_stored(at, screen).answers["work.available_from"].value) == "2026-12-17"


async def test_a_day_is_understood_before_it_is_kept(place: Path) -> None:
    async with sitting(place) as at:
        screen = await _new_client(at)
        screen.go_to("agreed.next_contact")
        await at.settle()

        await at.type("mo")
        assert "Mon 23.11.2026" in at.screen
        await at.type("x")
        assert "This is not a day: mox." in at.screen
        await at.press("backspace", "enter")

        assert str(_stored(at, screen).answers["agreed.next_contact"].value) == "2026-11-23"


async def test_a_day_on_the_wrong_side_is_said_while_typed_and_not_kept(place: Path) -> None:
    async with sitting(place) as at:
        screen = await _new_client(at)
        screen.go_to("agreed.next_contact")
        await at.settle()

        await at.type("1.11.2026")
        assert "This day is past: 1.11.2026." in at.screen
        await at.press("enter")

        assert "agreed.next_contact" not in _stored(at, screen).answers
        assert screen.asking.field.value == "1.11.2026"


async def test_occupations_are_echoed_and_a_list_of_nothing_is_no_answer(place: Path) -> None:
    async with sitting(place) as at:
        screen = await _new_client(at)
        screen.go_to("work.sought")
        await at.settle()
        await at.press("semicolon", "enter")
        assert "Nothing is named here: ;." in at.screen
        await at.press("backspace")

        await at.type("cook")
        await at.press("space", "slash")
        await at.type("5120")
        await at.press("slash")
        await at.type("7")

        assert "cook (5120, 7 years)" in at.screen


async def test_many_answers_are_toggled_and_enter_leads_on(place: Path) -> None:
    async with sitting(place) as at:
        screen = await _new_client(at)
        screen.go_to("goals.wishes")
        await at.settle()

        await at.press("1", "3", "1", "2", "enter")

        stored = _stored(at, screen).answers["goals.wishes"].value
        assert stored == ("study", "entrepreneurship")
        assert screen.current != "goals.wishes"


async def test_the_tenth_answer_is_on_the_comma(place: Path) -> None:
    async with sitting(place) as at:
        screen = await _new_client(at)
        screen.go_to("situation.status")
        await at.settle()

        await at.press("comma")

        assert _stored(at, screen).answers["situation.status"].value == "outside"


async def test_leaving_and_coming_back_opens_the_draft_where_it_was(place: Path) -> None:
    async with sitting(place) as at:
        screen = await _new_client(at)
        await at.press("1", "2")
        await at.type("bakery ag")
        screen.go_to("work.area")
        await at.settle()
        await at.press("escape", "escape")
        assert isinstance(at.app.screen, Today)
        left_at = screen.current

    async with sitting(place) as at:
        await at.press("slash")
        await at.type("virt")
        await at.press("enter", "i")
        again = at.app.screen
        assert isinstance(again, Interview)
        assert again.current == left_at
        assert again.notes.note.value == "bakery ag"
        assert _stored(at, again).answers["start.previous"].value == "returning_changed"


async def test_language_changes_in_mid_word(place: Path) -> None:
    async with sitting(place) as at:
        screen = await _new_client(at)
        await at.type("nur")
        await at.press("f2")
        await at.type("se")

        assert screen.notes.note.value == "nurse"
        assert screen.t.language != "en"
        assert "muistiinpanot" in at.screen


async def test_a_half_typed_field_outlives_the_app(place: Path) -> None:
    async with sitting(place) as at:
        screen = await _new_client(at)
        screen.go_to("work.area")
        await at.settle()
        await at.type("Tampere, No")
        await at.press("f3", "escape", "escape")

    async with sitting(place) as at:
        await at.press("slash")
        await at.type("virt")
        await at.press("enter", "i")
        again = at.app.screen
        assert isinstance(again, Interview)
        assert again.asking.field.value == "Tampere, No"


async def test_a_draft_is_never_open_twice(place: Path) -> None:
    async with sitting(place) as at:
        screen = await _new_client(at)
        await at.press("f3")
        await at.type("virt")
        await at.press("enter", "i")

        assert at.app.screen is screen
        assert sum(isinstance(each, Interview) for each in at.app.screen_stack) == 1


async def test_what_the_decision_changed_stands_in_the_interview(place: Path) -> None:
    async with sitting(place) as at:
        screen = await _new_client(at)
        await at.press("f8", "w", "1", "escape")

        assert at.app.screen is screen
        assert screen.sheet.given["agreed.client_view"].value == "agrees"


async def test_pasted_lines_are_a_note_like_any_other(place: Path) -> None:
    async with sitting(place) as at:
        screen = await _new_client(at)
        screen.notes.note.post_message(events.Paste("first line\nsecond 2"))
        await at.settle()
        await at.press("enter")

        [note] = _stored(at, screen).notes
        assert (note.text, note.question) == ("first line second 2", "start.channel")


async def test_a_year_out_of_bounds_is_said_and_kept(place: Path) -> None:
    async with sitting(place) as at:
        screen = await _new_client(at)
        screen.go_to("work.available_from")
        await at.settle()
        await at.type("31.12.9999")
        await at.press("enter")

        assert "This is not a day: 31.12.9999" in at.screen
        assert screen.asking.field.value == "31.12.9999"


async def test_a_note_can_promise_and_be_for_the_client(place: Path) -> None:
    async with sitting(place) as at:
        screen = await _new_client(at)
        await at.press("exclamation_mark")
        await at.type(" call the school")
        assert "follow-up today: Mon 16.11.2026" in at.screen
        await at.type(" mon")
        assert "follow-up: Mon 23.11.2026" in at.screen
        await at.press("f5", "f7")
        assert "F5 for the client  F7 assessment" in at.screen
        await at.press("enter")
        assert "for the client · assessment" in at.screen
        assert "F5 private  F7 fact" in at.screen, "the next note begins anew"
        assert [note.text for note in screen.draft.notes] == ["! call the school mon"]

        await at.type("a note")
        await at.press("f5", "escape", "ctrl+q")
    async with sitting(place) as at:
        await at.press("9", "i")
        assert "F5 for the client  F7 fact" in at.screen, "marks outlive the program too"
        await at.press("escape", "escape", "2")
        assert "call the school" not in at.screen
        await at.press("escape", "3", "escape")
        assert "call the school" in at.screen


async def test_a_promise_by_a_day_gone_stays_on_the_line(place: Path) -> None:
    async with sitting(place) as at:
        screen = await _new_client(at)
        await at.type("! call 2.11.2026")
        await at.press("enter")
        assert "The day is before today: 2.11.2026." in at.screen
        assert screen.notes.note.value == "! call 2.11.2026"


async def test_what_was_told_before_is_shown_and_confirmed_by_one_key(place: Path) -> None:
    with open_existing(str(place), clock=Clock(pinned=MONDAY)) as store:
        desk = desk_of(store)
        client = take_in(desk, start_channel="office", interpreter="no")
        answers = {**LINE_2, "goals.wishes": ("study", "job"), "goals.strengths": "patient"}
        decided = hold(desk, client, answers, AGREED)
        decision.record(desk, decided, "line_2", "agrees", None).result()
    async with sitting(place, date(2027, 3, 3)) as at:
        await at.press("slash", *"vir", "enter", "i", "2")
        screen = at.app.screen
        assert isinstance(screen, Interview)
        assert "Reassessment" in at.screen

        screen.go_to("goals.clarity")
        await at.settle()
        assert "Told before 16.11.2026: unclear" in at.screen.replace(",", "")
        assert "goals.clarity" not in screen.sheet.answers
        await at.press("enter")
        assert screen.sheet.answers["goals.clarity"] == "unclear"
        assert screen.current != "goals.clarity"
        await at.press("ctrl+z")
        assert "goals.clarity" not in screen.sheet.answers
        assert screen.current == "goals.clarity"

        # One that has changed is simply answered; several are changed from what was told.
        await at.press("1")
        screen.go_to("goals.wishes")
        await at.settle()
        await at.press("3", "enter")
        assert screen.sheet.answers["goals.wishes"] == ("job", "study", "entrepreneurship")

        screen.go_to("goals.strengths")
        await at.settle()
        assert screen.asking.field.value == "patient"
        await at.press("f6")
        assert screen.sheet.answers["goals.strengths"] == "patient"
        assert screen.sheet.answers["goals.initiative"] == "independent"
        kept = interview.load(at.desk, screen.draft.uid)
        assert not [question for question in kept.said if question.startswith("goals.")]
        screen.go_to("goals.wishes")
        await at.press("f6")
        assert "Nothing in this section waits" in at.screen


async def test_a_question_called_so_comes_before_those_that_mention_the_words(place: Path) -> None:
    async with sitting(place) as at:
        screen = await _new_client(at)
        await at.press("slash")
        await at.type("next contact")
        await at.press("enter")
        assert screen.current == "agreed.next_contact"
