"""An interview begun by older rules: the notice, what would change, the move, the way back."""

from pathlib import Path

import pytest
from rich.cells import cell_len

from screens.dialogs.newer_model import NewerModel
from screens.dialogs.page_dialog import PageDialog
from screens.interview import Interview
from tests.casework.cases import AGREED, LINE_2, hold, take_in
from tests.journeys.conftest import MONDAY, Sitting, sitting
from tests.practice.newer import SECOND, edited, second_version, set_to, without
from teui.casework import interview
from teui.casework.desk import Desk, open_desk
from teui.clock import Clock
from teui.practice.load import load_model
from teui.practice.model import PracticeModel, Value
from teui.practice.texts import LANGUAGES

NOTICE = "Newer rules are in use: ^R shows what they change."
WAS = "Answered before the rules changed: "
GIVEN: dict[str, Value] = {
    **LINE_2,
    **AGREED,
    "goals.strengths": "patient",
    "work.area": ("Turku",),
}


def begun(place: Path, left_at: str = "goals.clarity") -> str:
    """An interview of Aino Virtanen by the shipped rules."""
    desk = open_desk(str(place), clock=Clock(pinned=MONDAY))
    with desk.store:
        uid = hold(desk, take_in(desk, start_channel="office"), GIVEN)
        interview.save_writing(desk, uid, interview.Writing(left_at)).result()
    return uid


def use(patch: pytest.MonkeyPatch, model: PracticeModel = SECOND) -> None:
    """From here on this model is the one in use."""
    patch.setattr(Desk, "model", model)


async def _open(at: Sitting) -> Interview:
    await at.press("f3", *"virtanen", "enter", "i")
    screen = at.app.screen
    assert isinstance(screen, Interview), at.screen
    return screen


def _page(at: Sitting) -> str:
    """All that the dialog says, also what it has no room for."""
    dialog = at.app.screen
    assert isinstance(dialog, PageDialog), at.screen
    lines = dialog._make(dialog.t, dialog.inner_width)
    return " ".join(" ".join("".join(span.text for span in each) for each in lines).split())


def _answers(at: Sitting, screen: Interview) -> dict[str, object]:
    found = interview.load(at.desk, screen.draft.uid)
    return {name: each.value for name, each in found.answers.items()}


async def test_an_interview_by_the_rules_in_use_says_nothing_of_it(place: Path) -> None:
    begun(place)
    async with sitting(place) as at:
        screen = await _open(at)

        await at.press("ctrl+r")

        assert at.app.screen is screen
        assert "newer rules" not in at.screen
        assert NOTICE not in at.screen


