"""The screen turned to the client: nothing of others, nothing private, no suggestion unopened."""

import re
from datetime import date
from pathlib import Path

import pytest

from screens.facing import ClientFacing
from screens.interview import Interview
from screens.today import Today
from screens.widgets.entry import Entry
from screens.widgets.page import Page
from tests.casework.cases import AGREED, LINE_2, hold, take_in
from tests.journeys.conftest import MONDAY, Sitting, sitting
from teui.casework import clients, decision, interview
from teui.casework import plan as plan_of
from teui.casework.desk import open_desk
from teui.clock import Clock
from teui.practice.texts import LANGUAGES


async def _page(at: Sitting) -> str:
    """All of the page, its hidden lines too."""
    assert isinstance(at.app.screen, ClientFacing), at.screen
    page = at.app.screen.query_one(Page)
    return "\n".join("".join(span.text for span in line) for line in page._all)


async def _to_interview(at: Sitting) -> Interview:
    await at.press("slash")
    await at.type("virt")
    await at.press("enter", "i")
    screen = at.app.screen
    assert isinstance(screen, Interview), at.screen
    return screen


def _begun(place: Path, *, mark: str = "private") -> None:
    desk = open_desk(str(place), clock=Clock(pinned=MONDAY))
    with desk.store:
        client = take_in(desk)
        take_in(desk, "Salainen", start_channel="online")
        draft = interview.begin(desk, client).result()
        for question, value in {**LINE_2, "ability.affects_work": "no"}.items():
            interview.save_answer(desk, draft, question, "answered", value).result()
        kept = interview.keep_note(desk, draft, "rambles on", None, desk.clock.now()).result()
        desk.store.writer.submit(
            "test", lambda unit: unit.update("note", kept, None, mark=mark)
        ).result()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_in_an_interview_only_what_the_client_told_is_seen(
    place: Path, language: str
) -> None:
    _begun(place)
    async with sitting(place, language=language) as at:
        screen = await _to_interview(at)
        await at.type("private word")
        t, model = at.app.texts, at.desk.model
        await at.press("f9")
        shown = await _page(at)
        everything = shown + at.screen

        assert t("question.situation.status.short") in shown
        assert "rambles" not in everything and "private word" not in everything
        assert "Salainen" not in everything
        judged = [q.id for q in model.questions.values() if q.by == "adviser"]
        assert judged and not [q for q in judged if t(f"question.{q}.short") + ":" in shown]
        assert t("outcome.line_2.text") not in everything
        assert t("question.ability.affects_work.short") not in shown
        assert "…" not in at.screen

        await at.press("1")
        assert t("question.ability.affects_work.short") in await _page(at)
        await at.press("2")
        assert t("outcome.line_2.text") in await _page(at)
        await at.press("2", "1")
        assert t("outcome.line_2.text") not in await _page(at)

        for key in ("f3", "ctrl+p", "ctrl+z", "slash", "n"):
            await at.press(key)
            assert isinstance(at.app.screen, ClientFacing), key
        await at.press("f9")
        assert at.app.screen is screen
        assert screen.notes.note.value == "private word"


async def test_a_note_for_the_client_is_seen(place: Path) -> None:
    _begun(place, mark="client")
    async with sitting(place) as at:
        await _to_interview(at)
        await at.press("f9")
        assert "rambles on" in await _page(at)


async def test_a_list_of_clients_is_covered(place: Path) -> None:
    _begun(place)
    async with sitting(place) as at:
        assert "Salainen" in at.screen
        await at.press("f9")
        assert "Salainen" not in at.screen and "Virtanen" not in at.screen
        assert "Nothing is shown here" in at.screen
        await at.press("escape")
        assert isinstance(at.app.screen, Today)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize("key", ["l", "p"])
