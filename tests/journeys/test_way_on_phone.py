"""A talk on the phone in the client's own order, another caller in the middle of it."""

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from screens.decision import Decision
from screens.dialogs.find_question import FindQuestion
from screens.interview import Interview
from screens.plan import Plan
from screens.widgets.row_list import RowList
from tests.casework.cases import take_in
from tests.journeys.conftest import MONDAY, Sitting, sitting
from teui.assessment import Required, Suggestion
from teui.casework import clients, interview, plan, today
from teui.casework.desk import desk_of, open_existing
from teui.clock import Clock
from teui.store.history import verify_chain

ANSWERS: Mapping[str, Sequence[str]] = {
    "start.channel": "1",
    "start.previous": "1",
    "start.benefit_opened": "1",
    "contact.interpreter": "2",
    "residence.basis": "1",
    "benefit.statement_needed": "1",
    "situation.status": "9",
    "situation.unemployed_since": [*"1.10.", "enter"],
    "situation.change_security": "2",
    "situation.known_change": "1",
    "work.sought": [*"kokki / 5120 / 3", "enter"],
    "work.area": ["-", "enter"],
    "competence.vocational": "2",
    "competence.language": "1",
    "competence.work_life_skills": "1",
    "competence.digital": "0",
    "market.demand": "3",
    "goals.wishes": [*"1323", "enter"],
    "goals.clarity": "4",
    "goals.initiative": "2",
    "goals.motivation": "+",
    "ability.affects_work": "2",
    "ability.support_need": "1",
    "agreed.client_steps": [*"soittaa kouluun", "enter"],
    "agreed.next_contact": [*"+14", "enter"],
    "agreed.next_channel": "1",
    "agreed.client_view": "1",
}
"""Line 2 by its goals; three kinds of non-answers, several wishes, one of them taken back."""
FIRST_ASKED = ("goals.clarity", "work.sought", "ability.support_need", "situation.status")
"""What this client begins with; the rest comes as the talk goes, from the end of the form."""
SECOND_HALF = "oa leipomossa"


@dataclass(frozen=True)
class Talked:
    """What came of a talk, whatever names the store gave to its rows."""

    suggestion: Suggestion
    required: tuple[Required, ...]
    plan: tuple[object, ...]
    due: tuple[tuple[str, date, str], ...]


@pytest.fixture
def callers(place: Path) -> Path:
    """Two clients whose numbers are known."""
    with open_existing(str(place), clock=Clock(pinned=MONDAY)) as store:
        desk = desk_of(store)
        take_in(desk, "Virtanen", phones=("040 123 4567",))
        take_in(desk, "Åberg", phones=("050 765 4321",))
    return place


async def _answer_call(at: Sitting, digits: str) -> Interview:
    """From wherever one is: the caller by the last digits of the number."""
    await at.press("f3", *digits, "enter", "i")
    return _asking(at)


def _asking(at: Sitting) -> Interview:
    screen = at.app.screen
    assert isinstance(screen, Interview), at.screen
    return screen


async def _find(at: Sitting, question: str) -> None:
    """Jump to a question by its words; from a field Tab leads to the note line first."""
    screen = _asking(at)
    if screen.writing() is screen.asking.field:
        await at.press("tab")
    await at.press("slash")
    await at.type(at.app.texts(f"question.{question}.short").split()[0])
    dialog = at.app.screen
    assert isinstance(dialog, FindQuestion)
    for _ in range(60):
        if dialog.query_one(RowList).key == question:
            break
        await at.press("down")
    await at.press("enter")
    assert (at.app.screen, screen.current) == (screen, question)


async def _in_own_order(at: Sitting) -> None:
    """As the client tells it, with a note between, another caller, and looking back."""
    screen = await _answer_call(at, "4567")
    for question in FIRST_ASKED[:2]:
        await _find(at, question)
        await at.press(*ANSWERS[question])
    await _find(at, "market.demand")
    await at.press("pagedown", "pageup", "left", "left")
    assert screen.current == "market.demand", "where the talk was"
    await at.type("haluaisi kokeilla 2")
    await at.press("enter")

    await at.type(f"ollut kuukauden {SECOND_HALF}")
    await at.press(*["left"] * len(SECOND_HALF))
    await _second_call(at)
    assert (at.app.screen, screen.current) == (screen, "market.demand")
    await at.type("t")
    await at.press("enter")
    noted = [(note.text, note.question) for note in screen.draft.notes]
    assert noted == [
        ("haluaisi kokeilla 2", "market.demand"),
        ("ollut kuukauden toa leipomossa", "market.demand"),
    ]

    for question in FIRST_ASKED[2:]:
        await _find(at, question)
        await at.press(*ANSWERS[question])
    await at.press("tab")
    assert screen.current == screen.sheet.deciding[0]
    for question in reversed(list(ANSWERS)):
        if question not in screen.sheet.given:
            await _find(at, question)
            await at.press(*ANSWERS[question])


