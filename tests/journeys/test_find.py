"""Finding a client from the keyboard, by everything that one may know."""

from pathlib import Path

import pytest

from screens.clients import Clients
from screens.interview import Interview
from tests.journeys.conftest import Sitting, sitting
from teui.casework.clients import NewClient, new_client
from teui.casework.interview import begin, keep_note
from teui.clock import Clock


def _people(at: Sitting) -> None:
    aino = new_client(
        at.desk,
        NewClient(
            "Virtanen",
            "Aino",
            identity_code="010190-999W",
            phones=("040 123 4567",),
            email="aino.v@mail.example",
        ),
    ).result()
    draft = begin(at.desk, aino).result()
    note = "käy \x1b[31m kielikurssia iltaisin, toivoo trukkikorttia keväällä"
    keep_note(at.desk, draft, note, None, Clock(pinned=None).now()).result()
    new_client(at.desk, NewClient("Lahti", "Väinö")).result()


@pytest.mark.parametrize("text", ["vi", "aino", "4567", "010190", "aino.v", "trukki"])
async def test_a_client_is_found_by(place: Path, text: str) -> None:
    async with sitting(place) as at:
        _people(at)
        await at.press("slash")
        await at.type(text)

        assert "Virtanen, Aino" in at.screen
        assert "Lahti" not in at.screen
        await at.press("enter", "i")
        assert isinstance(at.app.screen, Interview)


@pytest.mark.parametrize(
    ("language", "size"), [("en", (80, 24)), ("fi", (80, 24)), ("sv", (120, 40))]
)
async def test_a_note_shows_its_words_and_steers_no_terminal(
    place: Path, language: str, size: tuple[int, int]
) -> None:
    async with sitting(place, language=language, size=size) as at:
        _people(at)
        await at.press("f3")
        await at.type("kielik")

        screen = at.app.screen
        assert isinstance(screen, Clients)
        heading = screen.t("clients.in_notes", n=1)
        lines = at.screen.splitlines()
        [row] = [line for line in lines if "Virtanen" in line]
        assert lines[lines.index(row) - 1].strip() == heading
        assert "käy ␛[31m kielikurssia" in row
        assert "\x1b" not in at.screen


async def test_names_stand_above_notes_and_the_cursor_goes_through_both(place: Path) -> None:
    async with sitting(place) as at:
        _people(at)
        new_client(at.desk, NewClient("Trukkinen", "Eino")).result()
        await at.press("slash")
        await at.type("trukki")
        await at.press("down")

        screen = at.app.screen
        assert isinstance(screen, Clients)
        first = screen.rows.key
        await at.press("down")
        assert [screen._rows[str(key)].name for key in (first, screen.rows.key)] == [
            "Trukkinen, Eino",
            "Virtanen, Aino",
        ]
