"""Notes: marked as they were typed, and the follow-up that one beginning with `!` makes."""

from datetime import UTC, date, datetime

import pytest

from tests.casework.cases import AGREED, LINE_1, hold, take_in
from teui.casework import decision, interview, today
from teui.casework.desk import Desk
from teui.casework.draft import DraftLine, Writing, load
from teui.casework.notes import keep_note
from teui.errors import TeuiError

AT = datetime(2026, 11, 16, 8, 41, 7, tzinfo=UTC)
NEXT_MONDAY = date(2026, 11, 23)


@pytest.fixture
def draft(desk: Desk) -> str:
    return interview.begin(desk, take_in(desk)).result()


def test_a_promise_is_note_and_follow_up_in_one_act(desk: Desk, draft: str) -> None:
    acts = _acts(desk)
    keep_note(desk, draft, "! call the school mon", "goals.clarity", AT).result()

    assert _acts(desk) == acts + 1
    [note] = load(desk, draft).notes
    assert (note.text, note.due) == ("! call the school mon", NEXT_MONDAY)
    [row] = [each for each in today.page(desk) if each.rule == "by_hand"]
    assert (row.due, row.params["text"], row.mine) == (NEXT_MONDAY, "call the school", True)


@pytest.mark.parametrize(
    ("line", "code"), [("!", "follow_up_empty"), ("! ring 1.11.2026", "follow_up_past")]
)
def test_a_promise_of_nothing_or_of_a_day_gone_leaves_the_line(
    desk: Desk, draft: str, line: str, code: str
) -> None:
    begun = Writing(line=DraftLine(line, None, AT))
    interview.save_writing(desk, draft, begun).result()
    with pytest.raises(TeuiError) as refused:
        keep_note(desk, draft, line, None, AT).result()

    assert refused.value.code == code
    loaded = load(desk, draft)
    assert (loaded.writing.line.text, loaded.notes) == (line, ())


def test_marks_outlive_the_program_and_go_with_the_note(desk: Desk, draft: str) -> None:
    line = DraftLine("could lead a team", "goals.clarity", AT, "client", "assessment")
    interview.save_writing(desk, draft, Writing("goals.clarity", line)).result()
    assert load(desk, draft).writing.line == line

    keep_note(desk, draft, line.text, line.question, AT, mark=line.mark, kind=line.kind).result()
    loaded = load(desk, draft)
    assert loaded.writing.line == DraftLine()
    assert [(note.mark, note.kind) for note in loaded.notes] == [("client", "assessment")]


@pytest.mark.parametrize(
    ("line", "due"), [("! ring skolan må", NEXT_MONDAY), ("!", None), ("! ask 1.11.2026", None)]
)
def test_a_line_begun_at_the_decision_is_kept_with_what_it_can_still_promise(
    desk: Desk, line: str, due: date | None
) -> None:
    draft = hold(desk, take_in(desk), LINE_1, AGREED)
    begun = Writing(line=DraftLine(line, None, AT, "client"))
    interview.save_writing(desk, draft, begun).result()
    decision.record(desk, draft, "line_1", "agrees", None).result()

    [note] = load(desk, draft).notes
    assert (note.text, note.due, note.mark) == (line, due, "client")


def _acts(desk: Desk) -> int:
    [row] = desk.store.read().execute("SELECT count(*) FROM act").fetchall()
    return int(row[0])
