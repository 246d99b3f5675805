"""The path of a plan: phases, who leads them, milestones; and rows that are done."""

from datetime import date

import pytest

from tests.casework.cases import AGREED, LINE_1, LINE_2, LINE_3, at, hold, take_in
from teui.casework import clients, decision, plan, plan_rows, today, undo
from teui.casework.desk import Desk
from teui.casework.plan import PlanView
from teui.errors import TeuiError

ANSWERS = {1: LINE_1, 2: LINE_2, 3: LINE_3}


def planned_on(desk: Desk, line: int) -> str:
    """A client on the line with a goal in the plan; returns the customership's uid."""
    client = take_in(desk)
    uid = hold(desk, client, ANSWERS[line], AGREED)
    decision.record(desk, uid, f"line_{line}", "agrees", None).result()
    case = clients.header(desk, client).customership_uid
    plan.save(desk, case, goal="practical nurse").result()
    return case


def _path(view: PlanView) -> list[tuple[str, str | None, list[str]]]:
    return [(phase.id, phase.lead, [each.text for each in phase.milestones]) for phase in view.path]


@pytest.mark.parametrize(
    ("line", "phases"),
    [
        (1, []),
        (2, ["direction", "competence", "employment"]),
        (3, ["rehabilitation", "direction", "competence", "employment"]),
    ],
)
def test_the_path_is_the_one_of_the_line(desk: Desk, line: int, phases: list[str]) -> None:
    view = plan.load(desk, planned_on(desk, line))
    assert [phase.id for phase in view.path] == phases
    assert all(phase.lead in desk.model.plans.leads for phase in view.path)


def test_a_phase_can_be_led_by_another_and_its_milestones_are_led_by_the_same(desk: Desk) -> None:
    case = planned_on(desk, 3)
    assert plan.load(desk, case).path[0].lead == "health_care"
    day = date(2027, 1, 15)
    plan.save_item(desk, case, "path", "daily life works", day, phase="rehabilitation").result()
    [first] = plan.load(desk, case).path[0].milestones
    assert (first.provider, first.by_date, first.phase) == ("health_care", day, "rehabilitation")
    plan_rows.save_lead(desk, case, "rehabilitation", " Rehab centre ").result()
    plan_rows.save_lead(desk, case, "rehabilitation", "Kela").result()
    view = plan.load(desk, case)
    assert _path(view)[0] == ("rehabilitation", "Kela", ["daily life works"])
    assert view.path[0].milestones[0].provider == "Kela"
    assert len([item for item in view.items if item.says_lead]) == 1
    plan.accept(desk, case).result()
    plan.save_item(desk, case, "path", "is well", day, uid=first.uid, phase="rehabilitation")
    plan.save(desk, case, goal="baker").result()
    second = plan.load(desk, case)
    assert (second.number, _path(second)[0][1:]) == (2, ("Kela", ["is well"]))


def test_what_cannot_stand_on_a_path_is_refused(desk: Desk) -> None:
    case = planned_on(desk, 2)
    with pytest.raises(TeuiError, match="plan_phase_unknown"):
        plan.save_item(desk, case, "path", "flies", phase="moon")
    with pytest.raises(TeuiError, match="plan_phase_unknown"):
        plan_rows.save_lead(desk, case, "moon", "Kela")
    with pytest.raises(TeuiError, match="plan_lead_empty"):
        plan_rows.save_lead(desk, case, "direction", " ").result()
    with pytest.raises(TeuiError, match="plan_item_empty"):
        plan.save_item(desk, case, "path", " ", phase="direction").result()
    with pytest.raises(TeuiError, match="plan_item_unknown"):
        plan_rows.mark_done(desk, case, "nothing", done=True).result()


def test_done_is_no_new_version_and_closes_what_waits_for_it(desk: Desk) -> None:
    case = planned_on(desk, 2)
    plan.accept(desk, case).result()
    [step] = [item for item in plan.load(desk, case).items if item.side == "client"]
    assert "client_step" in {row.rule for row in today.page(desk)}
    plan_rows.mark_done(desk, case, step.uid, done=True).result()
    view = plan.load(desk, case)
    [item] = [each for each in view.items if each.side == "client"]
    today_is = date(2026, 11, 16)
    assert (view.number, view.accepted_on, item.done_on) == (1, today_is, today_is)
    assert "client_step" not in {row.rule for row in today.page(desk)}
    # The step of the interview gave way to that of the plan.
    assert _states(desk, "client_step") == ["done", "dropped"]
    undo.undo(desk).result()
    assert _states(desk, "client_step") == ["dropped", "open"]
    plan_rows.mark_done(desk, case, step.uid, done=True).result()
    plan_rows.mark_done(desk, case, step.uid, done=False).result()
    assert plan.load(desk, case).items[0].done_on is None


def test_a_milestone_done_on_the_plan_is_due_no_longer(desk: Desk) -> None:
    case, day = planned_on(desk, 2), date(2026, 11, 20)
    plan.save_item(desk, case, "path", "a trade chosen", day, phase="direction").result()
    plan.accept(desk, case).result()
    assert _states(desk, "milestone") == ["open"]
    [item] = plan.load(desk, case).path[0].milestones
    plan_rows.mark_done(desk, case, item.uid, done=True).result()
    assert _states(desk, "milestone") == ["done"]
    plan_rows.mark_done(desk, case, item.uid, done=False).result()
    assert _states(desk, "milestone") == ["open"]


def test_a_row_that_only_the_interview_suggests_cannot_be_done_yet(desk: Desk) -> None:
    client = take_in(desk)
    uid = hold(desk, client, LINE_2, AGREED)
    decision.record(desk, uid, "line_2", "agrees", None).result()
    case = clients.header(desk, client).customership_uid
    [item] = plan.load(desk, case).items
    with pytest.raises(TeuiError, match="plan_not_begun"):
        plan_rows.mark_done(desk, case, item.uid, done=True).result()


@pytest.mark.parametrize(
    ("day", "review"),
    [
        ("2026-11-16", "2027-02-16"),
        # Three months later is a Saturday; Epiphany; Good Friday before Easter.
        ("2026-11-20", "2027-02-22"),
        ("2026-10-06", "2027-01-07"),
        ("2026-12-26", "2027-03-30"),
    ],
)
def test_the_review_suggested_falls_on_a_working_day(desk: Desk, day: str, review: str) -> None:
    client = take_in(desk)
    uid = hold(desk, client, LINE_1, AGREED)
    decision.record(desk, uid, "line_1", "agrees", None).result()
    case = clients.header(desk, client).customership_uid
    assert plan.load(at(desk, day), case).review_on == date.fromisoformat(review)


def _states(desk: Desk, rule: str) -> list[str]:
    rows = desk.store.read().execute("SELECT state FROM follow_up WHERE rule = ?", (rule,))
    return sorted(row["state"] for row in rows.fetchall())