async def test_from_the_old_rules_to_the_decision_by_the_newer(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun(place)
    use(monkeypatch)
    async with sitting(place) as at:
        screen = await _open(at)
        assert NOTICE in at.screen
        assert "^R newer rules" in at.screen
        assert "4 ✓unclear" in at.screen

        await at.press("ctrl+r")
        dialog = at.app.screen
        assert isinstance(dialog, NewerModel)
        said = _page(at)
        for sentence in (
            "begun by version 1 of the rules; version 2 is in use now.",
            "Asked anew, since the answer no longer fits - work area: Turku"
            " - clarity of goals: unclear",
            "they stay in the store - strengths: patient",
            "New questions - goals.confidence",
            "No longer asked - What are you good at?",
            "clarity of goals: New answers: still_open. Answers taken out: unclear.",
            "next contact: Other conditions hold for its answer. The answer stays: Mon 23.11.2026.",
            "By when things must be done.",
        ):
            assert sentence in said
        await at.press("1")

        assert at.app.screen is screen
        assert "The interview goes by the newer rules now. ^Z takes it back." in at.screen
        await at.press("up", "down", "up")
        assert NOTICE not in at.screen
        assert "^R" not in at.screen
        screen.go_to("goals.clarity")
        await at.settle()
        assert f"{WAS}unclear" in at.screen
        assert "decides the line" in at.screen
        assert "4  still_open" in at.screen

        await at.press("4")
        assert _answers(at, screen)["goals.clarity"] == "still_open"
        screen.go_to("goals.clarity")
        await at.settle()
        assert WAS not in at.screen

        await at.press("f8", "2", "f8")
        made = at.desk.store.read().execute("SELECT outcome, model_digest FROM line_decision")
        [row] = made.fetchall()
        assert (row["outcome"], row["model_digest"]) == ("line_2", SECOND.digest)


async def test_esc_stays_with_the_rules_of_the_beginning(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    uid = begun(place)
    use(monkeypatch)
    async with sitting(place) as at:
        screen = await _open(at)

        await at.press("ctrl+r", "escape")

        assert at.app.screen is screen
        assert NOTICE in at.screen
        assert interview.load(at.desk, uid).model_digest == load_model().digest
        await at.press("1")
        assert _answers(at, screen)["goals.clarity"] == "clear_and_realistic"


async def test_undo_goes_back_to_the_old_rules_with_all_answers(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun(place)
    use(monkeypatch)
    async with sitting(place) as at:
        screen = await _open(at)
        before = _answers(at, screen)

        await at.press("ctrl+r", "enter", "ctrl+z")

        assert "Undone: Virtanen, Aino · move to newer rules" in at.screen
        assert _answers(at, screen) == before
        assert screen.sheet.model.version == "1"
        await at.press("left")
        assert NOTICE in at.screen

        await at.press("ctrl+y")
        assert screen.sheet.model is SECOND


async def test_nothing_being_written_is_lost_by_the_move(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    uid = begun(place, left_at="goals.strengths")
    use(monkeypatch)
    async with sitting(place) as at:
        screen = await _open(at)
        # A half-typed field of a question that goes, and a line that began at it.
        await at.press(*" with", "tab", *"may call the sch")

        await at.press("ctrl+r", "1")

        assert screen.current != "goals.strengths"
        assert screen.notes.note.value == "may call the sch"
        await at.type("ool")
        await at.press("enter")
        stored = interview.load(at.desk, uid)
        [note] = stored.notes
        assert (note.text, note.question) == ("may call the school", "goals.strengths")
        assert stored.writing.typed["goals.strengths"] == "patient with"

        await at.press("ctrl+z")
        screen.go_to("goals.strengths")
        await at.settle()
        assert screen.asking.field.value == "patient with"


async def test_a_field_that_changes_its_type_is_typed_anew(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun(place, left_at="work.area")
    use(monkeypatch)
    async with sitting(place) as at:
        screen = await _open(at)
        assert screen.asking.field.value == "Turku"

        await at.press("ctrl+r", "1")

        assert (screen.current, screen.asking.field.value) == ("work.area", "")
        assert f"{WAS}Turku" in at.screen
        await at.press(*"Turku, 50 km", "enter")
        assert _answers(at, screen)["work.area"] == "Turku, 50 km"


async def test_a_place_that_is_no_more_leads_to_one_beside_it(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    uid = begun(place, left_at="goals.strengths")
    use(monkeypatch)
    async with sitting(place) as at:
        screen = await _open(at)
        screen.go_to("agreed.next_channel")
        screen.go_to("goals.strengths")
        screen.go_to("goals.initiative")
        await at.press("ctrl+r", "1", "left")
        assert screen.current == "agreed.next_channel"
        await at.press("escape")
    at_gone = interview.Writing("goals.strengths", interview.DraftLine("x", "goals.strengths"))
    desk = open_desk(str(place), clock=Clock(pinned=MONDAY))
    with desk.store:
        interview.save_writing(desk, uid, at_gone).result()
    async with sitting(place) as at:
        screen = await _open(at)
        assert screen.current == "goals.wishes"
        assert screen.notes.note.value == "x"


async def test_the_end_check_stays_in_view(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun(place)
    use(monkeypatch)
    async with sitting(place) as at:
        screen = await _open(at)
        await at.press("end", "1")
        told = dict(screen.draft.told)
        assert told

        await at.press("ctrl+r", "1")

        assert screen.at_end
        assert dict(screen.draft.told) == told


async def test_what_was_typed_at_a_question_that_goes_is_nobody_elses(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    uid = begun(place, left_at="work.licences")
    use(monkeypatch, edited(second_version, without("work.licences")))
    async with sitting(place) as at:
        screen = await _open(at)
        await at.press(*"forklift", "tab", "end")

        await at.press("ctrl+r", "1", *"x")

        assert (screen.current, screen.at_end) == ("work.sought", True)
        await at.press("enter", "escape")
        assert screen.asking.field.value == ""
        await at.press("escape")
        assert interview.load(at.desk, uid).writing.typed == {"work.licences": "forklift"}


async def test_the_notice_gives_way_to_answers_that_go_badly_together(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun(place, left_at="market.demand")
    use(monkeypatch)
    async with sitting(place) as at:
        screen = await _open(at)
        await at.press("4")

        assert screen.sheet.contradictions
        assert NOTICE not in at.screen
        assert "^R newer rules" in at.screen


async def test_rules_that_have_lost_their_words_are_asked_by_their_names(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The words of an older version may be gone from the installed files."""
    old = edited(second_version, set_to("goals.motivation", codes=["keen", "not_motivated"]))
    desk = open_desk(str(place), clock=Clock(pinned=MONDAY))
    with monkeypatch.context() as before, desk.store:
        use(before, old)
        uid = hold(desk, take_in(desk), {"goals.motivation": "keen"})
        interview.save_writing(desk, uid, interview.Writing("goals.motivation")).result()
    use(monkeypatch, load_model())
    async with sitting(place) as at:
        await _open(at)
        assert "1 ✓keen" in at.screen

        await at.press("ctrl+r")
        assert "Asked anew, since the answer no longer fits - motivation: keen" in _page(at)
        await at.press("1")
        assert f"{WAS}keen" in at.screen


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_word_of_it_fits(
    place: Path, monkeypatch: pytest.MonkeyPatch, language: str, size: tuple[int, int]
) -> None:
    begun(place)
    use(monkeypatch)
    async with sitting(place, language=language, size=size) as at:
        screen = await _open(at)
        shown = [at.screen]
        await at.type("x")
        shown.append(at.screen)
        await at.press("backspace", "ctrl+r", "pagedown")
        shown.append(at.screen)
        await at.press("1", "ctrl+r")
        for question in screen.draft.unfit:
            if question in screen.sheet.model.questions:
                screen.go_to(question)
                await at.settle()
                shown.append(at.screen)

        for page in shown:
            assert "…" not in page
            assert max(cell_len(row.rstrip()) for row in page.splitlines()) <= size[0]
        assert "^R" in shown[0]
        assert "^R" in shown[1]
