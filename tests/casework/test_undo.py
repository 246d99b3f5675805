"""Taking back one's own last act: what comes back, what is said, and what is refused."""

from datetime import date, timedelta

import pytest

from tests.casework.cases import AGREED, LINE_2, at, hold, take_in
from teui.casework import clients, decision, followups, interview, plan, today, undo
from teui.casework.desk import Desk
from teui.casework.undone import worded
from teui.errors import TeuiError
from teui.practice.texts import load_texts
from teui.store.unit import Unit

MONDAY = date(2026, 11, 16)


def _undo(desk: Desk) -> str:
    undone = undo.undo(desk).result()
    assert undone is not None
    return f"{undone.client} · {worded(load_texts('en', desk.model_id), undone)}"


def _refused(desk: Desk) -> str:
    with pytest.raises(TeuiError) as refused:
        undo.undo(desk).result()
    return refused.value.code


def _on_line_2(desk: Desk) -> str:
    client = take_in(desk)
    decision.record(desk, hold(desk, client, LINE_2, AGREED), "line_2", "agrees", None).result()
    return clients.header(desk, client).customership_uid


def test_an_answer_is_what_it_was_before_and_says_whose_it_is(desk: Desk) -> None:
    draft = hold(desk, take_in(desk))
    for code in ("unclear", "several_options"):
        interview.save_answer(desk, draft, "goals.clarity", "answered", code).result()

    assert _undo(desk) == "Virtanen, Aino · answer: clarity of goals"
    assert interview.load(desk, draft).answers["goals.clarity"].value == "unclear"
    _undo(desk)
    assert "goals.clarity" not in interview.load(desk, draft).answers
    undone = undo.redo(desk).result()
    assert undone is not None
    assert (undone.assessment_uid, undone.question) == (draft, "goals.clarity")
    assert interview.load(desk, draft).answers["goals.clarity"].value == "unclear"


def test_a_fact_that_lives_with_the_client_comes_back_too(desk: Desk) -> None:
    client = take_in(desk, language="fi")
    draft = hold(desk, client)
    interview.save_answer(desk, draft, "contact.language", "answered", "sv").result()

    undone = undo.undo(desk).result()

    assert undone is not None
    assert (undone.client_uid, undone.question) == (client, "contact.language")
    assert interview.load(desk, draft).answers["contact.language"].value == "fi"


def test_a_follow_up_done_by_a_contact_is_open_again_without_the_contact(desk: Desk) -> None:
    take_in(desk, start_channel="online")
    [row] = today.page(desk)
    contact = followups.ContactDone("first", "phone", reached=True)
    followups.done(desk, row.uid, contact).result()
    assert today.page(desk) == ()

    said = _undo(desk)

    assert said == "Virtanen, Aino · marked as done: first contact after the start"
    assert today.page(desk) == (row,)
    assert desk.store.read().execute("SELECT 1 FROM contact").fetchall() == []


def test_a_plan_goes_back_row_by_row_until_there_is_none(desk: Desk) -> None:
    case = _on_line_2(desk)
    before = plan.load(desk, case)
    plan.save(desk, case, goal="baker", rhythm_weeks=4).result()
    plan.save_item(desk, case, "office", "books career guidance").result()
    plan.accept(desk, case).result()
    accepted = plan.load(desk, case)
    # The first change after the acceptance begins a version of its own.
    plan.save_item(desk, case, "office", "asks the school").result()

    assert _undo(desk) == "Virtanen, Aino · row of the plan: asks the school"
    assert plan.load(desk, case) == accepted
    assert _undo(desk) == "Virtanen, Aino · acceptance of the plan"
    assert plan.load(desk, case).accepted_on is None
    assert _undo(desk) == "Virtanen, Aino · row of the plan: books career guidance"
    assert _undo(desk) == "Virtanen, Aino · change to the plan"
    assert plan.load(desk, case) == before


def test_notes_stay_and_are_passed_over(desk: Desk) -> None:
    draft = hold(desk, take_in(desk), {"goals.clarity": "unclear"})
    interview.keep_note(desk, draft, "would like to bake", None, desk.clock.now()).result()

    _undo(desk)

    left = interview.load(desk, draft)
    assert [note.text for note in left.notes] == ["would like to bake"]
    assert "goals.clarity" not in left.answers


def test_a_decision_and_a_new_client_end_the_way_back(desk: Desk) -> None:
    _on_line_2(desk)
    assert _refused(desk) == "undo_line_decided"
    take_in(desk, "Korhonen")
    assert _refused(desk) == "undo_client_taken_in"


