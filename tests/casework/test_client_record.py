"""A client's record says what stands and what happened, the newest first."""

from datetime import date, timedelta

import pytest

from tests.casework.cases import AGREED, LINE_2, at, hold, take_in
from tests.conftest import NOON
from teui.casework import (
    by_hand,
    clients,
    contacts,
    decision,
    followups,
    interview,
    office,
    plan,
    undo,
)
from teui.casework import client_words as words
from teui.casework.client_record import ClientRecord, client_of, record
from teui.casework.desk import Desk
from teui.casework.follow_work import work_of
from teui.casework.followups import ContactDone
from teui.errors import TeuiError
from teui.practice.texts import LANGUAGES, load_texts

EN = load_texts("en", "te-2013")


def _on_line(desk: Desk, client: str, outcome: str = "line_2") -> str:
    """A client whose line is decided; the assessment's uid."""
    assessment = hold(desk, client, LINE_2, AGREED)
    reason = None if outcome == "line_2" else "has a job offer"
    decision.record(desk, assessment, outcome, "agrees", reason).result()
    return assessment


def _accepted(desk: Desk, client: str) -> str:
    """With a plan that the client has accepted; the customership's uid."""
    customership = clients.header(desk, client).customership_uid
    plan.save(
        desk, customership, goal="practical nurse", rhythm_weeks=4, rhythm_channel="phone"
    ).result()
    plan.accept(desk, customership).result()
    return customership


def _kinds(found: ClientRecord) -> list[str]:
    return [each.kind for each in found.timeline]


def test_a_client_just_taken_in(desk: Desk) -> None:
    client = take_in(desk, start_channel="online", phones=("040 123 4567",), interpreter="yes")

    found = record(desk, client)

    assert (found.person.name, found.person.phones) == ("Virtanen, Aino", ("+358401234567",))
    assert (found.begun, found.decided, found.planned) == (None, None, None)
    assert [each.rule for each in found.waiting] == ["requirement", "first_contact"]
    assert _kinds(found) == ["taken_in"]
    day = desk.clock.today()
    said = f"Job search since {day.day}.{day.month}.{day.year}, online"
    assert words.happened(EN, found.timeline[0]) == said


def test_an_unfinished_interview_says_what_is_possible(desk: Desk) -> None:
    client = take_in(desk)
    hold(desk, client, LINE_2)

    found = record(desk, client)

    assert found.begun is not None
    assert found.begun.possible == ("line_2",)
    assert words.begun(EN, found.begun)[1] == "Suggested: line 2"
    assert found.decided is None
    assert words.line(EN, found.search, None).startswith("no line decided yet · owner: A. Lind")


def test_possible_lines_go_by_number(desk: Desk) -> None:
    client = take_in(desk)
    hold(desk, client)
    begun = record(desk, client).begun
    assert begun is not None
    assert begun.lines == (1, 2, 3)
    assert words.begun(EN, begun)[1] == "Possible: line 1, 2, 3 or no line"


def test_what_is_possible_is_named_while_it_is_open(desk: Desk) -> None:
    client = take_in(desk)
    hold(desk, client, {k: v for k, v in LINE_2.items() if not k.startswith("ability.")})

    found = record(desk, client)

    assert found.begun is not None
    assert words.begun(EN, found.begun)[1] == "Possible: line 2, 3"


def test_an_office_that_decides_first_sees_no_suggestion_of_an_unfinished_interview(
    desk: Desk,
) -> None:
    office.set_decide_first(desk, True).result()
    client = take_in(desk)
    uid = hold(desk, client, LINE_2)

    found = record(desk, client)
    decision.keep(desk, uid, "line_2", None).result()
    chosen = record(desk, client)

    assert found.begun is not None and chosen.begun is not None
    assert words.begun(EN, found.begun)[1] == "You decide first."
    assert words.begun(EN, chosen.begun)[1] == "Suggested: line 2"


