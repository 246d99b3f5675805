"""Deciding: what must be agreed, when a reason is needed, what completing writes."""

import json
from datetime import date

import pytest

from tests.casework.cases import AGREED, LINE_1, LINE_2, LINE_3, at, hold, take_in
from teui.casework import clients, decision, interview, office, staff, told
from teui.casework.decision import Decided, Owner
from teui.casework.desk import Desk, desk_anew
from teui.casework.draft import DraftLine, Writing
from teui.errors import StoreError, TeuiError
from teui.practice.model import Value


def _refused(desk: Desk, uid: str, outcome: str, view: str | None, reason: str | None) -> str:
    with pytest.raises(TeuiError) as caught:
        decision.record(desk, uid, outcome, view, reason).result()
    assert interview.load(desk, uid).state == "draft", "a refused decision leaves the draft open"
    return caught.value.code


@pytest.mark.parametrize("left_out", sorted(AGREED))
def test_a_line_needs_everything_agreed(desk: Desk, left_out: str) -> None:
    agreed = {question: value for question, value in AGREED.items() if question != left_out}
    uid = hold(desk, take_in(desk), LINE_1, agreed)
    assert decision.load(desk, uid).missing == (left_out,)
    view = agreed.get("agreed.client_view")
    code = _refused(desk, uid, "line_1", str(view) if view else None, "because")
    assert code == f"decision_needs_{left_out.removeprefix('agreed.')}"


def test_that_no_steps_were_agreed_is_an_answer_too(desk: Desk) -> None:
    agreed = {k: v for k, v in AGREED.items() if k != "agreed.client_steps"}
    uid = hold(desk, take_in(desk), LINE_1, agreed)
    interview.save_answer(desk, uid, "agreed.client_steps", "not_discussed").result()
    assert decision.load(desk, uid).missing == ()
    decision.record(desk, uid, "line_1", "agrees", None).result()


def test_without_a_line_nothing_needs_to_be_agreed(desk: Desk) -> None:
    uid = hold(desk, take_in(desk), {**LINE_1, "situation.status": "benefit_only"})
    view = decision.load(desk, uid)
    assert (view.suggestion.outcome, view.missing) == ("no_line_benefit_only", ())
    decision.record(desk, uid, "no_line_benefit_only", None, None).result()
    assert clients.header(desk, view.draft.client.uid).line is None


@pytest.mark.parametrize(
    ("answers", "outcome", "client_view"),
    [
        (LINE_2, "line_1", "agrees"),
        (LINE_2, "line_2", "prefers_other"),
        (
            {**LINE_1, "goals.clarity": "several_options", "competence.vocational": None},
            "line_1",
            "agrees",
        ),
        (LINE_1, "not_required", None),
    ],
    ids=["another line", "against the wish", "unsettled", "no line"],
)
def test_a_reason_is_needed(
    desk: Desk, answers: dict[str, Value | None], outcome: str, client_view: str | None
) -> None:
    given = {question: value for question, value in answers.items() if value is not None}
    uid = hold(desk, take_in(desk), given, AGREED)
    interview.save_answer(desk, uid, "agreed.client_view", "none").result()
    assert _refused(desk, uid, outcome, client_view, " ") == "decision_needs_reason"
    chosen = decision.choose(desk, decision.load(desk, uid), outcome)
    assert chosen.needs_reason or client_view == "prefers_other"
    decision.record(desk, uid, outcome, client_view, "agreed with the client").result()
    recorded = decision.load(desk, uid)
    assert (recorded.chosen, recorded.reason) == (outcome, "agreed with the client")


def test_an_undecided_client_needs_no_reason(desk: Desk) -> None:
    uid = hold(desk, take_in(desk), LINE_1, {**AGREED, "agreed.client_view": "undecided"})
    decision.record(desk, uid, "line_1", "undecided", None).result()
    assert decision.load(desk, uid).client_view == "undecided"


