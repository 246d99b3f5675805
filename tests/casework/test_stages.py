"""An integration assessment in stages: planned, held, bought, due, taken back, and its end."""

from datetime import date

import pytest

from tests.casework.cases import AGREED, LINE_2, at, hold, take_in
from teui.casework import client_record, decision, followups, staff, stages, undo
from teui.casework.client_words import happened
from teui.casework.desk import Desk
from teui.casework.undone import worded
from teui.errors import StoreError, TeuiError
from teui.practice.model import Value
from teui.practice.texts import load_texts

PERMIT: dict[str, Value] = {
    "contact.interpreter": "yes",
    "residence.basis": "permit_full",
    "residence.first_permit": date(2025, 3, 3),
}
MONDAY, FRIDAY = date(2026, 11, 16), date(2026, 11, 27)


def _begun(desk: Desk, *answers: dict[str, Value]) -> tuple[str, str]:
    client = take_in(desk)
    return client, hold(desk, client, *answers, PERMIT, kind="integration")


def _due(desk: Desk, client: str) -> dict[str, date]:
    waiting = client_record.record(desk, client).waiting
    return {
        str(each.params["stage"]): each.day for each in waiting if each.rule == "assessment_stage"
    }


def test_it_is_held_by_who_begins_it_in_the_stages_of_the_model(desk: Desk) -> None:
    client, uid = _begun(desk)

    found = stages.load(desk, uid)

    assert (found.client_uid, found.holder, found.is_open) == (client, "A. Lind", True)
    assert [row.stage for row in found.rows] == list(desk.model.stages)
    assert found.left == found.rows
    assert (found.interpreter.needed, found.interpreter.state) == (True, "open")


def test_what_is_planned_is_due_until_it_was_held(desk: Desk) -> None:
    client, uid = _begun(desk)
    stages.save(desk, uid, "language_skills", "planned_on", FRIDAY).result()
    assert _due(desk, client) == {"language_skills": FRIDAY}
    stages.save(desk, uid, "language_skills", "planned_on", date(2026, 11, 30)).result()
    assert _due(desk, client) == {"language_skills": date(2026, 11, 30)}

    stages.save(desk, uid, "language_skills", "provider", " Windchime ").result()
    stages.save(desk, uid, "language_skills", "result", "A2.1").result()
    stages.save(desk, uid, "language_skills", "done_on", MONDAY).result()

    row = stages.load(desk, uid).row("language_skills")
    assert (row.done_on, row.provider, row.result) == (MONDAY, "Windchime", "A2.1")
    assert _due(desk, client) == {}
    [stored] = desk.store.read().execute(
        "SELECT state FROM follow_up WHERE rule = 'assessment_stage'"
    )
    assert stored["state"] == "done"


def test_done_on_today_marks_the_stage_as_held(desk: Desk) -> None:
    client, uid = _begun(desk)
    stages.save(desk, uid, "literacy", "planned_on", FRIDAY).result()
    [waiting] = [
        each
        for each in client_record.record(desk, client).waiting
        if each.rule == "assessment_stage"
    ]
    followups.done(desk, waiting.uid, None).result()
    assert stages.load(desk, uid).row("literacy").done_on == MONDAY
    undo.undo(desk).result()
    assert stages.load(desk, uid).row("literacy").done_on is None
    assert _due(desk, client) == {"literacy": FRIDAY}


def test_the_timeline_tells_of_each_stage_that_was_held_on_its_day(desk: Desk) -> None:
    t = load_texts("en", desk.model_id)
    client, uid = _begun(desk)
    stages.save(desk, uid, "literacy", "planned_on", FRIDAY).result()
    stages.save(desk, uid, "literacy", "done_on", date(2026, 11, 13)).result()
    stages.save(desk, uid, "literacy", "done_on", date(2026, 11, 12)).result()
    stages.save(desk, uid, "literacy", "result", "slow reader").result()
    stages.save(desk, uid, "language_skills", "done_on", MONDAY).result()

    def told() -> list[tuple[date, str]]:
        happenings = client_record.record(desk, client).timeline
        return [(each.day, happened(t, each)) for each in happenings if each.kind == "stage"]

    earlier = (date(2026, 11, 12), "reading and writing · held 12.11.2026 · slow reader")
    assert told() == [(MONDAY, "language skills · held 16.11.2026"), earlier]
    undo.undo(desk).result()
    assert told() == [earlier]


