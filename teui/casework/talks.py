"""Talks: when and by which channel an interview was held, in as many sittings as it took.

A talk begins with the first thing that is recorded in it and is over when the interview is left.
One that breaks off and goes on another day is another talk of the same interview.
"""

from collections.abc import Sequence
from concurrent.futures import Future

from teui.casework.desk import Desk
from teui.casework.draft import Talk, open_draft, talks_of
from teui.casework.followups import refresh
from teui.errors import TeuiError
from teui.practice.model import PracticeModel
from teui.store.hot import talks as hot
from teui.store.unit import Unit


def usual_channel(desk: Desk) -> str:
    """That of the adviser's latest talk, before the first one the model's first."""
    channels = desk.model.follow_ups.channels
    latest = hot.latest_channel(desk.store.read(), desk.adviser.uid)
    return latest if latest in channels else channels[0]


def begin(desk: Desk, assessment_uid: str, channel: str) -> Future[Talk]:
    """The talk of today that is not over, else a new one; by `channel` from now on.

    From the future: TeuiError `assessment_completed`, `channel_unknown`.
    """
    model = desk.model

    def write(unit: Unit) -> Talk:
        found = open_draft(unit, assessment_uid)
        if channel not in model.follow_ups.channels:
            raise TeuiError("channel_unknown", channel=channel)
        before = talks_of(hot.talks(unit.connection, assessment_uid))
        going_on = [talk for talk in before if not talk.is_over]
        for talk in going_on:
            if talk.day == unit.today:
                unit.update("talk", talk.uid, None, channel=channel)
                return Talk(talk.uid, channel, talk.day, talk.began_at, unit.now)
            unit.update("talk", talk.uid, None, is_over=1)
        uid = unit.insert(
            "talk",
            assessment_uid=assessment_uid,
            adviser_uid=unit.adviser,
            channel=channel,
            day=unit.today,
            began_at=unit.now,
            last_at=unit.now,
        )
        if going_on:
            refresh(unit, model, found["customership_uid"])
        return Talk(uid, channel, unit.today, unit.now, unit.now)

    return desk.store.writer.submit("talk_begun", write)


def end(desk: Desk, assessment_uid: str) -> Future[None]:
    """The interview is left: whatever was said in it, the client was reached."""
    model = desk.model

    def write(unit: Unit) -> None:
        found = open_draft(unit, assessment_uid)
        if found["talk_uid"] is not None:
            unit.update("talk", found["talk_uid"], None, is_over=1)
            refresh(unit, model, found["customership_uid"])

    return desk.store.writer.submit("talk_over", write)


def take_back(desk: Desk, assessment_uid: str) -> Future[None]:
    """It was no talk: what is going on is taken out, as if it had not been begun."""

    def write(unit: Unit) -> None:
        found = open_draft(unit, assessment_uid)
        if found["talk_uid"] is not None:
            unit.remove("talk", found["talk_uid"])

    return desk.store.writer.submit("talk_over", write)


def give_reason(desk: Desk, assessment_uid: str, reason: str, note: str = "") -> Future[None]:
    """Why the interview is not held face to face; some reasons want words of the adviser's own.

    From the future: TeuiError `apart_reason_unknown`, `apart_note_missing`.
    """
    rules = desk.model.follow_ups

    def write(unit: Unit) -> None:
        open_draft(unit, assessment_uid)
        if reason not in rules.apart_reasons:
            raise TeuiError("apart_reason_unknown", reason=reason)
        words = note.strip() or None
        if reason in rules.apart_typed and words is None:
            raise TeuiError("apart_note_missing")
        unit.update("assessment", assessment_uid, None, apart_reason=reason, apart_note=words)

    return desk.store.writer.submit("apart_reason", write)


def needs_reason(model: PracticeModel, talks: Sequence[Talk], reason: str | None) -> bool:
    """Whether it is still to be said why none of its talks was face to face."""
    apart = bool(talks) and not any(model.follow_ups.is_face_to_face(t.channel) for t in talks)
    return apart and reason is None
