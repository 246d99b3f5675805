"""Behind a reason: the document and chapter it rests on, and the answers it reads."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical

from screens.dialogs.dialog import Dialog
from screens.keys import Key
from screens.widgets.lines import Line, Lines, Span, line, wrap
from teui.casework.decision import DecisionView
from teui.practice.model import PracticeModel, Value
from teui.practice.texts import Texts
from teui.practice.typed import to_typed


class ReasonSource(Dialog[str]):
    """Shows one reason with its source; any leaving key closes it."""

    KEYS: ClassVar[tuple[Key, ...]] = (Key("back", "escape,enter", "cancel", "Esc"),)

    def __init__(
        self, view: DecisionView, criterion: str, model: PracticeModel, texts: Texts
    ) -> None:
        super().__init__()
        self._reason = next(r for r in view.suggestion.reasons if r.criterion == criterion)
        self._view = view
        self._model = model
        self._t = texts

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            yield Lines(id="page")

    def on_mount(self) -> None:
        lines = self._lines()
        page = self.query_one("#page", Lines)
        page.styles.height = len(lines)
        page.show(lines)

    def _lines(self) -> list[Line]:
        t, reason = self._t, self._reason
        key = {True: "holds", None: "unknown", False: "fails"}[reason.holds]
        lines = [
            line(Span(text, "strong"))
            for text in wrap(t(f"criterion.{reason.criterion}.{key}"), 58, 3)
        ]
        lines += [(), line(Span(t("decision.source", source=reason.source), "title"))]
        for source in self._model.sources:
            if source in reason.source:
                title = wrap(f"{source}: {t(f'source.{source}.title')}", 58, 3)
                lines += [line(Span(text, "dim")) for text in title]
        lines += [(), line(Span(t("decision.reads"), "title"))]
        for question in reason.answers:
            recorded = self._view.draft.answers.get(question)
            value = recorded.value if recorded else None
            words = self._worded(question, value) if value is not None else t("decision.unknown")
            lines.append(line(f"{t(f'question.{question}.short')}: {words}"))
        return lines

    def _worded(self, question: str, value: Value) -> str:
        if isinstance(value, str) and self._model.questions[question].codes:
            return self._t(f"code.{question}.{value}.short")
        return to_typed(value)
