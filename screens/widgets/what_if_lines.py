"""What would change the suggestion, in whole sentences under the questions that could."""

from collections.abc import Iterable, Sequence

from screens.widgets.lines import Line, Span, line, wrap
from screens.widgets.row_list import Row
from teui.assessment.reply import Codes, Met, Reply
from teui.assessment.sheet import Sheet
from teui.assessment.what_follows_if import Brought, Follow
from teui.assessment.what_if import Effect, Turn, WhatIf
from teui.casework.value_words import worded
from teui.practice.days import show_day
from teui.practice.model import Question, Test, Within
from teui.practice.texts import Texts

_FEW = 2
"""So many codes are named; of more, “anything else” is said where that is exact."""


def standing(t: Texts, sheet: Sheet, found: WhatIf) -> str:
    """How it stands now, in a sentence."""
    key = "now_settled" if found.is_settled else "now_possible"
    return t(f"what_if.{key}", outcomes=_outcomes(t, sheet, found.possible))


def rows(t: Texts, sheet: Sheet, found: WhatIf, width: int) -> list[Row]:
    """Keys of rows: the group and the question."""
    made: list[Row] = []
    made += _why_nothing(t, sheet, found, width)
    unknown = [(turn.question, _unknown(t, sheet, found, turn)) for turn in found.unknown]
    made += _group(t, sheet, "unknown", unknown, width)
    for group, turns in (("other_line", found.other_line), ("no_line", found.no_line)):
        given = [(turn.question, _given(t, sheet, turn)) for turn in turns]
        made += _group(t, sheet, group, given, width)
    follows = [(follow.question, _follows(t, sheet, follow)) for follow in found.follows]
    made += _group(t, sheet, "follows", follows, width)
    return made[1:]


def _why_nothing(t: Texts, sheet: Sheet, found: WhatIf, width: int) -> list[Row]:
    """Where no other answer alone takes a settled outcome away: by which reasons it stands."""
    if found.carried_by:
        [outcome] = found.possible
        key = "carried" if sheet.model.line_of(outcome) else "carried_no_line"
        reasons = [t(f"criterion.{reason.criterion}.holds") for reason in found.carried_by]
    elif found.is_settled and not found.other_line:
        key, reasons = "no_other_line", []
    else:
        return []
    lines = [line(Span(f" {each}", "strong")) for each in wrap(t(f"what_if.{key}"), width - 1)]
    for sentence in reasons:
        lines += _hanging("✓ ", sentence, width)
    return [Row(()), *map(Row, lines)]


def _group(
    t: Texts, sheet: Sheet, group: str, asked: Iterable[tuple[str, list[str]]], width: int
) -> list[Row]:
    """A heading, and each question with its sentences below; nothing where there is none."""
    made: list[Row] = []
    for question, sentences in asked:
        below = [each for sentence in sentences for each in _hanging("", sentence, width)]
        name, stands = t(f"question.{question}.short"), _stands(t, sheet, question)
        first, *more = wrap(f"{name}: {stands}", width - 3)
        below = [*(line(Span(f"   {each}", "strong")) for each in more), *below]
        made.append(Row(line(Span(first, "strong")), (group, question), len(below)))
        made += map(Row, below)
    words = t(f"what_if.{group}")
    title = [Row(line(Span(f" {each}", "title"))) for each in wrap(words, width - 1)]
    return [Row(()), *title, *made] if made else []


def _hanging(mark: str, sentence: str, width: int) -> list[Line]:
    """A sentence under a question, over as many lines as it needs."""
    first, *more = wrap(sentence, width - 5)
    return [line(f"   {mark}{first}"), *(line(f"     {each}") for each in more)]


def _stands(t: Texts, sheet: Sheet, question: str) -> str:
    """The answer that stands, or why there is none."""
    given = sheet.given.get(question)
    if given is None:
        told = sheet.to_confirm(question)
        if told is None:
            return t("ground.not_asked")
        what = worded(t, sheet.model, question, told.value)
        return t(f"interview.said.{told.origin}", day=show_day(told.day), what=what)
    if given.value is None:
        return t(f"state.{given.state}")
    return worded(t, sheet.model, question, given.value)


