"""What the decision says of the assessment's kind: its stages, and why it is of another kind."""

from screens.widgets import stage_lines
from screens.widgets.lines import Span, line, wrap
from screens.widgets.row_list import Row
from teui.casework.decision import DecisionView
from teui.practice.texts import Texts

_MOST = 4


def rows(t: Texts, view: DecisionView, width: int) -> list[Row]:
    """Warnings that refuse nothing; Enter leads to the stages, or turns the kind."""
    made: list[Row] = []
    reason, recorded = view.draft.kind_reason, view.recorded
    if view.is_other_kind and not recorded:
        words = t(f"kind.other_than_rule.{view.suggestion.assessment}")
        made += _wrapped(f"! {words}", width, "warn", ("kind",))
    if reason:
        words = t("kind.chosen", kind=t(f"interview.kind.{view.draft.kind}"), reason=reason)
        made += _wrapped(words, width, "plain", None if recorded else ("kind",))
    if view.is_preliminary and not view.is_hidden:
        made += _wrapped(t("kind.preliminary"), width, "plain", None)
    if view.stages is not None and view.stages.rows:
        made += _stages(t, view, width)
    return made


def _stages(t: Texts, view: DecisionView, width: int) -> list[Row]:
    found = view.stages
    assert found is not None
    by = t("stages.held_by", name=found.holder or "-")
    held = t("stages.count", held=len(found.rows) - len(found.left), of=len(found.rows))
    made = _wrapped(f"  {by} · {held}", width, "plain", ("stages",))
    if found.left:
        # Once it is recorded nothing can be mended: what was left out is said, without alarm.
        role, mark = ("dim", " ") if view.recorded else ("warn", "!")
        made += _wrapped(f"{mark} {stage_lines.left(t, found)}", width, role, ("stages", "left"))
    return made


def _wrapped(words: str, width: int, role: str, key: tuple[str, ...] | None) -> list[Row]:
    first, *more = wrap(words, width - 3, _MOST)
    return [
        Row(line(Span(first, role)), key),
        *(Row(line(Span(f"  {part}", role))) for part in more),
    ]
