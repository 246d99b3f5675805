"""The plan on paper: every part of it in three languages, tagged, for its owner's eyes alone."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import docx as python_docx
import pytest
from pypdf import PageObject, PdfReader
from pypdf.generic import DictionaryObject, StreamObject

from tests.casework.cases import AGREED, LINE_3, hold, take_in
from teui.casework import clients, decision, plan, plan_rows, services, told
from teui.casework.desk import Desk
from teui.casework.papers import plan_source, writing
from teui.casework.papers.paper import Paper, Section
from teui.casework.papers.plan_paper import plan_paper
from teui.casework.papers.plan_source import PlanSource
from teui.errors import TeuiError
from teui.practice.texts import LANGUAGES, Texts, load_texts

CODE = "170290-9138"
GOAL = "#panic() *baker* $x$ <b> ж"


@pytest.fixture
def source(desk: Desk) -> PlanSource:
    """A plan with all parts on line 3, with a sign in the name that no paper holds."""
    client = take_in(desk, "Kor\x1bhonen", identity_code=CODE, service_language="sv")
    uid = hold(desk, client, LINE_3, AGREED)
    told.tell(desk, uid, "rights", told=True).result()
    decision.record(desk, uid, "line_3", "agrees", None).result()
    case = clients.header(desk, client).customership_uid
    plan.save(desk, case, goal=GOAL, next_contact_on=date(2026, 11, 27)).result()
    day = date(2027, 1, 15)
    plan.save_item(desk, case, "path", "daily life works", day, phase="rehabilitation").result()
    plan_rows.save_lead(desk, case, "direction", "Rehab centre").result()
    plan.save_item(
        desk, case, "office", "by the harbour", day, service="work_trial", provider="Leipomo Oy"
    ).result()
    [step] = [item for item in plan.load(desk, case).items if item.side == "client"]
    plan.accept(desk, case).result()
    plan_rows.mark_done(desk, case, step.uid, done=True).result()
    services.plan(
        desk, case, "job_coaching", aim="a job that fits", provider="Polku ry", starts_on=day
    ).result()
    over = services.plan(desk, case, "health_check", provider="Terveysasema").result()
    services.start(desk, over, date(2026, 11, 16)).result()
    services.end(desk, over, "work", date(2026, 11, 16)).result()
    return plan_source.read(desk, client)


def words(desk: Desk, language: str) -> Texts:
    return load_texts(language, desk.model_id)


def said(paper: Paper) -> Iterator[str]:
    """Every piece of text that the paper has, in its order."""
    yield paper.title
    for name, value in paper.facts:
        yield from (name, value)
    for section in paper.sections:
        yield from _said(section)


def _said(section: Section) -> Iterator[str]:
    yield from filter(None, (section.heading, section.text))
    for name, value in section.facts:
        yield from (name, value)
    for item in section.items:
        yield from filter(None, (item.text, item.detail))
    for below in section.below:
        yield from _said(below)


def bare(text: str) -> str:
    """Without what a line break or a sign that cannot be shown changes."""
    return "".join(char for char in text if char.isprintable() and not char.isspace())


def in_order(parts: Iterator[str], text: str) -> None:
    """Every part stands in the text, after the one before it."""
    whole, at = bare(text), 0
    for part in parts:
        found = whole.find(bare(part), at)
        assert found >= 0, part
        at = found + len(bare(part))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_paper_has_every_part_of_the_plan(
    desk: Desk, source: PlanSource, language: str
) -> None:
    t = words(desk, language)
    parts = list(said(plan_paper(t, source)))
    for wanted in (
        GOAL,
        t("phase.rehabilitation.name"),
        "Rehab centre",
        "daily life works",
        "calls the school about the spring intake",
        t("plan.done_day", day="16.11.2026"),
        "Leipomo Oy",
        t.count("plan.every", 2),
        f"{t('service.job_coaching.name')} · Polku ry",
        "a job that fits",
        t("paper.since", day="15.1.2027"),
        t("contact.channel.phone"),
        t.full_day(date(2026, 11, 27)),
        t("reports.situation.you"),
        t.full_day(date(2027, 2, 16)),
        t("told.rights.text"),
        t("told.rights.means"),
        *(t(f"duty.{duty}.you") for duty in ("job_search", "own_adviser", "who_leads")),
        "A. Lind",
        t("paper.accepted", day="16.11.2026"),
    ):
        assert any(wanted in part for part in parts), wanted
    assert not any(t("told.line.text") in part for part in parts), "that was not told"
    assert not any("Terveysasema" in part for part in parts), "that is over"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pdf_shows_it_all_and_is_tagged(desk: Desk, source: PlanSource, language: str) -> None:
    t = words(desk, language)
    paper = plan_paper(t, source)
    reader = PdfReader(BytesIO(writing.content(desk, t, source, "pdf")))
    text = "\n".join(page.extract_text().rpartition(paper.foot)[0] for page in reader.pages)
    in_order(said(paper), text)
    root = reader.trailer["/Root"]
    assert isinstance(root, DictionaryObject)
    marked = root["/MarkInfo"]
    assert isinstance(marked, DictionaryObject)
    assert (str(root["/Lang"]), bool(marked["/Marked"])) == (language, True)
    assert {"/Title", "/H1", "/H2", "/L", "/P"} <= set(_tags(root["/StructTreeRoot"]))
    assert reader.metadata is not None
    assert reader.metadata.title == paper.title
    about = root["/Metadata"].get_object()
    assert isinstance(about, StreamObject)
    assert b"pdfuaid:part" in about.get_data()
    for page in reader.pages:
        # A font is named after those letters of it that the file holds: ABCDEF+Name.
        fonts = re.findall(r"/BaseFont': '/(\w{6}\+)?", str(_fonts(page)))
        assert fonts
        assert all(fonts), "not embedded"


def _fonts(page: PageObject) -> list[object]:
    resources = page["/Resources"]
    assert isinstance(resources, DictionaryObject)
    fonts = resources["/Font"]
    assert isinstance(fonts, DictionaryObject)
    return [font.get_object() for font in fonts.values()]


def _tags(element: object) -> Iterator[str]:
    if isinstance(element, DictionaryObject):
        if "/S" in element:
            yield str(element["/S"])
        yield from _tags(element.get("/K"))
    elif isinstance(element, list):
        for each in element:
            yield from _tags(each.get_object())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_docx_shows_it_all_with_real_headings(
    desk: Desk, source: PlanSource, language: str
) -> None:
    t = words(desk, language)
    paper = plan_paper(t, source)
    document = python_docx.Document(BytesIO(writing.content(desk, t, source, "docx")))
    in_order(said(paper), "\n".join(each.text for each in document.paragraphs))
    styles = {each.style.name for each in document.paragraphs if each.style is not None}
    assert {"Title", "Heading 1", "Heading 2", "List Bullet"} <= styles
    assert document.core_properties.language[:2] == language
    assert document.core_properties.title == paper.title
    assert f'w:val="{document.core_properties.language}"' in document.styles.element.xml


def test_a_sign_that_no_font_has_is_said(desk: Desk, source: PlanSource) -> None:
    strange = replace(source, plan=replace(source.plan, goal="baker \U0001f9d1\U00010380"))
    with pytest.raises(TeuiError, match="paper_no_font"):
        writing.content(desk, words(desk, "fi"), strange, "pdf")
    assert writing.content(desk, words(desk, "fi"), strange, "docx")


def test_text_is_no_wider_than_a_terminal(desk: Desk, source: PlanSource) -> None:
    t = words(desk, "sv")
    text = writing.content(desk, t, source, "text").decode()
    assert max(map(len, text.splitlines())) <= 80
    assert "[x] calls the school about the spring intake" in text
    assert "\x1b" not in text


def test_json_has_codes_beside_the_words(desk: Desk, source: PlanSource) -> None:
    made = json.loads(writing.content(desk, words(desk, "en"), source, "json"))
    assert made["plan"]["accepted_on"] == "2026-11-16"
    assert [each["lead"] for each in made["path"]][:2] == ["health_care", "Rehab centre"]
    assert made["told"] == [{"item": "rights", "told_on": "2026-11-16"}]
    assert made["paper"]["title"] == "Employment plan"


@pytest.mark.parametrize("kind", writing.FORMATS)
def test_the_identity_code_stands_there_only_when_asked_for(
    desk: Desk, source: PlanSource, kind: writing.Format
) -> None:
    t = words(desk, "en")
    for asked in (False, True):
        made = writing.content(desk, t, source, kind, identity_code=asked)
        match kind:
            case "pdf":
                text = PdfReader(BytesIO(made)).pages[0].extract_text()
            case "docx":
                document = python_docx.Document(BytesIO(made))
                text = "\n".join(each.text for each in document.paragraphs)
            case _:
                text = made.decode()
        assert (CODE in text) == asked


def test_a_file_is_its_owners_and_never_written_over(
    desk: Desk, source: PlanSource, tmp_path: Path
) -> None:
    t, client = words(desk, "fi"), source.person.uid
    first = writing.write_plan(desk, client, t, "text", str(tmp_path))
    second = writing.write_plan(desk, client, t, "text", str(tmp_path))
    name = f"plan-{source.person.handle}-2026-11-16-fi"
    assert [first.name, second.name] == [f"{name}.txt", f"{name}-2.txt"]
    assert first.stat().st_mode & 0o777 == 0o600
    assert "Korhonen" not in first.name


def test_what_cannot_be_written_is_said(desk: Desk, source: PlanSource, tmp_path: Path) -> None:
    with pytest.raises(TeuiError, match="paper_no_folder"):
        writing.write_plan(desk, source.person.uid, words(desk, "fi"), "text", "/nowhere/at/all")
    file = tmp_path / "file"
    file.write_text("x")
    with pytest.raises(TeuiError, match="paper_not_written"):
        writing.save(file / "plan.txt", b"x")
    (tmp_path / "folder").mkdir()
    with pytest.raises(TeuiError, match="paper_not_written"):
        writing.save(tmp_path / "folder", b"x")
    assert sorted(each.name for each in tmp_path.iterdir() if each.name.startswith(".teui")) == []


def test_what_makes_papers_is_loaded_only_by_making_one() -> None:
    code = (
        "import sys, teui.casework.papers.writing, teui.cli.plan, screens.app;"
        "sys.exit(bool({'typst', 'docx', 'lxml', 'pypdf'} & sys.modules.keys()))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
