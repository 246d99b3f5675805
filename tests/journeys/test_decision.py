"""The decision at the keys: suggested, differing, unsettled, without a line, hidden, recorded."""

from pathlib import Path

import pytest

from screens.decision import Decision
from screens.dialogs.line_card import LineCard
from screens.dialogs.page_dialog import PageDialog
from screens.interview import Interview
from screens.plan import Plan
from screens.widgets.entry import Entry
from screens.widgets.lines import Lines
from screens.widgets.page import Page
from tests.casework.cases import AGREED, LINE_1, LINE_2, hold, take_in
from tests.journeys.conftest import MONDAY, Sitting, sitting
from teui.casework import decision, interview, office
from teui.casework.desk import Desk, open_desk
from teui.clock import Clock
from teui.practice.model import Value
from teui.practice.texts import LANGUAGES

UNSETTLED = {key: value for key, value in LINE_2.items() if not key.startswith("ability.")}
NO_LINE = {**LINE_1, "situation.status": "benefit_only"}
WEAK: dict[str, Value] = {
    **LINE_1,
    "goals.motivation": "not_motivated",
    "ability.affects_work": "yes",
    "ability.work_ability": "unclear",
    "ability.life_situation": "strained",
    "market.demand": "trade_disappearing",
}


def _held(place: Path, *answers: dict[str, Value], first: bool = False) -> str:
    """An interview held with these answers; the assessment's uid."""
    desk = open_desk(str(place), clock=Clock(pinned=MONDAY))
    with desk.store:
        if first:
            office.set_decide_first(desk, True).result()
        return hold(desk, take_in(desk, start_channel="online"), *answers)


async def _open(at: Sitting) -> Decision:
    await at.press("slash")
    await at.type("virt")
    await at.press("enter", "l")
    screen = at.app.screen
    assert isinstance(screen, Decision), at.screen
    return screen


async def _to(at: Sitting, screen: Decision, key: object) -> None:
    for _ in range(40):
        if screen.selected == key:
            return
        await at.press("down")
    pytest.fail(f"{key} is no row of\n{at.screen}")


def _line(desk: Desk) -> tuple[str, str | None]:
    [row] = desk.store.read().execute("SELECT outcome, reason FROM line_decision").fetchall()
    return row["outcome"], row["reason"]


async def test_the_suggested_line_is_recorded_with_one_key_after_the_choice(place: Path) -> None:
    _held(place, dict(LINE_2), dict(AGREED))
    async with sitting(place) as at:
        await _open(at)
        assert "Suggested: line 2, competence development · phase: direction · settled" in at.screen
        assert "✓ The goals are not clear yet." in at.screen
        assert "first contact: done by this interview" in at.screen
        assert "a named adviser answers for the client: A. Lind" in at.screen
        assert "Missing   the line: 1–3, or 0" in at.screen

        await at.press("2")
        assert "Ready: F8 records the decision." in at.screen
        await at.press("f8")

        assert isinstance(at.app.screen, Plan)
        assert _line(at.desk) == ("line_2", None)


async def test_a_differing_choice_names_its_reason_as_missing_and_leads_to_it(place: Path) -> None:
    _held(place, dict(LINE_2), dict(AGREED))
    async with sitting(place) as at:
        screen = await _open(at)
        await at.press("1")
        assert "the team answers for the client: North" in at.screen
        assert "Missing   the reason: r" in at.screen

        await at.press("f8")
        assert "Write the reason." in at.screen
        assert screen.selected == ("missing", "reason")
        await at.press("enter")
        await at.type("a job is open at once")
        await at.press("enter", "f8")

        assert isinstance(at.app.screen, Plan)
        assert _line(at.desk) == ("line_1", "a job is open at once")


async def test_a_reason_that_could_not_be_saved_waits_to_be_saved_again(place: Path) -> None:
    _held(place, dict(LINE_2), dict(AGREED))
    async with sitting(place) as at:
        await _open(at)
        await at.press("1", "r")
        await at.type("a job is open at once")
        away = place.with_name("away.db")
        place.rename(away)
        await at.press("enter")
        assert "put the store back" in " ".join(at.screen.split())

        away.rename(place)
        await at.press("r")
        assert at.app.screen.query_one(Entry).value == "a job is open at once"
        await at.press("enter", "f8")
        assert _line(at.desk) == ("line_1", "a job is open at once")
        assert "a job is open at once" not in at.app.unfinished.values()


