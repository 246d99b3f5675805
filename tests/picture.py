"""The pictures in `docs/`: `make picture` opens the app on invented clients and takes them.

Clients, day and time of day are fixed, so that the same build makes the same bytes.
"""

import asyncio
import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from screens.app import TeuiApp
from screens.interview import Interview
from tests.journeys.conftest import Sitting
from teui.casework import interview
from teui.casework.clients import NewClient, new_client
from teui.casework.demo import demo_desk
from teui.casework.desk import Desk, desk_of, make_store
from teui.clock import Clock
from teui.practice.model import Value
from teui.store.store import Founders

DOCS = Path(__file__).resolve().parent.parent / "docs"
SIZE = (80, 24)
AT = datetime(2026, 11, 16, 8, 41, 7, tzinfo=UTC)
"""Monday morning, 10.41 in Helsinki."""

ANSWERS: Mapping[str, Value] = {
    "start.channel": "online",
    "start.previous": "new",
    "start.benefit_opened": "yes",
    "contact.language": "fi",
    "contact.service_language": "fi",
    "contact.interpreter": "no",
    "residence.basis": "citizen",
    "benefit.last_job_ended": "fixed_term_ended",
    "benefit.last_job_end": date(2026, 9, 30),
    "benefit.statement_needed": "no",
    "situation.status": "unemployed",
    "situation.unemployed_since": date(2026, 10, 1),
    "situation.change_security": "no",
    "situation.known_change": "none",
    "work.area": ("Tampere",),
    "competence.education": "vocational",
    "competence.experience": "3_to_10_years",
    "competence.vocational": "course_would_help",
    "competence.language": "sufficient",
    "competence.work_life_skills": "adequate",
    "competence.job_search_skills": "good",
    "competence.digital": "independent",
    "market.demand": "openings_expected",
}
NOTES = (
    ("situation.status", "fixed-term job at the bakery ended in September", 192),
    ("competence.vocational", "hygiene pass valid; would like a forklift licence", 115),
    ("goals.wishes", "call the school about the spring intake", 40),
)
"""Question, text, and how many seconds ago it was written."""
LINE = "practical nurse, or the bakery again"

_FONT_FACE = re.compile(r"\s*@font-face\s*\{[^}]*\}")
_COMMENT = re.compile(r"\s*<!--.*?-->", re.DOTALL)
_ID = re.compile(r"terminal-\d+")


def picture_of(app: TeuiApp) -> str:
    """Textual's own screenshot as SVG, without random ids and without fonts from elsewhere."""
    svg = app.export_screenshot(title="teui", simplify=True)
    svg = _COMMENT.sub("", _FONT_FACE.sub("", svg))
    # Some viewers drop spaces at the edge of a text unless told to keep them.
    svg = svg.replace("<svg ", '<svg xml:space="preserve" ', 1)
    lines = (line.rstrip() for line in _ID.sub("teui", svg).splitlines())
    return "\n".join(line for line in lines if line) + "\n"


@contextmanager
def interview_desk(folder: Path) -> Iterator[Desk]:
    """A demo store with one client, whose interview is half held."""
    clock = Clock(read=lambda: AT)
    founders = Founders("A. Lind", "North", "alind")
    with make_store(folder / "picture.db", "demo", founders, clock) as store:
        desk = desk_of(store)
        client = new_client(
            desk, NewClient("Virtanen", "Aino", birth_date=date(1990, 2, 17))
        ).result()
        draft = interview.begin(desk, client).result()
        for question, value in ANSWERS.items():
            interview.save_answer(
                desk, draft, question, "answered", value, position="goals.clarity"
            ).result()
        for question, text, ago in NOTES:
            at = AT - timedelta(seconds=ago)
            interview.keep_note(desk, draft, text, question, at).result()
        yield desk


async def interview_picture(desk: Desk) -> str:
    """The interview with a note being written."""
    app = TeuiApp(desk, "en")
    async with app.run_test(size=SIZE) as pilot:
        at = Sitting(app, pilot)
        await at.press("slash")
        await at.type("virt")
        await at.press("enter", "i")
        await at.type(LINE)
        screen = app.screen
        assert isinstance(screen, Interview), at.screen
        while interview.load(desk, screen.draft.uid).writing.line.text != LINE:
            await pilot.pause()
        await at.settle()
        return picture_of(app)


async def today_picture(desk: Desk) -> str:
    """The page that the app opens on."""
    app = TeuiApp(desk, "en")
    async with app.run_test(size=SIZE) as pilot:
        at = Sitting(app, pilot)
        await at.settle()
        return picture_of(app)


def main() -> None:
    DOCS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, interview_desk(Path(folder)) as desk:
        (DOCS / "interview.svg").write_text(asyncio.run(interview_picture(desk)), encoding="utf-8")
    with demo_desk(Clock(read=lambda: AT)) as desk:
        (DOCS / "today.svg").write_text(asyncio.run(today_picture(desk)), encoding="utf-8")


if __name__ == "__main__":
    main()
