"""The form on a client, typed key by key: a new one and one who is known."""

import asyncio
import json
from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len

from screens.client_form import ClientForm
from screens.clients import Clients
from screens.dialogs.picker import Picker
from screens.edit_client import EditClient
from screens.interview import Interview
from screens.new_client import NewClient
from screens.today import Today
from tests.journeys.conftest import Sitting, sitting
from teui.casework import edit_client, unfinished
from teui.casework.client_fields import FIELDS
from teui.casework.clients import NewClient as Facts
from teui.casework.clients import find, new_client
from teui.casework.interview import begin, save_answer

AINO = Facts("Virtanen", "Aino", identity_code="010190-999W", phones=("040 123 4567",))


def _form(at: Sitting) -> ClientForm:
    screen = at.app.screen
    assert isinstance(screen, ClientForm), screen
    return screen


async def _go(at: Sitting, name: str) -> None:
    form = _form(at)
    while form.field != name:
        forward = FIELDS.index(name) > FIELDS.index(form.field)
        await at.press("down" if forward else "up")


async def _fill(at: Sitting, name: str, text: str) -> None:
    await _go(at, name)
    await at.press("ctrl+u")
    await at.type(text)


async def _edit(at: Sitting, text: str = "virt") -> EditClient:
    await at.press("slash")
    await at.type(text)
    await at.press("enter", "e")
    screen = at.app.screen
    assert isinstance(screen, EditClient), screen
    return screen


async def _pause(at: Sitting) -> None:
    """Long enough for what was typed to be kept by itself."""
    await asyncio.sleep(0.25)
    await at.settle()


async def test_every_field_is_taken_in(place: Path) -> None:
    async with sitting(place) as at:
        await at.press("n")
        for name, text in (
            ("family_name", "Virtanen"),
            ("given_names", "Aino Maria"),
            ("call_name", "Maria"),
            ("identity_code", "010190-999w"),
            ("phones", "040 123 4567, +46 8 123 456 78"),
            ("email", "aino.v"),
            ("municipality", "tampe"),
            ("language", "so"),
            ("service_language", "2"),
            ("interpreter", "1"),
            ("start_date", "10.11."),
            ("start_channel", "1"),
            ("safety_note", "koira pihalla"),
        ):
            await _fill(at, name, text)
        await _go(at, "email")
        await at.press("at")
        await at.type("mail.example")
        await at.press("f8")

        assert isinstance(at.app.screen, Interview), at.screen
        [row] = find(at.desk, "virt")
        facts = edit_client.load(at.desk, row.uid).facts
        assert facts == Facts(
            "Virtanen",
            "Aino Maria",
            "Maria",
            "010190-999W",
            facts.birth_date,
            ("+358401234567", "+46812345678"),
            "aino.v@mail.example",
            "837",
            "so",
            "sv",
            "yes",
            "koira pihalla",
            facts.start_date,
            "online",
        )
        assert (str(facts.birth_date), str(facts.start_date)) == ("1990-01-01", "2026-11-10")
        assert not any(at.app.unfinished.values())


async def test_a_field_says_how_it_is_understood_and_a_name_is_written_out(place: Path) -> None:
    async with sitting(place) as at:
        await at.press("n")
        await _fill(at, "municipality", "tampe")
        assert "837 Tampere" in at.screen
        await at.press("f2", "f2")
        assert "837 Tammerfors" in at.screen

        await at.press("enter")

        assert _form(at).rows.text("municipality") == "Tammerfors"


async def test_a_fault_is_said_when_the_field_is_left_and_goes_when_it_is_mended(
    place: Path,
) -> None:
    async with sitting(place) as at:
        await at.press("n")
        await _fill(at, "email", "aino")
        await _pause(at)
        assert "This is not an e-mail address" not in at.screen

        await at.press("enter")
        assert "E-mail: This is not an e-mail address: aino." in at.screen

        await at.press("up", "at")
        await at.type("mail.example")
        await _pause(at)
        assert "This is not an e-mail address" not in at.screen


async def test_a_fault_that_is_sure_is_said_while_typing(place: Path) -> None:
    async with sitting(place) as at:
        await at.press("n")
        await _fill(at, "phones", "17.2.1990")
        await _pause(at)

        assert _form(at).field == "phones"
        assert "This is not a telephone number: 17.2.1990." in at.screen
        assert ">!Telephone" in at.screen


async def test_what_is_wrong_keeps_the_form_and_leads_to_the_field(place: Path) -> None:
    async with sitting(place) as at:
        await at.press("n")
        await _fill(at, "email", "17.2.1990")
        await at.press("f8")
        assert _form(at).field == "family_name"
        assert "The name is missing." in at.screen

        await at.type("Virtanen")
        await at.press("f8")

        assert _form(at).field == "email"
        assert _form(at).rows.text("email") == "17.2.1990"
        assert find(at.desk, "virt") == ()


