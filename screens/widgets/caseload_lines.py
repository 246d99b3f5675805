"""What the page of caseloads says: a bar a line, against the indicative number."""

from screens.widgets.lines import Line, Span, fit, line, wrap
from teui.casework.caseload import Bar, Carrier, Caseload
from teui.practice.texts import Texts

_NAME, _LINE, _COUNT = 24, 3, 11
_LONGEST = 40
"""Columns of the longest bar; its mark at the indicative number stands at two thirds of it."""


def caseload(t: Texts, found: Caseload, width: int) -> list[Line]:
    """The indicative numbers, then teams and advisers with their bars."""
    lines: list[Line] = [line(Span(t("caseload.title"), "strong"))]
    lines += [line(Span(part, "dim")) for part in wrap(t("caseload.about"), width, 3)]
    for number in found.numbers:
        words = t("caseload.of_line", line=number.line, n=number.clients)
        whose = t("caseload.own" if number.is_own else "caseload.model")
        lines.append(line(f" {words}", Span(f" · {whose}", "dim")))
    for is_team in (True, False):
        lines.append(())
        for carrier in found.carriers:
            if carrier.is_team == is_team:
                lines += _carrier(t, carrier, width)
    return lines


def _carrier(t: Texts, carrier: Carrier, width: int) -> list[Line]:
    name = t("record.team", name=carrier.name) if carrier.is_team else carrier.name
    names = [name, *[""] * len(carrier.bars)]
    return [
        (*fit(line(Span(names[place], "strong")), _NAME), *_bar(bar, width - _NAME))
        for place, bar in enumerate(carrier.bars)
    ]


def _bar(bar: Bar, width: int) -> Line:
    """Filled as far as there are clients; `│` marks the number, `!` that it is exceeded."""
    room = min(_LONGEST, width - _LINE - _COUNT)
    mark = room * 2 // 3
    filled = min(room, round(bar.clients * mark / bar.number))
    is_over = bar.clients > bar.number
    before, after = min(filled, mark), max(0, filled - mark)
    drawn = "█" * before + "·" * (mark - before) + "│" + "█" * min(after, room - mark - 1)
    role = "warn" if is_over else "good"
    count = f" {bar.clients}/{bar.number}{' !' if is_over else ''}"
    return line(Span(f"{bar.line}  ", "key"), Span(drawn, role), Span(count, "plain"))