def _given(t: Texts, sheet: Sheet, turn: Turn) -> list[str]:
    """What other answers than the one that stands would lead to."""
    asked = sheet.model.questions[turn.question]
    sentences = []
    for effect in turn.effects:
        key = "were_settled" if len(effect.possible) == 1 else "were_possible"
        reply = _reply(t, sheet, asked, effect.reply, besides=1)
        outcomes = _outcomes(t, sheet, effect.possible)
        sentences.append(t(f"what_if.{key}", reply=reply, outcomes=outcomes))
    return sentences


def _unknown(t: Texts, sheet: Sheet, found: WhatIf, turn: Turn) -> list[str]:
    """What each answer would leave possible or rule out, whichever is less to say."""
    if not any(effect.changes for effect in turn.effects):
        return [t("what_if.nothing_alone")]
    asked = sheet.model.questions[turn.question]
    # What changes something is named, what is left then is everything else.
    effects = sorted(turn.effects, key=lambda each: (not each.changes, _size(each.reply)))
    named = sum(_size(effect.reply) for effect in effects[:-1])
    sentences = []
    for effect in effects:
        besides = named if effect is effects[-1] else 0
        reply = _reply(t, sheet, asked, effect.reply, besides=besides)
        sentences.append(_would_be(t, sheet, found, effect, reply))
    return sentences


def _would_be(t: Texts, sheet: Sheet, found: WhatIf, effect: Effect, reply: str) -> str:
    if not effect.changes:
        return t("what_if.is_nothing", reply=reply)
    out = tuple(outcome for outcome in found.possible if outcome not in effect.possible)
    key, listed = "is_possible", effect.possible
    if len(listed) == 1:
        key = "is_settled"
    elif len(out) < len(listed):
        key, listed = "is_ruled_out", out
    return t(f"what_if.{key}", reply=reply, outcomes=_outcomes(t, sheet, listed))


def _follows(t: Texts, sheet: Sheet, follow: Follow) -> list[str]:
    """What each answer would bring; those that bring nothing are not named."""
    asked = sheet.model.questions[follow.question]
    sentences = [
        _brings(t, effect, _reply(t, sheet, asked, effect.reply))
        for effect in follow.effects
        if effect.more or effect.less
    ]
    if follow.sets_day_of:
        sentences.append(t("what_if.sets_day", what=_requirements(t, follow.sets_day_of)))
    return sentences or [t("what_if.brings_nothing")]


def _brings(t: Texts, effect: Brought, reply: str) -> str:
    more, less = _requirements(t, effect.more), _requirements(t, effect.less)
    if not less:
        return t("what_if.brings", reply=reply, more=more)
    if not more:
        return t("what_if.takes", reply=reply, less=less)
    return t("what_if.brings_and_takes", reply=reply, more=more, less=less)


def _requirements(t: Texts, ids: Sequence[str]) -> str:
    return ", ".join(t(f"requirement.{each}.text") for each in ids)


def _outcomes(t: Texts, sheet: Sheet, outcomes: Sequence[str]) -> str:
    """By their short words, the lines first."""
    numbers = {outcome: sheet.model.line_of(outcome) for outcome in outcomes}
    ordered = sorted(outcomes, key=lambda outcome: numbers[outcome] or len(sheet.model.outcomes))
    return ", ".join(t(f"outcome.{outcome}.short") for outcome in ordered)


def _size(reply: Reply) -> int:
    return len(reply.codes) if isinstance(reply, Codes) else 1


def _reply(t: Texts, sheet: Sheet, asked: Question, reply: Reply, besides: int = 0) -> str:
    """An answer in words; many codes that are all there are `besides` so many as “anything else”.

    Codes that count as unknown are not among them, so a question with such names them all.
    """
    match reply:
        case Codes(codes):
            if len(codes) > _FEW and besides and len(codes) + besides == len(asked.codes):
                return t("what_if.else")
            return " / ".join(t(f"code.{asked.id}.{code}.short") for code in codes)
        case Met(Test(question, codes, negated), is_met):
            key = "with" if is_met is not negated else "without"
            held = [code for code in asked.codes if code in codes]
            words = " / ".join(t(f"code.{question}.{code}.short") for code in held)
            return t(f"what_if.{key}", codes=words)
        case Met(Within(later, length, earlier), is_met):
            known = sheet.model.lengths[length]
            is_later = asked.id == later
            key = f"{'after' if is_later else 'before'}.{'within' if is_met else 'beyond'}"
            return t(
                f"what_if.{key}",
                length=t.count(f"length.{known.unit}", known.amount),
                other=t(f"question.{earlier if is_later else later}.short"),
            )
    raise TypeError(reply)
