"""Every word exists in every language and none is stale."""

from pathlib import Path

import pytest

from teui.practice.files import data_folder
from teui.practice.texts import check_texts, digest

FOLDERS = [data_folder() / "text", *sorted(data_folder().glob("models/*/text"))]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_no_word_is_missing_or_stale(folder: Path) -> None:
    assert [str(fault) for fault in check_texts(folder)] == []


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
