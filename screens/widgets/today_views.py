"""The numbered views of Today on two rows, each with its count."""

from collections.abc import Mapping, Sequence

from screens.widgets.lines import Line, Span, width_of
from teui.casework.today import VIEWS
from teui.practice.texts import Texts

NUMBERED = {str(number): view for number, view in enumerate(VIEWS, 1)}
_FIRST_ROW = 5


def views(
    t: Texts, counts: Mapping[str, int], chosen: str | None, width: int, *, own: bool = False
) -> list[Line]:
    """Two rows, as wide apart as the width allows; `>` marks the view that is shown.

    `own`: the one shown is of the adviser's own making.
    """
    items = [
        _item(digit, f"{t(f'view.short.{view}')} {counts.get(view, 0)}", view == chosen)
        for digit, view in NUMBERED.items()
    ]
    items.append(_item("0", t("view.all"), own))
    return [_row(items[:_FIRST_ROW], width), _row(items[_FIRST_ROW:], width)]


def _item(digit: str, words: str, is_chosen: bool) -> Line:
    mark = Span(">", "cursor") if is_chosen else Span(" ")
    return (mark, Span(digit, "key"), Span(f" {words}", "cursor" if is_chosen else "plain"))


def _row(items: Sequence[Line], width: int) -> Line:
    for gap in ("  ", " ", ""):
        row: Line = tuple(
            span
            for index, item in enumerate(items)
            for span in (*([Span(gap)] if index and gap else []), *item)
        )
        if width_of(row) <= width:
            break
    return row
