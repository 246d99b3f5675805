"""What the panes of the decision say."""

from screens.widgets.lines import Line, Span, line, spread, wrap
from screens.widgets.row_list import Row
from teui.casework.decision import DecisionView
from teui.casework.wording import source
from teui.practice.model import PracticeModel
from teui.practice.texts import Texts


def outcomes_for(model: PracticeModel, number: int) -> list[str]:
    """The outcomes that a digit stands for: a line, or for 0 all without one."""
    return [outcome.id for outcome in model.outcomes if (outcome.line or 0) == number]


def standing(t: Texts, view: DecisionView) -> Line:
    """What is suggested, or that the answers leave it open."""
    suggestion = view.suggestion
    if suggestion.outcome is None:
        shorts = ", ".join(sorted(t(f"outcome.{outcome}.short") for outcome in suggestion.possible))
        return line(Span(f" {t('decision.open')}: {shorts}", "strong"))
    parts = [Span(f" {t('decision.suggested')}: "), Span(t(f"outcome.{suggestion.outcome}.text"))]
    if suggestion.sub_segment:
        parts.append(Span(f" · {t(f'sub_segment.{suggestion.sub_segment}.text')}", "dim"))
    if suggestion.phase:
        parts.append(Span(f" · {t(f'phase.{suggestion.phase}.text')}", "dim"))
    if view.is_preliminary:
        parts.append(Span(f" · {t('interview.preliminary')}", "warn"))
    return line(*parts)


def rows(t: Texts, view: DecisionView, width: int, *, every: bool) -> list[Row]:
    """Reasons, contradictions, what must follow, what is still to be agreed."""
    made = [Row(line(Span(f" {t('decision.why')}", "title")))]
    reasons = view.suggestion.reasons
    shown = [reason for reason in reasons if every or reason.holds]
    for reason in shown:
        key, mark, role = {
            True: ("holds", "✓", "plain"),
            None: ("unknown", "?", "plain"),
            False: ("fails", "–", "dim"),
        }[reason.holds]
        text = f"{mark} {t(f'criterion.{reason.criterion}.{key}')}"
        made.append(
            _sourced(t, Span(text, role), reason.source, width, ("reason", reason.criterion))
        )
    if not every:
        unknown = sum(reason.holds is None for reason in reasons)
        failing = sum(reason.holds is False for reason in reasons)
        more = t("decision.more", unknown=unknown, failing=failing)
        made.append(Row(line(Span(f"  {more}", "dim")), ("more",)))
    for contradiction in view.contradictions:
        words = t(f"contradiction.{contradiction}.text")
        made.append(Row(line(Span(f" ! {words}", "warn"))))
    made += _following(t, view, width)
    if view.missing and not view.recorded:
        made.append(Row(line(Span(f" {t('decision.missing')}", "title"))))
        for question in view.missing:
            text = f"! {t(f'question.{question}.short')}"
            made.append(Row(line(Span(text, "warn")), ("missing", question)))
    warning = t("model.later_law" if view.is_later_law else "model.rules_dated")
    made.append(Row(()))
    made += [Row(line(Span(f" {text}", "dim"))) for text in wrap(warning, width - 2, 3)]
    return made


def _following(t: Texts, view: DecisionView, width: int) -> list[Row]:
    made = [Row(line(Span(f" {t('decision.follows')}", "title")))] if view.requirements else []
    for required in view.requirements:
        day = t.day(required.due) if required.due else t("decision.no_date")
        text = f"{day:>12}  {t(f'requirement.{required.id}.text')}"
        made.append(_sourced(t, Span(text), required.source, width, ("requirement", required.id)))
    return made


def _sourced(t: Texts, words: Span, citation: str, width: int, key: tuple[str, str]) -> Row:
    return Row(spread(line(words), line(Span(f"{source(t, citation)} ", "dim")), width), key)


def choice(t: Texts, model: PracticeModel, view: DecisionView, width: int) -> list[Line]:
    """The adviser's choice, the client's view, the reason, and what is missing."""
    lines: list[Span] = [Span(f" {t('decision.line'):<10}")]
    chosen = model.line_of(view.chosen) if view.chosen else None
    for number in (1, 2, 3):
        on = chosen == number
        lines += _option(str(number), t("decision.line_n", n=number), on=on)
    none = (
        t(f"outcome.{view.chosen}.short") if view.chosen and chosen is None else t("decision.none")
    )
    lines += _option("0", none, on=view.chosen is not None and chosen is None)
    client = t(f"code.agreed.client_view.{view.client_view}.text") if view.client_view else "-"
    return [
        tuple(lines),
        line(f" {t('decision.client'):<10}", Span("w", "key"), f" {client}"),
        line(f" {t('decision.because'):<10}", Span("r", "key"), f" {view.reason or '-'}"),
        line(Span(f" {_hint(t, view)}", "warn" if view.needs_reason else "dim")),
    ]


def _hint(t: Texts, view: DecisionView) -> str:
    if view.recorded:
        return t("decision.is_recorded")
    if view.chosen is None:
        return t("decision.choose_first")
    if view.needs_reason and not view.reason:
        return t("decision.needs_reason")
    if view.missing:
        return t("decision.missing_first")
    return t("decision.ready")


def _option(digit: str, words: str, *, on: bool) -> list[Span]:
    mark = Span(">" if on else " ", "cursor" if on else "plain")
    role = "cursor" if on else "plain"
    return [mark, Span(digit, "key" if not on else role), Span(f" {words}", role), Span("   ")]
