"""Languages as people type them: by their code, or by their name in any of ours."""

import re
from functools import cache

from teui.plain import folded
from teui.practice.files import data_folder
from teui.practice.texts import LANGUAGES, SOURCE, load_texts, read_entries

_CODE = re.compile(r"[a-z]{2,3}")
_SHORTEST = 4
"""Letters from which on the beginning of a name is one; fewer are a code."""
_FILE = "language_name"


def language_code(typed: str) -> str | None:
    """The code that was typed, or that of the only language whose name begins so; else None."""
    text = typed.strip()
    if _CODE.fullmatch(text.lower()):
        return text.lower()
    begun = folded(text)
    if len(begun) < _SHORTEST:
        return None
    whole = _names().get(begun)
    if whole is not None:
        return whole
    meant = {code for name, code in _names().items() if name.startswith(begun)}
    return meant.pop() if len(meant) == 1 else None


def may_become_language(typed: str) -> bool:
    """Whether what was typed so far can still be the beginning of a code or a name."""
    text = typed.strip()
    if re.fullmatch(r"[a-z]{0,3}", text.lower()):
        return True
    return any(name.startswith(folded(text)) for name in _names())


@cache
def _names() -> dict[str, str]:
    """The code of each name in each language, folded."""
    path = data_folder() / "text" / SOURCE / f"{_FILE}.toml"
    keys = [key for key, _ in read_entries(path)]
    return {
        folded(load_texts(language)(key)): key.rpartition(".")[2]
        for language in LANGUAGES
        for key in keys
    }
