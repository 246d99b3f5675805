"""Nothing from data steers a terminal."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teui.plain import printable


@given(st.text(st.characters()))
def test_nothing_that_steers_is_left_and_nothing_else_is_changed(text: str) -> None:
    shown = printable(text)

    assert len(shown) == len(text)
    assert not any(unicodedata.category(char) in {"Cc", "Cs"} for char in shown)
    assert not set(shown) & set("\u202e\u2066\u2067\u200f\u2028")
    assert printable(shown) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Åberg, Sofia 🙂", "Åberg, Sofia 🙂"),
        ("\x1b[2J", "␛[2J"),
        ("a\tb\nc\x7f", "a␉b␊c␡"),
        ("\x9b31m", "\ufffd31m"),
        ("\u202eevil", "\ufffdevil"),
        ("caf\udce9", "caf\ufffd"),
    ],
)
def test_what_is_shown_instead(text: str, shown: str) -> None:
    assert printable(text) == shown
