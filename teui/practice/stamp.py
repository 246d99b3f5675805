"""`python -m teui.practice.stamp`: gives fresh translations the digest of their English.

A translator leaves the digest of a new or renewed entry empty: `key = ["text", ""]`. Only empty
ones are filled, so that a stale entry stays stale until somebody has looked at it.
"""

import json
import re
from pathlib import Path

from teui.practice.files import data_folder
from teui.practice.texts import LANGUAGES, SOURCE, digest, read_entries, text_of

_FRESH = re.compile(r'^(?P<key>[^#=]+?)\s*=\s*\[(?P<text>.*),\s*""\s*\]\s*$')


def stamp(folder: Path) -> int:
    """Fill the empty digests below a `text` folder; returns how many."""
    filled = 0
    for path in sorted(folder.glob("*/*.toml")):
        if path.parent.name in LANGUAGES and path.parent.name != SOURCE:
            filled += _stamp_file(path, folder / SOURCE / path.name)
    return filled


def _stamp_file(path: Path, source: Path) -> int:
    english = {k: text_of(source, k, v) for k, v in read_entries(source)}
    table, filled, lines = "", 0, []
    for line in path.read_text(encoding="utf-8").splitlines():
        made = line
        if line.startswith("["):
            table = _bare(line.strip()[1:-1]) + "."
        elif (match := _FRESH.match(line)) and (
            key := f"{path.stem}.{table}{_bare(match['key'])}"
        ) in english:
            made = f'{match["key"]} = [{match["text"]}, "{digest(english[key])}"]'
            filled += 1
        lines.append(made)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return filled


def _bare(key: str) -> str:
    return ".".join(
        json.loads(part) if part.startswith('"') else part.strip()
        for part in re.findall(r'"[^"]*"|[^."\s]+', key)
    )


if __name__ == "__main__":
    folders = [data_folder() / "text", *data_folder().glob("models/*/text")]

    for text_folder in folders:
        stamp(text_folder)
