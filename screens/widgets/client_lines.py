"""What the panes of the client's record say."""

from collections.abc import Sequence
from datetime import date

from screens.widgets.lines import Line, Span, fit, line, spread, width_of, wrap
from screens.widgets.row_list import Row
from teui.casework import client_words as words
from teui.casework import handing_words, of_kind
from teui.casework.client_values import ClientRecord, Contacted, Search, Waiting
from teui.casework.timeline import Happening
from teui.practice.days import show_day
from teui.practice.texts import Texts

NAMES, KIND, FULL_DAY = 15, 14, 11
WIDE = 100
"""Columns from which days have their weekday and contacts their words."""


def due_width(width: int) -> int:
    """Columns of the follow-ups; a rule and the contacts beside them have the rest."""
    return 54 if width < WIDE else width * 3 // 5


def title(t: Texts, record: ClientRecord) -> Line:
    """The client's name, day of birth and handle."""
    person = record.person
    born = show_day(person.birth_date) if person.birth_date else "-"
    return line(
        Span(f" {person.name}", "strong"),
        Span(f"  {t('frame.born', year=born)}", "dim"),
        Span(f"  {person.handle}", "key"),
    )


def facts(t: Texts, record: ClientRecord, width: int) -> list[Line]:
    """How to reach the client and in which language; a safety note stands out below."""
    person = record.person
    needed = t("code.contact.interpreter.yes.short") if person.interpreter == "yes" else ""
    interpreter = line(Span(f"! {needed} ", "warn")) if needed else ()
    since = _searching(t, record.search)
    parts = [*person.phones[:1], *words.languages(t, person), words.place(t, person), since]
    parts += [*filter(None, [person.email]), *person.phones[1:]]
    shown = spread(
        line(f" {_fitting(parts, width - width_of(interpreter) - 2)}"), interpreter, width
    )
    lines = [shown]
    for standing in handing_words.all_standing(t, record.handovers, record.to_hand_over):
        said = wrap(standing, width - 2, 2)
        lines += [line(Span(f" {part}", "note")) for part in said]
    if person.safety_note:
        note = wrap(f"! {t('record.safety')}: {person.safety_note}", width - 2, 2)
        lines += [line(Span(f" {part}", "warn")) for part in note]
    return lines


def _searching(t: Texts, search: Search) -> str:
    """Since when the client looks for work; once it has ended, until when and why."""
    began = show_day(search.start_date)
    if search.ended_on is None:
        return t("record.searching", day=began)
    over = t("handing.search_over", began=began, ended=show_day(search.ended_on))
    key = f"handing.ending.{search.end_reason}"
    return f"{over}: {t(key)}" if search.end_reason else over


def _fitting(parts: Sequence[str], width: int) -> str:
    """As many parts, whole, as the width allows."""
    shown = ""
    for part in filter(None, parts):
        longer = f"{shown}{words.BETWEEN}{part}" if shown else part
        if not shown or width_of(line(longer)) <= width:
            shown = longer
    return shown


def case(t: Texts, record: ClientRecord, width: int, height: int) -> list[Row]:
    """Diagnosis, line and plan, with as many reasons as there is room for."""
    diagnosis, *reasons = _diagnosis(t, record, width - NAMES)
    room = height - 4
    if len(reasons) > room:
        more = t("record.more_reasons", n=len(reasons) - room + 1)
        reasons = [*reasons[: room - 1], line(Span(more, "dim"))]
    first, second = _plan(t, record, width - NAMES)
    return [
        _named(t, 1, "diagnosis", diagnosis),
        *(_below(reason) for reason in reasons),
        _named(t, 2, "line", line(words.line(t, record.search, record.decided))),
        _named(t, 3, "plan", first),
        _below(second),
    ]


def _diagnosis(t: Texts, record: ClientRecord, width: int) -> list[Line]:
    begun, decided = record.begun, record.decided
    unfinished = words.begun(t, begun) if begun is not None else []
    if decided is None:
        if not unfinished:
            return [line(Span(t("record.no_interview"), "dim"))]
        return [line(Span(unfinished[0], "warn")), *(line(more) for more in unfinished[1:])]
    outcome = Span(t(f"outcome.{decided.outcome}.text"), "strong")
    closer = words.closer(t, decided)
    made = [line(outcome, f"{words.BETWEEN}{closer}" if closer else "")]
    if width_of(made[0]) > width:
        made = [line(outcome), line(closer)]
    if begun is not None:
        made.append(line(Span(unfinished[0], "warn")))
        made += [line(each) for each in of_kind.worded(t, begun.of_kind)]
    return [*made, *(line(reason) for reason in words.reasons(t, decided))]


