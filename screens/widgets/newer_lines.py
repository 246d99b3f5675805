"""What a newer practice model changes for one draft, in whole sentences."""

from collections.abc import Iterable, Iterator, Mapping

from screens.widgets.lines import Line, Span, line, wrap
from screens.widgets.old_words import old_words
from teui.casework.newer_model import Newer
from teui.practice.changes import Altered, Aspect
from teui.practice.texts import Texts

_LIST = " · "


def newer_lines(t: Texts, newer: Newer, width: int) -> list[Line]:
    """First what becomes of the answers, then what is asked otherwise, then what is ruled so."""
    intro = t("newer_model.versions", begun=newer.begun_with, now=newer.in_use)
    made: list[Line] = [
        *_wrapped(t("newer_model.title"), width, "strong"),
        *_wrapped(intro, width),
        *_wrapped(t("newer_model.safe"), width),
    ]
    parts = (
        ("asked_anew", _answers(t, newer.asked_anew)),
        ("set_aside", _answers(t, newer.set_aside)),
        ("added", (_question(t, each) for each in newer.changes.added)),
        ("gone", (_question(t, each) for each in newer.changes.gone)),
        ("altered", _altered(t, newer)),
        ("rules", (t(f"newer_model.area.{area}") for area in newer.changes.areas)),
    )
    for name, rows in parts:
        made += _part(t(f"newer_model.{name}"), rows, width)
    if not newer.changes:
        made += [(), *_wrapped(t("newer_model.nothing"), width)]
    return made


def _part(title: str, rows: Iterable[str], width: int) -> list[Line]:
    """The rows under their title; nothing where there are none."""
    laid = [wrap(row, width - 2) for row in rows]
    if not laid:
        return []
    lines: list[Line] = [(), *_wrapped(title, width, "title")]
    for first, *more in laid:
        lines.append(line(Span(f"- {first}")))
        lines += [line(Span(f"  {each}")) for each in more]
    return lines


def _wrapped(text: str, width: int, role: str = "plain") -> list[Line]:
    return [line(Span(each, role)) for each in wrap(text, width)]


def _question(t: Texts, question: str) -> str:
    return t(f"question.{question}.text")


def _answers(t: Texts, answers: Mapping[str, object]) -> Iterator[str]:
    for question, raw in answers.items():
        yield f"{t(f'question.{question}.short')}: {old_words(t, question, raw)}"


def _altered(t: Texts, newer: Newer) -> Iterator[str]:
    """A question with all that is other about it, and the answer that stays."""
    for each in newer.changes.altered:
        said = [_aspect(t, each, aspect) for aspect in each.aspects]
        if each.question in newer.kept:
            kept = old_words(t, each.question, newer.kept[each.question])
            said.append(t("newer_model.kept", answer=kept))
        yield f"{t(f'question.{each.question}.short')}: {' '.join(said)}"


def _aspect(t: Texts, altered: Altered, aspect: Aspect) -> str:
    codes = {"added": altered.codes_added, "gone": altered.codes_gone}.get(aspect, ())
    words = _LIST.join(t(f"code.{altered.question}.{code}.text") for code in codes)
    return t(f"newer_model.aspect.{aspect}", codes=words)
