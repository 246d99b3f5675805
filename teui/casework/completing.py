"""Completing an assessment: from then on it never changes, so it takes its facts along."""

from teui.casework import notes
from teui.casework.record import home_answers
from teui.errors import StoreError
from teui.practice.model import PracticeModel
from teui.practice.values import write_value
from teui.store.driver import Row
from teui.store.hot import case as hot
from teui.store.hot.interview import SAID_BEFORE
from teui.store.unit import Unit
from teui.store.values import json_text

CLIENT_VIEW = "agreed.client_view"


def complete(unit: Unit, model: PracticeModel, assessment: Row, client_view: str | None) -> None:
    """Copy in the facts that live on client and customership, keep the line being typed as a note,
    and close the draft."""
    case = hot.case(unit.connection, assessment["customership_uid"])
    if case is None:
        raise StoreError("customership_unknown", customership=assessment["customership_uid"])
    standing = {row["question"]: row for row in hot.answers(unit.connection, assessment["uid"])}
    unsaid = {"none", SAID_BEFORE}
    spoken_of = {question for question, row in standing.items() if row["state"] not in unsaid}
    given = {
        question: value
        for question, value in home_answers(model, case).items()
        if question not in spoken_of
    }
    if client_view is not None:
        given[CLIENT_VIEW] = client_view
    for question, value in given.items():
        raw = json_text(write_value(value))
        row = standing.get(question)
        if row is None:
            unit.insert(
                "answer",
                assessment_uid=assessment["uid"],
                question=question,
                state="answered",
                value=raw,
                origin="interview",
                confirmed_at=unit.now,
            )
        elif (row["state"], row["value"]) != ("answered", raw):
            unit.update("answer", row["uid"], row["version"], state="answered", value=raw)
    if (assessment["draft_text"] or "").strip():
        notes.keep_begun(unit, model, assessment)
    for talk in unit.rows(
        "SELECT uid FROM talk WHERE assessment_uid = ? AND is_over = 0", assessment["uid"]
    ):
        unit.update("talk", talk["uid"], None, is_over=1)
    unit.update(
        "assessment",
        assessment["uid"],
        assessment["version"],
        state="completed",
        completed_at=unit.now,
    )
