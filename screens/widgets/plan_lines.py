"""What the panes of the plan say."""

from screens.widgets.lines import Line, Span, line, spread
from screens.widgets.row_list import Row
from teui.casework.plan import PlanItem, PlanView
from teui.casework.wording import planned
from teui.practice.days import show_day
from teui.practice.texts import Texts


def standing(t: Texts, view: PlanView, width: int) -> Line:
    """Whether the client has accepted, and the number of the version."""
    if view.accepted_on is not None:
        left = line(Span(f" {t('plan.accepted', day=show_day(view.accepted_on))}", "good"))
    else:
        left = line(Span(f" {t('plan.not_accepted')}", "warn"))
    return spread(left, line(Span(f"{t('plan.version', n=view.number)} ", "dim")), width)


def rows(t: Texts, view: PlanView, width: int) -> list[Row]:
    """Goal, review, contact, then the two lists with a free row at the end of each."""
    made = [
        _row(t("plan.row.goal"), view.goal or "-", ("goal",)),
        _row(
            t("plan.row.review"), t.full_day(view.review_on) if view.review_on else "-", ("review",)
        ),
        _row(t("plan.row.contact"), _contact(t, view), ("contact",)),
    ]
    for side in ("client", "office"):
        made.append(Row(()))
        made.append(Row(line(Span(f" {t(f'plan.{side}_does')}", "title"))))
        items = [item for item in view.items if item.side == side]
        for number, item in enumerate(items, start=1):
            made.append(Row(_item(t, item, number, width), ("item", side, item.uid)))
        free = line(Span(f"  {len(items) + 1:<3}", "dim"), Span("-", "dim"))
        made.append(Row(free, ("item", side, None)))
    return made


def _row(name: str, value: str, key: tuple[str, ...]) -> Row:
    return Row(line(Span(f"{name:<12} ", "title"), Span(value)), key)


def _contact(t: Texts, view: PlanView) -> str:
    if view.rhythm_weeks is None:
        return "-"
    parts = [t.count("plan.every", view.rhythm_weeks)]
    if view.rhythm_channel:
        parts.append(t(f"contact.channel.{view.rhythm_channel}"))
    if view.contact_by:
        parts.append(t(f"plan.contact_by.{view.contact_by}"))
    return ", ".join(parts)


def _item(t: Texts, item: PlanItem, number: int, width: int) -> Line:
    left = line(
        Span(f"  {number:<3}", "dim"), Span(planned(t, item.text, item.service, item.requirement))
    )
    by = t("plan.by_day", day=show_day(item.by_date)) if item.by_date else ""
    return spread(left, line(Span(f"{by} ", "dim")), width)
