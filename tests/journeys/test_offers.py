"""Job offers and contacts in one form, key by key."""

from datetime import date
from pathlib import Path

import pytest

from screens.client import Client
from screens.dialogs.contact import ContactForm
from screens.interview import Interview
from screens.offers import Offers
from screens.today import Today
from tests.casework.cases import AGREED, LINE_2, hold, take_in
from tests.journeys.conftest import MONDAY, Sitting, sitting
from tests.journeys.test_sizes import check_frame
from teui.casework import decision, offers
from teui.casework.client_words import happened
from teui.casework.clients import find, header
from teui.casework.desk import desk_of, make_store
from teui.casework.offers import Job, Outcome
from teui.casework.today import page
from teui.clock import Clock
from teui.practice.texts import LANGUAGES
from teui.store.store import Founders
from teui.store.unit import Unit

JOB = ("n", *"cook / 5120", "enter", *"Bakery Oy", "enter", *"+14", "enter")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """Aalto on line 2, with an adviser of the desk who answers for her."""
    path = tmp_path / "journey.db"
    with make_store(path, "demo", Founders("A. Lind", "North", "a"), Clock(pinned=MONDAY)) as store:
        desk = desk_of(store)
        assessment = hold(desk, take_in(desk, "Aalto"), LINE_2, AGREED)
        decision.record(desk, assessment, "line_2", "agrees", None).result()
    return path


def _offers(at: Sitting) -> Offers:
    screen = at.app.screen
    assert isinstance(screen, Offers)
    return screen


def _client(at: Sitting) -> Client:
    screen = at.app.screen
    assert isinstance(screen, Client)
    return screen


async def test_three_offers_fail_and_the_need_is_assessed_anew(case: Path) -> None:
    async with sitting(case) as at:
        await at.press("o")
        assert "Missing before offers hit the mark" in at.screen
        assert "No offers yet: n makes one." in at.screen
        await at.press("d", "x", "enter")
        assert isinstance(at.app.screen, Offers), "not on a row that is none"
        # What is half-typed is there again after Esc.
        await at.press("n", *"coo", "escape", "n", *"k / 51", "enter")
        assert "no ISCO code: 51" in " ".join(at.screen.split())
        await at.press(*"20", "enter", *"Bakery Oy", "enter", *"+14", "enter")
        assert "cook (5120) · Bakery Oy" in at.screen
        assert "offered, by 30.11." in at.screen
        assert not any(at.app.unfinished.values())

        await at.press("d", "5", "2", "5")
        assert _offers(at).view.offers[0].failed_reason == "skills_lacking"
        for _ in range(2):
            await at.press(*JOB)
            assert "Is competence the obstacle?" not in at.screen
            await at.press("d", "5", "1", "9", *"moves away", "enter")
        assert "3 offers · 3 failed" in at.screen
        assert "competence (1 sign)" in at.screen
        assert "Is competence the obstacle?" in at.screen

        await at.press("ctrl+z")
        assert "3 offers · 2 failed" in at.screen
        await at.press("x")
        assert "2 offers · 2 failed" in at.screen
        await at.press("home", "enter", "enter", "enter", "enter", "enter", "1", *"by bus", "enter")
        assert "short work" in at.screen
        await at.press("i", "1")
        assert isinstance(at.app.screen, Interview)
        await at.press("escape")

        # The assessment that was begun is a soft stop now.
        assert "An assessment is not finished: finish it first" in at.screen
        await at.press("n", "enter")
        assert "Something speaks against an offer" in " ".join(at.screen.split())
        await at.press(*"asked for", "enter", *JOB[1:])
        assert "offered all the same: asked for" in " ".join(at.screen.split())

        await at.press("escape", "enter")
        screen = _client(at)
        while screen.shown != "offers":
            await at.press("h")
        assert {each.kind for each in screen.happenings} == {"offer_made", "offer_turned"}
        await at.press("enter")
        assert isinstance(at.app.screen, Offers)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_all_that_can_stand_above_the_offers_fits_with_its_dialogs(
    case: Path, language: str
) -> None:
    async with sitting(case, language=language) as at:
        desk = at.desk
        client = find(desk, "aalto")[0].uid
        mine = header(desk, client).customership_uid
        failed = Outcome("failed", "employer", "interview_weak")
        for _ in range(3):
            uid = offers.make(desk, mine, Job("cook", "5120", "Bakery Oy")).result()
            offers.set_outcome(desk, uid, failed).result()
        hold(desk, client, {"situation.known_change": "pension"}, kind="first")

        def pass_on(unit: Unit) -> None:
            other = unit.insert("adviser", name="B. Berg", login="b", team_uid=desk.team.uid)
            unit.update("customership", mine, None, adviser_uid=other)
            begun = {"customership_uid": mine, "state": "running"}
            unit.insert("service_use", service="work_ability_assessment", **begun)

        desk.store.writer.submit("client_moved", pass_on).result()
        await at.press("/", *"aalto", "enter", "enter", "o")
        view = _offers(at).view
        assert len(view.stops) == 3
        assert view.ready.missing and view.ready.short_only and view.needs
        shown = "\n".join(_offers(at).rows.shown)
        assert at.app.texts("offer.missing", what="").strip()[:30] in shown, (
            "nothing is hidden above"
        )
        assert "cook (5120)" in shown, "and the first offer is in sight below all that"
        for key in ("?", "escape", "d", "5", "2", "escape", "n", "2", *"xy", "enter", "z", "enter"):
            await at.press(key)
            check_frame(at, 80)


async def test_a_contact_is_one_form_from_two_keys_to_everything(case: Path) -> None:
    async with sitting(case, date(2026, 11, 23)) as at:
        await at.press("c", "enter")
        stored = "SELECT kind, channel, reached, outcome, next_step, note FROM contact ORDER BY id"
        read = at.desk.store.read
        assert [tuple(row) for row in read().execute(stored)] == [
            ("agreed", "phone", 1, None, None, None)
        ]

        # A code that does not go with the rest falls away; letters begin the note, ! a promise.
        await at.press("c", "4", "2", "1", "2", "up", "up", "2")
        form = at.app.screen
        assert isinstance(form, ContactForm)
        assert form.row == "outcome"
        assert "1 no answer" in at.screen
        await at.press("up", "1", "2", *"rings the school fri")
        assert "→ follow-up: Fri 27.11.2026" in at.screen
        await at.press("down", *"has an idea", "escape")
        await at.press("c", "4", "2", "1", "2", "f2", "f2", "f2", "enter")
        assert isinstance(at.app.screen, Today)
        assert "Aalto, Aino: assess the need anew?" in at.screen
        assert [tuple(row) for row in read().execute(stored)][1:] == [
            ("other", "meeting", 1, "not_as_planned", "rings the school fri", "has an idea")
        ]
        assert any(row.rule == "by_hand" for row in page(at.desk))
        assert not any(at.app.unfinished.values())

        await at.press("i", "1")
        assert isinstance(at.app.screen, Interview)
        await at.press("escape", "c", *"!", "enter")
        assert "The follow-up says nothing yet." in " ".join(at.screen.split())
        await at.press("escape", "enter")
        screen = _client(at)
        while screen.shown != "contacts":
            await at.press("h")
        said = [happened(at.app.texts, each) for each in screen.happenings]
        assert said == [
            "other contact, face to face · the job search does not go as planned"
            " · next: rings the school fri · has an idea",
            "agreed contact, by phone",
        ]