def test_completing_takes_the_facts_along_and_keeps_the_line_being_typed(desk: Desk) -> None:
    client = take_in(desk, start_channel="online", interpreter="no", language="fi")
    uid = hold(desk, client, LINE_1, AGREED)
    line = DraftLine("thinking of the bakery", "goals.wishes", desk.clock.now())
    interview.save_writing(desk, uid, Writing("goals.wishes", line)).result()
    decision.record(desk, uid, "line_1", "agrees", None).result()
    draft = interview.load(desk, uid)
    assert draft.state == "completed"
    answers = interview.answers_of(draft, desk.model)
    assert answers["start.date"] == date(2026, 11, 16)
    assert answers["start.channel"] == "online"
    assert (answers["contact.interpreter"], answers["contact.language"]) == ("no", "fi")
    assert [note.text for note in draft.notes] == ["thinking of the bakery"]
    assert draft.writing.line.text == ""


def test_a_completed_assessment_never_changes_again(desk: Desk) -> None:
    uid = hold(desk, take_in(desk), LINE_1, AGREED)
    decision.record(desk, uid, "line_1", "agrees", None).result()
    with pytest.raises(TeuiError, match="decision_recorded"):
        decision.record(desk, uid, "line_2", "agrees", "anew").result()
    with pytest.raises(TeuiError, match="assessment_completed"):
        interview.save_answer(desk, uid, "goals.clarity", "answered", "unclear").result()


def test_the_suggestion_is_kept_as_it_stood(desk: Desk) -> None:
    uid = hold(desk, take_in(desk), LINE_2, AGREED)
    as_it_stood = decision.load(desk, uid).suggestion
    recorded = decision.record(desk, uid, "line_1", "agrees", "a job is open at once").result()
    row = desk.store.read().execute(
        "SELECT suggestion, suggested, line, decided_on FROM line_decision WHERE uid = ?",
        (recorded,),
    )
    [(suggestion, suggested, line, decided_on)] = row.fetchall()
    assert json.loads(suggestion) == as_it_stood.to_json()
    assert (suggested, line, decided_on) == ("line_2", 1, "2026-11-16")
    later = decision.load(at(desk, "2026-12-24"), uid)
    assert (later.suggestion, later.as_of) == (as_it_stood, date(2026, 11, 16))


def test_what_follows_goes_with_the_choice(desk: Desk) -> None:
    uid = hold(desk, take_in(desk), LINE_2, AGREED)
    view = decision.load(desk, uid)
    assert "make_plan" in {each.id for each in view.requirements}
    without = decision.choose(desk, view, "not_required")
    assert {each.id for each in without.requirements} == {"check_plan_and_line"}
    assert (without.missing, without.needs_reason) == ((), True)


def test_before_the_integration_assessment_a_line_is_preliminary(desk: Desk) -> None:
    permit: dict[str, Value] = {
        "residence.basis": "permit_full",
        "residence.first_permit": date(2025, 3, 3),
    }
    client = take_in(desk)
    uid = hold(desk, client, {**LINE_2, **permit}, AGREED)
    assert decision.load(desk, uid).is_preliminary
    decision.record(desk, uid, "line_2", "agrees", None).result()
    rows = desk.store.read().execute("SELECT preliminary FROM line_decision").fetchall()
    assert [row["preliminary"] for row in rows] == [1]
    second = hold(desk, client, {**LINE_2, **permit}, AGREED, kind="integration")
    assert not decision.load(desk, second).is_preliminary


def test_what_is_not_there_is_named(desk: Desk) -> None:
    with pytest.raises(StoreError, match="assessment_unknown"):
        decision.record(desk, "nobody", "line_1", "agrees", None).result()
    uid = hold(desk, take_in(desk), LINE_1, AGREED)
    assert _refused(desk, uid, "line_9", "agrees", None) == "outcome_unknown"


def test_what_follows_says_what_the_interview_has_done(desk: Desk) -> None:
    client = take_in(desk, start_channel="online")
    uid = hold(desk, client, LINE_2, AGREED)

    view = decision.load(desk, uid)
    decision.record(desk, uid, "line_2", "agrees", None).result()
    recorded = decision.load(at(desk, "2026-12-24"), uid)

    assert [(each.id, each.state) for each in view.follows] == [
        ("first_contact", "by_interview"),
        ("line_interview", "open"),
        ("make_plan", "open"),
    ]
    assert [each.act_on for each in view.follows] == [None, date(2026, 11, 23), date(2026, 11, 23)]
    assert recorded.follows == view.follows


