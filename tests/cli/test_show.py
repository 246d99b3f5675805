"""`teui show`: one client's record, nothing that was not asked for, nothing that steers."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.casework.cases import AGREED, LINE_2, hold, take_in
from tests.conftest import NOON
from teui.casework import client_record, contacts, decision, interview
from teui.casework.desk import desk_of, make_store, open_desk
from teui.casework.followups import ContactDone
from teui.cli.main import app
from teui.clock import Clock
from teui.practice.texts import LANGUAGES
from teui.store.store import Founders

RUN = CliRunner()
CODE = "170290-9138"


@pytest.fixture
def location(tmp_path: Path) -> str:
    path = tmp_path / "office.db"
    with make_store(path, "test", Founders("A. Lind", "North"), Clock(read=lambda: NOON)) as store:
        desk = desk_of(store)
        client = take_in(
            desk,
            "Kor\x1b[31mhonen",
            start_channel="online",
            identity_code=CODE,
            safety_note="meet with a colleague",
            interpreter="yes",
        )
        assessment = hold(desk, client, LINE_2, AGREED, {"contact.interpreter": "yes"})
        interview.keep_note(desk, assessment, "hygiene\x07pass", None, NOON).result()
        decision.record(desk, assessment, "line_2", "agrees", None).result()
        contacts.log(desk, client, ContactDone("other", "phone", True, "sent a form")).result()
    return str(path)


@pytest.fixture
def handle(location: str) -> str:
    desk = open_desk(location, clock=Clock(read=lambda: NOON))
    with desk.store as store:
        [row] = store.read().execute("SELECT uid FROM client").fetchall()
        return client_record.record(desk, row["uid"]).person.handle


def _show(location: str, handle: str, *options: str) -> tuple[int, str, str]:
    common = ["--store", location, "--on", "2026-11-17"]
    ended = RUN.invoke(app, ["show", handle, *common, *(options or ("--lang", "en"))])
    return ended.exit_code, ended.stdout, ended.stderr


def test_it_says_what_stands_and_what_happened(location: str, handle: str) -> None:
    status, said, _ = _show(location, handle)

    assert status == 0
    for words in (
        handle,
        "! interpreter needed",
        "! Safety: meet with a colleague",
        "Diagnosis      line 2, competence development",
        "               The goals are not clear yet.",
        "Line           line 2 · owner: A. Lind, team North",
        " ✓16.11.2026 other contact, by phone · A. Lind · sent a form",
        "  16.11.2026 decision      line 2, competence development",
    ):
        assert words in said


def test_nothing_in_it_steers_the_terminal(location: str, handle: str) -> None:
    for options in ((), ("--json",)):
        _, said, _ = _show(location, handle, *options)
        assert "\x1b" not in said
        assert "\x07" not in said


def test_the_identity_code_is_shown_only_when_it_is_asked_for(location: str, handle: str) -> None:
    for options in (("--lang", "en"), ("--json",)):
        assert CODE not in _show(location, handle, *options)[1]
        assert CODE in _show(location, handle, *options, "--identity-code")[1]


def test_json_has_codes_and_words(location: str, handle: str) -> None:
    status, said, _ = _show(location, handle.upper(), "--json", "--lang", "sv")
    shown = json.loads(said)

    assert status == 0
    assert (shown["handle"], shown["decision"]["line"], shown["plan"]) == (handle, 2, None)
    assert shown["decision"]["reasons"] == ["2.goals"]
    assert shown["contacts"][0]["reached"] is True
    assert [each["kind"] for each in shown["timeline"]] == [
        "reached",
        "decided",
        "interview_held",
        "note",
        "interview_begun",
        "taken_in",
    ]
    assert {each["rule"] for each in shown["follow_ups"]} >= {"no_contact", "requirement"}
    assert "uid" not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_every_language(location: str, handle: str, language: str) -> None:
    _, said, _ = _show(location, handle, "--lang", language)
    assert said.splitlines()[-1].startswith("  16.11.2026")
    assert {"en": "Timeline 6", "fi": "Tapahtumat 6", "sv": "Händelser 6"}[language] in said


def test_looking_is_noted_once_a_command(location: str, handle: str) -> None:
    def views() -> int:
        with open_desk(location, clock=Clock(read=lambda: NOON)).store as store:
            [row] = store.read().execute("SELECT count(*) AS n FROM view_log").fetchall()
            return int(row["n"])

    before = views()
    _show(location, handle)
    assert views() == before + 1
    _show(location, "zzzzzz")
    assert views() == before + 1


def test_a_handle_nobody_has_is_wrong_use(location: str) -> None:
    status, said, told = _show(location, "zzz\x1b")
    assert (status, said) == (2, "")
    assert told.startswith("No client has this handle: zzz␛. ")
