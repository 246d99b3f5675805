"""Undo of typing gives back exactly what stood, word by word, and loses nothing."""

from hypothesis import given
from hypothesis import strategies as st

from screens.widgets.edits import Edit, Edits, Standing

LETTERS = st.sampled_from("abcäö ")
STEPS = st.one_of(
    st.tuples(st.just("type"), LETTERS),
    st.tuples(st.just("delete"), st.just("")),
    st.tuples(st.just("piece"), st.sampled_from(["two words", "x"])),
    st.tuples(st.just("move"), st.sampled_from(["left", "right", "home"])),
    st.tuples(st.sampled_from(["undo", "redo"]), st.just("")),
)


def _moved(now: Standing, where: str) -> Standing:
    to = {"left": max(0, now.cursor - 1), "right": min(len(now.text), now.cursor + 1)}
    return Standing(now.text, to.get(where, 0))


def _changed(now: Standing, what: str, text: str) -> tuple[Standing, Edit]:
    before, after = now.text[: now.cursor], now.text[now.cursor :]
    if what == "delete":
        return Standing(before[:-1] + after, max(0, now.cursor - 1)), "deletion"
    edit: Edit = "piece" if what == "piece" else "space" if text == " " else "letter"
    return Standing(before + text + after, now.cursor + len(text)), edit


@given(st.lists(STEPS, max_size=60))
def test_undone_and_redone_texts_are_those_that_stood(steps: list[tuple[str, str]]) -> None:
    now = Standing("", 0)
    edits = Edits(now)
    stood = [now.text]
    for what, text in steps:
        if what == "move":
            now = _moved(now, text)
        elif what in {"undo", "redo"}:
            found = edits.undo() if what == "undo" else edits.redo()
            now = found or now
        else:
            after, edit = _changed(now, what, text)
            if after.text != now.text:
                edits.edited(now, after, edit)
                now = after
                stood.append(now.text)
        assert now.text in stood
        assert edits.now.text == now.text

    while edits.redo() is not None:
        assert edits.now.text in stood
    undone = [edits.now.text]
    while (found := edits.undo()) is not None:
        undone.append(found.text)
    assert undone[-1] == ""
    redone = [edits.now.text]
    while (found := edits.redo()) is not None:
        redone.append(found.text)
    assert redone == list(reversed(undone))


@given(st.lists(st.text("abä", min_size=1, max_size=5), min_size=1, max_size=6))
def test_a_word_is_a_step(words: list[str]) -> None:
    text = ""
    edits = Edits(Standing("", 0))
    for letter in " ".join(words):
        before = Standing(text, len(text))
        text += letter
        edits.edited(before, Standing(text, len(text)), "space" if letter == " " else "letter")

    for count in range(len(words) - 1, -1, -1):
        found = edits.undo()
        assert found is not None
        assert found.text == "".join(f"{word} " for word in words[:count])
    assert edits.undo() is None


def test_a_run_of_deletions_is_a_step_and_a_move_ends_one() -> None:
    edits = Edits(Standing("bakery", 6))
    for end in (6, 5, 4):
        edits.edited(
            Standing("bakery"[:end], end), Standing("bakery"[: end - 1], end - 1), "deletion"
        )
    edits.edited(Standing("bak", 1), Standing("ak", 0), "deletion")

    assert edits.undo() == Standing("bak", 1)
    assert edits.undo() == Standing("bakery", 6)
    assert edits.undo() is None