def test_what_follows_has_the_days_of_the_follow_ups_that_recording_makes(desk: Desk) -> None:
    uid = hold(desk, take_in(desk), {**LINE_2, "benefit.statement_needed": "yes"}, AGREED)
    expected = {each.id: each.act_on for each in decision.load(desk, uid).follows}

    decision.record(desk, uid, "line_2", "agrees", None).result()

    rows = desk.store.read().execute(
        "SELECT fact, act_on FROM follow_up WHERE rule = 'requirement' AND state = 'open'"
    )
    made = {row["fact"]: date.fromisoformat(row["act_on"]) for row in rows.fetchall()}
    assert made == expected


def test_who_answers_for_the_client_follows_the_line(desk: Desk) -> None:
    uid = hold(desk, take_in(desk), LINE_1, AGREED)
    view = decision.load(desk, uid)

    assert view.owner == Owner("team", "North")
    assert decision.choose(desk, view, "line_3").owner == Owner("adviser", "A. Lind")
    assert decision.choose(desk, view, "not_required").owner is None


def test_a_line_of_named_advisers_gets_the_one_who_decides(desk: Desk) -> None:
    client = take_in(desk)
    south = staff.add_team(desk, "South").result()
    ek = staff.add_adviser(desk, "B. Ek", south).result()
    uid = hold(desk, client, LINE_1, AGREED)
    decision.record(desk, uid, "line_1", "agrees", None).result()

    staff.sit_down(desk, ek).result()
    theirs = desk_anew(desk)
    again = hold(theirs, client, LINE_3, AGREED, kind="reassessment")
    assert decision.load(theirs, again).owner == Owner("adviser", "B. Ek")
    decision.record(theirs, again, "line_3", "agrees", None).result()

    [row] = desk.store.read().execute("SELECT adviser_uid, team_uid FROM customership")
    assert (row["adviser_uid"], row["team_uid"]) == (ek, south)
    assert decision.load(desk, again).decided == Decided("B. Ek", date(2026, 11, 16))


def test_a_named_adviser_stays_when_another_decides_anew(desk: Desk) -> None:
    client = take_in(desk)
    ek = staff.add_adviser(desk, "B. Ek", desk.team.uid).result()
    uid = hold(desk, client, LINE_2, AGREED)
    decision.record(desk, uid, "line_2", "agrees", None).result()

    staff.sit_down(desk, ek).result()
    theirs = desk_anew(desk)
    again = hold(theirs, client, LINE_3, AGREED, kind="reassessment")

    assert decision.load(theirs, again).owner == Owner("adviser", "A. Lind")
    decision.record(theirs, again, "line_3", "agrees", None).result()
    [row] = desk.store.read().execute("SELECT adviser_uid FROM customership")
    assert row["adviser_uid"] == desk.adviser.uid


def test_an_office_that_decides_first_sees_nothing_of_the_suggestion_before(desk: Desk) -> None:
    office.set_decide_first(desk, True).result()
    uid = hold(desk, take_in(desk), {**LINE_1, "situation.status": "benefit_only"})

    view = decision.load(desk, uid)
    chosen = decision.choose(desk, view, "no_line_benefit_only")

    assert view.is_hidden
    assert view.missing, "that nothing is missing would give the outcome without a line away"
    assert (chosen.is_hidden, chosen.missing) == (False, ())


def test_the_decision_says_how_much_the_client_was_told(desk: Desk) -> None:
    uid = hold(desk, take_in(desk), LINE_2, AGREED)
    items = told.load(desk, uid, "line_2")
    told.tell(desk, uid, items[0].item.id, told=True).result()

    assert decision.choose(desk, decision.load(desk, uid), "line_2").told == (1, len(items))
