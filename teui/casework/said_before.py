"""What the client said before, at registration or in the last assessment: shown, not asked again.

It counts as unknown until it is confirmed. In a reassessment what cannot have changed stands at
once (product.md: it starts from the earlier answers and asks what may have changed).
"""

import json
from collections.abc import Collection, Iterator, Mapping
from concurrent.futures import Future
from datetime import date

from teui.assessment.faults import wrong_sides
from teui.casework.desk import Desk
from teui.casework.draft import open_draft
from teui.casework.followups import early_questions, refresh
from teui.clock import OFFICE_ZONE
from teui.practice.model import Answers, Kind, PracticeModel, Value
from teui.practice.values import ValueFault, read_value, write_value
from teui.store.driver import Row
from teui.store.hot import interview as hot
from teui.store.hot import said_before as hot_said
from teui.store.unit import Unit
from teui.store.values import instant_of, json_text


def bring_over(
    unit: Unit, model: PracticeModel, draft: Mapping[str, str], kind: Kind, start: date
) -> None:
    """Put beside the draft (its `uid` and `client_uid`) what the client's last assessment and
    interview on a line knew.

    Left out are what lives on client and job search, what was agreed that day, what this kind of
    assessment does not ask, and what the practice model in use no longer understands.
    """
    rows: dict[str, Row] = {}
    days: dict[str, date] = {}
    for last in hot_said.last_completed(unit.connection, draft["client_uid"]):
        day = instant_of(last["completed_at"]).astimezone(OFFICE_ZONE).date()
        for row in hot.answers(unit.connection, last["uid"]):
            # What was only told before, and not confirmed, is older than what stood already.
            if row["state"] != hot.SAID_BEFORE or row["question"] not in rows:
                rows[row["question"]], days[row["question"]] = row, day
    known = _known(model, rows, start, unit.today)
    for name, value in known.items():
        question, row = model.questions[name], rows[name]
        if not question.brought or kind in question.not_in:
            continue
        stands = kind == "reassessment" and not question.may_change
        was_answered = row["state"] == "answered"
        unit.insert(
            "answer",
            assessment_uid=draft["uid"],
            question=name,
            state="answered" if stands and was_answered else hot.SAID_BEFORE,
            value=json_text(write_value(value)),
            origin="earlier" if was_answered else row["origin"],
            said_on=days[name] if was_answered else row["said_on"],
        )


def at_registration(desk: Desk, assessment_uid: str, said: Answers, day: date) -> Future[None]:
    """Put beside a draft what the client told when registering on `day`; what stands, stands."""

    def write(unit: Unit) -> None:
        open_draft(unit, assessment_uid)
        for question, value in said.items():
            if hot.answer(unit.connection, assessment_uid, question) is None:
                unit.insert(
                    "answer",
                    assessment_uid=assessment_uid,
                    question=question,
                    state=hot.SAID_BEFORE,
                    value=json_text(write_value(value)),
                    origin="register",
                    said_on=day,
                )

    return desk.store.writer.submit("said_before", write)


def confirm(
    desk: Desk,
    assessment_uid: str,
    questions: Collection[str],
    position: str | None = None,
    *,
    model: PracticeModel | None = None,
) -> Future[None]:
    """What was said before to these questions still holds; the screen moves on to `position`.

    `model` is the one that the assessment is pinned to, None for the one in use.
    """
    pinned = model or desk.model

    def write(unit: Unit) -> None:
        found = open_draft(unit, assessment_uid)
        for question in questions:
            row = hot.answer(unit.connection, assessment_uid, question)
            if row is not None and row["state"] == hot.SAID_BEFORE:
                unit.update(
                    "answer", row["uid"], row["version"], state="answered", confirmed_at=unit.now
                )
        if position is not None:
            unit.overwrite("assessment", assessment_uid, position=position)
        if not early_questions(pinned).isdisjoint(questions):
            refresh(unit, desk.model, found["customership_uid"])

    return desk.store.writer.submit("answer_confirmed", write)


def _known(
    model: PracticeModel, rows: Mapping[str, Row], start: date, today: date
) -> dict[str, Value]:
    """What was answered, or said before and never confirmed, as far as it can be an answer now.

    What lives on client and job search is known from there.
    """
    known: dict[str, Value] = {"start.date": start}
    for name, value in _read(model, rows):
        known[name] = value
        # A day that was right then may lie before this job search.
        if any(wrong_sides(model.questions[name], known, today)):
            del known[name]
    return {name: value for name, value in known.items() if name in rows}


def _read(model: PracticeModel, rows: Mapping[str, Row]) -> Iterator[tuple[str, Value]]:
    for question in model.questions.values():
        row = None if question.home is not None else rows.get(question.id)
        if row is None or row["state"] not in {"answered", hot.SAID_BEFORE}:
            continue
        try:
            yield question.id, read_value(question, json.loads(row["value"]))
        except ValueFault:
            # The model has moved on: it is asked as if nothing were known.
            continue