async def _second_call(at: Sitting) -> None:
    """Somebody else rings in mid-word; back by the first caller's number, or by Esc."""
    first = _asking(at)
    second = await _answer_call(at, "4321")
    assert second is not first
    assert second.notes.note.value == ""
    await at.press("1", "1")
    await at.type("soittaa huomenna")
    await _answer_call(at, "4567")
    rows = clients.find(at.desk, "4321")
    draft = clients.header(at.desk, rows[0].uid).draft_uid
    assert draft is not None
    left = interview.load(at.desk, draft)
    assert left.writing.line.text == "soittaa huomenna"
    assert left.answers["start.channel"].value == "online"


async def _in_form_order(at: Sitting) -> None:
    screen = await _answer_call(at, "4567")
    order = list(screen.sheet.model.questions)
    for question, keys in ANSWERS.items():
        if order.index(screen.current) > order.index(question):
            await at.press("home")
        while screen.current != question:
            await at.press("down")
        await at.press(*keys)


async def _by_use(at: Sitting) -> None:
    """What settles most first, by Tab; what is left when nothing decides, from the end."""
    screen = await _answer_call(at, "4567")
    while screen.sheet.deciding:
        best = screen.sheet.deciding[0]
        if screen.current != best:
            await at.press("tab", *(["tab"] if screen.writing() is screen.asking.field else []))
        assert screen.current in screen.sheet.deciding
        await at.press(*ANSWERS[screen.current])
    for question in reversed(list(ANSWERS)):
        if question not in screen.sheet.given:
            await _find(at, question)
            await at.press(*ANSWERS[question])


async def _end(at: Sitting) -> Talked:
    """End check, what the client was told, decision as suggested, plan; then what came of it."""
    screen = _asking(at)
    assert screen.sheet.given.keys() >= ANSWERS.keys()
    if screen.writing() is screen.asking.field:
        await at.press("tab")
    await at.press("end", "1", "2", "3", "2")
    assert screen.at_end
    assert len(interview.load(at.desk, screen.draft.uid).told) == 2
    await at.press("f8")
    view = at.app.screen
    assert isinstance(view, Decision)
    decided = view.view
    assert (decided.suggestion.outcome, decided.missing) == ("line_2", ())
    await at.press("2", "f8")
    planned = at.app.screen
    assert isinstance(planned, Plan), at.screen
    await at.press("f8")
    assert planned.view.accepted_on == MONDAY
    await at.press("escape", "escape", "escape")
    kept = plan.load(at.desk, planned.view.customership_uid)
    rows = today.page(at.desk, "mine") + today.page(at.desk, "team")
    return Talked(
        decided.suggestion,
        decided.requirements,
        (
            (kept.goal, kept.goal_isco, kept.review_on, kept.rhythm_weeks, kept.rhythm_channel),
            (kept.contact_by, kept.next_contact_on, kept.undated),
            tuple((i.side, i.text, i.service, i.by_date, i.requirement) for i in kept.items),
        ),
        tuple(
            (row.rule, row.due, str(sorted(row.params.items())))
            for row in rows
            if row.client_uid == kept.client.uid
        ),
    )


async def test_a_talk_in_the_clients_own_order_comes_to_the_same(
    callers: Path, tmp_path: Path
) -> None:
    found = []
    for number, hold_it in enumerate((_in_own_order, _in_form_order, _by_use)):
        store = tmp_path / f"{number}.db"
        shutil.copy(callers, store)
        async with sitting(store, language="fi") as at:
            await hold_it(at)
            found.append(await _end(at))
            assert verify_chain(at.desk.store.read()) == ()
    assert found[0] == found[1] == found[2]
    assert {each.id for each in found[0].required} >= {"make_plan", "line_interview"}