async def test_the_same_person_is_refused_and_can_be_opened(place: Path) -> None:
    async with sitting(place) as at:
        new_client(at.desk, AINO).result()
        await at.press("n")
        await at.type("Wirtanen")
        await _fill(at, "identity_code", "010190-999W")
        await _pause(at)
        assert "A client with this identity code is here already" in at.screen
        assert "^O open that client" in at.screen
        await at.press("f8")
        assert isinstance(at.app.screen, NewClient)

        await at.press("ctrl+o")
        assert "Virtanen, Aino" in at.screen
        assert at.app.screen.__class__ is not NewClient
        await at.press("escape")

        assert _form(at).rows.text("family_name") == "Wirtanen"


@pytest.mark.parametrize(
    "fields",
    [
        {"phones": "+358 (40) 1234567"},
        {"family_name": "Virtanen", "given_names": "Aino", "birth_date": "1.1.1990"},
    ],
)
async def test_a_likely_same_one_is_shown_while_typing_and_asked_about_once(
    place: Path, fields: dict[str, str]
) -> None:
    async with sitting(place) as at:
        new_client(at.desk, AINO).result()
        await at.press("n")
        await at.type("Virtanen")
        for name, text in fields.items():
            await _go(at, name)
            await at.press("ctrl+u")
            for letter in text:
                await at.pilot.press(
                    {"(": "left_parenthesis", ")": "right_parenthesis"}.get(letter, letter)
                    if letter not in "+ ."
                    else {"+": "plus", " ": "space", ".": "full_stop"}[letter]
                )
        await _pause(at)
        assert "is it the same person?" in at.screen
        assert "Virtanen, Aino  1.1.1990  …4567" in at.screen

        await at.press("f8")
        assert "F8 once more: a different person." in at.screen
        assert len(find(at.desk, "virt")) == 1
        await at.press("f8")
        assert isinstance(at.app.screen, Interview)
        assert len(find(at.desk, "virt")) == 2


async def test_what_is_typed_is_on_the_disk_at_every_pause(place: Path) -> None:
    async with sitting(place) as at:
        await at.press("n")
        await at.type("Virt")
        await _pause(at)

        kept = json.loads(unfinished.load(at.desk)["new_client"])
        assert kept["family_name"] == "Virt"


async def test_a_form_that_waits_is_not_lost_to_a_search(place: Path) -> None:
    async with sitting(place) as at:
        await at.press("n")
        await at.type("Virtanen")
        await at.press("escape", "slash")
        await at.type("korhonen eino")
        await at.press("ctrl+n")
        assert isinstance(at.app.screen, Picker)
        assert "A half-filled form waits: Virtanen" in at.screen

        await at.press("1")
        assert _form(at).rows.text("family_name") == "Virtanen"
        await at.press("escape", "ctrl+n", "2")
        typed = _form(at).rows.typed
        assert (typed["family_name"], typed["given_names"]) == ("Korhonen", "Eino")
        assert typed["start_date"] == "16.11.2026"


async def test_an_edit_is_saved_and_seen_in_the_list(place: Path) -> None:
    async with sitting(place) as at:
        client = new_client(at.desk, AINO).result()
        form = await _edit(at)
        assert form.rows.text("phones") == "040 1234567"
        await _fill(at, "family_name", "Lahti")
        await _fill(at, "municipality", "049")
        await at.press("f8")

        assert isinstance(at.app.screen, Clients)
        facts = edit_client.load(at.desk, client).facts
        assert (facts.family_name, facts.municipality) == ("Lahti", "049")
        assert "Nobody found." in at.screen


async def test_the_interview_below_shows_what_was_edited(place: Path) -> None:
    async with sitting(place) as at:
        client = new_client(at.desk, replace(AINO, interpreter="yes")).result()
        draft = begin(at.desk, client).result()
        await at.press("slash")
        await at.type("virt")
        await at.press("enter", "i", "f3")
        await at.type("virt")
        await at.press("enter", "e")
        await _fill(at, "interpreter", "2")
        await at.press("f8", "escape")

        screen = at.app.screen
        assert isinstance(screen, Interview)
        assert screen.draft.uid == draft
        assert screen.draft.answers["contact.interpreter"].value == "no"


