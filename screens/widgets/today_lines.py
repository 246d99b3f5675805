"""What the panes of Today say."""

from collections.abc import Mapping, Sequence
from datetime import date

from screens.widgets.lines import Line, Span, fit, line
from screens.widgets.row_list import Row
from teui.casework.today import TodayRow
from teui.casework.wording import source, what, why
from teui.practice.texts import Texts

NUMBERED = {"1": "overdue", "2": "today", "3": "week"}
GRADES = ("overdue", "due", "coming")
DATE, CLIENT, LINE, OWN = 13, 23, 6, 5


def views(t: Texts, counts: Mapping[str, int], view: str | None, width: int) -> list[Line]:
    """The numbered views with their counts; the one in view stands out."""
    parts: list[Span] = []
    for digit, name in NUMBERED.items():
        role = "cursor" if name == view else "plain"
        words = f" {t(f'view.{name}')} {counts.get(name, 0)}"
        parts += [Span(f" {digit}", "key"), Span(words, role), Span("  ")]
    if view is not None and view not in NUMBERED.values():
        parts += [Span(f" {t(f'view.{view}')} {counts.get(view, 0)}", "cursor"), Span("  ")]
    parts += [Span(" 0", "key"), Span(f" {t('view.all')}", "plain")]
    return [tuple(parts)]


def columns(t: Texts, width: int) -> Line:
    """The heads of the columns."""
    rest = width - 2 - DATE - CLIENT - LINE - OWN
    return (
        Span("  "),
        *fit(line(Span(t("today.act_by"), "dim")), DATE),
        *fit(line(Span(t("today.client"), "dim")), CLIENT),
        *fit(line(Span(t("today.what"), "dim")), rest),
        *fit(line(Span(t("today.line"), "dim")), LINE),
        *fit(line(Span(t("today.own"), "dim")), OWN),
    )


def rows(t: Texts, items: Sequence[TodayRow], width: int) -> list[Row]:
    """Rows under a heading for each grade; a sentence where there is nothing."""
    if not items:
        return [Row(line(Span(f" {t('today.nothing')}", "dim")))]
    made: list[Row] = []
    for grade in GRADES:
        here = [item for item in items if item.grade == grade]
        if here:
            role = "warn" if grade == "overdue" else "title"
            made.append(Row(line(Span(f" {t(f'today.{grade}', n=len(here))}", role))))
            made += [Row(_row(t, item, width - 1), item.uid) for item in here]
    return made


def _row(t: Texts, item: TodayRow, width: int) -> Line:
    rest = width - 1 - DATE - CLIENT - LINE - OWN
    day = t.day(item.act_on) + (" ←" if item.moved else "")
    mark = Span("!", "warn") if item.grade == "overdue" else Span(" ")
    own = t("today.me") if item.mine else item.adviser[:3]
    return (
        mark,
        *fit(line(Span(day, "warn" if item.grade == "overdue" else "plain")), DATE),
        *fit(line(Span(item.client, "strong")), CLIENT - 1),
        Span(" "),
        *fit(line(what(t, item.rule, item.params)), rest - 1),
        Span(" "),
        *fit(line(f" {item.line or '-'}"), LINE),
        *fit(line(Span(own, "dim")), OWN),
    )


def reason(t: Texts, item: TodayRow, today: date, width: int) -> list[Line]:
    """What is due in full, in which window, and why: three lines."""
    title = line(Span(f" {item.client}", "strong"), f"   {what(t, item.rule, item.params)}")
    window = t("today.window", first=t.day(item.window_from), last=t.full_day(item.due))
    parts = [Span(f" {window}")]
    if item.moved:
        parts.append(Span(f"   {t('today.moved', day=t.day(item.act_on))}", "dim"))
    late = (today - item.act_on).days
    if late > 0:
        parts.append(Span(f"   {t.count('today.late', late)}", "warn"))
    elif item.state == "snoozed":
        parts.append(Span(f"   {t('today.snoozed')}", "dim"))
    parts.append(Span(f"   {source(t, item.source)}", "dim"))
    because = f" {t('today.why')}: {why(t, item.rule, item.params, item.due)}"
    return [title, line(*parts), line(Span(because))]
