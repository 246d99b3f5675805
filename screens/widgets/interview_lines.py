"""What the panes of the interview say, from the sheet as it stands."""

import re

from screens.widgets import card_lines, marks
from screens.widgets.echo import worded
from screens.widgets.lines import Line, Span, fit, line, spread, wrap
from teui.assessment.end_check import agree_first
from teui.assessment.sheet import Said, Sheet
from teui.casework.draft import Draft, Talk
from teui.clock import local_time
from teui.practice.days import show_day
from teui.practice.model import Question
from teui.practice.texts import Texts

SECTION_WIDTH = 24
HELP_LINES = 4
_BESIDE_CODE = 5
"""Columns that key and mark of a code take before its words."""
ECHO_LINES = 2
"""Lines below a field in which is said what was understood of it."""
_SENTENCE = re.compile(r"(?<=[.:!?]) (?=[A-ZÅÄÖ“”])")
EDGE = Span("│", "rule")


def standing(t: Texts, sheet: Sheet, *, hidden: bool = False, preliminary: bool = False) -> Line:
    """The line under the name: what is possible, and how many questions still decide.

    While the suggestion is `hidden`, only how many questions there are.
    """
    if not sheet.decides:
        return _on_line(t, sheet)
    suggestion = sheet.suggestion
    if hidden:
        parts = [Span(f" {t('decision.first')}", "note")]
    elif suggestion.outcome is not None:
        parts = [Span(f" {t(f'outcome.{suggestion.outcome}.text')}", "strong")]
        parts.append(Span(f" · {t('interview.settled')}", "good"))
        if preliminary:
            parts.append(Span(f" · {t('interview.preliminary')}", "warn"))
    else:
        numbers = sorted(
            str(outcome.line)
            for outcome in sheet.model.outcomes
            if outcome.line and outcome.id in suggestion.possible
        )
        lines = t("interview.possible", numbers=", ".join(numbers))
        parts = [Span(f" {lines}", "strong")]
        if len(numbers) < len(suggestion.possible):
            parts.append(Span(f" {t('interview.or_no_line')}", "dim"))
    for key, questions in (
        ("interview.decide", suggestion.open_questions),
        ("interview.follow", suggestion.follow_questions),
    ):
        if questions:
            parts.append(Span(f"   {t.count(key, len(questions))}", "dim"))
    return tuple(parts)


def _on_line(t: Texts, sheet: Sheet) -> Line:
    """The line on which the interview is held, and how much of it is still to be asked."""
    parts = []
    outcome = _line_in_view(sheet)
    if outcome is not None:
        parts.append(Span(f" {t(f'outcome.{outcome}.short')}", "strong"))
    parts.append(Span(f"   {t.count('line_interview.open', len(sheet.deciding))}", "dim"))
    told = sum(sheet.to_confirm(question) is not None for question in sheet.deciding)
    if told:
        parts.append(Span(f" · {t.count('line_interview.told', told)}", "dim"))
    return tuple(parts)


def occasion(t: Texts, talk: Talk | None, draft: Draft, *, wide: bool) -> str:
    """The talk that is going on; in a wide window with the day of the first one."""
    if talk is None:
        return ""
    channel = t(f"contact.channel.{talk.channel}")
    said = t("talk.from", channel=channel, at=local_time(talk.began_at)[:5])
    if wide and draft.talks[0].day != talk.day:
        said = f"{said}, {t('talk.since', day=t.day(draft.talks[0].day))}"
    return said


def rule(width: int, joint: str, caption: str = "") -> Line:
    """A line across, joined to the edge of the sections."""
    left = "─" * (SECTION_WIDTH - 1) + joint + caption
    return (Span(left + "─" * (width - len(left)), "rule"),)


