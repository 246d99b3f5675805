"""A plan in words, row by row, for screen, paper and command."""

from collections.abc import Iterator

from teui.casework.plan_changes import Changes
from teui.casework.plan_values import PlanItem
from teui.casework.plan_view import PlanView
from teui.casework.wording import planned
from teui.practice.days import show_day
from teui.practice.texts import Texts

ROWS = {
    "goal": ("goal", "goal_isco"),
    "review": ("review_on",),
    "contact": ("rhythm_weeks", "rhythm_channel", "contact_by"),
    "next": ("next_contact_on",),
    "reports": ("reports",),
}
"""The rows above the lists, each with the fields that it shows; named by `plan.row.<row>`."""


def row(t: Texts, view: PlanView, name: str) -> str | None:
    """What one of `ROWS` says, None where nothing is agreed."""
    match name:
        case "goal":
            return f"{view.goal} ({view.goal_isco})" if view.goal_isco else view.goal
        case "review":
            return t.full_day(view.review_on) if view.review_on else None
        case "contact":
            return contact(t, view)
        case "next":
            return t.full_day(view.next_contact_on) if view.next_contact_on else None
    return view.reports


def contact(t: Texts, view: PlanView) -> str | None:
    """How often, by which channel, and who makes it."""
    if view.rhythm_weeks is None:
        return None
    parts = [t.count("plan.every", view.rhythm_weeks)]
    if view.rhythm_channel:
        parts.append(t(f"contact.channel.{view.rhythm_channel}"))
    return f"{', '.join(parts)}; {t(f'plan.contact_by.{view.contact_by}')}"


def lead(t: Texts, code: str | None) -> str:
    """Who leads a phase: the practice model's word, or what was typed."""
    key = f"lead.{code}.text"
    return t(key) if t.has(key) else code or "-"


def item(t: Texts, each: PlanItem) -> str:
    """A row of the lists, or a milestone, without its days."""
    said = planned(t, each.text, each.service, each.requirement)
    is_others = each.provider is not None and each.side != "path"
    return f"{said} · {each.provider}" if is_others else said


def days(t: Texts, each: PlanItem) -> str:
    """The day on which it was done, else by which it is to be; empty where it has none."""
    if each.done_on is not None:
        return t("plan.done_day", day=show_day(each.done_on))
    return t("plan.by_day", day=show_day(each.by_date)) if each.by_date is not None else ""


def item_with_days(t: Texts, each: PlanItem) -> str:
    return ", ".join(filter(None, (item(t, each), days(t, each))))


def changed(t: Texts, before: PlanView, after: PlanView, found: Changes) -> Iterator[str]:
    """Each difference in a line: added, taken out, or changed from what to what."""
    for name, fields in ROWS.items():
        if set(fields) & set(found.fields):
            was, now = row(t, before, name), row(t, after, name)
            yield t("plan_changes.row", row=t(f"plan.row.{name}"), was=was or "-", now=now or "-")
    yield from _leads_changed(t, before, after)
    for each in found.items:
        if any(item is not None and item.says_lead for item in (each.before, each.after)):
            continue
        if each.before is not None and each.after is not None:
            was, now = item_with_days(t, each.before), item_with_days(t, each.after)
            # Who leads its phase stands in a row of its own.
            if was != now:
                yield t("plan_changes.changed", was=was, now=now)
        elif each.after is not None:
            yield t("plan_changes.added", what=item_with_days(t, each.after))
        elif each.before is not None:
            yield t("plan_changes.taken_out", what=item_with_days(t, each.before))


def _leads_changed(t: Texts, before: PlanView, after: PlanView) -> Iterator[str]:
    """Who led a phase, and who does now; a row that names a lead stands for no more than that."""
    led = {phase.id: phase.lead for phase in before.path}
    for phase in after.path:
        if phase.lead != led.get(phase.id, phase.lead):
            was, now = lead(t, led[phase.id]), lead(t, phase.lead)
            yield t("plan_changes.row", row=t(f"phase.{phase.id}.name"), was=was, now=now)
