"""The facts that close a follow-up without anybody's marking it done."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from teui.followup.history import Draft, Held, History, last_talk
from teui.followup.plan_rows import position_of
from teui.followup.under_way import Service, Work
from teui.practice.follow_model import FollowUpRule
from teui.practice.model import LINE

_Closing = Callable[[History, str, str], date | None]


def closed_on(rule: FollowUpRule, history: History, subject: str, fact: str) -> date | None:
    """The day on which a fact of the history closed it, the first there is; None while open."""
    if rule.rolling:
        return None
    names = (*rule.closes, *rule.closes_for.get(fact, ()))
    return _first(CLOSINGS[name](history, subject, fact) for name in names)


def _reached_contact(history: History, _subject: str, fact: str) -> date | None:
    talks = {contact.uid for contact in history.contacts} | {held.uid for held in history.held}
    if fact in talks:
        last = last_talk(history)
        return last.day if last is not None and last.uid != fact else None
    return _first(contact.day for contact in history.contacts)


def _interview_held(history: History, subject: str, _fact: str) -> date | None:
    return _first(held.day for held in history.held if subject in {held.uid, history.customership})


def _integration_begun(history: History, _subject: str, _fact: str) -> date | None:
    assessments: list[Held | Draft] = [*history.held, *history.drafts]
    return _first(each.day for each in assessments if each.kind == "integration")


def _other_kind_chosen(history: History, _subject: str, _fact: str) -> date | None:
    """An assessment of another kind that an adviser has chosen in its place, with a reason."""
    assessments: list[Held | Draft] = [*history.held, *history.drafts]
    return _first(each.day for each in assessments if each.chosen and each.kind != "integration")


def _line_interview_held(history: History, _subject: str, _fact: str) -> date | None:
    return _first(each.day for each in history.held if each.kind == LINE)


def _stage_done(history: History, subject: str, fact: str) -> date | None:
    return _first(
        each.done_on for each in history.stages if (each.assessment, each.id) == (subject, fact)
    )


def _plan_accepted(history: History, subject: str, fact: str) -> date | None:
    """A later revision of the plan in question; where that is the customership, any at all."""
    number = int(fact) if fact.isdecimal() else 0
    return _first(
        each.day
        for each in history.accepted
        if each.number > number and subject in {each.plan, history.customership}
    )


def _integration_plan_accepted(history: History, _subject: str, _fact: str) -> date | None:
    return _first(each.day for each in history.accepted if each.kind == "integration")


def _plan_row_done(history: History, subject: str, fact: str) -> date | None:
    plan, position = history.plan, position_of(fact)
    if plan is None or plan.uid != subject:
        return None
    return _first(item.done_on for item in plan.items if item.position == position)


def _service_begun(history: History, subject: str, fact: str) -> date | None:
    """The service that a row of the plan is about runs, or has run, by a record of its own."""
    position = position_of(fact)
    return _first(
        each.starts_on or each.over_on
        for each in history.services
        if each.state != "planned" and (each.plan, each.position) == (subject, position)
    )


def _last_part_planned(history: History, subject: str, _fact: str) -> date | None:
    spells: list[Service | Work] = [*history.services, *history.work]
    return _first(each.ends_on for each in spells if each.uid == subject and each.has_last_part)


def _judged(history: History, subject: str, _fact: str) -> date | None:
    spells: list[Service | Work] = [*history.services, *history.work]
    return _first(each.judged_on for each in spells if each.uid == subject)


def _offer_outcome(history: History, subject: str, _fact: str) -> date | None:
    return _first(each.settled_on for each in history.offers if each.uid == subject)


def _acknowledged(history: History, subject: str, _fact: str) -> date | None:
    return _first(each.acknowledged_on for each in history.handovers if each.uid == subject)


def _validity_renewed(history: History, _subject: str, fact: str) -> date | None:
    """It is valid until a later day now."""
    until = history.valid_until
    return until if until is not None and until > date.fromisoformat(fact) else None


def _statement_asked(history: History, _subject: str, _fact: str) -> date | None:
    """Then the statement itself is waited for; one given before the decision was another."""
    decided = history.decision.day if history.decision is not None else history.start
    return _first(
        each.asked_on
        for each in history.statements
        if each.given_on is None or each.given_on >= decided
    )


def _statement_given(history: History, subject: str, _fact: str) -> date | None:
    return _first(each.given_on for each in history.statements if each.uid == subject)


def _business_step_done(history: History, subject: str, _fact: str) -> date | None:
    return _first(each.done_on for each in history.business_steps if each.uid == subject)


def _first(days: Iterable[date | None]) -> date | None:
    return min((day for day in days if day is not None), default=None)


CLOSINGS: Mapping[str, _Closing] = {
    "reached_contact": _reached_contact,
    "interview_held": _interview_held,
    "integration_begun": _integration_begun,
    "other_kind_chosen": _other_kind_chosen,
    "line_interview_held": _line_interview_held,
    "stage_done": _stage_done,
    "plan_accepted": _plan_accepted,
    "integration_plan_accepted": _integration_plan_accepted,
    "plan_row_done": _plan_row_done,
    "service_begun": _service_begun,
    "last_part_planned": _last_part_planned,
    "judged": _judged,
    "offer_outcome": _offer_outcome,
    "acknowledged": _acknowledged,
    "validity_renewed": _validity_renewed,
    "statement_asked": _statement_asked,
    "statement_given": _statement_given,
    "business_step_done": _business_step_done,
}
