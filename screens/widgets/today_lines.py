"""What the list of Today says, and the reason of its selected row."""

from collections.abc import Sequence

from screens.widgets.lines import Line, Span, fit, line, width_of, wrap
from screens.widgets.row_list import Row
from teui.casework.today import TodayRow
from teui.casework.wording import late as lateness
from teui.casework.wording import source, what, why, window
from teui.practice.texts import Texts

GRADES = ("overdue", "due", "coming")
DATE, LINE, OWN = 13, 6, 4
_INITIALS = 3
_WIDE, _CLIENT, _CLIENT_WIDE = 110, 23, 34
REASON_LINES = 3


def columns(t: Texts, width: int) -> Line:
    """The heads of the columns."""
    return (
        Span("  "),
        *fit(line(Span(t("today.act_by"), "dim")), DATE),
        *fit(line(Span(t("today.client"), "dim")), _client(width)),
        *fit(line(Span(t("today.what"), "dim")), _what(width) + 1),
        *fit(line(Span(t("today.line"), "dim")), LINE),
        *fit(line(Span(t("today.own"), "dim")), OWN),
    )


def rows(t: Texts, items: Sequence[TodayRow], width: int, empty: str, number: int) -> list[Row]:
    """Rows under a heading for each grade; the text `empty` where there is nothing.

    `number` is how many the view holds: where that is more than the rows, the last line says so.
    """
    if not items:
        sentences = wrap(t(empty), width - 2, 2)
        return [Row(line(Span(f" {sentence}", "dim"))) for sentence in sentences]
    made: list[Row] = []
    for grade in GRADES:
        here = [item for item in items if item.grade == grade]
        if here:
            role = "warn" if grade == "overdue" else "title"
            made.append(Row(line(Span(f" {t(f'today.{grade}', n=len(here))}", role))))
            made += [Row(_row(t, item, width), item.uid) for item in here]
    if number > len(items):
        made.append(Row(line(Span(f" {t('today.shown', shown=len(items), all=number)}", "note"))))
    return made


def reason(t: Texts, item: TodayRow, late: int | None, width: int) -> list[Line]:
    """Whose it is, in which window and how late; then why, with its source: three lines.

    `late` are working days, None where the days off are not yet known.
    """
    when = _late(t, item, late)
    about = [Span(f"   {_window(t, item)}"), *([Span(f"   {when}", "warn")] if when else [])]
    if item.moved and not item.overdue:
        about.append(Span(f"   {t('today.moved', day=t.day(item.act_on))}", "dim"))
    name = fit(line(Span(item.client, "strong")), _shortened(item.client, width, tuple(about)))
    sentences = _sentences(t, item, width)
    lines = [line(" ", *name, *about), *(line(f" {sentence}") for sentence in sentences)]
    return [*lines, *[()] * (REASON_LINES - len(lines))]


def _sentences(t: Texts, item: TodayRow, width: int) -> list[str]:
    """Why, with its source; before it what is due, where its row has no room for that."""
    words, most = what(t, item.rule, item.params), REASON_LINES - 1
    because = f"{why(t, item.rule, item.params, item.due)} ({source(t, item.source)})"
    sentences = wrap(f"{t('today.why')}: {because}", width - 2, most)
    # The adviser's or the plan's own words stand in the reason already.
    if "text" not in item.params and width_of((Span(words),)) > _what(width):
        both = wrap(f"{words[:1].upper()}{words[1:]}. {because}", width - 2, REASON_LINES)
        return both if len(both) <= most else sentences
    return sentences


def _what(width: int) -> int:
    """Columns of what is due, in a row of the list."""
    return width - 3 - DATE - _client(width) - LINE - OWN


def _client(width: int) -> int:
    return _CLIENT_WIDE if width >= _WIDE else _CLIENT


def _row(t: Texts, item: TodayRow, width: int) -> Line:
    """A row, without the column of the cursor; `width` is that of the screen."""
    client = _client(width)
    day = t.day(item.act_on) + (" ←" if item.moved else "")
    mark = Span("!", "warn") if item.overdue else Span(" ")
    return (
        mark,
        *fit(line(Span(day, "warn" if item.overdue else "plain")), DATE),
        *fit(line(Span(item.client, "strong")), client - 1),
        Span(" "),
        *fit(line(what(t, item.rule, item.params)), _what(width)),
        Span(" "),
        *fit(line(f" {item.line or '-'}"), LINE),
        *fit(line(Span(_owner(t, item), "dim")), OWN),
    )


def _owner(t: Texts, item: TodayRow) -> str:
    """`me`, else the first letters of the team, or of the other adviser's last name."""
    if item.mine:
        return t("today.me")
    name = item.adviser if item.by_team else item.adviser.rpartition(" ")[2]
    return name[:_INITIALS]


def _window(t: Texts, item: TodayRow) -> str:
    if item.put_off_from is not None:
        return t("today.snoozed", first=t.day(item.put_off_from), last=t.day(item.act_on))
    return t("today.window", days=window(item.window_from, item.due))


def _late(t: Texts, item: TodayRow, late: int | None) -> str:
    if not item.overdue or late is None:
        return ""
    return lateness(t, late)


def _shortened(name: str, width: int, about: Line) -> int:
    """Columns of the name: its own, fewer where the rest of its line needs them."""
    return min(width_of((Span(name),)), max(0, width - 2 - width_of(about)))