def test_the_decision_with_its_reasons_and_what_follows(desk: Desk) -> None:
    client = take_in(desk)
    assessment = _on_line(desk, client)

    found = record(desk, client)

    assert found.decided is not None
    assert (found.decided.assessment_uid, found.decided.line) == (assessment, 2)
    assert found.decided.reasons == ("2.goals",)
    assert found.decided.phase == "direction"
    assert words.line(EN, found.search, found.decided).startswith("line 2 · owner: ")
    assert found.begun is None
    assert _kinds(found)[:3] == ["decided", "interview_held", "interview_begun"]


def test_a_choice_against_the_suggestion_keeps_its_reason_in_sight(desk: Desk) -> None:
    client = take_in(desk)
    _on_line(desk, client, "line_1")

    found = record(desk, client)

    assert found.decided is not None
    assert (found.decided.phase, found.decided.suggested) == (None, "line_2")
    said = words.choice(EN, found.decided)
    assert said == "client: agrees · suggested was: line 2 · reason: has a job offer"
    assert found.search.of_team
    assert words.line(EN, found.search, found.decided) == f"line 1 · owner: team {desk.team.name}"
    assert words.happened(EN, found.timeline[0]).endswith("has a job offer")


def test_the_plan_by_its_latest_version(desk: Desk) -> None:
    client = take_in(desk)
    _on_line(desk, client)
    customership = _accepted(desk, client)
    accepted = record(desk, client)
    assert accepted.planned is not None
    assert (accepted.planned.number, accepted.planned.steps_open) == (1, 1)
    assert accepted.planned.accepted_on == desk.clock.today()
    assert accepted.timeline[0].kind == "plan_accepted"

    plan.save_item(desk, customership, "office", "books career guidance").result()

    changed = record(desk, client).planned
    assert changed is not None
    assert (changed.number, changed.steps_open, changed.accepted_on) == (2, 2, None)
    assert words.acceptance(EN, changed) == "version 2 not accepted yet"
    assert words.version(EN, changed).count("version 2") == 1


def test_contacts_come_the_latest_first_and_one_done_stands_once(desk: Desk) -> None:
    client = take_in(desk, start_channel="online")
    contacts.log(desk, client, ContactDone("other", "video", False, "tried twice")).result()
    [waiting] = [each for each in record(desk, client).waiting if each.rule == "first_contact"]
    followups.done(desk, waiting.uid, ContactDone("first", "phone", reached=True)).result()

    found = record(desk, client)

    assert [(each.channel, each.reached) for each in found.contacts] == [
        ("phone", True),
        ("video", False),
    ]
    assert _kinds(found) == ["reached", "not_reached", "taken_in"]
    assert words.happened(EN, found.timeline[1]) == "other contact, by video · tried twice"


def test_what_was_done_with_follow_ups_is_told_with_day_and_reason(desk: Desk) -> None:
    client = take_in(desk)
    _on_line(desk, client)
    _accepted(desk, client)
    step, review = (
        next(each for each in record(desk, client).waiting if each.rule == rule)
        for rule in ("client_step", "plan_review")
    )
    later = date(2026, 12, 1)
    followups.snooze(desk, review.uid, later).result()
    put_off = next(each for each in record(desk, client).waiting if each.uid == review.uid)
    assert (put_off.day, put_off.snoozed) == (later, True)
    followups.drop(desk, review.uid, "mistake").result()
    followups.done(desk, step.uid, None).result()

    found = record(desk, client)

    assert _kinds(found)[:3] == ["follow_up_done", "follow_up_dropped", "follow_up_snoozed"]
    assert [words.happened(EN, each) for each in found.timeline[:3]] == [
        "client's step: calls the school about the spring intake",
        "review of the plan · recorded by mistake",
        "until 1.12.2026: review of the plan",
    ]
    assert found.timeline[0].by == desk.adviser.name


