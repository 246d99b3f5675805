"""Notes: kept for good with their question and time; one that promises makes its follow-up."""

from concurrent.futures import Future
from datetime import datetime

from teui.casework import by_hand
from teui.casework.desk import Desk
from teui.casework.draft import NoteKind, NoteMark, open_draft
from teui.practice.model import PracticeModel
from teui.practice.promise import Promise, read_promise
from teui.store.driver import Row
from teui.store.unit import Unit
from teui.store.values import instant_text

_EMPTY_LINE = dict.fromkeys(
    ("draft_text", "draft_question", "draft_at", "draft_mark", "draft_kind"), None
)
"""The columns of the line being typed, when nothing is."""


def keep_note(
    desk: Desk,
    assessment_uid: str,
    text: str,
    question: str | None,
    at: datetime,
    *,
    mark: NoteMark = "private",
    kind: NoteKind = "fact",
) -> Future[str]:
    """Make the line a note and leave the line empty, in one act; the note's uid.

    From the future: TeuiError `assessment_completed`; `follow_up_empty`, `follow_up_past` for a
    line that promises nothing, or something by a day that has passed.
    """
    model = desk.model

    def keep(unit: Unit) -> str:
        found = open_draft(unit, assessment_uid)
        unit.overwrite("assessment", assessment_uid, **_EMPTY_LINE)
        promise = read_promise(text, unit.today)
        note = {"question": question, "text": text, "mark": mark, "kind": kind}
        return _put_down(unit, model, found, promise, at=instant_text(at), **note)

    return desk.store.writer.submit("note", keep)


def keep_begun(unit: Unit, model: PracticeModel, assessment: Row) -> None:
    """Make a note of the line that was being typed when the assessment was completed.

    A promise that cannot be kept so late is a note like any other.
    """
    text = (assessment["draft_text"] or "").strip()
    if text:
        promise = read_promise(text, unit.today)
        begun = {
            "question": assessment["draft_question"],
            "at": assessment["draft_at"] or instant_text(unit.now),
            "mark": assessment["draft_mark"] or "private",
            "kind": assessment["draft_kind"] or "fact",
        }
        if promise is not None and (not promise.text or promise.day < unit.today):
            promise = None
        draft = open_draft(unit, assessment["uid"])
        _put_down(unit, model, draft, promise, text=text, **begun)
    unit.overwrite("assessment", assessment["uid"], **_EMPTY_LINE)


def _put_down(
    unit: Unit, model: PracticeModel, draft: Row, promise: Promise | None, **note: str | None
) -> str:
    """Write a note of the draft, with the follow-up that it promises; its uid."""
    follow_up = None
    if promise is not None:
        customership = draft["customership_uid"]
        follow_up = by_hand.write(unit, model, customership, promise.text, promise.day)
    return unit.insert(
        "note",
        client_uid=draft["client_uid"],
        assessment_uid=draft["uid"],
        follow_up_uid=follow_up,
        **note,
    )
