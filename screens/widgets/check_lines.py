"""The end check in rows: what is open, by what it is open for, then what the client was told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from screens.widgets.lines import Line, Span, fit, line
from screens.widgets.row_list import Row
from teui.assessment.end_check import Point
from teui.casework.wording import source
from teui.practice.days import show_day
from teui.practice.model import ToldItem
from teui.practice.texts import Texts

SECTION = 13


@dataclass(frozen=True, slots=True)
class Check:
    """What stands on the page: open points, and the items to be told with their days.

    `decides`: the interview leads to a decision.
    """

    points: tuple[Point, ...]
    told: tuple[tuple[ToldItem, date | None], ...]
    is_settled: bool
    decides: bool = True

    @property
    def count_told(self) -> int:
        return sum(day is not None for _, day in self.told)


def rows(t: Texts, check: Check) -> list[Row]:
    """Keys of rows: the point itself, or the id of the item to be told."""
    found: list[Row] = []
    for kind in dict.fromkeys(point.kind for point in check.points):
        found.append(_heading(t(f"check.{kind}.title")))
        found += [Row(_point(t, point), point) for point in check.points if point.kind == kind]
    if not check.points:
        name = "check.nothing" if check.decides else "line_interview.all_asked"
        found.append(_heading(t(name), "good"))
    if check.told:
        title = t("check.told.title", n=check.count_told, of=len(check.told))
        found.append(_heading(title))
    found += [
        Row(_item(t, number, item, day), item.id)
        for number, (item, day) in enumerate(check.told, start=1)
    ]
    if not check.is_settled:
        found.append(_heading(t("check.told.more"), "dim"))
    return found


def title(t: Texts, check: Check) -> Line:
    words = t.count("check.open", len(check.points)) if check.points else t("check.done")
    return line(Span(f" {t('check.title')}", "title"), Span(f"   {words}", "dim"))


def about(t: Texts, check: Check, key: object) -> tuple[str, str]:
    """What the row under the cursor means; the day it was told on and its source."""
    if isinstance(key, Point):
        if key.kind == "contradiction":
            return t(f"contradiction.{key.about}.text"), ""
        return t(f"question.{key.question}.text"), ""
    for item, day in check.told:
        if item.id == key:
            when = f"{t('check.told.on', day=show_day(day))} " if day else ""
            return t(f"told.{item.id}.means"), f"{when}{source(t, item.source)}"
    return "", ""


def _heading(text: str, role: str = "title") -> Row:
    return Row(line(Span(f" {text}", role)))


def _point(t: Texts, point: Point) -> Line:
    if point.kind == "contradiction":
        return line(Span(f" {t(f'contradiction.{point.about}.text')}", "warn"))
    section = t(f"section.{point.question.partition('.')[0]}.short")
    parts: Sequence[Span] = fit(line(Span(f" {section}", "dim")), SECTION + 1)
    words = t(f"question.{point.question}.short")
    state = f" · {t(f'check.state.{point.about}')}" if point.about else ""
    return (*parts, *line(Span(words), Span(state, "note")))


def _item(t: Texts, number: int, item: ToldItem, day: date | None) -> Line:
    key = str(number) if number < 10 else " "
    mark = Span("✓ ", "good") if day else Span("  ")
    return (Span(key, "key"), Span(" "), mark, *line(t(f"told.{item.id}.text")))
