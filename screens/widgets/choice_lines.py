"""What a person puts into a decision: line, client's view, reason; and what is missing."""

from screens.widgets.lines import Line, Span, line, width_of
from teui.casework.decision import Decided, DecisionView
from teui.practice.model import PracticeModel
from teui.practice.texts import Texts

_LABEL = 10
_KEY = 4


def outcomes_for(model: PracticeModel, number: int) -> list[str]:
    """The outcomes that a digit stands for: a line, or for 0 all without one."""
    return [outcome.id for outcome in model.outcomes if (outcome.line or 0) == number]


def choice(t: Texts, view: DecisionView, width: int) -> list[Line]:
    """While it is open with its keys; once recorded what was decided, by whom and when."""
    client = t(f"code.agreed.client_view.{view.client_view}.text") if view.client_view else "-"
    if view.decided is not None:
        return [
            line(_label(t("decision.line")), Span(t(f"outcome.{view.chosen}.text"), "strong")),
            line(_label(t("decision.client")), client),
            line(_label(t("decision.because")), _reason(t, view, width)),
            _made(t, view.decided),
        ]
    return [
        _options(t, view),
        line(_label(t("decision.client")), Span("w", "key"), f" {client}"),
        line(_label(t("decision.because")), Span("r", "key"), f" {_reason(t, view, width)}"),
        _missing(t, view, width),
    ]


def is_long(reason: str | None, width: int) -> bool:
    """Whether a reason needs more than its line: then it stands whole among the rows."""
    return len(reason or "") > width - _LABEL - _KEY


def _reason(t: Texts, view: DecisionView, width: int) -> str:
    return t("decision.see_above") if is_long(view.reason, width) else view.reason or "-"


def _options(t: Texts, view: DecisionView) -> Line:
    parts: list[Span] = [_label(t("decision.line"))]
    chosen = view.model.line_of(view.chosen) if view.chosen else None
    for number in sorted(view.model.lines):
        parts += _option(str(number), t("decision.line_n", n=number), on=chosen == number)
    without = view.chosen is not None and chosen is None
    words = t(f"outcome.{view.chosen}.short") if without else t("decision.none")
    return (*parts, *_option("0", words, on=without))


def _missing(t: Texts, view: DecisionView, width: int) -> Line:
    """What keeps the decision from being recorded, as much of it as fits, with the rest counted."""
    items = [t("decision.lacks_choice")] if view.chosen is None else []
    items += [t(f"question.{question}.short") for question in view.missing]
    items += [t("decision.lacks_reason")] if view.lacks_reason else []
    items += [t("talk.apart.missing")] if view.lacks_apart else []
    label = _label(t("decision.lacks"))
    if not items:
        return line(Span(f" {t('decision.ready')}", "good"))
    for shown in range(len(items), 0, -1):
        rest = [t("decision.lacks_more", n=len(items) - shown)] if shown < len(items) else []
        made = line(label, Span(", ".join([*items[:shown], *rest]), "warn"))
        if width_of(made) <= width:
            break
    return made


def _made(t: Texts, decided: Decided) -> Line:
    words = t("decision.made_by", day=t.full_day(decided.on), name=decided.by)
    return line(_label(t("decision.made")), words)


def _label(words: str) -> Span:
    return Span(f" {words:<{_LABEL}}")


def _option(digit: str, words: str, *, on: bool) -> list[Span]:
    mark = Span(">" if on else " ", "cursor" if on else "plain")
    role = "cursor" if on else "plain"
    return [mark, Span(digit, "key" if not on else role), Span(f" {words}", role), Span("   ")]
