"""What the panes of the plan say."""

from collections.abc import Iterator
from itertools import pairwise

from screens.widgets.lines import Line, Span, line, spread
from screens.widgets.row_list import Row
from teui.casework.plan import PlanItem, PlanView
from teui.casework.wording import planned
from teui.practice.days import show_day
from teui.practice.texts import Texts

SIDES = ("client", "office")


def standing(t: Texts, view: PlanView, width: int) -> Line:
    """Whether the client has accepted, what is missing for that; line and number of the version."""
    parts: list[Span] = []
    if view.accepted_on is not None:
        parts.append(Span(f" {t('plan.accepted', day=show_day(view.accepted_on))}", "good"))
    else:
        parts.append(Span(f" {t('plan.not_accepted')}", "warn"))
        if view.missing:
            parts.append(Span(f" · {t('plan.missing', what=lacking(t, view))}", "warn"))
        elif view.revision_uid is None:
            parts.append(Span(f" · {t('plan.from_interview')}", "dim"))
    on_line = t("decision.line_n", n=view.line or "-")
    right = line(Span(on_line), Span(f" · {t('plan.version', n=view.number)} ", "dim"))
    return spread(tuple(parts), right, width)


def lacking(t: Texts, view: PlanView) -> str:
    """What the plan lacks before the client can accept it."""
    return ", ".join(t(f"plan.lacks.{name}") for name in view.missing)


def rows(t: Texts, view: PlanView, width: int) -> list[Row]:
    """Goal, review, contact, reports; then the two lists with a free row at the end of each.

    The keys of the rows stay the same when a change begins a new version of the plan.
    """
    day = t.full_day
    made = [
        _row(t, "goal", _goal(view)),
        _row(t, "review", day(view.review_on) if view.review_on else None),
        _row(t, "contact", _contact(t, view)),
        _row(t, "next", day(view.next_contact_on) if view.next_contact_on else None),
        _row(t, "reports", view.reports),
    ]
    number = 1
    for side in SIDES:
        made.append(Row(()))
        made.append(Row(line(Span(f" {t(f'plan.{side}_does')}", "title"))))
        for found in _listed(t, view, side, width):
            made.append(Row((Span(f"  {number:<3}", "dim"), *found.line), found.key))
            number += 1
    return made


def read_only(t: Texts, view: PlanView, width: int) -> list[Line]:
    """The rows for somebody who only reads: a free row stands only where its list is empty."""
    free = {("item", side, None) for side in SIDES}
    made: list[Line] = []
    found = rows(t, view, width)
    for before, row in pairwise((Row(()), *found)):
        if row.key not in free:
            made.append((Span(" "), *row.line) if row.key else row.line)
        elif before.key is None:
            made.append(line(Span("   -", "dim")))
    return made


def _listed(t: Texts, view: PlanView, side: str, width: int) -> Iterator[Row]:
    room = width - 5
    for item in view.items:
        if item.side == side:
            yield Row(_item(t, item, room), ("item", side, item.position))
    if side == "office":
        for requirement in view.undated:
            name = line(Span(t(f"requirement.{requirement}.text"), "dim"))
            yield Row(_with_day(t, name, room), ("requirement", requirement))
    yield Row(line(Span("-", "dim")), ("item", side, None))


def _row(t: Texts, name: str, value: str | None) -> Row:
    title = Span(f"{t(f'plan.row.{name}'):<12} ", "title")
    return Row(line(title, Span(value or "-")), (name,))


def _goal(view: PlanView) -> str | None:
    return f"{view.goal} ({view.goal_isco})" if view.goal_isco else view.goal


def _contact(t: Texts, view: PlanView) -> str | None:
    if view.rhythm_weeks is None:
        return None
    parts = [t.count("plan.every", view.rhythm_weeks)]
    if view.rhythm_channel:
        parts.append(t(f"contact.channel.{view.rhythm_channel}"))
    return f"{', '.join(parts)}; {t(f'plan.contact_by.{view.contact_by}')}"


def _item(t: Texts, item: PlanItem, width: int) -> Line:
    words = Span(planned(t, item.text, item.service, item.requirement))
    left = line(words, Span(f" · {item.provider}", "dim")) if item.provider else line(words)
    if item.by_date is not None:
        return spread(left, line(Span(f"{t('plan.by_day', day=show_day(item.by_date))} ")), width)
    return _with_day(t, left, width) if item.requirement else left


def _with_day(t: Texts, left: Line, width: int) -> Line:
    return spread(left, line(Span(f"{t('plan.no_date')} ", "warn")), width)
