"""The interview: a draft that is opened, answered in any order, noted in, and never lost."""

from concurrent.futures import Future
from datetime import date

from teui.casework import home
from teui.casework.desk import Desk
from teui.casework.draft import (
    Answered,
    Draft,
    DraftLine,
    Note,
    State,
    Writing,
    answers_of,
    load,
    load_with_model,
    model_of,
    open_draft,
)
from teui.casework.followups import early_questions, refresh
from teui.casework.notes import keep_note
from teui.casework.said_before import bring_over, confirm
from teui.errors import StoreError, TeuiError
from teui.practice.line_interview import form_of
from teui.practice.model import LINE, Kind, PracticeModel, Value
from teui.practice.values import read_value, write_value
from teui.store.hot import interview as hot
from teui.store.unit import Unit
from teui.store.values import json_text

__all__ = [
    "Answered",
    "Draft",
    "DraftLine",
    "Note",
    "State",
    "Writing",
    "answers_of",
    "begin",
    "confirm",
    "keep_note",
    "load",
    "load_with_model",
    "model_of",
    "save_answer",
    "save_writing",
]


def begin(
    desk: Desk, client_uid: str, kind: Kind = "first", *, kind_reason: str | None = None
) -> Future[str]:
    """The client's open draft, else a new one pinned to the model in use; its uid.

    `kind_reason`: why it is of another kind than the rule has it.

    Raises TeuiError `client_unknown`, `customership_ended`, `line_interview_no_line`.
    """
    model = desk.model
    form = form_of(model, kind)

    def start(unit: Unit) -> str:
        found = unit.rows(
            "SELECT uid, ended_on, start_date, line, outcome FROM customership WHERE client_uid = ?"
            " ORDER BY ended_on IS NOT NULL, start_date DESC, id DESC LIMIT 1",
            client_uid,
        )
        if not found:
            raise TeuiError("client_unknown", client=client_uid)
        [customership] = found
        drafts = unit.rows(
            "SELECT uid FROM assessment WHERE customership_uid = ? AND state = 'draft'"
            " ORDER BY id DESC LIMIT 1",
            customership["uid"],
        )
        if drafts:
            return str(drafts[0]["uid"])
        if customership["ended_on"] is not None:
            raise TeuiError("customership_ended", day=customership["ended_on"])
        if kind == LINE and customership["line"] is None:
            raise TeuiError("line_interview_no_line")
        keep_model(unit, model)
        uid = unit.insert(
            "assessment",
            customership_uid=customership["uid"],
            kind=kind,
            model_id=model.id,
            model_version=model.version,
            model_digest=model.digest,
            state="draft",
            started_at=unit.now,
            adviser_uid=unit.adviser if kind == "integration" else None,
            kind_reason=(kind_reason or "").strip() or None,
        )
        draft = {"uid": uid, "client_uid": client_uid}
        bring_over(unit, form, draft, kind, date.fromisoformat(customership["start_date"]))
        if kind == LINE and form.line_form is not None:
            place = (uid, form.line_form.line_question)
            _put(unit, place, "answered", customership["outcome"], None)
        refresh(unit, model, customership["uid"])
        return uid

    return desk.store.writer.submit("interview_begun", start)


def save_answer(  # noqa: PLR0917 - position is part of every move
    desk: Desk,
    assessment_uid: str,
    question_id: str,
    state: State,
    value: Value | None = None,
    position: str | None = None,
    *,
    version: int | None = None,
    model: PracticeModel | None = None,
) -> Future[None]:
    """Save an answer or a non-answer; the state `none` takes it back.

    `position` is the question to which the screen moves on. `version` is the one that the change
    was made from, None to take what is there as it is. `model` is the one that the assessment is
    pinned to, None for the one in use. Raises ValueFault for a value that the
    question cannot take, TeuiError `answer_required`; the future raises `assessment_completed`,
    `changed_elsewhere`.
    """
    model = model or desk.model
    question = model.questions[question_id]
    written = None
    if state == "answered":
        written = write_value(read_value(question, None if value is None else write_value(value)))
    elif question.required:
        raise TeuiError("answer_required", question=question_id)

    place = (assessment_uid, question_id)

    def save(unit: Unit) -> None:
        found = open_draft(unit, assessment_uid)
        if question.home is not None and state in {"answered", "none"}:
            home.write(unit, question, found, written, version)
            _put(unit, place, "none", None, None)
        else:
            _put(unit, place, state, written, version)
        if position is not None:
            unit.overwrite("assessment", assessment_uid, position=position)
        if question_id in early_questions(model):
            refresh(unit, model, found["customership_uid"])

    return desk.store.writer.submit("answer", save)


def save_writing(desk: Desk, assessment_uid: str, writing: Writing) -> Future[None]:
    """Keep what is being typed and looked at, over what was kept before."""
    line = writing.line

    def save(unit: Unit) -> None:
        open_draft(unit, assessment_uid)
        unit.overwrite(
            "assessment",
            assessment_uid,
            position=writing.position,
            draft_text=line.text or None,
            draft_question=line.question,
            draft_at=line.at,
            draft_mark=line.mark if line.text else None,
            draft_kind=line.kind if line.text else None,
            draft_typed=json_text(dict(writing.typed)) if writing.typed else None,
        )

    return desk.store.writer.submit("writing", save)


def keep_model(unit: Unit, model: PracticeModel) -> None:
    """Copy the practice model into the store, for all that is pinned to it."""
    if not unit.rows("SELECT 1 FROM practice_model WHERE digest = ?", model.digest):
        unit.insert(
            "practice_model",
            model_id=model.id,
            model_version=model.version,
            digest=model.digest,
            content=model.content,
        )


def _put(
    unit: Unit,
    place: tuple[str, str],
    state: State,
    written: object,
    version: int | None,
) -> None:
    """Set the row of a place: an assessment's uid and a question."""
    assessment_uid, question = place
    value = json_text(written) if state == "answered" else None
    row = hot.answer(unit.connection, assessment_uid, question)
    if row is not None:
        unit.update("answer", row["uid"], version, state=state, value=value, origin="interview")
    elif version:
        raise StoreError("changed_elsewhere")
    elif state != "none":
        unit.insert(
            "answer",
            assessment_uid=assessment_uid,
            question=question,
            state=state,
            value=value,
            origin="interview",
        )
