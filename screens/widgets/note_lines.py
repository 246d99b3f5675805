"""What the notes pane says: the notes that were kept, and the line being typed."""

from collections.abc import Sequence
from datetime import date, datetime

from rich.cells import cell_len

from screens.widgets.lines import Line, Span, line, spread, width_of, wrap
from teui.casework.draft import DraftLine, Note, NoteKind, NoteMark
from teui.clock import local_time
from teui.practice.promise import read_promise
from teui.practice.texts import Texts

STAMP = 20
"""Columns before the words of a note."""


def kept(t: Texts, notes: Sequence[Note], width: int, height: int) -> list[Line]:
    """The latest notes whole, oldest first, as many rows as fit."""
    if not notes:
        return [line(Span(f" {t('interview.no_notes')}", "dim"))]
    rows: list[Line] = []
    for note in reversed(notes):
        if len(rows) >= height:
            break
        rows = [*_kept(t, note, width), *rows]
    return rows[max(0, len(rows) - height) :]


def _kept(t: Texts, note: Note, width: int) -> list[Line]:
    """One note, over as many rows as it needs; behind it what it was marked as and has made."""
    parts = [] if note.due is None else [t("interview.note.promised", day=t.full_day(note.due))]
    parts += [] if note.mark == "private" else [t(f"interview.note.mark.{note.mark}")]
    parts += [] if note.kind == "fact" else [t(f"interview.note.kind.{note.kind}")]
    tags = line(Span(f"{' · '.join(parts)} ", "dim")) if parts else ()
    texts = wrap(note.text, width - STAMP - 1)
    if parts and STAMP + cell_len(texts[-1]) + 2 + width_of(tags) > width:
        texts.append("")
    heads = [stamp(t, note.at, note.question), *[Span(" " * STAMP)] * (len(texts) - 1)]
    rows = [line(head, text) for head, text in zip(heads, texts, strict=True)]
    return [*rows[:-1], spread(rows[-1], tags, width)] if parts else rows


def stamp(t: Texts, at: datetime, question: str | None) -> Span:
    """Time and section in front of a note, `STAMP` columns."""
    time = local_time(at)[:5]
    section = t(f"section.{question.partition('.')[0]}.short") if question else ""
    return Span(f" {time} {section[:12]:<12} ", "note")


def state(t: Texts, begun: DraftLine, state: str, today: date, warning: str) -> Line:
    """What becomes of the line: the follow-up that it will make, else what its keys do."""
    promise = read_promise(begun.text, today)
    if promise is not None and state == "writing":
        key = "promised" if promise.is_named else "promised_today"
        return line(Span(f" {t(f'interview.note.{key}', day=t.full_day(promise.day))}", "good"))
    if warning and state == "empty":
        return line(Span(f" ! {warning}", "warn"))
    return line(Span(f" {t(f'interview.note.{state}')}", "dim"))


def marks(t: Texts, mark: NoteMark, kind: NoteKind) -> Line:
    """Whom the line is for, and whether it is a fact."""
    whom = Span(f" {t(f'interview.note.mark.{mark}')}", "dim" if mark == "private" else "good")
    what = Span(f" {t(f'interview.note.kind.{kind}')} ", "dim" if kind == "fact" else "good")
    return line(Span("F5", "key"), whom, Span("  "), Span("F7", "key"), what)
