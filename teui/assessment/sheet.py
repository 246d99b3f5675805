"""An interview as it stands: what was recorded, what applies, what is worth asking next."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Literal

from teui.assessment.applicability import applicability, is_known
from teui.assessment.suggest import contradictions, suggest
from teui.assessment.suggestion import NOTHING, Suggestion
from teui.practice.model import LINE, Answers, Kind, PracticeModel, Question, Value
from teui.practice.reads import questions_in

State = Literal["answered", "not_discussed", "does_not_know", "will_not_say"]
Grade = Literal["line", "follows", "optional"]


@dataclass(frozen=True, slots=True)
class Given:
    """What was recorded to a question: an answer, or why there is none."""

    state: State
    value: Value | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What the client said before, on `day`: at registration or in an earlier assessment."""

    value: Value
    day: date
    origin: Literal["register", "earlier"]


@dataclass(frozen=True)
class Sheet:
    """All that is recorded in one assessment; everything else follows from it.

    What was `said` before is unknown to every rule until it is confirmed.
    """

    model: PracticeModel
    kind: Kind
    as_of: date
    given: Mapping[str, Given]
    said: Mapping[str, Said] = field(default_factory=dict)

    def record(self, question: str, given: Given | None) -> "Sheet":
        """The sheet with one answer changed (None: taken back)."""
        changed = {key: value for key, value in self.given.items() if key != question}
        if given is not None:
            changed[question] = given
        return replace(self, given=changed)

    def to_confirm(self, question: str) -> Said | None:
        """What was said before to a question that applies and is not answered now."""
        # A field half typed at a question that the rules have no more asks for this too.
        is_open = question in self.said and self.is_unasked(question)
        return self.said[question] if is_open else None

    def confirm(self, question: str) -> "Sheet":
        """The sheet with what was said before to the question as its answer."""
        return self.record(question, Given("answered", self.said[question].value))

    def confirm_section(self, section: str) -> tuple["Sheet", tuple[str, ...]]:
        """The same for all of a section, and which those were; what comes to apply goes along."""
        sheet, confirmed = self, []
        for question in self.model.questions.values():
            if question.section == section and sheet.to_confirm(question.id) is not None:
                sheet = sheet.confirm(question.id)
                confirmed.append(question.id)
        return sheet, tuple(confirmed)

    @cached_property
    def applies(self) -> Mapping[str, bool | None]:
        """Whether each question applies; None while that hangs on an answer not yet given."""
        recorded = {
            key: given.value for key, given in self.given.items() if given.value is not None
        }
        return applicability(self.model, recorded, self.kind)

    @cached_property
    def answers(self) -> Answers:
        """The answers that count: dormant ones, whose question stopped to apply, left out."""
        return {
            key: given.value
            for key, given in self.given.items()
            if given.value is not None and self.applies[key] is not False
        }

    @property
    def decides(self) -> bool:
        """Whether it leads to a line; an interview on the line does not."""
        return self.kind != LINE

    @cached_property
    def suggestion(self) -> Suggestion:
        if not self.decides:
            return NOTHING
        return suggest(self.model, self.answers, self.as_of, self.kind)

    @cached_property
    def contradictions(self) -> tuple[str, ...]:
        """Answers that go badly together, for the adviser to look at."""
        if not self.decides:
            return ()
        return contradictions(self.model, self.answers, self.kind)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The questions that apply now, in the order of the form."""
        return tuple(
            question
            for section in self.model.sections
            for question in section.questions
            if self.applies[question.id]
        )

    def way_to(self, question: str) -> str:
        """Itself, or what must be known first where it is not known whether it applies."""
        if self.applies[question] is None:
            for other in questions_in(self.model.questions[question].asked_if):
                first = self.way_to(other)
                if self.applies[first] and not is_known(self.model.questions[first], self.answers):
                    return first
        return question

    def is_unasked(self, question: str) -> bool:
        """It applies and neither an answer nor a reason for none was recorded."""
        return self.applies[question] is True and question not in self.given

    def grade(self, question: str) -> Grade:
        """Whether it decides the line, decides what must follow, or may be left out."""
        if question in self.suggestion.open_questions:
            return "line"
        return "follows" if question in self.suggestion.follow_questions else "optional"

    @cached_property
    def deciding(self) -> tuple[str, ...]:
        """What is still worth asking: for the line, most useful first, then for what follows.

        Where no line is decided all that is asked is, in the order of the form.
        """
        if not self.decides:
            return tuple(each.id for each in self.questions if self.is_unasked(each.id))
        wanted = (*self.suggestion.open_questions, *self.suggestion.follow_questions)
        return tuple(question for question in wanted if self.is_unasked(question))

    def progress(self, section: str) -> tuple[int, int]:
        """Questions of a section that were recorded, and that apply."""
        here = [question.id for question in self.questions if question.section == section]
        return sum(question in self.given for question in here), len(here)

    def after_answer(self, question: str) -> str:
        """Where an answer leads: the next in form order that decides, then what is to be agreed
        before a line is decided, then what may be left out: first what rules read all the same.

        Among what is to be agreed one leads to the next. Form order starts again at the top;
        with nothing unasked the place is kept.
        """
        order = self._round_from(question)
        deciding = set(self.deciding)
        needed = {item.id for item in self.questions if item.needed is not None}
        first = deciding | needed if question in needed else deciding
        read = {item.id for item in self.questions if item.deciding}
        for wanted in (first, needed, read, set(order)):
            for candidate in order:
                if candidate in wanted and self.is_unasked(candidate):
                    return candidate
        return question

    def next_deciding(self, question: str, step: int) -> str:
        """The next (step 1) or previous (step -1) question worth asking, in order of use."""
        if not self.deciding:
            return question
        if question not in self.deciding:
            return self.deciding[0 if step > 0 else -1]
        return self.deciding[(self.deciding.index(question) + step) % len(self.deciding)]

    def neighbour(self, question: str, step: int) -> str:
        """The question so many places on in form order, stopping at either end."""
        order = [item.id for item in self.questions]
        at = order.index(question) if question in order else 0
        return order[max(0, min(at + step, len(order) - 1))]

    def section_start(self, question: str, step: int) -> str:
        """The first question of the next or previous section that has any."""
        starts: dict[str, str] = {}
        for item in self.questions:
            starts.setdefault(item.section, item.id)
        sections = list(starts)
        at = sections.index(self.model.questions[question].section) + step
        return starts[sections[max(0, min(at, len(sections) - 1))]]

    def _round_from(self, question: str) -> list[str]:
        order = [item.id for item in self.questions]
        at = order.index(question) + 1 if question in order else 0
        return order[at:] + order[:at]