def test_what_was_done_yesterday_is_not_undone_by_a_key(desk: Desk) -> None:
    draft = hold(desk, take_in(desk), {"goals.clarity": "unclear"})

    later = at(desk, "2026-11-17")

    assert undo.undo(later).result() is None
    assert interview.load(later, draft).answers["goals.clarity"].value == "unclear"


def test_what_another_adviser_did_is_passed_over_and_never_overwritten(desk: Desk) -> None:
    draft = hold(desk, take_in(desk), {"goals.clarity": "unclear"})
    own = desk.store.adviser
    team = desk.team.uid
    other = desk.store.writer.submit(
        "note", lambda unit: unit.insert("adviser", name="B. Berg", login="b", team_uid=team)
    ).result()
    desk.store.adviser = other
    interview.save_answer(desk, draft, "goals.motivation", "answered", "motivated").result()
    interview.save_answer(desk, draft, "goals.clarity", "answered", "several_options").result()
    desk.store.adviser = own

    assert _refused(desk) == "undo_changed_since"
    desk.store.adviser = other
    assert _undo(desk) == "Virtanen, Aino · answer: clarity of goals"
    desk.store.adviser = own
    assert _undo(desk) == "Virtanen, Aino · answer: clarity of goals"
    left = interview.load(desk, draft).answers
    assert left.keys() & {"goals.clarity", "goals.motivation"} == {"goals.motivation"}


def test_what_was_changed_since_is_left_and_said(desk: Desk) -> None:
    draft = hold(desk, take_in(desk), {"goals.clarity": "unclear"})
    uid = _answer_uid(desk)
    desk.store.writer.submit(
        "note", lambda unit: unit.update("answer", uid, None, value='"several_options"')
    ).result()

    assert _refused(desk) == "undo_changed_since"
    assert interview.load(desk, draft).answers["goals.clarity"].value == "several_options"


def test_a_row_that_something_points_to_stays(desk: Desk) -> None:
    case = _on_line_2(desk)
    plan.save_item(desk, case, "office", "books career guidance").result()
    item = next(row for row in plan.load(desk, case).items if row.side == "office")

    def use(unit: Unit) -> None:
        unit.insert(
            "service_use",
            customership_uid=case,
            plan_item_uid=item.uid,
            service="career_guidance",
            state="planned",
        )

    desk.store.writer.submit("note", use).result()

    assert _refused(desk) == "undo_changed_since"
    assert item in plan.load(desk, case).items


def test_erased_values_do_not_come_back(desk: Desk) -> None:
    draft = hold(desk, take_in(desk))
    for code in ("unclear", "several_options"):
        interview.save_answer(desk, draft, "goals.clarity", "answered", code).result()
    uid = _answer_uid(desk)
    desk.store.writer.submit("note", lambda unit: unit.erase("answer", uid)).result()

    assert _refused(desk) == "undo_erased"


def test_something_new_ends_redo(desk: Desk) -> None:
    draft = hold(desk, take_in(desk), {"goals.clarity": "unclear"})
    _undo(desk)
    interview.save_answer(desk, draft, "goals.motivation", "answered", "motivated").result()

    assert undo.redo(desk).result() is None
    assert "goals.clarity" not in interview.load(desk, draft).answers


def test_put_off_and_taken_off_come_back_as_they_stood(desk: Desk) -> None:
    take_in(desk, start_channel="online")
    [row] = today.page(desk)
    followups.snooze(desk, row.uid, MONDAY + timedelta(days=3)).result()
    followups.drop(desk, row.uid, "mistake").result()

    assert _undo(desk).startswith("Virtanen, Aino · taken off the list: ")
    [left] = desk.store.read().execute("SELECT state, snoozed_to FROM follow_up").fetchall()
    assert tuple(left) == ("snoozed", "2026-11-19")
    assert _undo(desk).startswith("Virtanen, Aino · put off: ")
    assert today.page(desk) == (row,)


def _answer_uid(desk: Desk) -> str:
    [row] = desk.store.read().execute("SELECT uid FROM answer").fetchall()
    return str(row["uid"])


def test_a_service_of_the_plan_is_told_by_its_name(desk: Desk) -> None:
    case = _on_line_2(desk)
    plan.save_item(desk, case, "office", "", service="work_trial").result()
    plan.save_item(desk, case, "office", "", requirement="line_interview").result()
    assert _undo(desk).endswith(": interview on the line")
    assert _undo(desk).endswith(": work trial")
