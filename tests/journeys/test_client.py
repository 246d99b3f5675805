"""The client's record: everything on one screen, and the work that starts from it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from screens.client import Client
from screens.decision import Decision
from screens.dialogs.reading import Reading
from screens.interview import Interview
from screens.keys import footer
from screens.plan import Plan
from screens.today import Today
from screens.widgets.client_lines import WIDE
from screens.widgets.entry import Entry
from screens.widgets.lines import Lines, width_of
from tests.casework.cases import AGREED, LINE_2, hold, take_in
from tests.journeys.conftest import MONDAY, Sitting, sitting
from teui.casework import clients, decision, edit_client, interview, plan
from teui.casework.desk import open_desk
from teui.clock import Clock
from teui.practice.texts import LANGUAGES, load_texts

SIZES = ((80, 24), (120, 40))
LATER = date(2026, 11, 30)


@pytest.fixture
def case(place: Path) -> Path:
    """A client on line 2 with an accepted plan, a note and a safety note."""
    desk = open_desk(str(place), clock=Clock(pinned=MONDAY))
    with desk.store:
        client = take_in(
            desk,
            start_channel="online",
            phones=("040 123 4567",),
            municipality="837",
            language="so",
            service_language="en",
            interpreter="yes",
            safety_note="meet with a colleague",
        )
        assessment = hold(desk, client, LINE_2, AGREED, {"contact.interpreter": "yes"})
        interview.keep_note(
            desk, assessment, "hygiene pass valid", "work.licences", desk.clock.now()
        ).result()
        decision.record(desk, assessment, "line_2", "agrees", None).result()
        uid = clients.header(desk, client).customership_uid
        plan.save(
            desk, uid, goal="practical nurse", rhythm_weeks=4, rhythm_channel="phone"
        ).result()
        plan.accept(desk, uid).result()
    return place


def _on_top(at: Sitting, wanted: object) -> bool:
    return at.app.screen is wanted


async def _open(at: Sitting) -> Client:
    await at.press("home", "enter")
    screen = at.app.screen
    assert isinstance(screen, Client), at.screen
    return screen


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_everything_stands_on_one_screen(case: Path, size: tuple[int, int]) -> None:
    async with sitting(case, size=size) as at:
        await _open(at)

        shown = at.screen

        for words in (
            "Virtanen, Aino",
            "+358401234567",
            "own language Somali",
            "interpreter needed",
            "Safety: meet with a colleague",
            "line 2, competence development · phase: direction",
            "The goals are not clear yet.",
            "line 2 · owner: A. Lind, team North",
            "practical nurse",
            "accepted 16.11.2026",
            "every 4 weeks, by phone",
            "client's step: calls the school",
            "accepted by the client, version 1: Employment plan",
        ):
            assert words in shown
        assert at.app.screen.query_one("#timeline", Lines).size.height >= 3


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", LANGUAGES)
async def test_no_fixed_word_is_cut(case: Path, language: str, size: tuple[int, int]) -> None:
    async with sitting(case, LATER, language=language, size=size) as at:
        screen = await _open(at)
        await at.press("c", "1", "1", "1", "enter")
        for digit in "123456":
            await at.press(digit)
            rows = footer(screen.keys_here(), at.app.texts, size[0])
            assert [row for row in rows if width_of(row) > size[0]] == []
            for pane in ("#head", "#case", "#heading", "#contacts", "#rule-timeline", "#foot"):
                shown = screen.query_one(pane, Lines).shown
                assert [text for text in shown if "…" in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_requirement_fits_among_the_follow_ups(case: Path, language: str) -> None:
    t = load_texts(language, "te-2013")
    async with sitting(case, language=language) as at:
        screen = await _open(at)
        room = screen.query_one("#waiting", Lines).size.width - len("> !26.12.←")
        model = at.desk.model
        assert [
            each.id for each in model.requirements if len(t(f"requirement.{each.id}.text")) > room
        ] == []
        assert at.app.size.width < WIDE


async def test_a_long_safety_note_is_read_whole(case: Path) -> None:
    note = "never alone in the room; agree on the place with the front desk, second floor, first"
    async with sitting(case) as at:
        [row] = at.desk.store.read().execute("SELECT uid FROM client").fetchall()
        known = edit_client.load(at.desk, row["uid"])
        changed = replace(known.facts, safety_note=note)
        edit_client.edit(at.desk, known, changed).result()
        screen = await _open(at)
        assert f"! Safety: {note}" in " ".join(at.screen.split())
        assert screen.query_one("#timeline", Lines).size.height >= 2


async def test_digits_and_arrows_walk_through_the_panels(case: Path) -> None:
    async with sitting(case) as at:
        screen = await _open(at)
        assert screen.panels.key == ("diagnosis",)
        await at.press("down", "down")
        assert screen.panels.key == ("plan",)
        await at.press("down")
        assert screen.follow_up is not None
        await at.press("up", "6", "up")
        assert screen.follow_up is not None, "no contact yet: its panel is passed over"
        await at.press("3")
        assert screen.panels.key == ("plan",)
        await at.press("5")
        assert screen.panels.key == ("plan",), "an empty panel takes no cursor"


async def test_work_starts_here_and_comes_back_here(case: Path) -> None:
    async with sitting(case) as at:
        screen = await _open(at)
        for key, work in (("p", Plan), ("l", Decision)):
            await at.press(key)
            assert isinstance(at.app.screen, work)
            await at.press("escape")
            assert _on_top(at, screen)
        await at.press("i", "2")
        assert isinstance(at.app.screen, Interview)
        await at.press("escape")
        assert _on_top(at, screen)
        assert "Reassessment · not finished" in at.screen
        await at.press("1", "enter")
        assert isinstance(at.app.screen, Interview)
        await at.press("escape", "escape")
        assert isinstance(at.app.screen, Today)


async def test_enter_opens_what_the_row_is_about(case: Path) -> None:
    async with sitting(case) as at:
        screen = await _open(at)
        for digit, work in (("1", Decision), ("2", Decision), ("3", Plan)):
            await at.press(digit, "enter")
            assert isinstance(at.app.screen, work), digit
            await at.press("escape")
        await at.press("6")
        opened = []
        for _ in screen.happenings:
            await at.press("enter")
            opened.append(type(at.app.screen))
            await at.press("escape", "down")
        assert opened == [Plan, Decision, Decision, Reading, Decision, Reading]


async def test_a_contact_is_logged_and_restarts_the_rhythm(case: Path) -> None:
    async with sitting(case, LATER) as at:
        screen = await _open(at)
        before = next(each.day for each in screen.record.waiting if each.rule == "contact_rhythm")
        await at.press("c", "4", "2", "1")
        await at.type("sends the form")
        await at.press("enter")

        assert "✓ 30.11. face to face" in at.screen
        assert "other contact, face to face · sends the form" in at.screen
        assert "saved" in at.screen
        after = next(each.day for each in screen.record.waiting if each.rule == "contact_rhythm")
        assert after > before


async def test_a_contact_line_left_by_esc_is_there_again(case: Path) -> None:
    async with sitting(case) as at:
        screen = await _open(at)
        await at.press("c", "4", "1", "2")
        await at.type("tried")
        await at.press("escape")
        assert not screen.record.contacts
        await at.press("c", "4", "1", "2")
        await at.type(" twice")
        await at.press("enter")

        assert screen.record.contacts[0].note == "tried twice"
        assert not any(at.app.unfinished.values())


async def test_follow_ups_are_done_put_off_and_dropped_here(case: Path) -> None:
    async with sitting(case, LATER) as at:
        screen = await _open(at)
        await at.press("d", "s", "x")
        assert _on_top(at, screen), "not on a row that is none"
        await at.press("4")
        while screen.follow_up is not None and screen.follow_up.rule != "client_step":
            await at.press("down")
        assert "d done" in at.screen
        await at.press("d")
        assert screen.happenings[0].kind == "follow_up_done"
        await at.press("4", "end", "s")
        await at.type("+20")
        await at.press("enter")
        assert screen.happenings[0].kind == "follow_up_snoozed"
        await at.press("4")
        while screen.follow_up is not None and screen.follow_up.rule != "plan_review":
            await at.press("down")
        await at.press("x", "1")
        assert screen.happenings[0].kind == "follow_up_dropped"
        assert "review of the plan · no longer needed" in at.screen


async def test_the_filter_shows_a_kind_at_a_time(case: Path) -> None:
    async with sitting(case) as at:
        screen = await _open(at)
        whole = len(screen.happenings)
        seen: list[tuple[str, int]] = []
        while not seen or screen.shown != "all":
            await at.press("h")
            seen.append((screen.shown, len(screen.happenings)))
        assert seen == [
            ("interviews", 2),
            ("decisions", 1),
            ("plans", 1),
            ("notes", 1),
            ("all", whole),
        ]


async def test_opening_is_one_view_whatever_is_done_from_there(case: Path) -> None:
    async with sitting(case) as at:

        def views() -> int:
            [row] = at.desk.store.read().execute("SELECT count(*) AS n FROM view_log").fetchall()
            return int(row["n"])

        before = views()
        await _open(at)
        await at.press("p", "escape", "l", "escape", "e", "escape", "i", "1", "escape")
        assert views() == before + 1
        await at.press("escape", "p")
        assert views() == before + 2


async def test_what_was_edited_is_shown_on_coming_back(case: Path) -> None:
    async with sitting(case) as at:
        screen = await _open(at)
        assert "Safety" in at.screen
        await at.press("e")
        form = at.app.screen
        assert form is not screen
        entry = form.query_one("#safety_note", Entry)
        while form.focused is not entry:
            await at.press("tab")
        await at.press("end", *["backspace"] * len("meet with a colleague"), "f8")
        assert _on_top(at, screen)
        assert "Safety" not in at.screen
        assert screen.query_one("#head", Lines).size.height == 2


async def test_a_client_found_opens_here_too(case: Path) -> None:
    async with sitting(case) as at:
        await at.press("slash")
        await at.type("virt")
        await at.press("enter", "enter")
        assert isinstance(at.app.screen, Client)
