"""What is under way beside the plan, from the rows of the store to Today's list and back."""

from datetime import date

import pytest

from tests.casework.cases import AGREED, LINE_1, LINE_2, at, hold, take_in
from teui.casework import clients, decision, edit_client, followups, plan, today
from teui.casework.desk import Desk
from teui.casework.moved import said
from teui.casework.wording import what
from teui.practice.texts import LANGUAGES, load_texts
from teui.store.unit import Unit

ILL = {
    "ability.affects_work": "yes",
    "situation.status": "unemployed",
    "ability.health_check": "yes",
}


def _decided(desk: Desk, *answers: dict[str, str], line: str = "line_2") -> str:
    """A client with a line decided; the uid of the customership."""
    client = take_in(desk)
    base = LINE_2 if line == "line_2" else LINE_1
    uid = hold(desk, client, base, *answers, AGREED)
    decision.record(desk, uid, line, "agrees", "as agreed").result()
    return clients.header(desk, client).customership_uid


def _write(desk: Desk, case: str, table: str, **values: object) -> str:
    """A row as an act of the program writes it, with the follow-ups brought in step."""

    def write(unit: Unit) -> str:
        uid: str = unit.insert(table, customership_uid=case, **values)
        followups.refresh(unit, desk.model, case)
        return uid

    return desk.store.writer.submit("written", write).result()


def _due(desk: Desk, *rules: str) -> dict[str, tuple[str, str]]:
    rows = desk.store.read().execute(
        "SELECT rule, act_on, state FROM follow_up ORDER BY rule, act_on"
    )
    return {
        row["rule"]: (row["act_on"], row["state"])
        for row in rows.fetchall()
        if row["rule"] in rules
    }


def test_every_table_is_read(desk: Desk) -> None:
    case = _decided(desk)
    day = desk.clock.today()
    other = desk.adviser.uid
    _write(
        desk,
        case,
        "service_use",
        service="work_trial",
        state="running",
        starts_on=day,
        ends_on=date(2026, 12, 18),
    )
    _write(
        desk,
        case,
        "work_spell",
        kind="fixed_term",
        employer="Leipomo Oy",
        starts_on=day,
        ends_on=date(2026, 12, 31),
    )
    _write(
        desk,
        case,
        "job_offer",
        adviser_uid=other,
        title="leipuri",
        employer="Leipomo Oy",
        offered_on=day,
        apply_by=date(2026, 11, 27),
        state="offered",
    )
    _write(
        desk,
        case,
        "handover",
        kind="owner",
        from_adviser_uid=other,
        to_adviser_uid=other,
        to_team_uid=desk.team.uid,
        agreed_on=day,
        goes_over_on=day,
        note="as agreed",
    )
    _write(desk, case, "statement", matter="left_work", fact="irtisanoutunut", asked_on=day)
    _write(desk, case, "business_step", step="plan", planned_on=date(2026, 11, 30))

    assert _due(
        desk,
        "service_ending",
        "service_ended",
        "work_ending",
        "work_ended",
        "offer_outcome",
        "handover",
        "statement",
        "business_step",
    ) == {
        "service_ending": ("2026-12-04", "open"),
        "service_ended": ("2026-12-23", "open"),
        "work_ending": ("2026-12-17", "open"),
        "work_ended": ("2027-01-07", "open"),
        "offer_outcome": ("2026-12-04", "open"),
        "handover": ("2026-11-19", "open"),
        "statement": ("2026-11-30", "open"),
        "business_step": ("2026-11-30", "open"),
    }
    ending = today.page(at(desk, "2026-11-30"), "ending")
    assert [row.rule for row in ending] == ["service_ending", "work_ending", "service_ended"]
    words = [what(load_texts("fi", desk.model.id), row.rule, row.params) for row in ending]
    assert words == [
        "palvelu päättyy: työkokeilu",
        "työ päättyy: Leipomo Oy",
        "arvioitava: työkokeilu",
    ]


def test_what_was_taken_out_is_followed_no_more(desk: Desk) -> None:
    case = _decided(desk)
    ends = date(2026, 12, 18)
    _write(
        desk, case, "service_use", service="work_trial", state="running", ends_on=ends, removed=1
    )
    assert _due(desk, "service_ending", "service_ended") == {}


def _plan(desk: Desk, case: str) -> None:
    plan.save(desk, case, goal="baker", rhythm_weeks=4, review_on=date(2027, 2, 16)).result()


def _done_rows(desk: Desk, case: str) -> dict[str, date | None]:
    return {row.text: row.done_on for row in plan.load(desk, case).items if row.text}


def test_the_plan_knows_what_was_done_by_its_follow_ups(desk: Desk) -> None:
    case = _decided(desk, ILL)
    _plan(desk, case)
    by = date(2026, 11, 27)
    plan.save_item(desk, case, "client", "calls", by).result()
    plan.save_item(desk, case, "office", "books", by).result()
    plan.save_item(desk, case, "office", "refers", by, service="health_check").result()
    plan.save_item(desk, case, "office", "later", date(2026, 12, 18)).result()
    plan.accept(desk, case).result()

    desk = at(desk, "2026-11-27")
    for row in today.page(desk):
        of_check = row.params.get("requirement") == "health_check_referral"
        if row.params.get("text") in {"calls", "books"} or of_check:
            followups.done(desk, row.uid, None).result()

    done = _done_rows(desk, case)
    assert [done[each] for each in ("calls", "books", "refers", "later")] == [by, by, by, None]
    assert _due(desk, "health_check") == {"health_check": ("2026-12-23", "open")}


def test_a_milestone_reached_is_done_in_the_plan_and_stays_so(desk: Desk) -> None:
    case = _decided(desk)
    _plan(desk, case)
    plan.accept(desk, case).result()
    [revision] = desk.store.read().execute("SELECT uid FROM plan_revision").fetchall()

    def write(unit: Unit) -> None:
        unit.insert(
            "plan_item",
            revision_uid=revision["uid"],
            side="path",
            text="knows the trade",
            position=90,
            by_date=date(2026, 11, 30),
        )
        followups.refresh(unit, desk.model, case)

    desk.store.writer.submit("written", write).result()
    [row] = [each for each in today.page(desk) if each.rule == "milestone"]
    followups.done(desk, row.uid, None).result()

    [item] = (
        desk.store.read().execute("SELECT done_on FROM plan_item WHERE position = 90").fetchall()
    )
    assert item["done_on"] == "2026-11-16"
    assert _due(desk, "milestone") == {"milestone": ("2026-11-30", "done")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_plan_says_what_it_moved(desk: Desk, language: str) -> None:
    case = _decided(desk)
    _plan(desk, case)
    plan.save_item(desk, case, "client", "calls", date(2026, 11, 27)).result()
    plan.accept(desk, case).result()
    plan.save(desk, case, rhythm_weeks=6, next_contact_on=None).result()
    [item] = [each for each in plan.load(desk, case).items if each.text == "calls"]
    plan.save_item(desk, case, "client", "calls", date(2026, 12, 4), uid=item.uid).result()

    moved = plan.accept(desk, case).result()

    assert moved is not None
    assert (moved.number, moved.nearest) == (2, date(2026, 12, 4))
    sentence = said(load_texts(language, desk.model.id), moved)
    assert "4.12.2026" in sentence
    assert sentence.endswith(": calls")


def test_an_edit_that_moves_nothing_says_nothing(desk: Desk) -> None:
    client = take_in(desk)
    known = edit_client.load(desk, client)
    assert edit_client.edit(desk, known, known.facts).result() is None