async def test_decision_and_plan_show_what_was_agreed(
    place: Path, key: str, size: tuple[int, int]
) -> None:
    desk = open_desk(str(place), clock=Clock(pinned=MONDAY))
    with desk.store:
        client = take_in(desk)
        decision.record(desk, hold(desk, client, LINE_2, AGREED), "line_2", "agrees", None).result()
        assert clients.header(desk, client).line == 2
    async with sitting(place, size=size) as at:
        await at.press("slash")
        await at.type("virt")
        await at.press("enter", key, "f9")
        shown = await _page(at)
        assert at.app.texts("outcome.line_2.text") in shown
        assert "Your plan" in shown
        assert not re.search(r"\d +-\s*$", shown, re.MULTILINE), "a row for more is the adviser's"
        assert "Not opened." in shown


async def test_what_comes_next_is_agreed_and_a_line_only_chosen_is_not_decided(place: Path) -> None:
    desk = open_desk(str(place), clock=Clock(pinned=MONDAY))
    with desk.store:
        hold(desk, take_in(desk), LINE_2, AGREED)
    async with sitting(place) as at:
        await _to_interview(at)
        await at.press("f8", "2", "f9")
        shown = await _page(at)
        agreed, _, told = shown.partition(at.app.texts("facing.answers"))
        assert f"{at.app.texts('outcome.line_2.text')} · not decided yet" in agreed
        for question in AGREED:
            words = f"{at.app.texts(f'question.{question}.short')}: "
            assert (words in agreed, words in told) == (True, False), question

        await at.press("f9", "f8", "f9")
        assert at.app.texts("outcome.line_2.text") in await _page(at)
        assert "not decided yet" not in await _page(at)


async def test_the_plan_is_shown_without_its_free_rows(place: Path) -> None:
    desk = open_desk(str(place), clock=Clock(pinned=MONDAY))
    with desk.store:
        client = take_in(desk)
        decision.record(desk, hold(desk, client, LINE_2, AGREED), "line_2", "agrees", None).result()
        case = clients.header(desk, client).customership_uid
        long = "asks three schools of the town and one in the next town about their spring intake"
        plan_of.save_item(desk, case, "client", long, date(2026, 12, 4)).result()
    async with sitting(place) as at:
        await at.press("slash")
        await at.type("virt")
        await at.press("enter", "p", "f9")
        plan = (await _page(at)).partition("Your plan")[2].partition(at.app.texts("facing.answers"))
        rows = [each.strip() for each in plan[0].splitlines()]
        client_does, office_does = rows.index("Client does"), rows.index("Service does")
        assert rows[client_does + 1].startswith("1")
        assert not [each for each in rows[office_does:] if each.endswith("-")]
        said = " ".join(" ".join(rows[client_does:office_does]).replace("by 4.12.2026", "").split())
        assert long in said


async def test_what_is_opened_comes_into_view(place: Path) -> None:
    desk = open_desk(str(place), clock=Clock(pinned=MONDAY))
    with desk.store:
        client = take_in(desk)
        answers = {**LINE_2, "ability.affects_work": "no"}
        decision.record(
            desk, hold(desk, client, answers, AGREED), "line_2", "agrees", None
        ).result()
    async with sitting(place) as at:
        await at.press("slash")
        await at.type("virt")
        await at.press("enter", "p", "f9", "1")
        assert at.app.texts("question.ability.affects_work.short") in at.screen
        await at.press("2")
        assert at.app.texts("facing.suggestion") in at.screen


async def test_with_a_dialog_open_the_screen_is_turned_too_and_nothing_typed_is_lost(
    place: Path,
) -> None:
    _begun(place)
    async with sitting(place) as at:
        await _to_interview(at)
        await at.press("f8", "3", "r")
        dialog = at.app.screen
        await at.type("hardly copes")
        await at.press("f9")
        assert isinstance(at.app.screen, ClientFacing)
        await at.press("question_mark", "f9")
        assert len([each for each in at.app.screen_stack if isinstance(each, ClientFacing)]) == 1
        await at.press("escape", "f9")
        assert at.app.screen is dialog
        await at.type(" alone")
        assert dialog.query_one(Entry).value == "hardly copes alone"
