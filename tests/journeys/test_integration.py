"""An immigrant within three years: the integration assessment in stages, or another kind."""

from datetime import date
from pathlib import Path

import pytest

from screens.decision import Decision
from screens.interview import Interview
from screens.plan import Plan
from screens.stages import StagesScreen
from tests.casework.cases import AGREED, LINE_2, hold, take_in
from tests.casework.test_stages import PERMIT
from tests.journeys.conftest import MONDAY, Sitting, sitting
from tests.journeys.test_sizes import SIZES, check_frame
from teui.casework import client_record, clients, decision, interview
from teui.casework.desk import Desk, open_desk
from teui.clock import Clock
from teui.practice.texts import LANGUAGES

FRIDAY = date(2026, 11, 27)
BECAUSE = "degree recognised, works in Finnish"


def _client(place: Path, *, decided: bool = False, answers: bool = False) -> str:
    """A newcomer; `decided`: a first assessment was held already, so the line is preliminary."""
    desk = open_desk(str(place), clock=Clock(pinned=MONDAY))
    with desk.store:
        client = take_in(desk)
        if decided or answers:
            uid = hold(desk, client, {**LINE_2, **PERMIT}, AGREED)
        if decided:
            decision.record(desk, uid, "line_2", "agrees", None).result()
        return client


def _preliminary(desk: Desk) -> list[int]:
    rows = desk.store.read().execute("SELECT preliminary FROM line_decision ORDER BY id")
    return [row["preliminary"] for row in rows]


async def _find(at: Sitting, key: str) -> None:
    await at.press("slash")
    await at.type("virt")
    await at.press("enter", key)


def _on(at: Sitting, kind: type[object]) -> None:
    assert isinstance(at.app.screen, kind), at.screen


async def _interview(at: Sitting) -> Interview:
    screen = at.app.screen
    assert isinstance(screen, Interview), at.screen
    return screen


async def test_planned_held_and_bought_in_two_sittings_to_a_line_that_is_final(
    place: Path,
) -> None:
    client = _client(place)
    async with sitting(place) as at:
        await _find(at, "i")
        # Nothing is known yet: the plain way, and one key makes it the other kind.
        assert "First assessment" in at.screen
        await at.press("ctrl+n", "1")
        screen = await _interview(at)
        assert "Integration assessment" in at.screen
        assert "^O stages" in at.screen

        for question, key in (("contact.interpreter", "1"), ("residence.basis", "3")):
            screen.go_to(question)
            await at.press(key)
        screen.go_to("competence.language")
        await at.press("ctrl+o")
        assert isinstance(at.app.screen, StagesScreen)
        assert "Specialist: A. Lind · stages held: 0 of 5 · preliminary" in at.screen
        assert "Interpreter: needed, to be booked by 16.11.2026." in at.screen

        await at.press("enter", "enter")
        await at.type("16.11.")
        await at.press("enter", "down", "enter")
        await at.type("27.11.")
        await at.press("enter")
        await at.type("Windchime Institute")
        await at.press("enter", "escape")
        assert "✓ initial interview" in at.screen
        assert "held 16.11.2026" in at.screen
        assert "planned 27.11.2026" in at.screen
        assert "Provider: Windchime Institute" in at.screen
        await at.press("escape")
        await at.type("tolkki ens")
        # The first sitting ends here, in the middle of a word.
        await at.press("escape", "escape")

    async with sitting(place, FRIDAY) as at:
        assert "stage: language skills" in at.screen
        assert "booking of an interpreter" in at.screen
        await at.press("d")
        await _find(at, "i")
        screen = await _interview(at)
        assert screen.notes.note.value == "tolkki ens"
        await at.type("in")
        await at.press("enter", "ctrl+o")
        assert "Interpreter: needed, booked." in at.screen
        await at.press("down", "enter", "enter", "enter")
        await at.type("27.11.")
        await at.press("enter")
        await at.type("A2.1")
        await at.press("enter")
        assert "Result: A2.1" in at.screen
        await at.press("escape", "escape")

        uid = screen.draft.uid
        for given in ({**LINE_2, **PERMIT}, AGREED):
            for question, value in given.items():
                interview.save_answer(at.desk, uid, question, "answered", value).result()
        await at.press("escape")
        await _find(at, "i")
        assert "settled · preliminary" in at.screen
        await at.press("f8")
        _on(at, Decision)
        assert "! Not held yet: reading and writing, education, work abroad" in at.screen
        assert "· settled" in at.screen
        await at.press("2", "f8")
        _on(at, Plan)

        assert _preliminary(at.desk) == [0]
        record = client_record.record(at.desk, client)
        due = {each.params.get("requirement") for each in record.waiting}
        assert "make_integration_plan" in due
        assert "assessment_stage" not in {each.rule for each in record.waiting}