def test_what_was_taken_back_did_not_happen_until_it_is_done_again(desk: Desk) -> None:
    client = take_in(desk)
    customership = record(desk, client).search.uid
    later = desk.clock.today() + timedelta(days=7)
    uid = by_hand.add(desk, customership, "ask about the permit", later).result()
    followups.done(desk, uid, None).result()
    assert [words.happened(EN, each) for each in record(desk, client).timeline[:2]] == [
        "ask about the permit",
        "for 23.11.2026: ask about the permit",
    ]

    undo.undo(desk).result()
    assert _kinds(record(desk, client)) == ["follow_up_added", "taken_in"]
    undo.redo(desk).result()
    assert _kinds(record(desk, client)) == ["follow_up_done", "follow_up_added", "taken_in"]
    undo.undo(desk).result()
    undo.undo(desk).result()
    assert _kinds(record(desk, client)) == ["taken_in"]


def test_a_reason_in_words_is_told_with_what_was_dropped(desk: Desk) -> None:
    client = take_in(desk, interpreter="yes")
    [waiting] = record(desk, client).waiting
    followups.drop(desk, waiting.uid, "other", "her sister comes along").result()

    told = words.happened(EN, record(desk, client).timeline[0])

    assert told.endswith("another reason: her sister comes along")


def test_overdue_is_known_from_the_next_day_on(desk: Desk) -> None:
    client = take_in(desk, start_channel="online")
    [first] = [each for each in record(desk, client).waiting if each.rule == "first_contact"]
    assert not record(at(desk, first.day.isoformat()), client).waiting[0].overdue

    late = record(at(desk, "2027-01-04"), client)

    overdue = next(each for each in late.waiting if each.rule == "first_contact")
    assert overdue.overdue
    # Independence Day falls on a Sunday; Christmas Eve, Christmas and New Year's Day do not.
    assert (overdue.day, overdue.late) == (date(2026, 11, 30), 22)
    assert "late by 22 working days" in words.why(EN, overdue)


def test_notes_stand_at_their_time(desk: Desk) -> None:
    client = take_in(desk)
    draft = interview.begin(desk, client).result()
    interview.keep_note(desk, draft, "hygiene pass valid", "work.licences", NOON).result()

    found = record(desk, client)

    assert _kinds(found) == ["note", "interview_begun", "taken_in"]
    assert words.happened(EN, found.timeline[0]) == "hygiene pass valid"


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_is_worded_in_every_language(desk: Desk, language: str) -> None:
    t = load_texts(language, "te-2013")
    client = take_in(desk, start_channel="online", language="so", service_language="fi")
    _on_line(desk, client)
    _accepted(desk, client)
    found = record(desk, client)
    assert found.decided is not None
    assert found.planned is not None

    said = [words.happened(t, each) for each in found.timeline]
    said += [f"{words.waiting(t, each)} {words.why(t, each)}" for each in found.waiting]
    said += [words.assessed(t, found.decided), words.closer(t, found.decided)]
    said += [words.version(t, found.planned), words.working(t, found.planned)]
    said += words.languages(t, found.person)

    assert all(said)
    assert not [text for text in said if "{" in text]


def test_a_handle_finds_its_client_however_it_is_typed(desk: Desk) -> None:
    client = take_in(desk)
    handle = record(desk, client).person.handle

    assert client_of(desk, f" {handle.upper()} ") == client
    with pytest.raises(TeuiError) as caught:
        client_of(desk, "zzzzz")
    assert caught.value.code == "handle_unknown"


def test_somebody_unknown_is_said(desk: Desk) -> None:
    with pytest.raises(TeuiError) as caught:
        record(desk, "nobody")
    assert caught.value.code == "client_unknown"


@pytest.mark.parametrize(
    ("rule", "requirement", "work"),
    [
        ("first_contact", "first_contact", "contact"),
        ("plan_review", "", "plan"),
        ("client_step", "", "plan"),
        ("draft_interview", "", "interview"),
        ("requirement", "make_plan", "plan"),
        ("requirement", "line_interview", "interview"),
        ("requirement", "health_check_referral", None),
    ],
)
def test_which_work_a_follow_up_is_done_by(
    desk: Desk, rule: str, requirement: str, work: str | None
) -> None:
    params = {"requirement": requirement} if requirement else {}
    assert work_of(desk.model, rule, params) == work