async def test_against_the_clients_wish_needs_a_reason_too(place: Path) -> None:
    _held(place, dict(LINE_2), dict(AGREED))
    async with sitting(place) as at:
        screen = await _open(at)
        await at.press("2", "w", "2")

        assert screen.view.client_view == "prefers_other"
        assert "Missing   the reason: r" in at.screen


async def test_an_open_suggestion_names_what_would_settle_it(place: Path) -> None:
    _held(place, UNSETTLED, dict(AGREED))
    async with sitting(place) as at:
        screen = await _open(at)
        assert "Possible: line 2, 3" in at.screen
        assert "questions decide" in at.screen
        open_ones = screen.view.suggestion.open_questions
        await _to(at, screen, ("open", open_ones[0]))
        await at.press("enter")

        talk = at.app.screen
        assert isinstance(talk, Interview)
        assert talk.current == open_ones[0]


async def test_what_is_not_asked_yet_leads_to_what_it_hangs_on(place: Path) -> None:
    _held(place, UNSETTLED, dict(AGREED))
    async with sitting(place) as at:
        screen = await _open(at)
        assert "ability.life_situation" in screen.view.suggestion.open_questions
        await _to(at, screen, ("more",))
        await at.press("enter")
        await _to(at, screen, ("open", "ability.life_situation"))
        await at.press("enter")

        talk = at.app.screen
        assert isinstance(talk, Interview)
        assert talk.current == "ability.affects_work"
        assert "Whether this is asked hangs on the answer here: life situation." in at.screen


async def test_the_card_opens_on_the_first_line_that_is_possible(place: Path) -> None:
    _held(place, UNSETTLED, dict(AGREED))
    async with sitting(place) as at:
        screen = await _open(at)
        assert "Possible: line 2, 3" in at.screen
        await at.press("m")

        top = at.app.screen
        assert isinstance(top, LineCard)
        assert top.number == 2
        assert screen.view.line is None


async def test_without_a_line_nothing_must_be_agreed(place: Path) -> None:
    _held(place, NO_LINE)
    async with sitting(place) as at:
        await _open(at)
        await at.press("0")
        picker = at.app.screen
        assert not isinstance(picker, Decision)
        await at.press("2")
        assert "Ready: F8 records the decision." in at.screen
        await at.press("f8")

        assert isinstance(at.app.screen, Decision)
        assert "Recorded  Mon 16.11.2026, A. Lind" in at.screen
        assert _line(at.desk) == ("no_line_benefit_only", None)


async def test_the_suggestion_is_hidden_until_there_is_a_choice(place: Path) -> None:
    _held(place, dict(LINE_2), dict(AGREED), first=True)
    async with sitting(place, size=(120, 40)) as at:
        await _open(at)
        assert "You decide first: the suggestion is shown once a line is chosen." in at.screen
        assert not [word for word in ("Suggested", "goals", "settled") if word in at.screen]

        await at.press("escape", "i")
        talk = at.app.screen
        assert isinstance(talk, Interview)
        assert "You decide first." in at.screen
        assert "line 2" not in at.screen
        await at.press("f8", "1")

        screen = at.app.screen
        assert isinstance(screen, Decision)
        assert "Suggested: line 2" in at.screen
        assert screen.view.lacks_reason
        await at.press("escape")
        assert "line 2, competence development" in at.screen


async def test_behind_a_reason_stand_rule_answers_and_chapter(place: Path) -> None:
    _held(place, WEAK, dict(AGREED))
    async with sitting(place, size=(120, 40)) as at:
        screen = await _open(at)
        await _to(at, screen, ("reason", "3.motivation"))
        await at.press("enter")

        assert isinstance(at.app.screen, PageDialog)
        for text in (
            "Weak evidence:",
            "It speaks for: line 3, supported employment",
            "· motivation: not motivated",
            "life situation: strained",
            "S0 Personal-customer strategy, final report 2009",
            "ch. 5.3: Rehabilitating for the labour market",
        ):
            assert text in at.screen
        await at.press("f2")
        assert at.app.screen.is_attached
        await at.press("escape")
        await _to(at, screen, ("contradiction", "trade_and_skills"))
        await at.press("enter")
        assert isinstance(at.app.screen, PageDialog)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_everything_that_stands_behind_a_row_opens_and_fits(
    place: Path, language: str
) -> None:
    _held(place, WEAK, dict(AGREED))
    async with sitting(place, language=language) as at:
        screen = await _open(at)
        await _to(at, screen, ("more",))
        await at.press("enter", "home", "pageup", "pageup", "pageup")
        seen = set()
        while screen.selected not in seen:
            seen.add(screen.selected)
            await at.press("enter")
            page = at.app.screen
            if screen.selected == ("told",):
                assert isinstance(page, Interview)
                assert page.at_end, "what the client is to be told stands at the end check"
                await at.press("escape", "escape", "down")
                continue
            assert isinstance(page, PageDialog), screen.selected
            for _ in range(8):
                assert [text for text in page.query_one(Page).shown if "…" in text] == []
                await at.press("pagedown")
            await at.press("escape", "down")
        assert len(seen) > 15