async def test_after_a_preliminary_line_the_rules_kind_is_one_key_away(place: Path) -> None:
    _client(place, decided=True)
    async with sitting(place) as at:
        await _find(at, "i")
        assert "Virtanen, Aino: which assessment?" in at.screen
        assert "Integration assessment (as the rule has it)" in at.screen
        await at.press("enter")
        assert "Integration assessment" in at.screen
        assert (await _interview(at)).draft.kind == "integration"


async def test_the_other_kind_wants_a_reason_which_stands_with_the_decision(place: Path) -> None:
    client = _client(place, decided=True)
    async with sitting(place) as at:
        await _find(at, "i")
        await at.press("2")
        await at.type("degree recog")
        await at.press("escape")
        assert not isinstance(at.app.screen, Interview)
        # What Esc left half-typed is found again; without a word nothing begins.
        await at.press("i", "2")
        assert "degree recog" in at.app.screen.query_one("#entry").value  # type: ignore[attr-defined]
        await at.press(*["backspace"] * 12, "enter")
        assert "needs a reason" in at.screen
        await at.type(BECAUSE)
        await at.press("enter")
        uid = (await _interview(at)).draft.uid

        for given in ({**LINE_2, **PERMIT}, AGREED):
            for question, value in given.items():
                if not question.startswith(("start.previous", "situation.known")):
                    interview.save_answer(at.desk, uid, question, "answered", value).result()
        await at.press("f8")
        assert "Kind chosen against the rule: Reassessment. Reason: degree" in at.screen
        assert "preliminary" not in at.screen
        await at.press("2", "f8")
        assert _preliminary(at.desk) == [1, 0]
        decided = client_record.record(at.desk, client).decided
        assert decided is not None
        assert decided.of_kind.reason == BECAUSE
        await at.press("escape", "escape", "escape", "enter", "1")
        assert BECAUSE in at.screen
        assert clients.header(at.desk, client).line == 2


async def test_the_decision_warns_of_the_other_kind_and_enter_turns_it(place: Path) -> None:
    _client(place, answers=True)
    async with sitting(place) as at:
        await _find(at, "l")
        assert "· preliminary" in at.screen
        assert "! By the rule the integration assessment is held here" in at.screen
        assert "The line is preliminary until the end of the integration assessment." in at.screen
        screen = at.app.screen
        assert isinstance(screen, Decision)
        while screen.selected != ("kind",):
            await at.press("down")
        await at.press("enter", "1")
        assert "It is an integration assessment now" in at.screen
        assert "Specialist: A. Lind · stages held: 0 of 5" in at.screen
        assert "By the rule" not in at.screen
        await at.press("ctrl+z")
        assert "! By the rule the integration assessment is held here" in at.screen
        await at.press("f9")
        assert "preliminary until the end of the integration assessment" not in at.screen


async def test_turning_back_wants_a_reason(place: Path) -> None:
    _client(place, answers=True)
    async with sitting(place) as at:
        await _find(at, "i")
        await at.press("ctrl+n", "1", "ctrl+n", "1")
        await at.type(BECAUSE)
        await at.press("enter")
        draft = (await _interview(at)).draft
        assert (draft.kind, draft.kind_reason) == ("first", BECAUSE)
        assert "preliminary" not in at.screen


async def test_another_specialist_is_chosen_among_the_offices_advisers(office: Path) -> None:
    async with sitting(office) as at:
        client = _newcomer(at.desk)
        await at.press("slash")
        await at.type("virt")
        await at.press("enter", "i", "ctrl+n", "1", "ctrl+o", "a", "1")
        found = client_record.record(at.desk, client).begun
        assert found is not None
        assert f"Specialist: {found.of_kind.specialist}" in at.screen
        assert found.of_kind.specialist != at.desk.adviser.name


def _newcomer(desk: Desk) -> str:
    return take_in(desk, "Virtanen-Uusi")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", LANGUAGES)
async def test_it_all_fits(place: Path, language: str, size: tuple[int, int]) -> None:
    _client(place, answers=True)
    async with sitting(place, language=language, size=size) as at:
        await _find(at, "i")
        await at.press("ctrl+n")
        check_frame(at, size[0])
        await at.press("1")
        check_frame(at, size[0])
        await at.press("ctrl+o")
        for _ in range(5):
            await at.press("enter")
            check_frame(at, size[0])
            await at.type("20.11.")
            await at.press("enter")
            check_frame(at, size[0])
            await at.press("escape", "down")
            check_frame(at, size[0])
        rows = at.app.screen.query_one("#rows")
        assert not [text for text in rows.shown if "…" in text]  # type: ignore[attr-defined]
        await at.press("escape", "f8")
        check_frame(at, size[0])
        rows = at.app.screen.query_one("#rows")
        assert not [text for text in rows.shown if "…" in text]  # type: ignore[attr-defined]
