"""No interview takes more keys than one an answer, and ten besides."""

from pathlib import Path

import pytest

from tests.keys import SCRIPTS, Script, played


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
async def test_an_interview_takes_no_more_keys_than_it_has_answers(
    tmp_path: Path, script: Script
) -> None:
    pressed = await played(tmp_path / "keys.db", script)
    assert pressed.is_within, pressed
