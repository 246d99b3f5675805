"""The end of an interview by its keys: what is open is found, and what the client was told."""

from pathlib import Path

import pytest

from screens.decision import Decision
from screens.interview import Interview
from screens.today import Today
from screens.widgets.check_lines import Check
from screens.widgets.lines import Lines
from tests.journeys.conftest import MONDAY, Sitting, sitting
from teui.casework import interview
from teui.casework.interview import Answered
from teui.casework.wording import source
from teui.practice.days import show_day
from teui.practice.texts import LANGUAGES


async def _new_client(at: Sitting) -> Interview:
    await at.press("n")
    await at.type("Virtanen")
    await at.press("enter")
    await at.type("Aino")
    await at.press("f8")
    screen = at.app.screen
    assert isinstance(screen, Interview), at.screen
    return screen


async def _on_line_3(at: Sitting) -> Interview:
    """An interview whose line is settled, with little else asked."""
    screen = await _new_client(at)
    for question, key in (
        ("residence.basis", "1"),
        ("start.previous", "1"),
        ("situation.known_change", "1"),
        ("situation.status", "9"),
        ("ability.support_need", "2"),
    ):
        screen.go_to(question)
        await at.settle()
        await at.press(key)
    assert screen.sheet.suggestion.outcome == "line_3"
    return screen


def _stored(at: Sitting, screen: Interview) -> interview.Draft:
    return interview.load(at.desk, screen.draft.uid)


async def test_end_shows_what_is_open_and_enter_goes_there(place: Path) -> None:
    async with sitting(place) as at:
        screen = await _on_line_3(at)
        before = screen.current
        await at.press("end")

        assert "End check" in at.screen
        assert "To be agreed before a line is decided" in at.screen
        await at.press("down", "down", "enter")

        assert not screen.at_end
        assert screen.current == "agreed.next_channel"
        await at.press("left")
        assert screen.current == before


async def test_before_the_line_is_settled_what_decides_it_stands_first(place: Path) -> None:
    async with sitting(place) as at:
        screen = await _new_client(at)
        await at.press("end", "enter")

        assert screen.current == screen.sheet.suggestion.open_questions[0]


async def test_a_digit_or_enter_ticks_what_was_told_and_takes_it_back(place: Path) -> None:
    async with sitting(place) as at:
        screen = await _on_line_3(at)
        await at.press("end", "3")
        assert _stored(at, screen).told == {"on_line": MONDAY}
        assert "Client told: 1 of 9" in "\n".join(_check_rows(screen))

        await at.press("3", "1")
        assert _stored(at, screen).told == {"line": MONDAY}

        for _ in range(40):
            await at.press("down")
        await at.press("enter")
        assert set(_stored(at, screen).told) == {"line", "end_line_3"}
        assert screen.at_end


def _check_rows(screen: Interview) -> list[str]:
    """All rows of the end check, in view or not."""
    rows = screen.checking.rows._rows
    return ["".join(span.text for span in row.line) for row in rows]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_whatever_the_client_is_told_is_read_whole_with_its_day_and_source(
    place: Path, language: str
) -> None:
    async with sitting(place, language=language) as at:
        screen = await _new_client(at)
        await at.press("end")
        t, pane = at.app.texts, screen.checking
        for day in (None, MONDAY):
            told = tuple((item, day) for item in at.desk.model.told)
            pane.show(t, Check((), told, True))
            for item, _ in told:
                pane.rows.go_to(item.id)
                pane.move(0)
                about = " ".join(" ".join(pane.query_one("#check-about", Lines).shown).split())
                assert t(f"told.{item.id}.means") in about, item.id
                assert "…" not in about, item.id
                assert source(t, item.source) in about, item.id
                assert day is None or t("check.told.on", day=show_day(day)) in about, item.id


async def test_with_the_line_open_there_is_nothing_to_tick(place: Path) -> None:
    async with sitting(place) as at:
        screen = await _new_client(at)
        await at.press("end", "1")

        assert "once the line is settled" in at.screen
        assert _stored(at, screen).told == {}


async def test_a_note_is_written_on_the_end_check_too(place: Path) -> None:
    async with sitting(place) as at:
        screen = await _on_line_3(at)
        await at.press("end")
        await at.type("told 3 things")
        await at.press("enter")

        [note] = _stored(at, screen).notes
        assert note.text == "told 3 things"
        assert screen.at_end
        assert _stored(at, screen).told == {}


async def test_the_way_down_ends_at_the_check_and_up_leads_back(place: Path) -> None:
    async with sitting(place) as at:
        screen = await _new_client(at)
        screen.go_to("agreed.client_view")
        await at.settle()

        await at.press("down")
        assert screen.at_end
        await at.press("up")
        assert (screen.at_end, screen.current) == (False, "agreed.client_view")
        await at.press("pagedown")
        assert screen.at_end


