"""What the panes of the plan say."""

from collections.abc import Iterator
from itertools import pairwise

from screens.widgets.lines import Line, Span, line, spread, width_of, wrap
from screens.widgets.row_list import Row
from teui.casework import plan_words
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
    version = t("plan.version", n=view.number)
    if view.number > 1:
        version = f"{version}, {t('plan.changes_key')}"
    right = line(Span(on_line), Span(f" · {version} ", "dim"))
    return spread(tuple(parts), right, width)


def lacking(t: Texts, view: PlanView) -> str:
    """What the plan lacks before the client can accept it."""
    return ", ".join(t(f"plan.lacks.{name}") for name in view.missing)


def rows(t: Texts, view: PlanView, width: int, *, duties: bool = True) -> list[Row]:
    """Goal, review, contact, reports; the path; then the two lists, a free row at each end.

    The keys of the rows stay the same when a change begins a new version of the plan. `duties`:
    the headings say by which key the duties are read.
    """
    made = [_row(t, view, name) for name in plan_words.ROWS]
    made += _path(t, view, width)
    number = 1
    for side in SIDES:
        made.append(Row(()))
        title = line(Span(f" {t(f'plan.{side}_does')}", "title"))
        hint = line(Span(f"{t('plan.duties_key')} ", "dim")) if duties else ()
        made.append(Row(spread(title, hint, width)))
        for found in _listed(t, view, side, width):
            made.append(Row((Span(f"  {number:<3}", "dim"), *found.line), found.key))
            number += 1
    return made


def _path(t: Texts, view: PlanView, width: int) -> Iterator[Row]:
    """The phases, each with who leads it and its milestones; nothing on a line without a path."""
    if not view.path:
        return
    yield Row(())
    yield Row(line(Span(f" {t('plan.path')}", "title")))
    for phase in view.path:
        led = Span(f" · {plan_words.lead(t, phase.lead)}", "dim")
        yield Row(line(f"  {t(f'phase.{phase.id}.name')}", led), ("phase", phase.id))
        for item in phase.milestones:
            yield Row((Span("     "), *_item(t, item, width - 5)), ("item", "path", item.position))


def read_only(t: Texts, view: PlanView, width: int) -> list[Line]:
    """The rows for somebody who only reads: a free row stands only where its list is empty, and
    what takes more than a line goes on below it."""
    free = {("item", side, None) for side in SIDES}
    made: list[Line] = []
    found = rows(t, view, width, duties=False)
    for before, row in pairwise((Row(()), *found)):
        if row.key not in free:
            made += _whole(t, view, row, width) if row.key else [row.line]
        elif before.key is None:
            made.append(line(Span("   -", "dim")))
    return made


def _whole(t: Texts, view: PlanView, row: Row, width: int) -> Iterator[Line]:
    """A row of the plan on as many lines as it takes."""
    match row.key:
        case ("item", _, int(position)) if item := view.item(position):
            left, right = _parts(t, item)
            lead = row.line[0]
        case (str(name),):
            left, right = line(plan_words.row(t, view, name) or "-"), ()
            lead = row.line[0]
        case _:
            yield (Span(" "), *row.line)
            return
    indent = width_of((lead,)) + 1
    room = width - indent - (width_of(right) + 2 if right else 0)
    first, *rest = wrap("".join(span.text for span in left), room)
    shown = spread(line(first), right, width - indent) if right else line(first)
    yield (Span(" "), lead, *shown)
    for more in rest:
        yield line(Span(" " * indent), more)


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


def _row(t: Texts, view: PlanView, name: str) -> Row:
    title = Span(f"{t(f'plan.row.{name}'):<12} ", "title")
    return Row(line(title, Span(plan_words.row(t, view, name) or "-")), (name,))


def _item(t: Texts, item: PlanItem, width: int) -> Line:
    left, right = _parts(t, item)
    return spread(left, right, width) if right else left


def _parts(t: Texts, item: PlanItem) -> tuple[Line, Line]:
    """What a row says, and the day that stands at its end; empty where there is none."""
    words = Span(planned(t, item.text, item.service, item.requirement))
    is_others = item.provider is not None and item.side != "path"
    left = line(words, Span(f" · {item.provider}", "dim")) if is_others else line(words)
    if item.done_on is not None:
        return left, line(Span(f"✓ {plan_words.days(t, item)} ", "good"))
    if item.by_date is not None:
        return left, line(Span(f"{plan_words.days(t, item)} "))
    return left, _no_date(t) if item.requirement else ()


def _with_day(t: Texts, left: Line, width: int) -> Line:
    return spread(left, _no_date(t), width)


def _no_date(t: Texts) -> Line:
    return line(Span(f"{t('plan.no_date')} ", "warn"))