def test_each_step_is_taken_back_by_itself_and_says_what_it_was(desk: Desk) -> None:
    t = load_texts("en", desk.model_id)
    client, uid = _begun(desk)
    stages.save(desk, uid, "literacy", "planned_on", FRIDAY).result()
    stages.save(desk, uid, "literacy", "provider", "Windchime").result()
    said = []
    for _ in range(2):
        undone = undo.undo(desk).result()
        assert undone is not None
        said.append(worded(t, undone))
    assert said == [
        "provider of a stage: reading and writing",
        "planned day of a stage: reading and writing",
    ]
    row = stages.load(desk, uid).row("literacy")
    assert (row.planned_on, row.provider) == (None, None)
    assert _due(desk, client) == {}
    undo.redo(desk).result()
    assert _due(desk, client) == {"literacy": FRIDAY}


def test_another_adviser_can_hold_it_and_has_its_days(desk: Desk) -> None:
    client, uid = _begun(desk)
    stages.save(desk, uid, "literacy", "planned_on", FRIDAY).result()
    staff.add_adviser(desk, "B. Salo", desk.team.uid).result()
    [salo] = [each for each in staff.load(desk).advisers if each.name == "B. Salo"]

    stages.hold(desk, uid, salo.uid).result()

    assert stages.load(desk, uid).holder == "B. Salo"
    [row] = desk.store.read().execute(
        "SELECT adviser_uid FROM follow_up WHERE rule = 'assessment_stage'"
    )
    assert row["adviser_uid"] == salo.uid
    begun = client_record.record(desk, client).begun
    assert begun is not None
    assert (begun.of_kind.specialist, begun.of_kind.stages) == ("B. Salo", 5)


def test_what_cannot_be_is_refused(desk: Desk) -> None:
    _, uid = _begun(desk)
    for code, stage, field, value in (
        ("stage_not_bought", "initial_interview", "provider", "Windchime"),
        ("stage_not_bought", "summing_up", "provider", "Windchime"),
        ("stage_done_later", "literacy", "done_on", FRIDAY),
    ):
        with pytest.raises(TeuiError, match=code):
            stages.save(desk, uid, stage, field, value).result()  # type: ignore[arg-type]
    other = hold(desk, take_in(desk, "Korhonen"))
    with pytest.raises(TeuiError, match="stage_kind"):
        stages.save(desk, other, "literacy", "planned_on", FRIDAY).result()
    with pytest.raises(StoreError, match="assessment_unknown"):
        stages.load(desk, "nobody")


def test_its_end_makes_the_line_final_and_leaves_what_is_planned_on_the_list(desk: Desk) -> None:
    client, uid = _begun(desk, dict(LINE_2), dict(AGREED))
    stages.save(desk, uid, "initial_interview", "done_on", MONDAY).result()
    stages.save(desk, uid, "literacy", "planned_on", FRIDAY).result()
    view = decision.load(desk, uid)
    assert view.stages is not None
    assert [each.stage.id for each in view.stages.left] == [
        "language_skills",
        "literacy",
        "education_and_work",
        "summing_up",
    ]
    assert not (view.is_preliminary or view.is_other_kind)

    decision.record(desk, uid, "line_2", "agrees", None).result()

    [row] = desk.store.read().execute("SELECT preliminary FROM line_decision")
    assert row["preliminary"] == 0
    record = client_record.record(desk, client)
    assert "make_integration_plan" in {each.params.get("requirement") for each in record.waiting}
    assert record.decided is not None
    assert record.decided.of_kind.stages_held == 1
    assert _due(desk, client) == {"literacy": FRIDAY}
    with pytest.raises(TeuiError, match="assessment_completed"):
        stages.save(desk, uid, "literacy", "done_on", MONDAY).result()
    [waiting] = [each for each in record.waiting if each.rule == "assessment_stage"]
    later = at(desk, "2026-11-27")
    followups.done(later, waiting.uid, None).result()
    assert _due(later, client) == {}
    assert stages.load(later, uid).row("literacy").done_on is None


def test_undo_never_reaches_into_a_completed_assessment(desk: Desk) -> None:
    _, uid = _begun(desk, dict(LINE_2), dict(AGREED))
    stages.save(desk, uid, "literacy", "planned_on", FRIDAY).result()
    decision.record(desk, uid, "line_2", "agrees", None).result()
    with pytest.raises(TeuiError, match="undo_line_decided"):
        undo.undo(desk).result()
