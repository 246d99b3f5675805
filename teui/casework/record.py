"""Reads a customership's record from the store into the facts that follow-ups depend on."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from teui.assessment import applicability, requirements_so_far, requirements_under
from teui.casework import home
from teui.casework.fitting import fitting
from teui.clock import OFFICE_ZONE
from teui.errors import StoreError
from teui.followup.history import (
    Accepted,
    Contact,
    Decision,
    Draft,
    Held,
    History,
    Plan,
    PlanItem,
    Required,
    Stage,
    Stored,
)
from teui.practice.model import Answers, Kind, PracticeModel, Value
from teui.store.driver import Connection, Row
from teui.store.hot import case as hot
from teui.store.hot import stages as stages_hot
from teui.store.hot.interview import SAID_BEFORE
from teui.store.values import day_of, instant_of

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
            row["uid"], row["kind"], _office_day(row["completed_at"]), bool(row["kind_reason"])
        )
        for row in assessments
        if row["state"] == "completed"
    }
    models = {
        row["uid"]: pinned_model(connection, model, row["model_digest"]) for row in assessments
    }
    answers = {uid: recorded_answers(connection, models[uid], uid, held[uid].kind) for uid in held}
    drafts = [row for row in assessments if row["state"] == "draft"]
    decision = _decision(decisions[-1]) if decisions else None
    facts = home_answers(model, case)
    if drafts:
        draft = drafts[-1]
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
    plan, accepted = _plans(connection, customership)
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
            + _sittings(hot.talks(connection, customership), held, today),
            held=tuple(held.values()),
            drafts=tuple(
                Draft(
                    row["uid"],
                    row["kind"],
                    _office_day(row["started_at"]),
                    bool(row["kind_reason"]),
                )
                for row in drafts
            ),
            plan=plan,
            accepted=accepted,
            stored=tuple(_stored(row) for row in hot.follow_ups(connection, customership)),
            stages=_stages(connection, customership, assessments),
        ),
    )


def _sittings(talks: Sequence[Row], held: Mapping[str, Held], today: date) -> tuple[Contact, ...]:
    """The talks in which an interview broke off; the last one is the interview that was held."""
    return tuple(
        Contact(row["uid"], day)
        for row in talks
        for day in [date.fromisoformat(row["day"])]
        if (row["is_over"] or day < today)
        and (row["assessment_uid"] not in held or day < held[row["assessment_uid"]].day)
    )


def _stages(connection: Connection, customership: str, assessments: list[Row]) -> tuple[Stage, ...]:
    """The stages of integration assessments; those of a draft that was turned are at rest."""
    held = {row["uid"]: row for row in assessments if row["kind"] == "integration"}
    if not held:
        return ()
    return tuple(
        Stage(
            row["assessment_uid"],
            row["stage"],
            _office_day(held[row["assessment_uid"]]["started_at"]),
            day_of(row["planned_on"]),
            day_of(row["done_on"]),
            held[row["assessment_uid"]]["adviser_uid"],
        )
        for row in stages_hot.of_customership(connection, customership)
        if row["assessment_uid"] in held
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


def _decision(row: Row) -> Decision:
    return Decision(row["outcome"], row["line"], date.fromisoformat(row["decided_on"]))


def _plans(connection: Connection, customership: str) -> tuple[Plan | None, tuple[Accepted, ...]]:
    rows = [row for row in hot.revisions(connection, customership) if row["accepted_on"]]
    accepted = tuple(
        Accepted(
            row["plan_uid"], row["kind"], row["number"], date.fromisoformat(row["accepted_on"])
        )
        for row in rows
    )
    if not rows:
        return None, ()
    latest = max(rows, key=lambda row: (row["accepted_on"], row["plan_uid"], row["number"]))
    items = hot.items(connection, latest["uid"])
    plan = Plan(
        uid=latest["plan_uid"],
        number=latest["number"],
        accepted_on=date.fromisoformat(latest["accepted_on"]),
        review_on=day_of(latest["review_on"]),
        rhythm_weeks=latest["rhythm_weeks"],
        rhythm_channel=latest["rhythm_channel"],
        contact_by=latest["contact_by"] or "office",
        next_contact_on=day_of(latest["next_contact_on"]),
        items=tuple(_item(row) for row in items if not row["removed"]),
    )
    return plan, accepted


def _item(row: Row) -> PlanItem:
    return PlanItem(
        position=row["position"],
        side=row["side"],
        text=row["text"],
        service=row["service"],
        requirement=row["requirement"],
        by_date=day_of(row["by_date"]),
        done_on=day_of(row["done_on"]),
    )


def _stored(row: Row) -> Stored:
    due = date.fromisoformat(row["due"])
    params: dict[str, Any] = json.loads(row["params"])
    return Stored(
        uid=row["uid"],
        rule=row["rule"],
        subject=row["subject_uid"],
        fact=row["fact"],
        state=row["state"],
        window_from=day_of(row["window_from"]) or due,
        due=due,
        act_on=date.fromisoformat(row["act_on"]),
        adviser=row["adviser_uid"],
        team=row["team_uid"],
        params=params,
        source=row["source"],
        version=row["version"],
        drop_reason=row["drop_reason"],
    )


def _office_day(instant: str) -> date:
    return instant_of(instant).astimezone(OFFICE_ZONE).date()
