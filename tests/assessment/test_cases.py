"""The worked cases of the practice model: every field of the contract."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from teui.assessment import suggest
from teui.practice.load import load_model
from teui.practice.values import read_value

FILE = Path(__file__).parent / "cases" / "te-2013.jsonl"
CASES = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]


def comparable(result: dict[str, Any]) -> dict[str, Any]:
    """Sources aside; open questions, and the answers inside reasons, as sets."""
    return {
        **{key: value for key, value in result.items() if key != "pack"},
        "open_questions": set(result["open_questions"]),
        "reasons": [
            {**without_source(reason), "answers": set(reason["answers"])}
            for reason in result["reasons"]
        ],
        "requirements": [without_source(each) for each in result["requirements"]],
    }


def without_source(row: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key != "source"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["story"][:50])
def test_a_case_is_answered_as_expected(case: dict[str, Any]) -> None:
    model = load_model(case["pack"])
    answers = {q: read_value(model.questions[q], raw) for q, raw in case["answers"].items()}

    found = suggest(
        model, answers, date.fromisoformat(case["as_of"]), case.get("kind", "first")
    ).to_json()

    assert comparable(found) == comparable(case["expect"])
