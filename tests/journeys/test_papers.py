"""The plan on paper by keys: which one, where to, and what is said when it cannot be written."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from screens.plan import Plan
from tests.casework.cases import AGREED, LINE_2, take_in
from tests.journeys.conftest import sitting
from tests.journeys.test_plan import SOUGHT, planning, today_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    papers = tmp_path / "papers"
    papers.mkdir()
    return papers


async def test_a_paper_is_written_where_the_adviser_says(place: Path, folder: Path) -> None:
    async with planning(place, LINE_2, AGREED, SOUGHT) as at:
        assert isinstance(at.app.screen, Plan)
        handle = at.app.screen.view.client.handle
        await at.press("w")
        assert "1  PDF, English" in at.screen
        assert "4  Word (DOCX), Finnish" in at.screen
        await at.press("enter")
        await at.type(str(folder / "nowhere"))
        await at.press("enter")
        assert "There is no such folder" in at.screen
        (folder / "nowhere").mkdir()
        await at.press("w", "enter", "enter")
        assert "Written:" in at.screen
        [paper] = (folder / "nowhere").iterdir()
        assert paper.name == f"plan-{handle}-2026-11-16-en.pdf"
        assert paper.stat().st_mode & 0o777 == 0o600
        assert "kokki" in PdfReader(paper).pages[0].extract_text()


async def test_without_a_line_there_is_no_paper(place: Path) -> None:
    async with sitting(place) as at:
        client = take_in(at.desk)
        await at.app.doors.open_case(today_of(at), client)
        await at.settle()
        await at.press("w")
        assert "A plan is made on a service line." in at.screen