async def test_esc_leads_from_the_check_to_the_question_and_then_out(place: Path) -> None:
    async with sitting(place) as at:
        screen = await _new_client(at)
        await at.press("end", "escape")
        assert at.app.screen is screen
        assert not screen.at_end

        await at.press("escape")
        assert isinstance(at.app.screen, Today)


async def test_f8_decides_from_the_check(place: Path) -> None:
    async with sitting(place) as at:
        screen = await _on_line_3(at)
        await at.press("end", "f8")
        assert isinstance(at.app.screen, Decision)

        await at.press("escape")
        assert at.app.screen_stack[-1] is screen
        assert screen.at_end


async def test_a_field_left_for_the_check_keeps_its_text(place: Path) -> None:
    async with sitting(place) as at:
        screen = await _new_client(at)
        screen.go_to("work.area")
        await at.settle()
        await at.type("Tampere, No")
        await at.press("tab", "end")
        assert screen.at_end
        await at.type("x")
        await at.press("enter", "escape")

        assert screen.asking.field.value == "Tampere, No"


async def test_a_non_answer_stands_in_the_check_with_its_kind(place: Path) -> None:
    async with sitting(place) as at:
        screen = await _on_line_3(at)
        screen.go_to("goals.motivation")
        await at.settle()
        await at.press("plus", "end")

        assert any("will not say" in row for row in _check_rows(screen))


async def test_a_question_is_found_by_a_word_of_its_answers_and_the_note_stays(
    place: Path,
) -> None:
    async with sitting(place, language="fi") as at:
        screen = await _new_client(at)
        await at.type("kysy")
        await at.press("escape", "slash")
        await at.type("yrittaj")
        await at.press("enter")

        assert at.app.screen is screen
        assert screen.current == "situation.status"
        assert screen.notes.note.value == "kysy"


async def test_enter_right_after_a_word_goes_to_what_fits_best(place: Path) -> None:
    async with sitting(place, language="sv") as at:
        screen = await _new_client(at)
        await at.press("slash")
        await at.type("arbete")
        await at.press("enter")

        assert screen.current == "work.sought"


async def test_finding_nothing_stays_and_esc_leads_back(place: Path) -> None:
    async with sitting(place) as at:
        screen = await _new_client(at)
        here = screen.current
        await at.press("slash")
        await at.type("zzz")
        await at.press("enter")
        assert at.app.screen is not screen
        assert "No question has these words." in at.screen

        await at.press("escape")
        assert (at.app.screen, screen.current) == (screen, here)


async def test_the_footer_says_what_works_while_a_note_or_a_field_is_written(
    place: Path,
) -> None:
    async with sitting(place) as at:
        screen = await _new_client(at)
        assert "1-2 answer" in at.screen
        await at.type("x")
        assert "answer" not in _foot(screen)
        assert "Enter keep the note" in _foot(screen)
        await at.press("escape")
        assert "1-2 answer" in _foot(screen)

        screen.go_to("work.area")
        await at.press("backspace")
        await at.settle()
        assert "answer" not in _foot(screen)
        assert "Tab to the notes" in _foot(screen)
        await at.press("tab")
        assert "/ find" in _foot(screen)


def _foot(screen: Interview) -> str:
    from screens.widgets.lines import Lines

    return "\n".join(screen.query_one("#foot", Lines).shown)


async def test_help_holds_the_legend_of_the_marks(place: Path) -> None:
    async with sitting(place) as at:
        await _new_client(at)
        await at.press("question_mark", "pagedown", "pagedown", "pagedown")

        assert "To be agreed before a line is decided" in at.screen
        assert "◇" in at.screen


async def test_an_answer_that_stands_is_not_open(place: Path) -> None:
    async with sitting(place) as at:
        screen = await _on_line_3(at)
        screen.go_to("agreed.next_contact")
        await at.settle()
        await at.type("+14")
        await at.press("enter", "end")

        stored = _stored(at, screen).answers["agreed.next_contact"]
        assert isinstance(stored, Answered)
        agreed = [row for row in _check_rows(screen) if row.startswith(" Agreed")]
        assert len(agreed) == 3
        assert not any("next contact" in row for row in agreed)


async def test_what_is_told_does_not_give_away_a_hidden_suggestion(place: Path) -> None:
    async with sitting(place) as at:
        screen = await _on_line_3(at)
        screen._decides_first = True
        await at.press("end", "1")

        assert "once the line is settled" in at.screen
        assert not any("less support is needed" in row for row in _check_rows(screen))
