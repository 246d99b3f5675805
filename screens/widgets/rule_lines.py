"""A rule in words: its tests as a list, each with the question and the answers that meet it."""

from screens.widgets.lines import Line, Span, line, wrap
from teui.practice.model import (
    All,
    Condition,
    PracticeModel,
    Recorded,
    Some,
    Test,
    Unanswered,
    Within,
)
from teui.practice.texts import Texts

_INDENT = 2
_MOST = 4


def rule_lines(t: Texts, model: PracticeModel, condition: Condition, width: int) -> list[Line]:
    """One line a test; what joins several stands above them."""
    match condition:
        case All(()):
            return _wrapped(t("ground.always"), width)
        case All(parts) | Some(parts):
            joint = "ground.all" if isinstance(condition, All) else "ground.any"
            lines = _wrapped(t(joint), width)
            for part in parts:
                for at, each in enumerate(rule_lines(t, model, part, width - _INDENT)):
                    lines.append((Span("· " if at == 0 else "  "), *each))
            return lines
    return _wrapped(_test(t, model, condition), width)


def _test(t: Texts, model: PracticeModel, test: Condition) -> str:
    match test:
        case Test(question, codes, negated):
            listed = [code for code in model.questions[question].codes if code in codes]
            words = " / ".join(t(f"code.{question}.{code}.short") for code in listed)
            return t(
                "ground.not" if negated else "ground.is", question=_short(t, question), codes=words
            )
        case Recorded(question, code):
            words = t(f"code.{question}.{code}.short")
            return t("ground.is", question=_short(t, question), codes=words)
        case Unanswered(question):
            return t("ground.unanswered", question=_short(t, question))
        case Within(later, length, earlier):
            known = model.lengths[length]
            return t(
                "ground.within",
                later=_short(t, later),
                length=t.count(f"length.{known.unit}", known.amount),
                earlier=_short(t, earlier),
            )
    raise TypeError(test)


def _short(t: Texts, question: str) -> str:
    return t(f"question.{question}.short")


def _wrapped(text: str, width: int) -> list[Line]:
    return [line(Span(each)) for each in wrap(text, width, _MOST)]
