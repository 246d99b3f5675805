"""README and CONTRIBUTING are true: samples run, keys exist, the main way leads where they say."""

import asyncio
import json
import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from textual.binding import Binding
from typer.testing import CliRunner

from screens.client import Client
from screens.clients import Clients
from screens.decision import Decision
from screens.dialogs.entry_dialog import EntryDialog
from screens.dialogs.picker import Picker
from screens.facing import ClientFacing
from screens.interview import Interview
from screens.interview_kind import STAGES, TURN_KIND
from screens.keyed import Keyed
from screens.keys import Key
from screens.new_client import NewClient
from screens.newer_model import MOVE
from screens.offers import Offers
from screens.plan import Plan
from screens.settings import Settings
from screens.stages import StagesScreen
from screens.today import Today
from screens.widgets.entry import Entry
from tests.journeys.conftest import Sitting, sitting
from tests.picture import DOCS, interview_desk, interview_picture
from teui.cli.main import COMMANDS, app

HOME = Path(__file__).resolve().parent.parent
README = (HOME / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (HOME / "CONTRIBUTING.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
PRESSED = re.compile(r"<kbd>(?P<key>[^<]+)</kbd>|`(?P<text>[^`]+)`")
SCREENS: tuple[type[Keyed[None]], ...] = (
    Today,
    Clients,
    Client,
    NewClient,
    Interview,
    Decision,
    StagesScreen,
    Plan,
    Offers,
    Settings,
    ClientFacing,
)
HANDLE = "HANDLE"
"""What a sample says for a client's handle, which differs from store to store."""
PATIENCE = 20
"""How often the screen is looked at until it says what it should."""
NAMES = {"^Q": "ctrl+q", "^U": "ctrl+u", "Esc": "escape", "↓": "down", "↑": "up"}


def blocks(kind: str) -> list[str]:
    return [match["text"] for match in BLOCK.finditer(README) if match["kind"] == kind]


def samples() -> list[str]:
    """The lines of the shell samples, in their order."""
    return [line for text in blocks("sh") for line in text.splitlines()]


def opens_app(line: str) -> bool:
    return not COMMANDS.keys() & set(shlex.split(line, comments=True))


def _handle_in(store: str) -> str:
    """The handle of a client who stands in a sample's store."""
    due = CliRunner().invoke(app, ["due", "--store", store, "--on", "2026-11-30", "--json"])
    return str(json.loads(due.stdout)[0]["client"])


def run(line: str) -> str:
    """Run a sample; its exit status must be the one that it names, else 0. What it printed."""
    command, *arguments = shlex.split(line, comments=True)
    assert command == "teui"
    if HANDLE in arguments:
        store = arguments[arguments.index("--store") + 1]
        arguments[arguments.index(HANDLE)] = _handle_in(store)
    stated = re.search(r"exit status (\d)", line)
    ended = CliRunner().invoke(app, arguments)
    assert ended.exit_code == (int(stated[1]) if stated else 0), (line, ended.output)
    return ended.stdout


def test_the_samples_run_and_print_what_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    case, result = (json.loads(text) for text in blocks("json"))
    Path("case.json").write_text(json.dumps(case), encoding="utf-8")
    Path("cases.jsonl").write_text(f"{json.dumps(case)}\n" * 2, encoding="utf-8")

    printed = {line: run(line) for line in samples() if not opens_app(line)}

    suggested = json.loads(printed["teui suggest case.json"])
    assert {**suggested, **result} == suggested
    assert suggested.keys() - result.keys() == {"reasons"}
    lines = printed["teui suggest --batch cases.jsonl"].splitlines()
    assert [json.loads(line) for line in lines] == [suggested] * 2
    for line, text in printed.items():
        if "--json" in line:
            assert json.loads(text)


def test_every_command_has_a_sample_or_is_described() -> None:
    assert {name for name in COMMANDS if f"`teui {name}" not in README} == set()


def tables() -> Iterator[Key]:
    for screen in SCREENS:
        yield from screen.KEYS
    yield from (STAGES, TURN_KIND, MOVE, *Clients.FIELD_KEYS, *Picker.KEYS, *EntryDialog.KEYS)


def written_with() -> set[str]:
    """The keys that edit a line of text."""
    names = {
        name for key in Entry.BINDINGS if isinstance(key, Binding) for name in key.key.split(",")
    }
    return {f"^{name[-1].upper()}" for name in names if re.fullmatch(r"ctrl\+[a-z]", name)}


def test_every_key_named_exists() -> None:
    known = {key.shown for key in tables()} | written_with()
    known |= {name for key in tables() for name in key.names if len(name) == 1}
    assert {key for key in re.findall(r"<kbd>([^<]+)</kbd>", README) if key not in known} == set()


def test_every_key_of_a_footer_is_named() -> None:
    shown = {key.shown for key in tables() if key.foot is not None}
    assert {key for key in shown if f"<kbd>{key}</kbd>" not in README} == set()


@dataclass
class Step:
    """A line of a table of the main way: what the screen says, and what is typed then."""

    seen: str
    typed: str


@dataclass
class Session:
    day: date
    steps: list[Step] = field(default_factory=list)


def main_way() -> list[Session]:
    """The tables of the main way, by the day on which the app was opened."""
    sessions: list[Session] = []
    for line in README.splitlines():
        if found := re.match(r"teui --store try\.db .*--on (\S+)$", line):
            sessions.append(Session(date.fromisoformat(found[1])))
        elif line.startswith("| On the screen"):
            table = True
        elif not line.startswith("|"):
            table = False
        elif table and not line.startswith("|---"):
            _, seen, typed, _ = (cell.strip() for cell in line.split("|"))
            sessions[-1].steps.append(Step(seen, typed))
    return sessions


async def play(at: Sitting, step: Step) -> None:
    for _ in range(PATIENCE):
        if step.seen in " ".join(at.screen.split()):
            break
        await at.settle()
    else:
        pytest.fail(f"{step}\n{at.screen}")
    for match in PRESSED.finditer(step.typed):
        if match["text"]:
            await at.type(match["text"])
        else:
            await at.press(NAMES.get(match["key"], match["key"].lower()))


async def test_the_main_way_is_walked_by_readme_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    await asyncio.to_thread(run, samples()[0])
    sessions = main_way()
    assert [len(session.steps) for session in sessions] == [38, 2, 4]

    for session in sessions:
        async with sitting(Path("try.db"), session.day) as at:
            for step in session.steps:
                await play(at, step)


async def test_the_picture_is_of_this_build(tmp_path: Path) -> None:
    with interview_desk(tmp_path) as desk:
        taken = await interview_picture(desk)

    kept = (DOCS / "interview.svg").read_text(encoding="utf-8")
    assert taken == kept, "the screen looks different now: make picture"


@pytest.mark.parametrize("name", ["interview", "today"])
def test_a_picture_asks_for_nothing_from_elsewhere(name: str) -> None:
    content = (DOCS / f"{name}.svg").read_text(encoding="utf-8")
    assert set(re.findall(r"\w+://[^\"' )]+", content)) == {"http://www.w3.org/2000/svg"}


PATH = re.compile(r"`((?:teui|screens|data|tests|docs)/[^`\s]*)`")


def test_no_path_named_is_dead() -> None:
    named = [*PATH.findall(README), *PATH.findall(CONTRIBUTING)]
    assert [path for path in named if not any(HOME.glob(path.rstrip("/")))] == []


def test_what_contributing_names_in_a_module_is_there() -> None:
    """`path.py`: `name`, `name` … are the definitions that the walk goes through."""
    named = re.findall(r"`((?:teui|screens)/\S+\.py)` \(([^)]*)\)", CONTRIBUTING)
    assert named
    for path, names in named:
        source = (HOME / path).read_text(encoding="utf-8")
        for name in re.findall(r"`(\w+)`", names):
            definition = rf"^\s*(async def|def|class) {name}\b|^{name}\b"
            assert re.search(definition, source, re.MULTILINE), (path, name)
