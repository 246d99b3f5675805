"""`teui suggest` as scripts meet it: streams, exit status, and what must not come out."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from tests.assessment.test_cases import CASES, comparable
from teui.cli.main import app

GOOD: dict[str, Any] = {
    "pack": "te-2013",
    "as_of": "2026-11-16",
    "answers": {"start.date": "2026-11-10"},
}


def write(folder: Path, content: bytes | str) -> str:
    path = folder / "input.json"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def run(*arguments: str, given: bytes = b"") -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["suggest", *arguments], input=given)
    return result.exit_code, result.stdout, result.stderr


def test_one_object_in_one_object_out(tmp_path: Path) -> None:
    case = CASES[0]

    status, out, err = run(write(tmp_path, json.dumps(case, indent=3)))

    assert (status, err) == (0, "")
    found = json.loads(out)
    assert list(found) == [
        "pack",
        "assessment",
        "outcome",
        "settled",
        "possible",
        "sub_segment",
        "phase",
        "reasons",
        "open_questions",
        "requirements",
    ]
    assert list(found["reasons"][0]) == ["criterion", "for", "holds", "answers", "source"]
    assert list(found["requirements"][0]) == ["id", "due", "source"]
    assert comparable(found) == comparable(case["expect"])


def test_an_unsettled_result_is_no_fault() -> None:
    status, out, err = run("-", given=json.dumps(GOOD).encode())

    assert (status, err) == (0, "")
    assert json.loads(out)["settled"] is False


def test_all_cases_as_a_batch_in_their_order(tmp_path: Path) -> None:
    lines = "\r\n".join(json.dumps(case, ensure_ascii=False) for case in CASES)

    status, out, err = run("--batch", write(tmp_path, lines))

    assert (status, err) == (0, "")
    found = [json.loads(line) for line in out.splitlines()]
    assert [comparable(one) for one in found] == [comparable(case["expect"]) for case in CASES]


def test_a_fault_leaves_standard_output_empty() -> None:
    bad = {**GOOD, "kind": "x", "answers": {"goals.clarity": "x"}}

    status, out, err = run("-", given=json.dumps(bad).encode())

    assert (status, out) == (2, "")
    assert err.splitlines() == [
        "kind: There is no such kind of assessment: x. "
        "Use one of these: first, reassessment, integration.",
        "goals.clarity: It has no such code: x. Use one of these: "
        "clear_and_realistic, several_options, clear_not_realistic, unclear.",
        "start.date: It must always be answered. Add it to the answers.",
    ]


def test_bad_lines_are_named_and_good_ones_between_them_answered() -> None:
    good = json.dumps(GOOD).encode()
    bad = json.dumps({**GOOD, "answers": {**GOOD["answers"], "x": 1}}).encode()
    lines = [good, b"  ", bad, b"", b"{", b"\xff", good, b"[1]"]

    status, out, err = run("--batch", "-", given=b"\n".join(lines))

    assert status == 2
    results = [json.loads(line) for line in out.splitlines()]
    assert [list(one) == ["error"] for one in results] == [False, True, True, True, False, True]
    assert results[1] == {
        "error": [
            {
                "question": "x",
                "message": "No question has this id. Mend the id or take the answer out.",
            }
        ]
    }
    assert [one["error"][0]["question"] for one in results if "error" in one] == [
        "x",
        None,
        None,
        None,
    ]
    assert [line.split(":")[:2] for line in err.splitlines()] == [
        ["3", " x"],
        ["5", " -"],
        ["6", " -"],
        ["8", " -"],
    ]


def test_a_fault_of_the_object_names_its_key() -> None:
    status, out, err = run("--batch", "-", given=b'{"pack": "te-2013", "answers": {}}')

    assert status == 2
    [first, second] = json.loads(out)["error"]
    assert first == {"question": None, "message": "as_of: It is missing. Add this key: as_of."}
    assert second["question"] == "start.date"
    assert err.startswith("1: as_of: It is missing.")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fi", "Tähän on aina vastattava."),
        ("sv", "Den måste alltid besvaras."),
        ("en", "It must always be answered."),
    ],
)
def test_sentences_in_each_language(language: str, sentence: str) -> None:
    bad = json.dumps({**GOOD, "answers": {}}).encode()

    own = run("-", "--lang", language, given=bad)
    before = CliRunner().invoke(app, ["--lang", language, "suggest", "-"], input=bad)
    named = CliRunner().invoke(app, ["suggest", "-"], input=bad, env={"TEUI_LANG": language})

    assert own[2].startswith(f"start.date: {sentence}")
    assert before.stderr == named.stderr == own[2]


def test_nothing_in_the_input_steers_the_terminal() -> None:
    evil = "\x1b]0;x\x07\x9b31m\u202e\n\ud800"
    bad = {
        "pack": evil,
        "as_of": evil,
        "kind": evil,
        evil: None,
        "answers": {evil: 1, "start.date": evil},
    }

    for arguments in (("-",), ("--batch", "-")):
        status, out, err = run(*arguments, given=json.dumps(bad).encode())
        assert status == 2
        for line in (out + err).splitlines():
            assert line.isprintable()


def test_a_long_input_is_not_echoed_whole() -> None:
    bad = {**GOOD, "pack": "x" * 10_000}

    assert len(run("-", given=json.dumps(bad).encode())[2]) < 500


def test_a_byte_order_mark_at_the_start_is_passed_over() -> None:
    line = json.dumps(GOOD).encode()

    assert run("-", given=b"\xef\xbb\xbf" + line)[0] == 0
    assert run("--batch", "-", given=b"\xef\xbb\xbf" + line + b"\n" + line)[0] == 0
    assert run("--batch", "-", given=line + b"\n\xef\xbb\xbf" + line)[0] == 2


@pytest.mark.parametrize("name", ["missing.json", "."])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, name: str) -> None:
    for arguments in ((), ("--batch",)):
        status, out, err = run(*arguments, str(tmp_path / name))
        assert (status, out) == (2, "")
        assert str(tmp_path / name) in err


def test_an_empty_batch_is_no_fault_and_an_empty_file_is_one() -> None:
    assert run("--batch", "-", given=b"\n \n") == (0, "", "")
    assert run("-", given=b"")[0] == 2


def test_results_stream_while_the_input_is_still_open() -> None:
    command = [sys.executable, "-m", "teui.cli.main", "suggest", "--batch", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for _ in range(2):
            process.stdin.write(json.dumps(GOOD).encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["pack"] == "te-2013"
        process.stdin.close()
        assert process.wait(timeout=30) == 0