def _plan(t: Texts, record: ClientRecord, width: int) -> tuple[Line, Line]:
    planned = record.planned
    if planned is None:
        on_line = record.decided is not None and record.decided.line is not None
        missing = t("record.no_plan" if on_line else "record.no_line_no_plan")
        return line(Span(missing, "dim")), ()
    accepted = Span(f"{words.acceptance(t, planned)} ", "good" if planned.accepted_on else "warn")
    goal = planned.goal or t("record.no_goal")
    return spread(line(goal), line(accepted), width), line(words.working(t, planned))


def _named(t: Texts, digit: int, name: str, parts: Line) -> Row:
    label = line(Span(f"{digit}", "key"), Span(f" {t(f'record.{name}')}", "title"))
    return Row((*fit(label, NAMES - 1), *parts), (name,))


def _below(parts: Line) -> Row:
    return Row((Span(" " * NAMES), *parts))


def heading(t: Texts, record: ClientRecord, width: int) -> Line:
    """The rule above follow-ups and contacts, with how many there are."""
    left = due_width(width) + 1
    due = _rule(t, 4, "waiting", str(len(record.waiting)), left)
    return (*due, *_rule(t, 5, "contacts", str(len(record.contacts)), width - left))


def timeline_heading(t: Texts, group: str, shown: int, width: int) -> Line:
    """The rule above the timeline, with what of it is shown."""
    return _rule(t, 6, "timeline", f"{t(f'record.filter.{group}')} {shown}", width)


def _rule(t: Texts, digit: int, name: str, more: str, width: int) -> Line:
    parts = line(
        Span("─", "rule"),
        Span(f"{digit}", "key"),
        Span(f" {t(f'record.{name}')} ", "title"),
        Span(f"{more} ", "dim"),
    )
    return (*parts, Span("─" * (width - width_of(parts)), "rule"))


def waiting(t: Texts, record: ClientRecord, wide: bool) -> list[Row]:
    """The open follow-ups by day; overdue is a sign, not red alone."""
    if not record.waiting:
        return [Row(line(Span(f" {t('record.nothing_waiting')}", "dim")))]
    return [Row(_waiting(t, each, wide), ("waiting", each.uid)) for each in record.waiting]


def _waiting(t: Texts, each: Waiting, wide: bool) -> Line:
    mark = Span("!", "warn") if each.overdue else Span(" ")
    shown = _day(t, each.day, wide) + ("←" if each.moved else "")
    day = Span(shown, "warn" if each.overdue else "plain")
    return (mark, *fit(line(day), 12 if wide else 8), *line(words.waiting(t, each)))


def contacts(t: Texts, record: ClientRecord, wide: bool) -> list[Row]:
    """The contacts, the latest first: ✓ reached, – not reached."""
    if not record.contacts:
        return [Row(line(Span(f" {t('record.no_contacts')}", "dim")))]
    return [Row(_contact(t, each, wide), ("contact", each.uid)) for each in record.contacts]


def _contact(t: Texts, each: Contacted, wide: bool) -> Line:
    mark = Span("✓ ", "good") if each.reached else Span("– ", "warn")
    shown = t(f"contact.channel.{each.channel}")
    if wide and each.note:
        shown = f"{shown}{words.BETWEEN}{each.note}"
    return (mark, *fit(line(_day(t, each.day, wide)), 12 if wide else 7), *line(shown))


def _day(t: Texts, day: date, wide: bool) -> str:
    return t.day(day) if wide else f"{day.day}.{day.month}."


def timeline(t: Texts, happenings: Sequence[Happening], wide: bool, width: int) -> list[Row]:
    """A line each: day, kind, words, and at the edge of a wide window who did it."""
    if not happenings:
        return [Row(line(Span(f" {t('record.nothing_happened')}", "dim")))]
    return [
        Row(_happened(t, each, wide, width - 1), ("happened", index))
        for index, each in enumerate(happenings)
    ]


def _happened(t: Texts, each: Happening, wide: bool, width: int) -> Line:
    left = (
        *fit(line(show_day(each.day)), FULL_DAY),
        *fit(line(Span(t(f"record.kind.{each.kind}"), "title")), KIND),
        *line(words.happened(t, each)),
    )
    by = line(Span(f" {each.by} ", "dim")) if wide and each.by else ()
    return spread(left, by, width)


def detail(t: Texts, text: str, width: int) -> list[Line]:
    """The selected row in full, as far as two lines hold it."""
    return [line(Span(f" {part}", "dim")) for part in wrap(text, width - 2, 2)]
