"""The facts that open follow-ups: each finds in the history what has arisen, and by when."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from teui.followup.history import Plan, Required, cause_of, last_talk
from teui.followup.opening_under_way import UNDER_WAY
from teui.followup.plan_rows import PLAN_ROWS
from teui.followup.planned import date_of
from teui.followup.scene import NEXT_CONTACT, Opening, Params, Scene, Trigger, measure
from teui.practice.follow_model import BY_HAND, FollowUpRule

CHANGE, CHANGE_DATE = "situation.known_change", "situation.known_change_date"


def _requirement(scene: Scene, rule: FollowUpRule) -> Iterator[Trigger]:
    owned = {each for other in scene.model.follow_ups.rules.values() for each in other.requirements}
    for required in scene.history.requirements:
        if required.id in rule.requirements or not (rule.requirements or required.id in owned):
            yield _of_requirement(scene, rule, required)


def _of_requirement(scene: Scene, rule: FollowUpRule, required: Required) -> Trigger:
    history = scene.history
    if required.due is None:
        arose, due, params = _undated(scene, rule, required.id)
    else:
        arose, due, params = _dated(scene, rule, required.id, required.due)
    if not rule.requirements:
        params = {"requirement": required.id, **params}
    return Trigger(history.customership, required.id, arose, due, params, required.source)


def _dated(scene: Scene, rule: FollowUpRule, name: str, due: date) -> tuple[date, date, Params]:
    definition = next((each for each in scene.model.requirements if each.id == name), None)
    if definition is None or definition.due is None:
        return due, due, {}
    answers = {**scene.history.early_answers, **scene.history.answers}
    known = (answers.get(question) for question in definition.due.after)
    arose = next((day for day in known if isinstance(day, date)), due)
    if definition.due.length is not None:
        return arose, due, measure(scene.model.length(definition.due.length, arose))
    if "as_of" in definition.due.after:
        # What is due at once keeps the day on which it first arose: a decision puts nothing off.
        cause = cause_of(rule.id, scene.history.customership, name)
        earlier = [
            stored.due
            for stored in scene.history.stored
            if stored.cause == cause and stored.state in {"open", "snoozed"}
        ]
        arose = due = min([due, *earlier])
    return arose, due, {}


def _undated(scene: Scene, rule: FollowUpRule, name: str) -> tuple[date, date, Params]:
    decision, plan = scene.history.decision, scene.history.plan
    arose = decision.day if decision else scene.today
    services = rule.plan_services.get(name, ())
    planned = date_of(plan.items, name, services) if plan is not None else None
    if planned is not None:
        return arose, planned, {}
    agreed = scene.history.answers.get(NEXT_CONTACT)
    if isinstance(agreed, date) and agreed >= arose:
        return arose, agreed, {}
    length = scene.model.length(scene.model.follow_ups.undated, arose)
    return arose, scene.calendar.after(arose, length), measure(length)


def _known_change(scene: Scene, rule: FollowUpRule) -> Iterator[Trigger]:
    history = scene.history
    if history.decision is None:
        return
    case, arose = history.customership, history.decision.day
    change, day = history.answers.get(CHANGE), history.answers.get(CHANGE_DATE)
    if isinstance(change, str) and isinstance(day, date):
        yield Trigger(case, change, arose, day, {"change": change})
        return
    # Decided for a change of which the day, or all, is unknown: it is asked about.
    for required in history.requirements:
        if required.id in rule.requirements:
            length = scene.model.length(scene.model.follow_ups.undated, arose)
            params = {"requirement": required.id, **measure(length)}
            due = scene.calendar.after(arose, length)
            yield Trigger(case, required.id, arose, due, params, required.source)


def _rhythm_by_office(scene: Scene, _rule: FollowUpRule) -> Iterator[Trigger]:
    plan = scene.history.plan
    if plan is None or plan.contact_by != "office":
        return
    for fact, arose, agreed, params in _agreed_contact(scene, plan):
        yield Trigger(plan.uid, fact, arose, agreed, {**params, "day": arose.isoformat()})


def _rhythm_by_client(scene: Scene, rule: FollowUpRule) -> Iterator[Trigger]:
    plan = scene.history.plan
    if plan is None or plan.contact_by != "client":
        return
    for fact, _arose, agreed, params in _agreed_contact(scene, plan):
        length = scene.length_of(rule, agreed)
        due = scene.calendar.after(agreed, length)
        said = {**params, **measure(length), "day": agreed.isoformat()}
        yield Trigger(plan.uid, fact, agreed, due, said)


def _agreed_contact(scene: Scene, plan: Plan) -> Iterator[tuple[str, date, date, Params]]:
    """The day on which there is to be contact next: as agreed, else the last one + the rhythm."""
    talk = last_talk(scene.history)
    fact, arose = (talk.uid, talk.day) if talk else (str(plan.number), plan.accepted_on)
    params: dict[str, str | int] = {}
    if plan.rhythm_channel is not None:
        params["channel"] = plan.rhythm_channel
    if plan.rhythm_weeks is not None:
        params["weeks"] = plan.rhythm_weeks
    if plan.next_contact_on is not None and plan.next_contact_on > arose:
        yield fact, arose, plan.next_contact_on, params
    elif plan.rhythm_weeks is not None:
        # A rhythm cannot have been missed before it was agreed.
        due = max(arose + timedelta(weeks=plan.rhythm_weeks), plan.accepted_on)
        yield fact, arose, due, params


def _plan_review(scene: Scene, _rule: FollowUpRule) -> Iterator[Trigger]:
    plan = scene.history.plan
    if plan is not None and plan.review_on is not None:
        params = {"day": plan.accepted_on.isoformat()}
        yield Trigger(plan.uid, str(plan.number), plan.accepted_on, plan.review_on, params)


def _on_line(scene: Scene, rule: FollowUpRule) -> Iterator[Trigger]:
    history = scene.history
    if history.decision is None or history.decision.line is None:
        return
    talk = last_talk(history)
    arose = max(talk.day, history.decision.day) if talk else history.decision.day
    length = scene.length_of(rule, arose)
    due = scene.calendar.after(arose, length)
    yield Trigger(history.customership, "contact", arose, due, measure(length))


def _draft(scene: Scene, rule: FollowUpRule) -> Iterator[Trigger]:
    for draft in scene.history.drafts:
        length = scene.length_of(rule, draft.day)
        # What is held in stages is finished after the last one that a day is planned for.
        ahead = [
            each.planned_on
            for each in scene.history.stages
            if each.assessment == draft.uid and each.planned_on and each.done_on is None
        ]
        due = max([scene.calendar.after(draft.day, length), *ahead])
        params = {"kind": draft.kind, **measure(length)}
        yield Trigger(draft.uid, "draft", draft.day, due, params)


def _assessment_stage(scene: Scene, _rule: FollowUpRule) -> Iterator[Trigger]:
    for each in scene.history.stages:
        if each.planned_on is not None:
            arose = min(each.begun, each.planned_on)
            params = {"stage": each.id}
            due = each.planned_on
            yield Trigger(each.assessment, each.id, arose, due, params, holder=each.holder)


OPENINGS: Mapping[str, Opening] = {
    "requirement": _requirement,
    "known_change": _known_change,
    "rhythm_by_office": _rhythm_by_office,
    "rhythm_by_client": _rhythm_by_client,
    "plan_review": _plan_review,
    "on_line": _on_line,
    "draft": _draft,
    "assessment_stage": _assessment_stage,
    **PLAN_ROWS,
    **UNDER_WAY,
    BY_HAND: lambda _scene, _rule: iter(()),
}
