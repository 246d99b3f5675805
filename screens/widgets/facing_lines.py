"""The client's own page in words."""

from collections.abc import Iterable, Iterator

from screens.widgets import plan_lines
from screens.widgets.lines import Line, Span, line, wrap
from teui.casework.client_facing import Answers, Facing
from teui.casework.value_words import worded
from teui.practice.days import show_day
from teui.practice.model import PracticeModel
from teui.practice.texts import Texts

CARD = ("aim", "promise", "channels")
"""What a line's card says to its client; the rest of it is for the service."""
_MOST = 12


def page(
    t: Texts, model: PracticeModel, facing: Facing, width: int, opened: frozenset[str]
) -> list[Line]:
    """All that may be shown; `opened` names what somebody asked for: `sensitive`, `suggestion`."""
    return [
        *_part(t, "agreed", _agreed(t, model, facing, width)),
        *_part(t, "suggestion", _suggestion(t, facing, width, opened)),
        *_part(t, "plan", _plan(t, facing, width)),
        *_part(t, "answers", _answers(t, model, facing.answers, width)),
        *_part(t, "sensitive", _sensitive(t, model, facing, width, opened)),
        *_part(t, "notes", (each for note in facing.notes for each in _text(note, width))),
        *_part(t, "told", _told(t, facing, width)),
    ]


def _part(t: Texts, name: str, lines: Iterable[Line]) -> Iterator[Line]:
    found = list(lines)
    if found:
        yield heading(t, name)
        yield from found
        yield ()


def heading(t: Texts, part: str) -> Line:
    """Above one of the parts."""
    return line(Span(f" {t(f'facing.{part}')}", "title"))


def _agreed(t: Texts, model: PracticeModel, facing: Facing, width: int) -> Iterator[Line]:
    if facing.outcome is not None:
        words = Span(f"   {t(f'outcome.{facing.outcome}.text')}", "strong")
        undecided = "" if facing.is_decided else f" · {t('facing.undecided')}"
        yield line(words, Span(undecided, "dim"))
    if facing.line is not None:
        for part in CARD:
            yield from _text(t(f"line.{facing.line}.{part}"), width)
        if facing.is_preliminary:
            yield from _text(t("kind.preliminary"), width)
    yield from _answers(t, model, facing.agreed, width)


def _suggestion(t: Texts, facing: Facing, width: int, opened: frozenset[str]) -> Iterator[Line]:
    if facing.decision is None:
        return
    if "suggestion" not in opened:
        yield line(Span(f"   {t('facing.closed')}", "dim"))
        return
    suggestion = facing.decision.suggestion
    if suggestion.outcome is None:
        yield from _text(t("facing.unsettled"), width)
    else:
        yield line(Span(f"   {t(f'outcome.{suggestion.outcome}.text')}", "strong"))
    for reason in suggestion.reasons:
        if reason.holds:
            yield from _text(t(f"criterion.{reason.criterion}.holds"), width)


def _plan(t: Texts, facing: Facing, width: int) -> Iterator[Line]:
    if facing.plan is not None:
        for each in plan_lines.read_only(t, facing.plan, width - 3):
            yield (Span("  "), *each)


def _answers(t: Texts, model: PracticeModel, answers: Answers, width: int) -> Iterator[Line]:
    for question, value in answers:
        said = worded(t, model, question, value)
        yield from _text(f"{t(f'question.{question}.short')}: {said}", width)


def _sensitive(
    t: Texts, model: PracticeModel, facing: Facing, width: int, opened: frozenset[str]
) -> Iterator[Line]:
    if not facing.sensitive:
        return
    if "sensitive" in opened:
        yield from _answers(t, model, facing.sensitive, width)
    else:
        yield line(Span(f"   {t('facing.closed')}", "dim"))


def _told(t: Texts, facing: Facing, width: int) -> Iterator[Line]:
    for each in facing.told:
        day = show_day(each.told_on) if each.told_on else "-"
        yield from _text(f"{t(f'told.{each.item.id}.text')}: {day}", width)


def _text(text: str, width: int) -> Iterator[Line]:
    for each in wrap(text, width - 4, _MOST):
        yield line(f"   {each}")
