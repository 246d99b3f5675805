"""What stands behind a line of the decision: the rule, the answers it read, its source in full."""

from datetime import date

from screens.widgets.lines import Line, Span, line, wrap
from screens.widgets.rule_lines import rule_lines
from teui.assessment import Reason, applicability
from teui.casework.decision import DecisionView
from teui.casework.value_words import worded
from teui.followup.outlook import Outlook
from teui.practice.citation import cited
from teui.practice.model import ALWAYS, Condition, PracticeModel
from teui.practice.reads import questions_in
from teui.practice.texts import Texts

_MOST = 8


def page(t: Texts, view: DecisionView, kind: str, about: str, width: int) -> list[Line]:
    """The ground of a row of the decision, by its key."""
    match kind:
        case "reason":
            reason = next(each for each in view.suggestion.reasons if each.criterion == about)
            return of_reason(t, view, reason, width)
        case "requirement":
            follow = next(each for each in view.follows if each.id == about)
            return of_requirement(t, view, follow, width)
        case "contradiction":
            return of_contradiction(t, view, about, width)
        case "outcome":
            return of_outcome(t, view, about, width)
    raise ValueError(f"no row of the decision is a {kind}")


def of_reason(t: Texts, view: DecisionView, reason: Reason, width: int) -> list[Line]:
    """A gate or criterion: what it says of this client, its rule, the answers, the source."""
    key = {True: "holds", None: "unknown", False: "fails"}[reason.holds]
    condition = _condition_of(view.model, reason.criterion)
    return [
        *_strong(t(f"criterion.{reason.criterion}.{key}"), width),
        *_dim(t("ground.speaks_for", outcome=t(f"outcome.{reason.outcome}.text")), width),
        *_rule(t, view, condition, reason.answers, width),
        *sources(t, view.model, reason.source, width),
    ]


def of_requirement(t: Texts, view: DecisionView, follow: Outlook, width: int) -> list[Line]:
    """Something that must follow: why, by which rule, when, and whether it is done."""
    rule = next(each for each in view.model.requirements if each.id == follow.id)
    return [
        *_strong(t(f"requirement.{follow.id}.text"), width),
        *_plain(t(f"requirement.{follow.id}.why"), width),
        (),
        *_plain(_day(t, follow.due, follow), width),
        *_rule(t, view, rule.when, tuple(questions_in(rule.when)), width),
        *sources(t, view.model, follow.source, width),
    ]


def of_contradiction(t: Texts, view: DecisionView, name: str, width: int) -> list[Line]:
    """Answers that go badly together; they decide nothing."""
    found = next(each for each in view.model.contradictions if each.id == name)
    return [
        *_strong(t(f"contradiction.{name}.text"), width),
        *_dim(t("ground.decides_nothing"), width),
        *_rule(t, view, found.when, tuple(questions_in(found.when)), width),
        *sources(t, view.model, found.source, width),
    ]


def of_outcome(t: Texts, view: DecisionView, outcome_id: str, width: int) -> list[Line]:
    """The outcome that holds because no rule for another one does."""
    outcome = next(each for each in view.model.outcomes if each.id == outcome_id)
    return [
        *_strong(t(f"outcome.{outcome_id}.text"), width),
        *_plain(t(f"outcome.{outcome_id}.means"), width),
        (),
        *_plain(t("ground.otherwise"), width),
        *sources(t, view.model, outcome.source, width),
    ]


def sources(t: Texts, model: PracticeModel, citation: str, width: int) -> list[Line]:
    """Each document that is cited, by its title, with the chapters meant."""
    lines: list[Line] = [(), line(Span(t("ground.source"), "title"))]
    pairs = cited(citation)
    if not pairs:
        return [*lines, *_plain(t("ground.office"), width)]
    for document in dict.fromkeys(document for document, _ in pairs):
        lines += _plain(f"{document}  {t(f'source.{document}.title')}", width)
        for chapter in (chapter for of, chapter in pairs if of == document):
            key = f"source.{document}.{chapter}"
            title = t(key) if t.has(key) else ""
            words = t("ground.chapter", chapter=chapter, title=title).rstrip(" :")
            lines += [(Span("    "), *each) for each in _plain(words, width - 4)]
        official = model.sources[document].title if document in model.sources else ""
        lines += [(Span("    "), *each) for each in _dim(official, width - 4)]
    return lines


def _rule(
    t: Texts, view: DecisionView, condition: Condition, reads: tuple[str, ...], width: int
) -> list[Line]:
    lines: list[Line] = [(), line(Span(t("ground.rule"), "title"))]
    lines += rule_lines(t, view.model, condition, width)
    if reads and condition != ALWAYS:
        lines += [(), line(Span(t("ground.reads"), "title"))]
        applies = applicability(view.model, view.answers, view.draft.kind)
        for question in reads:
            words = _answer(t, view, question, applies[question])
            lines += _plain(f"{t(f'question.{question}.short')}: {words}", width)
    return lines


def _answer(t: Texts, view: DecisionView, question: str, applies: bool | None) -> str:
    if applies is False:
        return t("ground.does_not_apply")
    given = view.draft.answers.get(question)
    if given is None or given.state == "none":
        return t("ground.not_asked")
    if given.value is None:
        return t(f"state.{given.state}")
    return worded(t, view.model, question, given.value)


def _day(t: Texts, due: date | None, follow: Outlook) -> str:
    if follow.state != "open":
        return t(f"ground.{follow.state}")
    act_on = t.full_day(follow.act_on) if follow.act_on else t("decision.no_date")
    if due is None:
        return t("ground.undated", act_on=act_on)
    if follow.act_on in (None, due):
        return t("ground.due", due=t.full_day(due))
    return t("ground.due_moved", due=t.full_day(due), act_on=act_on)


def _condition_of(model: PracticeModel, criterion: str) -> Condition:
    gates = {each.id: each.gate for each in model.outcomes if each.gate is not None}
    return {**gates, **{each.id: each.when for each in model.criteria}}[criterion]


def _plain(text: str, width: int) -> list[Line]:
    return _in_role(text, width, "plain")


def _dim(text: str, width: int) -> list[Line]:
    return _in_role(text, width, "dim")


def _strong(text: str, width: int) -> list[Line]:
    return _in_role(text, width, "strong")


def _in_role(text: str, width: int, role: str) -> list[Line]:
    return [line(Span(each, role)) for each in wrap(text, width, _MOST)]
