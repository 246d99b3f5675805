"""Undo and redo over the acts as they come, held against two plain stacks."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teui.casework.undoable import (
    PASSED_OVER,
    REDO,
    STOPS,
    UNDO,
    UNDOABLE,
    Done,
    next_redo,
    next_undo,
)
from teui.errors import TeuiError
from teui.practice.texts import load_texts

NO_ACT = {"client_opened", "decision_kept", "writing"}
"""Kinds under which only what keeps no history is written."""
STAYS = {*STOPS, "colleagues_taken_in", "store_filled", "store_made"}
"""Kinds at which undo stops."""


@given(st.lists(st.sampled_from(["do", "note", UNDO, REDO]), max_size=40))
def test_as_two_stacks_would_have_it(moves: list[str]) -> None:
    acts: list[Done] = []
    standing: list[str] = []
    taken_back: list[str] = []
    for number, move in enumerate(moves):
        uid, latest_first = f"act {number}", list(reversed(acts))
        if move == "do":
            acts.append(Done(uid, "answer"))
            standing.append(uid)
            taken_back.clear()
        elif move == "note":
            acts.append(Done(uid, "note"))
        elif move == UNDO:
            found = next_undo(latest_first)
            assert (found and found.uid) == (standing[-1] if standing else None)
            if found is not None:
                taken_back.append(standing.pop())
                acts.append(Done(uid, UNDO, found.uid))
        else:
            found = next_redo(latest_first)
            assert (found and found.undoes) == (taken_back[-1] if taken_back else None)
            if found is not None:
                standing.append(taken_back.pop())
                acts.append(Done(uid, REDO, found.uid))


@pytest.mark.parametrize(
    ("kind", "code"), [*STOPS.items(), ("colleagues_taken_in", "undo_not_possible")]
)
def test_what_stays_ends_the_way_back_with_its_sentence(kind: str, code: str) -> None:
    acts = [Done("3", "note"), Done("2", kind), Done("1", "answer")]

    with pytest.raises(TeuiError) as refused:
        next_undo(acts)

    assert refused.value.code == code
    assert next_redo([*acts, Done("0", UNDO, "-")]) is None


def test_every_kind_of_act_is_undone_passed_over_or_stays() -> None:
    root = Path(__file__).parents[2] / "teui"
    source = "\n".join(path.read_text(encoding="utf-8") for path in root.rglob("*.py"))
    kinds = set(re.findall(r'submit\(\s*"(\w+)"', source))
    kinds |= set(re.findall(r'kind="(\w+)",\s+now=', source))
    kinds |= set(re.findall(r'(?:_change|change_plan)\(\s*desk,\s*\w+,\s*"(\w+)"', source))

    assert kinds - {"interview_begun"} > {"answer", "plan_changed", "store_made"}
    assert kinds - UNDOABLE - PASSED_OVER - NO_ACT - STAYS == set()


def test_what_can_be_undone_has_its_words() -> None:
    words = load_texts("en")
    assert [kind for kind in sorted(UNDOABLE) if not words.has(f"act.{kind}")] == []