async def test_a_change_from_elsewhere_is_taken_in_and_ones_own_stays(place: Path) -> None:
    async with sitting(place) as at:
        client = new_client(at.desk, AINO).result()
        await _edit(at)
        await _fill(at, "phones", "050 765 4321")
        known = edit_client.load(at.desk, client)
        elsewhere = replace(known.facts, email="aino@mail.example")
        edit_client.edit(at.desk, known, elsewhere).result()

        await at.press("f8")

        facts = edit_client.load(at.desk, client).facts
        assert (facts.phones, facts.email) == (("+358507654321",), "aino@mail.example")
        assert isinstance(at.app.screen, Clients)


async def test_where_both_changed_a_field_one_decides_knowingly(place: Path) -> None:
    async with sitting(place) as at:
        client = new_client(at.desk, AINO).result()
        await _edit(at)
        await _fill(at, "phones", "050 765 4321")
        known = edit_client.load(at.desk, client)
        elsewhere = replace(known.facts, phones=("+358405550000",))
        edit_client.edit(at.desk, known, elsewhere).result()

        await at.press("f8")
        assert _form(at).rows.text("phones") == "050 765 4321"
        assert "there it says: 040 5550000" in " ".join(at.screen.split())
        assert edit_client.load(at.desk, client).facts.phones == ("+358405550000",)

        await at.press("f8", "f8")
        assert edit_client.load(at.desk, client).facts.phones == ("+358507654321",)


async def test_an_answer_given_meanwhile_is_not_undone_by_the_form(place: Path) -> None:
    async with sitting(place) as at:
        client = new_client(at.desk, AINO).result()
        draft = begin(at.desk, client).result()
        await _edit(at)
        await _fill(at, "email", "x")
        await at.press("at")
        await at.type("mail.example")
        save_answer(at.desk, draft, "contact.interpreter", "answered", "yes").result()

        await at.press("f8")

        facts = edit_client.load(at.desk, client).facts
        assert (facts.interpreter, facts.email) == ("yes", "x@mail.example")


async def test_a_half_typed_edit_waits_for_its_client_and_takes_in_what_changed(
    place: Path,
) -> None:
    async with sitting(place) as at:
        client = new_client(at.desk, AINO).result()
        new_client(at.desk, Facts("Niemi", "Olli")).result()
        await _edit(at)
        await _fill(at, "safety_note", "koira")
        await _pause(at)
        known = edit_client.load(at.desk, client)
        edit_client.edit(at.desk, known, replace(known.facts, language="uk")).result()
        await at.press("ctrl+q")

    async with sitting(place, language="sv") as at:
        form = await _edit(at, "niemi")
        assert form.rows.text("safety_note") == ""
        await at.press("escape", "escape")

    async with sitting(place) as at:
        form = await _edit(at)
        typed = form.rows.typed
        assert (typed["safety_note"], typed["language"]) == ("koira", "uk")
        assert "What you had typed before is here again" in at.screen
        await at.press("f8")
        assert edit_client.load(at.desk, client).facts.safety_note == "koira"
        assert not any(at.app.unfinished.values())


async def test_leaving_an_edit_changes_nothing(place: Path) -> None:
    async with sitting(place) as at:
        client = new_client(at.desk, AINO).result()
        before = edit_client.load(at.desk, client)
        await _edit(at)
        await at.press("down", "down", "escape", "escape")

        assert isinstance(at.app.screen, Today)
        assert edit_client.load(at.desk, client) == before
        assert not any(at.app.unfinished.values())


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_no_word_of_the_form_is_cut(
    place: Path, language: str, size: tuple[int, int]
) -> None:
    async with sitting(place, language=language, size=size) as at:
        new_client(at.desk, AINO).result()
        await at.press("n")
        await at.type("Virtanen")
        await _fill(at, "identity_code", "010190-999W")
        for _ in FIELDS:
            await at.press("down")
            assert "…" not in at.screen.replace("…4567", ""), at.screen
        await _fill(at, "phones", "040 123 4567")
        await at.press("down")
        foot = at.screen.splitlines()[-2:]
        assert "^O" in foot[0]
        assert max(cell_len(row) for row in foot) <= size[0], foot
        assert "…" not in at.screen.replace("…4567", ""), at.screen
        assert len(_form(at).rows.query(".row")) == len(FIELDS)


async def test_a_form_that_goes_on_says_so_and_can_begin_anew(place: Path) -> None:
    async with sitting(place) as at:
        await at.press("n", *"Virtanen", "escape")
    async with sitting(place) as at:
        await at.press("n")
        assert "half filled in before" in at.screen
        assert "^N somebody else" in at.screen
        await at.press("ctrl+n")
        form = at.app.screen
        assert isinstance(form, NewClient)
        assert form.rows.typed["family_name"] == ""
        assert "half filled in before" not in at.screen
        await at.press(*"Korhonen", "escape", "n")
        assert form.kept(form.place).count("Korhonen") == 1
        assert "Virtanen" not in form.kept(form.place)
