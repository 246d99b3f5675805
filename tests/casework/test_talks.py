"""Talks: an interview held in as many sittings as it takes, by telephone or face to face."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from tests.casework.cases import AGREED, LINE_1, at, hold, take_in
from teui.casework import client_words as words
from teui.casework import decision, interview, office, talks, today
from teui.casework.client_record import record
from teui.casework.desk import Desk
from teui.casework.draft import load
from teui.clock import Clock
from teui.errors import TeuiError
from teui.practice.texts import load_texts

EN = load_texts("en", "te-2013")


def _at(desk: Desk, time: str) -> Desk:
    """The desk at a moment of Helsinki's wall clock."""
    moment = datetime.fromisoformat(time).replace(tzinfo=ZoneInfo("Europe/Helsinki"))
    desk.store.clock = Clock(read=lambda: moment)
    return replace(desk, clock=desk.store.clock)


@pytest.fixture
def client(desk: Desk) -> str:
    return take_in(_at(desk, "2026-11-16T10:00"), start_channel="online")


@pytest.fixture
def draft(desk: Desk, client: str) -> str:
    return interview.begin(_at(desk, "2026-11-16T10:30"), client).result()


def test_what_is_saved_in_a_talk_is_when_it_last_was(desk: Desk, draft: str) -> None:
    began = _at(desk, "2026-11-16T10:32")
    talks.begin(began, draft, "phone").result()
    later = _at(desk, "2026-11-16T10:41")
    interview.save_answer(later, draft, "goals.clarity", "answered", "unclear").result()
    interview.keep_note(
        _at(desk, "2026-11-16T10:44"), draft, "a note", None, began.clock.now()
    ).result()

    talk = load(desk, draft).talk
    assert talk is not None
    assert [
        local.astimezone(ZoneInfo("Europe/Helsinki")).strftime("%H:%M")
        for local in (talk.began_at, talk.last_at)
    ] == ["10:32", "10:44"]


def test_a_call_that_breaks_off_reached_the_client_and_goes_on_as_another(
    desk: Desk, client: str, draft: str
) -> None:
    assert [row.rule for row in today.page(desk) if row.rule == "first_contact"]
    talks.begin(_at(desk, "2026-11-16T10:32"), draft, "phone").result()
    assert [row.rule for row in today.page(desk) if row.rule == "first_contact"]
    talks.end(_at(desk, "2026-11-16T10:40"), draft).result()
    assert not [row.rule for row in today.page(desk) if row.rule == "first_contact"]

    again = _at(desk, "2026-11-17T09:05")
    talks.begin(again, draft, "meeting").result()
    assert [(talk.channel, talk.day) for talk in load(desk, draft).talks] == [
        ("phone", date(2026, 11, 16)),
        ("meeting", date(2026, 11, 17)),
    ]
    shown = record(again, client)
    assert [(each.channel, each.day) for each in shown.contacts] == [
        ("meeting", date(2026, 11, 17)),
        ("phone", date(2026, 11, 16)),
    ]
    told = [words.happened(EN, each) for each in shown.timeline if each.kind == "talk"]
    assert told == ["face to face 09:05–09:05", "by phone 10:32–10:40"]


def test_a_talk_left_open_by_a_crash_is_over_once_another_day_begins(
    desk: Desk, draft: str
) -> None:
    first = talks.begin(_at(desk, "2026-11-16T10:32"), draft, "phone").result()
    same = talks.begin(_at(desk, "2026-11-16T11:00"), draft, "video").result()
    assert (same.uid, same.channel, same.began_at) == (first.uid, "video", first.began_at)

    second = talks.begin(_at(desk, "2026-11-18T10:00"), draft, "phone").result()
    assert [(talk.uid, talk.is_over) for talk in load(desk, draft).talks] == [
        (first.uid, True),
        (second.uid, False),
    ]


def test_what_was_no_talk_leaves_no_trace(desk: Desk, client: str, draft: str) -> None:
    talks.begin(desk, draft, "phone").result()
    talks.take_back(desk, draft).result()
    talks.end(desk, draft).result()
    assert load(desk, draft).talks == ()
    assert record(desk, client).contacts == ()


def test_the_usual_channel_is_that_of_the_latest_talk_with_anybody(desk: Desk, draft: str) -> None:
    assert talks.usual_channel(desk) == "phone"
    talks.begin(desk, draft, "meeting").result()
    assert talks.usual_channel(desk) == "meeting"
    with pytest.raises(TeuiError, match="channel_unknown"):
        talks.begin(desk, draft, "pigeon").result()


def test_a_completed_interview_ends_its_talk_and_is_reached_once(desk: Desk, client: str) -> None:
    draft = hold(desk, client, LINE_1, AGREED)
    talks.begin(desk, draft, "phone").result()
    decision.record(desk, draft, "line_1", "agrees", None).result()
    assert [talk.is_over for talk in load(desk, draft).talks] == [True]
    with pytest.raises(TeuiError, match="assessment_completed"):
        talks.begin(desk, draft, "phone").result()


@pytest.mark.parametrize(
    ("channels", "wanted", "lacks"),
    [
        (["phone"], True, True),
        (["phone", "meeting"], True, False),
        (["field_visit"], True, False),
        ([], True, False),
        (["phone"], False, False),
    ],
)
def test_where_the_office_wants_it_an_interview_apart_needs_a_reason(
    desk: Desk, client: str, channels: list[str], wanted: bool, lacks: bool
) -> None:
    office.set_ask_apart(desk, wanted).result()
    draft = hold(desk, client, LINE_1, AGREED)
    for number, channel in enumerate(channels):
        talks.begin(at(desk, f"2026-11-1{6 + number}"), draft, channel).result()
    view = decision.load(desk, draft)
    assert view.lacks_apart is lacks
    if lacks:
        with pytest.raises(TeuiError, match="decision_needs_apart_reason"):
            decision.record(desk, draft, "line_1", "agrees", None).result()
        talks.give_reason(desk, draft, "client_wish").result()
    decision.record(desk, draft, "line_1", "agrees", None).result()
    assert decision.load(desk, draft).lacks_apart is False


@pytest.mark.parametrize(
    ("reason", "note", "code"),
    [("weather", "", "apart_reason_unknown"), ("other", "  ", "apart_note_missing")],
)
def test_a_reason_is_one_of_the_model_and_another_is_said_in_words(
    desk: Desk, draft: str, reason: str, note: str, code: str
) -> None:
    with pytest.raises(TeuiError, match=code):
        talks.give_reason(desk, draft, reason, note).result()
    talks.give_reason(desk, draft, "other", " snow ").result()
    assert load(desk, draft).apart.note == "snow"
