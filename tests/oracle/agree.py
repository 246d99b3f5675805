"""`teui suggest --batch` against this evaluator, field by field."""

import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.oracle.completions import reduce_answers
from tests.oracle.evaluator import evaluate
from tests.oracle.questions import QUESTIONS

TEUI = (sys.executable, "-c", "from teui.cli.main import run; run()")


@dataclass(frozen=True, slots=True)
class Batch:
    status: int
    results: list[dict[str, object]]
    errors: str
    seconds: float


def run_batch(lines: Sequence[bytes], folder: Path) -> Batch:
    """Hand the lines to `teui suggest --batch`; seconds of wall clock, start-up included."""
    file = folder / "batch.jsonl"
    file.write_bytes(b"\n".join(lines))
    begun = time.perf_counter()
    done = subprocess.run(
        [*TEUI, "suggest", "--batch", str(file)], capture_output=True, check=False
    )
    seconds = time.perf_counter() - begun
    results = [json.loads(line) for line in done.stdout.split(b"\n") if line]
    return Batch(done.returncode, results, done.stderr.decode(errors="replace"), seconds)


def as_line(given: Mapping[str, object]) -> bytes:
    return json.dumps(given, ensure_ascii=False).encode()


def differences(given: Mapping[str, object], result: Mapping[str, object]) -> dict[str, str]:
    """For each field that is not as it should be: what it should be, and what it is."""
    expected = evaluate(given)
    if set(result) != set(expected):
        return {"fields": f"{sorted(expected)} but {sorted(result)}"}
    found = {
        field: f"should be {expected[field]!r}, is {comparable(field, result[field])!r}"
        for field in expected
        if expected[field] != comparable(field, result[field])
    }
    found.update(faults_of_form(given, result))
    return found


def comparable(field: str, value: object) -> object:
    """Without the citations, and as sets where the order is the program's own."""
    if field == "open_questions":
        assert isinstance(value, list)
        return set(value)
    if field not in ("reasons", "requirements"):
        return value
    assert isinstance(value, list)
    rows = [{key: part for key, part in row.items() if key != "source"} for row in value]
    return [{**row, "answers": set(row["answers"])} if field == "reasons" else row for row in rows]


def faults_of_form(given: Mapping[str, object], result: Mapping[str, object]) -> dict[str, str]:
    """Repeated questions, questions before what they hang on, rows without a citation."""
    found: dict[str, str] = {}
    asked = result["open_questions"]
    reasons, requirements = result["reasons"], result["requirements"]
    answers = given["answers"]
    assert isinstance(asked, list)
    assert isinstance(reasons, list)
    assert isinstance(requirements, list)
    assert isinstance(answers, dict)
    known = reduce_answers(answers)
    if len(set(asked)) != len(asked):
        found["open_questions: repeated"] = repr(asked)
    for place, question in enumerate(asked):
        hangs_on = QUESTIONS[question].asked_if.reads - set(known)
        if not hangs_on <= set(asked[:place]):
            found["open_questions: order"] = f"{question} before one of {sorted(hangs_on)}"
    for row in reasons:
        if len(set(row["answers"])) != len(row["answers"]):
            found["reasons: repeated"] = repr(row)
    for row in [*reasons, *requirements]:
        if not isinstance(row.get("source"), str) or not row["source"].startswith(("S", "office")):
            found["source"] = repr(row)
    return found


def disagreements(
    inputs: Sequence[Mapping[str, object]], batch: Batch
) -> tuple[list[str], Counter[str]]:
    """A sentence for each differing field of each input, and how many inputs differ by field."""
    sentences: list[str] = []
    fields: Counter[str] = Counter()
    if len(batch.results) != len(inputs):
        sentences.append(f"{len(inputs)} inputs, {len(batch.results)} results")
        fields["results"] += 1
        return sentences, fields
    for number, (given, result) in enumerate(zip(inputs, batch.results, strict=True), 1):
        for field, sentence in differences(given, result).items():
            fields[field] += 1
            sentences.append(f"{number}: {field}: {sentence}: {json.dumps(given)}")
    return sentences, fields
