"""`teui due --ics`: read back by another library than the one that wrote it."""

import stat
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner
from vobject import base

from tests.casework.cases import at, hold, take_in
from tests.conftest import NOON
from teui.casework import by_hand, clients, edit_client
from teui.casework.desk import desk_of, make_store
from teui.cli.main import app
from teui.clock import Clock
from teui.practice.texts import LANGUAGES
from teui.store.store import Founders

RUN = CliRunner()
READ: Any = base.readComponents
TYPED = 'soita, kysy tunnus 131052-978D; \\ ja, "lainaus": äö ' + "pitkä " * 20


@pytest.fixture
def location(tmp_path: Path) -> str:
    """A client who started online on 16.11.2026, with a draft interview and a word by hand."""
    path = tmp_path / "office.db"
    clock = Clock(read=lambda: NOON)
    with make_store(path, "test", Founders("A. Lind", "North"), clock) as store:
        desk = desk_of(store)
        client = take_in(desk, "Korhonen", start_channel="online", identity_code="131052-978D")
        hold(desk, client)
        case = clients.header(desk, client).customership_uid
        by_hand.add(desk, case, TYPED, date(2026, 12, 6)).result()
    return str(path)


def _write(location: str, file: Path, lang: str = "fi") -> str:
    ended = RUN.invoke(
        app,
        ["due", "--store", location, "--on", "2026-11-17", "--lang", lang, "--ics", str(file)],
    )
    assert ended.exit_code == 0, ended.output
    return ended.stdout


def _events(file: Path) -> dict[str, Any]:
    [calendar] = list(READ(file.read_text(encoding="utf-8"), validate=True))
    return {str(event.uid.value): event for event in calendar.vevent_list}


def test_another_library_reads_every_event(location: str, tmp_path: Path) -> None:
    file = tmp_path / "due.ics"

    said = _write(location, file)

    assert said.strip() == f"3 seurantaa kirjoitettu tiedostoon {file}"
    events = sorted(_events(file).values(), key=lambda each: each.dtstart.value)
    assert [each.dtstart.value for each in events] == [
        date(2026, 11, 17),
        date(2026, 11, 30),
        date(2026, 12, 4),
    ]
    assert [(each.dtend.value - each.dtstart.value).days for each in events] == [1, 1, 1]
    assert not any(isinstance(each.dtstart.value, datetime) for each in events)
    draft, contact, typed = events
    assert draft.summary.value == "Korhonen, Aino: kesken jäänyt haastattelu"
    assert contact.summary.value == "Korhonen, Aino: ensimmäinen yhteydenotto"
    assert "(S1 luku 2)" in contact.description.value
    assert typed.summary.value == "Korhonen, Aino: " + TYPED.strip().replace("131052-978D", "…")
    assert "978D" not in file.read_text(encoding="utf-8")
    assert stat.S_IMODE(file.stat().st_mode) & 0o077 == 0


def test_its_lines_are_as_the_standard_wants_them(location: str, tmp_path: Path) -> None:
    file = tmp_path / "due.ics"
    _write(location, file)

    lines = file.read_bytes().split(b"\r\n")

    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    assert not any(b"\n" in each or b"\r" in each for each in lines)
    assert max(map(len, lines)) <= 75
    assert all(each.decode("utf-8") for each in lines[:-1]), "no letter is cut in two"


def test_an_event_is_the_same_one_in_every_language(location: str, tmp_path: Path) -> None:
    written = {}
    for lang in LANGUAGES:
        _write(location, tmp_path / f"{lang}.ics", lang=lang)
        written[lang] = _events(tmp_path / f"{lang}.ics")
    assert len({frozenset(each) for each in written.values()}) == 1
    assert len({tuple(e.summary.value for e in each.values()) for each in written.values()}) == 3


def test_another_start_moves_the_day_and_keeps_the_event(tmp_path: Path) -> None:
    path = tmp_path / "office.db"
    with make_store(path, "test", Founders("A. Lind", "North"), Clock(read=lambda: NOON)) as store:
        desk = at(desk_of(store), "2026-11-16")
        client = take_in(desk, "Korhonen", start_channel="online")
        _write(str(path), tmp_path / "before.ics")
        known = edit_client.load(desk, client)
        facts = replace(known.facts, start_date=date(2026, 11, 10))
        moved = edit_client.edit(desk, known, facts).result()

    assert moved is not None
    assert (moved.number, moved.nearest) == (1, date(2026, 11, 24))
    _write(str(path), tmp_path / "after.ics")
    [before], [after] = _events(tmp_path / "before.ics"), _events(tmp_path / "after.ics")
    assert before == after
    [event] = _events(tmp_path / "after.ics").values()
    assert event.dtstart.value == date(2026, 11, 24)


def test_where_nothing_is_due_the_calendar_is_emptied(location: str, tmp_path: Path) -> None:
    file = tmp_path / "due.ics"
    _write(location, file)
    ended = RUN.invoke(
        app,
        ["due", "--store", location, "--on", "2026-11-17", "--view", "ending", "--ics", str(file)],
    )
    assert ended.exit_code == 1
    [calendar] = list(READ(file.read_text(encoding="utf-8")))
    assert not list(calendar.components())


def test_a_file_that_cannot_be_written_gets_a_sentence(location: str, tmp_path: Path) -> None:
    folder = tmp_path / "taken"
    folder.mkdir()
    for file in (tmp_path / "nowhere" / "due.ics", folder):
        ended = RUN.invoke(
            app,
            ["due", "--store", location, "--on", "2026-11-17", "--lang", "en", "--ics", str(file)],
        )
        assert ended.exit_code == 2
        assert f"The calendar file {file} could not be written" in ended.stderr
        assert ended.stdout == ""
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".")] == []
