"""Reads a customership's record from the store into the facts that follow-ups depend on."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from teui.assessment import applicability, requirements_so_far, requirements_under
from teui.casework import home
from teui.casework.fitting import fitting
from teui.casework.record_rows import (
    decision_of,
    office_day,
    plans_of,
    sittings,
    stages_of,
    stored_of,
)
from teui.casework.record_under_way import (
    business_steps,
    handovers,
    offers,
    services,
    statements,
    work,
)
from teui.errors import StoreError
from teui.followup.history import Contact, Draft, Held, History, Required
from teui.followup.scene import CLIENT_STEPS
from teui.practice.line_interview import form_of
from teui.practice.model import LINE, Answers, Kind, PracticeModel, Value
from teui.store.driver import Connection, Row
from teui.store.hot import case as hot
from teui.store.hot.interview import SAID_BEFORE
from teui.store.values import day_of

_UNSAID = frozenset({"none", SAID_BEFORE})
"""States in which nothing has been said to the question in this assessment."""


@dataclass(frozen=True, slots=True)
class Record:
    """The history with the uids that writing follow-ups needs."""

    client: str
    history: History


def read_record(
    connection: Connection, model: PracticeModel, customership: str, today: date
) -> Record:
    """Raises StoreError `customership_unknown`."""
    case = hot.case(connection, customership)
    if case is None:
        raise StoreError("customership_unknown", customership=customership)
    assessments = hot.assessments(connection, customership)
    decisions = hot.decisions(connection, customership)
    held = {
        row["uid"]: Held(
            row["uid"], row["kind"], office_day(row["completed_at"]), bool(row["kind_reason"])
        )
        for row in assessments
        if row["state"] == "completed"
    }
    models = {
        row["uid"]: form_of(pinned_model(connection, model, row["model_digest"]), row["kind"])
        for row in assessments
    }
    answers = {uid: recorded_answers(connection, models[uid], uid, held[uid].kind) for uid in held}
    drafts = [row for row in assessments if row["state"] == "draft"]
    decision = decision_of(decisions[-1]) if decisions else None
    facts = home_answers(model, case)
    deciding = [row for row in drafts if row["kind"] != LINE]
    if deciding:
        draft = deciding[-1]
        pinned, kind = models[draft["uid"]], draft["kind"]
        early_answers = recorded_answers(connection, pinned, draft["uid"], kind, facts)
        early = _early(pinned, early_answers, today, kind)
    else:
        early_answers = applying(model, facts, "first")
        early = [] if decision else _early(model, early_answers, today, "first")
    requirements = early
    if decision is not None:
        uid = decisions[-1]["assessment_uid"]
        decided = requirements_under(
            models[uid], answers[uid], decision.day, decision.outcome, held[uid].kind
        )
        requirements = [Required(each.id, each.due, each.source) for each in decided]
        listed = {each.id for each in requirements}
        requirements += [each for each in early if each.id not in listed]
    plan, accepted = plans_of(connection, customership)
    return Record(
        case["client_uid"],
        History(
            customership=customership,
            start=date.fromisoformat(case["start_date"]),
            adviser=case["adviser_uid"],
            team=case["team_uid"],
            ended=case["ended_on"] is not None,
            answers={question: value for uid in held for question, value in answers[uid].items()},
            early_answers=early_answers,
            requirements=tuple(requirements),
            decision=decision,
            contacts=tuple(
                Contact(row["uid"], date.fromisoformat(row["day"]))
                for row in hot.reached(connection, customership)
            )
            + sittings(hot.talks(connection, customership), held, today),
            held=tuple(held.values()),
            drafts=tuple(
                Draft(
                    row["uid"],
                    row["kind"],
                    office_day(row["started_at"]),
                    bool(row["kind_reason"]),
                )
                for row in drafts
            ),
            plan=plan,
            accepted=accepted,
            stored=tuple(stored_of(row) for row in hot.follow_ups(connection, customership)),
            stages=stages_of(connection, customership, assessments),
            services=services(connection, customership),
            work=work(connection, customership),
            offers=offers(connection, customership),
            handovers=handovers(connection, customership),
            statements=statements(connection, customership),
            business_steps=business_steps(connection, customership),
            valid_until=day_of(case["valid_until"]),
            steps_from=next((uid for uid in reversed(held) if CLIENT_STEPS in answers[uid]), None),
        ),
    )


def pinned_model(connection: Connection, model: PracticeModel, digest: str) -> PracticeModel:
    """The practice model an assessment began with; `model` where it is still the same."""
    if digest == model.digest:
        return model
    content = hot.model_content(connection, digest)
    if content is None:
        raise StoreError("model_missing", digest=digest)
    return _read_model(content)


@lru_cache(maxsize=8)
def _read_model(content: str) -> PracticeModel:
    from teui.practice.load import read_content

    return read_content(content)


def recorded_answers(
    connection: Connection,
    model: PracticeModel,
    assessment: str,
    kind: Kind,
    facts: Mapping[str, Value] | None = None,
) -> Answers:
    """The answers that apply, as the rules want them; `facts` are those that live elsewhere."""
    rows = [row for row in hot.answers(connection, assessment) if row["state"] not in _UNSAID]
    given: dict[str, Value] = {
        row["question"]: value
        for row in rows
        if row["state"] == "answered"
        and (value := fitting(model, row["question"], json.loads(row["value"]))) is not None
    }
    # An answer that fits no more says nothing: what is known elsewhere of the question stands.
    spoken_of = {row["question"] for row in rows if row["state"] != "answered"} | given.keys()
    elsewhere = {name: value for name, value in (facts or {}).items() if name not in spoken_of}
    return applying(model, given | elsewhere, kind)


def states(connection: Connection, model: PracticeModel, assessment: str) -> Mapping[str, str]:
    """The state of each question that was spoken of; an answer that fits it no more is none."""
    found: dict[str, str] = {}
    for row in hot.answers(connection, assessment):
        question, state = row["question"], row["state"]
        fits = state != "answered" or fitting(model, question, json.loads(row["value"])) is not None
        if fits and state not in _UNSAID:
            found[question] = state
    return found


def applying(model: PracticeModel, answers: Answers, kind: Kind) -> Answers:
    """Without the dormant ones, whose question does not apply."""
    applies = applicability(model, answers, kind)
    return {
        question: value for question, value in answers.items() if applies[question] is not False
    }


def home_answers(model: PracticeModel, case: Row) -> Answers:
    """What customership and client say of questions of the interview."""
    return {
        question.id: value
        for question in home.questions(model)
        if (raw := case[home.column(question)]) is not None
        and (value := fitting(model, question.id, raw)) is not None
    }


def _early(model: PracticeModel, answers: Answers, today: date, kind: Kind) -> list[Required]:
    """What customership and draft make true before a decision (store.md 14)."""
    listed = requirements_so_far(model, answers, today, kind)
    return [
        Required(each.id, each.due, each.source)
        for each in listed
        if each.id in model.follow_ups.early
    ]
