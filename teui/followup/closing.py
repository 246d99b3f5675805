"""The facts that close a follow-up without anybody's marking it done."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from teui.followup.history import Draft, Held, History, last_talk
from teui.practice.follow_model import FollowUpRule

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


def _first(days: Iterable[date | None]) -> date | None:
    return min((day for day in days if day is not None), default=None)


CLOSINGS: Mapping[str, _Closing] = {
    "reached_contact": _reached_contact,
    "interview_held": _interview_held,
    "integration_begun": _integration_begun,
    "other_kind_chosen": _other_kind_chosen,
    "stage_done": _stage_done,
    "plan_accepted": _plan_accepted,
    "integration_plan_accepted": _integration_plan_accepted,
}