async def test_the_card_opens_on_the_line_and_leads_to_the_others(place: Path) -> None:
    _held(place, dict(LINE_2), dict(AGREED))
    async with sitting(place) as at:
        await _open(at)
        await at.press("m")
        card = at.app.screen
        assert isinstance(card, LineCard)
        assert "line 2, competence development" in at.screen
        assert "Vocational solutions made for the client." in at.screen

        await at.press("3")
        assert "fewer clients than" not in at.screen
        await at.press("pagedown")
        assert "fewer clients than" in at.screen
        await at.press("1")
        assert "line 1, job brokerage and enterprise services" in at.screen
        await at.press("escape")
        assert isinstance(at.app.screen, Decision)


async def test_beside_the_reasons_the_card_stands_where_there_is_room(place: Path) -> None:
    _held(place, dict(LINE_2), dict(AGREED))
    async with sitting(place, size=(120, 40)) as at:
        screen = await _open(at)
        beside = screen.query_one("#card", Page)
        assert "line 2, competence development" in beside.shown[0]
        await at.press("3")
        assert "line 3, supported employment" in beside.shown[0]


async def test_what_somebody_else_recorded_meanwhile_is_shown_not_overwritten(place: Path) -> None:
    uid = _held(place, dict(LINE_2), dict(AGREED))
    async with sitting(place) as at:
        screen = await _open(at)
        await at.press("2")
        decision.record(at.desk, uid, "line_3", "agrees", "needs much support").result()

        await at.press("f8")

        assert at.app.screen is screen
        assert "The decision has been recorded meanwhile." in at.screen
        assert "needs much support" in at.screen
        assert "line 3, supported employment" in at.screen
        assert _line(at.desk) == ("line_3", "needs much support")
        await at.press("1", "f8")
        assert _line(at.desk) == ("line_3", "needs much support")


async def test_a_recorded_decision_is_read_only_and_says_who_and_when(place: Path) -> None:
    uid = _held(place, dict(LINE_2), dict(AGREED))
    reason = "The client has a job offer from the former employer and begins in January, so " * 3
    desk = open_desk(str(place), clock=Clock(pinned=MONDAY))
    with desk.store:
        decision.record(desk, uid, "line_1", "agrees", reason).result()
    async with sitting(place) as at:
        screen = await _open(at)
        assert "Recorded  Mon 16.11.2026, A. Lind" in at.screen
        assert "The reason" in at.screen
        rows = screen.query_one("#rows", Lines).shown
        assert [text for text in rows if "…" in text] == []
        await at.press("2", "w", "r")
        assert at.app.screen is screen
        assert interview.load(at.desk, uid).state == "completed"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "answers", [{}, dict(LINE_1), WEAK, NO_LINE], ids=["empty", "line_1", "weak", "no_line"]
)
async def test_no_word_is_cut(
    place: Path, answers: dict[str, Value], language: str, size: tuple[int, int]
) -> None:
    _held(place, answers)
    async with sitting(place, language=language, size=size) as at:
        screen = await _open(at)
        for key in ("1", "3", "down"):
            for pane in screen.query(Lines):
                assert [text for text in pane.shown if pane.display and "…" in text] == [], pane.id
            await at.press(key)


async def test_the_card_opens_from_client_and_plan_too(place: Path) -> None:
    uid = _held(place, dict(LINE_2), dict(AGREED))
    desk = open_desk(str(place), clock=Clock(pinned=MONDAY))
    with desk.store:
        decision.record(desk, uid, "line_2", "agrees", None).result()
    async with sitting(place) as at:
        await at.press("slash")
        await at.type("virt")
        await at.press("enter", "enter")
        for key in ("m", "p", "m"):
            await at.press(key)
            if key == "m":
                card = at.app.screen
                assert isinstance(card, LineCard), at.screen
                assert card.number == 2
                await at.press("escape")
