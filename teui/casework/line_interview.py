"""The jobseeker's interview on the line: when it is due, how it ends, what it makes of the line.

It goes deeper than the assessment that found the line and decides nothing: the plan comes next, and
where its answers point to another line a person may reassess (S1 ch. 2).
"""

import json
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date

from teui.assessment import suggest
from teui.casework import interview
from teui.casework.completing import complete
from teui.casework.desk import Desk
from teui.casework.draft import open_draft
from teui.casework.followups import refresh
from teui.casework.record import pinned_model, read_record, states
from teui.clock import OFFICE_ZONE
from teui.errors import TeuiError
from teui.practice.line_interview import form_of
from teui.practice.model import LINE, Value
from teui.store.hot import case as hot_case
from teui.store.hot import interview as hot
from teui.store.unit import Unit
from teui.store.values import instant_of

REQUIREMENT = "line_interview"


@dataclass(frozen=True, slots=True)
class Held:
    """An interview on the line that was held on `day`: its answers in the order of the form."""

    uid: str
    day: date
    answers: tuple[tuple[str, Value], ...]
    notes: tuple[str, ...]


def is_due(desk: Desk, customership: str) -> bool:
    """Whether the decision asks for one that is still to be held."""
    rows = hot_case.follow_ups(desk.store.read(), customership)
    return any(row["fact"] == REQUIREMENT and row["state"] in {"open", "snoozed"} for row in rows)


def end(desk: Desk, assessment_uid: str) -> Future[None]:
    """Complete it: from then on it stands as it is, and what it was asked for is done.

    From the future: TeuiError `assessment_unknown`, `assessment_completed`,
    `line_interview_not`, `line_interview_empty` where nothing was spoken of; StoreError
    `customership_unknown`.
    """
    current = desk.model

    def write(unit: Unit) -> None:
        open_draft(unit, assessment_uid)
        assessment = hot_case.assessment(unit.connection, assessment_uid)
        assert assessment is not None
        if assessment["kind"] != LINE:
            raise TeuiError("line_interview_not")
        form = form_of(pinned_model(unit.connection, current, assessment["model_digest"]), LINE)
        spoken_of = states(unit.connection, form, assessment_uid).keys()
        if form.line_form is not None and spoken_of <= {form.line_form.line_question}:
            raise TeuiError("line_interview_empty")
        complete(unit, form, assessment, None)
        refresh(unit, current, assessment["customership_uid"])

    return desk.store.writer.submit("line_interview_held", write)


def other_outcome(desk: Desk, customership: str) -> str | None:
    """The outcome that all answers now suggest, where it is settled and another than was suggested
    when the line was decided; else None. Only a person decides on it."""
    connection, today = desk.store.read(), desk.clock.today()
    decisions = hot_case.decisions(connection, customership)
    if not decisions:
        return None
    answers = read_record(connection, desk.model, customership, today).history.answers
    known = {name: value for name, value in answers.items() if name in desk.model.questions}
    found = suggest(desk.model, known, today, "reassessment").outcome
    before = json.loads(decisions[-1]["suggestion"])["outcome"]
    return found if found not in {None, before} else None


def load(desk: Desk, assessment_uid: str) -> Held | None:
    """One that was held; None for an assessment of another kind or one still open.

    Raises TeuiError `assessment_unknown`.
    """
    draft, form = interview.load_with_model(desk, assessment_uid)
    row = hot.assessment(desk.store.read(), assessment_uid)
    if draft.kind != LINE or row is None or row["completed_at"] is None:
        return None
    answers = interview.answers_of(draft, form)
    return Held(
        uid=draft.uid,
        day=instant_of(row["completed_at"]).astimezone(OFFICE_ZONE).date(),
        answers=tuple((name, answers[name]) for name in form.questions if name in answers),
        notes=tuple(note.text for note in draft.notes),
    )
