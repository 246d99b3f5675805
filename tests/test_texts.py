"""Every word exists in every language and none is stale."""

import re
from pathlib import Path

import pytest

from teui.practice.files import data_folder
from teui.practice.texts import check_texts, digest, load_texts

FOLDERS = [data_folder() / "text", *sorted(data_folder().glob("models/*/text"))]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_no_word_is_missing_or_stale(folder: Path) -> None:
    assert [str(fault) for fault in check_texts(folder)] == []


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("question.goals.plan_b.text", "goals.plan_b"),
        ("code.goals.clarity.hazy.text", "hazy"),
        ("section.hobbies.short", "hobbies"),
        ("criterion.2.hobbies.holds", "2.hobbies"),
    ],
)
def test_what_an_older_model_names_and_has_no_words_is_called_by_its_id(
    key: str, name: str
) -> None:
    words = load_texts("fi", "te-2013")

    assert words(key) == name
    assert words(key, day="x") == name
    assert not words.has(key)


def test_every_error_that_is_raised_has_its_sentence() -> None:
    raised = {
        code
        for folder in ("teui", "screens")
        for path in (Path(__file__).parents[1] / folder).rglob("*.py")
        for code in re.findall(r'(?:Teui|Store)Error\(\s*"(\w+)"', path.read_text(encoding="utf-8"))
    }
    t = load_texts("fi", "te-2013")

    assert len(raised) > 100
    assert sorted(code for code in raised if not t.has(f"error.{code}")) == []


def test_a_word_of_the_app_itself_that_is_missing_is_an_error() -> None:
    with pytest.raises(KeyError):
        load_texts("fi", "te-2013")("today.hobbies.text")


def _write(folder: Path, language: str, content: str) -> None:
    (folder / language).mkdir(exist_ok=True)
    (folder / language / "today.toml").write_text(content, encoding="utf-8")


@pytest.mark.parametrize(
    ("finnish", "problem"),
    [
        ("", "it is missing"),
        ('title = ["Tänään {n}", "000000"]', "it is stale"),
        (f'title = ["Tänään", "{digest("Today {n}")}"]', "braces"),
        (f'title = ["Tänään {{n}}", "{digest("Today {n}")}"]\nmore = ["x", "y"]', "no English"),
        ('title = "Tänään {n}"', "not a pair"),
    ],
)
def test_a_spoiled_translation_is_named(tmp_path: Path, finnish: str, problem: str) -> None:
    _write(tmp_path, "en", 'title = "Today {n}"')
    _write(tmp_path, "sv", f'title = ["I dag {{n}}", "{digest("Today {n}")}"]')
    _write(tmp_path, "fi", finnish)

    [fault] = check_texts(tmp_path)

    assert fault.details["file"] == "fi/today.toml"
    assert problem in str(fault)
