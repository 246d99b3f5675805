"""Follow-ups in words: the store keeps codes and parameters, worded on reading."""

from collections.abc import Mapping
from datetime import date

from teui.practice.days import show_day
from teui.practice.follow_model import SOURCE_BY_HAND
from teui.practice.texts import Texts

CHANGE = "situation.known_change"
OFFICE = "office setting"
_OWN = {OFFICE: "source.office", SOURCE_BY_HAND: "source.by_hand"}
_CODES = {
    "stage": "stage.{}.short",
    "work": "service_life.work_kind.{}",
    "matter": "handing.matter.{}",
    "business_step": "service_life.business_step.{}",
}
"""The parameters that are codes of the practice model, with the key of their name."""
CHAPTER = "ch."
"""How a citation in the practice model says chapter."""


def what(t: Texts, rule: str, params: Mapping[str, object]) -> str:
    """What is due, in a few words; a value from the case follows a colon."""
    if "requirement" in params:
        return t(f"requirement.{params['requirement']}.text")
    if "change" in params:
        key = f"code.{CHANGE}.{params['change']}.short"
        return t(f"followup.{rule}.text", what=t(key) if t.has(key) else params["change"])
    return t(f"followup.{rule}.text", what=_named(t, params)).rstrip(": ")


def why(t: Texts, rule: str, params: Mapping[str, object], due: date) -> str:
    """Why it is due, in a whole sentence, without its source."""
    key = f"requirement.{params.get('requirement')}.why"
    if rule == "requirement" and t.has(key):
        return t(key)
    day = params.get("day")
    return t(
        f"followup.{rule}.why",
        day=show_day(date.fromisoformat(str(day))) if day else "-",
        due=show_day(due),
        length=_length(t, params),
        what=_named(t, params),
    )


def _named(t: Texts, params: Mapping[str, object]) -> object:
    """What it is about: a code by its name, a row of the plan, else words of somebody's own."""
    text = str(params.get("text") or "")
    for name, key in _CODES.items():
        if name in params and not text and t.has(found := key.format(params[name])):
            return t(found)
    service, requirement = (params.get(name) for name in ("service", "answers"))
    return planned(
        t,
        text or str(params.get("stage", "")),
        None if service is None else str(service),
        None if requirement is None else str(requirement),
    )


def planned(t: Texts, text: str, service: str | None, requirement: str | None) -> str:
    """A row of a plan: the service of the catalogue, else the requirement; own words beside it."""
    name = ""
    if service is not None:
        key = f"service.{service}.name"
        name = t(key) if t.has(key) else service
    elif requirement is not None:
        key = f"requirement.{requirement}.text"
        name = t(key) if t.has(key) else requirement
    return ": ".join(part for part in (name, text) if part)


def window(first: date, last: date) -> str:
    """`29.10.–12.11.2026`: a window in days, each with its year where the years differ."""
    if first == last:
        return show_day(last)
    year = first.year if first.year != last.year else ""
    return f"{first.day}.{first.month}.{year}–{show_day(last)}"


def late(t: Texts, days: int) -> str:
    """How late something overdue is, in working days."""
    return t.count("today.late", days) if days else t("today.late.not_yet")


def source(t: Texts, citation: str) -> str:
    """Where a rule comes from: document and chapter, the office itself, or an adviser's hand."""
    return t(_OWN[citation]) if citation in _OWN else citation.replace(CHAPTER, t("source.chapter"))


def _length(t: Texts, params: Mapping[str, object]) -> str:
    amount, unit = params.get("amount", params.get("weeks")), params.get("unit", "weeks")
    return t.count(f"length.{unit}", amount) if isinstance(amount, int) else "-"
