"""Finding clients by what stands in their notes."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.casework.cases import take_in
from teui.casework.clients import find
from teui.casework.desk import Desk
from teui.casework.interview import begin, keep_note
from teui.casework.note_piece import piece
from teui.store.unit import Unit

AT = datetime(2026, 11, 16, 8, 0, tzinfo=UTC)


def _note(desk: Desk, client: str, text: str) -> str:
    return keep_note(desk, begin(desk, client).result(), text, None, AT).result()


def _found(desk: Desk, text: str) -> list[tuple[str, str]]:
    return [(row.name.split(",")[0], row.note) for row in find(desk, text)]


@pytest.mark.parametrize("text", ["trukk", "TRUKKI", "hyg trukki", "kay", "1 trukki"])
def test_a_client_is_found_by_words_of_a_note(desk: Desk, text: str) -> None:
    _note(desk, take_in(desk, "Virtanen"), "hygieniapassi voimassa, trukkikortti 1 vuosi, käy")
    take_in(desk, "Korhonen")

    [(name, note)] = _found(desk, text)
    assert name == "Virtanen"
    assert note.endswith("käy")


@pytest.mark.parametrize("text", ["rukki", "trukki xyz", "11", '""', "trukki NOT käy"])
def test_what_stands_in_no_note_finds_nobody(desk: Desk, text: str) -> None:
    _note(desk, take_in(desk, "Virtanen"), "trukkikortti 11 vuotta, käy")

    assert _found(desk, text) == []


def test_names_come_before_notes_and_own_before_others(desk: Desk) -> None:
    other = take_in(desk, "Aho")
    _note(desk, other, "kouluttajana Lahdessa")

    def hand_over(unit: Unit) -> None:
        adviser = unit.insert("adviser", name="B. Ek", login="bek", team_uid=desk.team.uid)
        [row] = unit.rows("SELECT uid FROM customership WHERE client_uid = ?", other)
        unit.update("customership", row["uid"], None, adviser_uid=adviser)

    desk.store.writer.submit("test", hand_over).result()
    _note(desk, take_in(desk, "Berg"), "asuu Lahdessa")
    named = take_in(desk, "Lahti")
    _note(desk, named, "Lahdessa kasvanut; Lahti tuttu")

    assert _found(desk, "lah") == [
        ("Lahti", ""),
        ("Berg", "asuu Lahdessa"),
        ("Aho", "kouluttajana Lahdessa"),
    ]


def test_a_client_with_many_notes_is_listed_once_with_the_newest(desk: Desk) -> None:
    client = take_in(desk, "Berg")
    for text in ("kortti haussa", "kortti saatu"):
        _note(desk, client, text)

    assert _found(desk, "kortti") == [("Berg", "kortti saatu")]


def test_ones_own_is_found_however_many_others_fit(desk: Desk) -> None:
    _note(desk, take_in(desk, "Virtanen"), "kortti")
    other = take_in(desk, "Niemi")

    def crowd(unit: Unit) -> None:
        adviser = unit.insert("adviser", name="B. Ek", login="bek", team_uid=desk.team.uid)
        [row] = unit.rows("SELECT uid FROM customership WHERE client_uid = ?", other)
        unit.update("customership", row["uid"], None, adviser_uid=adviser)
        for number in range(510):
            unit.insert("note", client_uid=other, at="2026", text=f"kortti {number}")

    desk.store.writer.submit("test", crowd).result()

    assert _found(desk, "kortti") == [("Virtanen", "kortti"), ("Niemi", "kortti 509")]


def test_a_note_that_changes_is_found_by_what_it_says_now(desk: Desk) -> None:
    note = _note(desk, take_in(desk, "Berg"), "trukkikortti")

    desk.store.writer.submit(
        "test", lambda unit: unit.update("note", note, None, text="ajokortti")
    ).result()

    assert (_found(desk, "trukki"), _found(desk, "ajo")) == ([], [("Berg", "ajokortti")])


def test_a_note_that_was_not_saved_is_not_found(desk: Desk) -> None:
    client = take_in(desk, "Berg")

    def fail(unit: Unit) -> None:
        unit.insert("note", client_uid=client, at="2026", text="trukkikortti")
        raise ValueError("broken off")

    with pytest.raises(ValueError, match="broken off"):
        desk.store.writer.submit("test", fail).result()

    assert _found(desk, "trukki") == []


def test_the_limit_holds_for_names_and_notes_together(desk: Desk) -> None:
    for number in range(3):
        _note(desk, take_in(desk, f"Kortela{number}"), "-")
        _note(desk, take_in(desk, f"Berg{number}"), "kortti")

    assert [len(find(desk, "kort", limit)) for limit in (2, 4, 50)] == [2, 4, 6]


@given(
    before=st.lists(st.text("abcå ", max_size=9), max_size=8),
    word=st.text("xyz", min_size=1, max_size=5),
    after=st.text("abc\n\t ", max_size=40),
)
def test_the_piece_has_the_word_near_its_beginning(
    before: list[str], word: str, after: str
) -> None:
    note = f"{' '.join(before)} {word.upper()}tail {after}"

    shown = piece(note, f"q {word}")

    assert "\n" not in shown
    assert 0 <= shown.casefold().index(word) <= 15
    assert shown.removeprefix("…") in " ".join(note.split())


def test_where_no_word_begins_so_the_piece_is_the_note() -> None:
    assert piece("käy\n koulua", "xyz") == "käy koulua"


def test_a_client_is_found_by_the_whole_handle_alone(desk: Desk) -> None:
    client = take_in(desk, "Virtanen")
    [row] = find(desk, "virtanen")

    assert [found.uid for found in find(desk, f" {row.handle.upper()} ")] == [client]
    assert find(desk, row.handle[:5]) == ()