def sections(t: Texts, sheet: Sheet, current: str) -> list[Line]:
    """A line a section: its mark, short name, whether sensitive, and how far it is."""
    here = sheet.model.questions[current].section
    needed = agree_first(sheet)
    lines = []
    for section in sheet.model.sections:
        done, of = sheet.progress(section.id)
        if not sheet.decides and not of:
            continue
        mark = marks.of_section(sheet, needed, section)
        sensitive = "s" if all(question.sensitive for question in section.questions) else " "
        cursor = Span(">", "cursor") if section.id == here else Span(" ")
        role = "strong" if section.id == here else "plain"
        name = fit(line(Span(t(f"section.{section.id}.short"), role)), 12)
        count = f"{done}/{of}" if of else "-"
        lines.append((cursor, mark, Span(" "), *name, Span(f" {sensitive}{count:>5} "), EDGE))
    blank = (Span(" " * (SECTION_WIDTH - 1)), EDGE)
    return [*lines, *[blank] * (40 - len(lines))]


def asked(t: Texts, sheet: Sheet, question: Question, width: int) -> list[Line]:
    """Where we are and what is asked: three lines, one blank where the question is short."""
    order = [item.id for item in sheet.questions if item.section == question.section]
    place = t(
        "interview.place",
        section=t(f"section.{question.section}.short"),
        n=order.index(question.id) + 1 if question.id in order else 0,
        of=len(order),
    )
    grade = marks.grade(sheet, agree_first(sheet), question.id)
    worth = f"{t(f'interview.grade.{grade}')} {marks.GRADES[grade]} "
    if question.required:
        worth = f"{t('interview.grade.required')} "
    right = line(Span(worth, "dim"))
    judge = f" ({t('interview.judge')})" if question.by == "adviser" else ""
    words = wrap(f"{t(f'question.{question.id}.text')}{judge}", width - 2, 2)
    lines = [spread(line(Span(f" {place}", "title")), right, width)]
    gap: list[Line] = [()] if len(words) == 1 else []
    return [*lines, *gap, *[line(Span(f" {text}", "strong")) for text in words]]


