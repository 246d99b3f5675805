"""What the screen of copying says: the pieces of the record, the text of one."""

from collections.abc import Sequence

from screens.widgets.lines import Line, Span, fit, line, wrap
from screens.widgets.row_list import Row
from teui.casework.copying import Piece
from teui.practice.days import show_day
from teui.practice.texts import Texts

DAY, KIND, CLIENT = 12, 16, 30
_MOST = 20
"""Rows that one line of a block may take on the screen."""


def standing(t: Texts, left: int) -> Line:
    """How many wait to be copied."""
    if not left:
        return line(Span(f" {t('copying.all_copied')}", "good"))
    return line(Span(f" {t('copying.waiting', n=left)}", "warn"))


def named(t: Texts, piece: Piece) -> str:
    """What a piece is, with its day."""
    return f"{t(f'copying.kind.{piece.kind}')} {show_day(piece.day)}"


def rows(t: Texts, pieces: Sequence[Piece], width: int, *, named: bool) -> list[Row]:
    """A row a piece; `named`: with the client, where several are listed."""
    if not pieces:
        said = wrap(t("copying.none_waiting" if named else "copying.none"), width - 2, 2)
        return [Row(line(f" {each}")) for each in said]
    return [Row(_row(t, each, named=named), each.uid) for each in pieces]


def _row(t: Texts, piece: Piece, *, named: bool) -> Line:
    if piece.copied_on is not None:
        mark = Span("✓ ", "good")
        state = Span(t("copying.copied_on", day=show_day(piece.copied_on)), "dim")
    else:
        mark, state = Span("· ", "warn"), Span(t("copying.not_copied"), "warn")
    client = fit(line(piece.client), CLIENT) if named else ()
    return (
        mark,
        *fit(line(show_day(piece.day)), DAY),
        *fit(line(t(f"copying.kind.{piece.kind}")), KIND),
        *client,
        state,
    )


def block(text: str, width: int) -> list[Line]:
    """The text to be copied, its lines broken where they are too long for the screen."""
    return [
        line(Span(f" {' ' * _indent(each)}{part}"))
        for each in text.split("\n")
        for part in wrap(each.strip(), width - 2 - _indent(each), _MOST) or [""]
    ]


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))