def answers(
    t: Texts, sheet: Sheet, question: Question, width: int, height: int, *, before: str = ""
) -> list[Line]:
    """The codes on their keys with the one recorded, the ways of not answering, and help.

    `before` is what the question can no longer take.

    Where they are too many for the height, they stand in two columns by their short texts.
    """
    given = sheet.given.get(question.id)
    chosen = _chosen(given.value) if given and given.state == "answered" and given.value else ()
    others: list[Span] = [Span(" ")]
    for sign, state in marks.NON_ANSWERS:
        on = given is not None and given.state == state
        others += [Span(f"  {sign}", "key"), Span(f" {t(f'state.{state}')}", _role(on))]
    tail: list[Line] = [] if question.required else [tuple(others)]
    echo: list[Line] = []
    if question.type not in ("choice", "choices"):
        echo = [()] * ECHO_LINES
        if given is not None and given.value is not None:
            known = f"  {t('interview.recorded')}: {worded(t, given.value) or given.value}"
            tail.insert(0, line(Span(known, "good")))
        hint = wrap(t(f"entry.{question.type}"), width - 3, 2)
        tail += [line(Span(f"  {text}", "dim")) for text in hint]
    elif question.type == "choices":
        tail.append(line(Span(f"  {t('entry.choices')}", "dim")))
    tail += [line(Span(f"  {text}", "warn")) for text in wrap(before, width - 3, 2) if text]
    said = sheet.to_confirm(question.id)
    if said is not None:
        tail = [*_said(t, question, said, width), *tail]
    codes = _codes(t, question, chosen, width)
    if len(codes) + len(tail) > height:
        codes = _codes(t, question, chosen, width, short=True)
        half = (len(codes) + 1) // 2
        left, right = codes[:half], [*codes[half:], ()]
        codes = [(*fit(a, width // 2), *b) for a, b in zip(left, right, strict=False)]
    room = height - len(echo) - len(codes) - len(tail)
    advice = _advice(t, question, width - 3, max(0, room))
    spare = room - len(advice)
    middle: list[Line] = [()] if spare > 0 and codes else []
    gap: list[Line] = [()] if spare > 1 and advice else []
    return [*echo, *codes, *middle, *tail, *gap, *advice]


def _said(t: Texts, question: Question, said: Said, width: int) -> list[Line]:
    """What the client said before, when and where, and the keys that confirm it."""
    # What is typed stands in the field already.
    what = t("interview.said.in_field")
    if question.codes:
        what = ", ".join(t(f"code.{question.id}.{code}.short") for code in _chosen(said.value))
    words = t(f"interview.said.{said.origin}", day=show_day(said.day), what=what)
    lines = [line(Span(f"  {text}", "note")) for text in wrap(words, width - 3, 2)]
    return [*lines, line(Span(f"  {t('interview.said.keys')}", "dim"))]


def _chosen(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),)


def _codes(
    t: Texts, question: Question, chosen: tuple[str, ...], width: int, *, short: bool = False
) -> list[Line]:
    """Each on its key, over two lines where it is long; the short ones have a line each."""
    made: list[Line] = []
    for number, code in enumerate(question.codes, start=1):
        sign, on = "," if number == 10 else str(number), code in chosen
        text = t(f"code.{question.id}.{code}.{'short' if short else 'text'}")
        words = [text] if short else wrap(text, width - _BESIDE_CODE, 2)
        mark = Span("✓", "good") if on else Span(" ")
        first = line(Span(words[0], _role(on)))
        made.append((Span("  "), Span(sign, "key"), Span(" "), mark, *first))
        made += [line(" " * _BESIDE_CODE, Span(more, _role(on))) for more in words[1:]]
    return made


def _role(on: bool) -> str:
    return "good" if on else "plain"


def _advice(t: Texts, question: Question, width: int, most: int) -> list[Line]:
    """As many whole sentences of the help as fit; the first says what matters most."""
    key = f"question.{question.id}.help"
    sentences = _SENTENCE.split(t(key)) if t.has(key) else []
    for count in range(len(sentences), 0, -1):
        lines = wrap(" ".join(sentences[:count]), width, HELP_LINES + 1)
        if len(lines) <= min(most, HELP_LINES):
            return [line(Span(f"  {text}", "dim")) for text in lines]
    return []


def reasons(t: Texts, sheet: Sheet, width: int, height: int, *, hidden: bool = False) -> list[Line]:
    """The suggestion's reasons, those that hold first, as many as fit whole, the rest counted:
    the third column of a wide screen. Of an interview on the line, the line's card."""
    if not sheet.decides:
        return _card(t, sheet, width, height)
    if hidden:
        return [line(Span(f" {each}", "note")) for each in wrap(t("decision.hidden"), width - 2, 4)]
    lines = [line(Span(f" {t('decision.why')}", "title")), ()]
    open_reasons = [each for each in sheet.suggestion.reasons if each.holds is not False]
    for place, reason in enumerate(open_reasons):
        key, mark = ("holds", "✓") if reason.holds else ("unknown", "?")
        text = wrap(t(f"criterion.{reason.criterion}.{key}"), width - 4, 2)
        is_last = place == len(open_reasons) - 1
        if len(lines) + len(text) > height - (0 if is_last else 1):
            rest = t("interview.more_reasons", n=len(open_reasons) - place)
            return [*lines, line(Span(f"   {rest}", "dim"))]
        lines.append(line(Span(f" {mark} {text[0]}")))
        lines += [line(Span(f"   {more}")) for more in text[1:]]
    return lines


def _card(t: Texts, sheet: Sheet, width: int, height: int) -> list[Line]:
    outcome = _line_in_view(sheet)
    number = sheet.model.line_of(outcome) if outcome is not None else None
    if number is None:
        return []
    lines = card_lines.card(t, sheet.model, number, width - 2)
    return [(Span(" "), *each) for each in lines[:height]]


def _line_in_view(sheet: Sheet) -> str | None:
    """The outcome of the line on which the interview is held."""
    if sheet.model.line_form is None:
        return None
    given = sheet.given.get(sheet.model.line_form.line_question)
    return str(given.value) if given is not None and given.value is not None else None
