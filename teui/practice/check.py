"""What must hold between the files of a practice model for its suggestions to be exact."""

import re
from collections import Counter
from collections.abc import Iterator

from teui.errors import DataFault
from teui.practice.conditions import written
from teui.practice.follow_model import BY_HAND, SOURCE_BY_HAND
from teui.practice.model import Condition, PracticeModel, Section, Test, Within
from teui.practice.reads import questions_in, tests_in
from teui.practice.service_life import cited

OFFICE = "office setting"
_DOCUMENT = re.compile(r"S\d+\b")
_OUTCOMES = "outcomes.toml"
_REQUIREMENTS = "requirements.toml"
_INTERVIEW = "interview.toml"
_LINE_INTERVIEW = "line_interview.toml"


def check_model(model: PracticeModel) -> None:
    """Raises the first `DataFault` found between the files."""
    _check_outcomes(model)
    _check_line_form(model)
    for file, key, condition in _conditions(model):
        _check_comparisons(model, file, key, condition)
    _check_independence(model)
    _check_services(model)
    _check_plan_starts(model)
    _check_sources(model)


def _check_outcomes(model: PracticeModel) -> None:
    def fault(outcome: str, problem: str, cure: str) -> DataFault:
        return DataFault(_OUTCOMES, f"outcome {outcome}", problem, cure)

    if not model.outcomes:
        raise DataFault(_OUTCOMES, "outcome", "there is none.", "Add [[outcome]].")
    *ruled, last = model.outcomes
    owners = {criterion.outcome for criterion in model.criteria}
    for outcome in ruled:
        if (outcome.gate is not None) == (outcome.id in owners):
            problem = "it needs either a when of its own or criteria."
            raise fault(outcome.id, problem, "Give it one of the two.")
    if last.gate is not None or last.id in owners:
        problem = "the last outcome is for everybody else and can have no rule."
        raise fault(last.id, problem, "Take its when and criteria out, or move it up.")


def _check_line_form(model: PracticeModel) -> None:
    """The question of which line an interview on the line is has the lines' outcomes as codes."""
    if model.line_form is None:
        return
    name = model.line_form.line_question
    lines = sorted(outcome.id for outcome in model.outcomes if outcome.line is not None)
    asked = (each for section in model.line_form.sections for each in section.questions)
    if next(sorted(each.codes) for each in asked if each.id == name) != lines:
        problem = f"the codes of “{name}” are not the outcomes with a line."
        raise DataFault(_LINE_INTERVIEW, "line", problem, f"Use these: {', '.join(lines)}.")


def _conditions(model: PracticeModel) -> Iterator[tuple[str, str, Condition]]:
    for question in model.questions.values():
        yield _INTERVIEW, f"question {question.id}.asked_if", question.asked_if
    for outcome in model.outcomes:
        if outcome.gate is not None:
            yield _OUTCOMES, f"outcome {outcome.id}.when", outcome.gate
    for criterion in model.criteria:
        yield _OUTCOMES, f"criterion {criterion.id}.when", criterion.when
    for name, steps in (("sub_segment", model.sub_segments), ("phase", model.phases)):
        for step in steps:
            for test in step.tests:
                yield _OUTCOMES, f"{name} {step.id}.tests", test
    yield _OUTCOMES, "integration", model.integration
    for contradiction in model.contradictions:
        yield _OUTCOMES, f"contradiction {contradiction.id}.when", contradiction.when
    for requirement in model.requirements:
        yield _REQUIREMENTS, f"requirement {requirement.id}.when", requirement.when


def _check_comparisons(model: PracticeModel, file: str, key: str, condition: Condition) -> None:
    """A comparison has one date that is always known, so that the other alone decides it."""
    for test in tests_in(condition):
        if isinstance(test, Within):
            required = [model.questions[q].required for q in (test.later, test.earlier)]
            if sum(required) != 1:
                problem = f"“{written(test, model.questions)}” needs one date that is always known."
                raise DataFault(file, key, problem, "Compare with a required date question.")
            if model.lengths[test.length].unit == "working_days":
                problem = f"“{test.length}” is in working days."
                raise DataFault(file, key, problem, "Compare dates by calendar days.")


def _check_independence(model: PracticeModel) -> None:
    """The outcome reads a date, or an "any of" answer, in one way only.

    Two different tests on one such answer are not free of each other, and what is possible could
    no longer be told exactly.
    """
    reads: set[Test | Within] = set()
    seen: set[str] = set()
    pending = [outcome.gate for outcome in model.outcomes if outcome.gate is not None]
    pending += [criterion.when for criterion in model.criteria]
    while pending:
        condition = pending.pop()
        for test in tests_in(condition):
            match test:
                case Within():
                    reads.add(test)
                case Test(question) if model.questions[question].type == "choices":
                    reads.add(test)
        for question in questions_in(condition):
            if question not in seen:
                seen.add(question)
                pending.append(model.questions[question].asked_if)
    counts = Counter(
        question
        for test in reads
        for question in questions_in(test)
        if not model.questions[question].required
    )
    for question, number in counts.items():
        if number > 1:
            tests = sorted(
                f"“{written(t, model.questions)}”" for t in reads if question in questions_in(t)
            )
            problem = f"the outcome reads “{question}” in two ways: {', '.join(tests)}."
            raise DataFault(_OUTCOMES, "outcome", problem, "Keep one: two are not exact.")


def _check_services(model: PracticeModel) -> None:
    """Their lines are the outcomes', and those that follow-up rules name are in the catalogue."""
    lines, known = _lines(model)
    for service in model.services.values():
        after = set() if service.after is None else {service.after}
        for name, named_lines in (("first_on", service.first_on), ("after", after)):
            for line in sorted(named_lines - lines):
                problem = f"no outcome leads to line {line}."
                raise DataFault("services.toml", f"service {service.id}.{name}", problem, known)
    for rule in model.follow_ups.rules.values() if model.services else ():
        for each in rule.services:
            if each not in model.services:
                problem = f"“{each}” is no service of services.toml."
                cure = "Correct the id, or add it."
                raise DataFault("followups.toml", f"rule.{rule.id}.services", problem, cure)
        for requirement, named in rule.plan_services.items():
            for each in named:
                if each not in model.services:
                    key = f"rule.{rule.id}.plan_services.{requirement}"
                    problem = f"“{each}” is no service of services.toml."
                    raise DataFault("followups.toml", key, problem, "Correct the id, or add it.")


def _check_plan_starts(model: PracticeModel) -> None:
    """They are of lines that there are, and where there are any, every line has one."""
    lines, known = _lines(model)
    for line in sorted(model.plans.starts.keys() - lines):
        problem = f"no outcome leads to line {line}."
        raise DataFault("plans.toml", f"line number {line}.number", problem, known)
    for line in sorted(model.offers.consult - lines):
        problem = f"no outcome leads to line {line}."
        raise DataFault("offers.toml", "stop.consult", problem, known)
    for line in sorted(lines - model.plans.starts.keys() if model.plans.starts else ()):
        cure = f"Add [[line]] with number = {line}."
        raise DataFault("plans.toml", "line", f"line {line} is missing.", cure)
    _check_paths(model)


def _check_paths(model: PracticeModel) -> None:
    """Where somebody may lead, every phase of a line's path has its lead, and no other phase.

    A model from before the cards knows only the phases that a client may start in.
    """
    if not model.has_cards:
        return
    ruled = {(each.line, each.id) for each in model.plans.phases}
    wanted = {(line.number, phase) for line in model.lines.values() for phase in line.phases}
    for line, phase in sorted(ruled - wanted):
        problem = f"line {line} has no such phase in lines.toml."
        raise DataFault("plans.toml", f"phase {phase}.line", problem, "Correct it or take it out.")
    for line, phase in sorted(wanted - ruled if model.plans.leads else ()):
        cure = f'Add [[phase]] with id = "{phase}" and line = {line}.'
        raise DataFault("plans.toml", "phase", f"“{phase}” of line {line} is missing.", cure)
    lines, known = _lines(model)
    for duty in model.plans.duties:
        for line in sorted((duty.lines or frozenset()) - lines):
            problem = f"no outcome leads to line {line}."
            raise DataFault("plans.toml", f"duty {duty.id}.lines", problem, known)


def _lines(model: PracticeModel) -> tuple[set[int], str]:
    """The lines that outcomes lead to, and the cure that names them."""
    lines = {outcome.line for outcome in model.outcomes if outcome.line is not None}
    return lines, f"Use these: {', '.join(str(line) for line in sorted(lines))}."


def _check_sources(model: PracticeModel) -> None:
    for file, key, source in _cited(model):
        cited = _DOCUMENT.findall(source)
        unknown = [name for name in cited if name not in model.sources]
        if unknown or (not cited and source != OFFICE):
            problem = f"“{source}” cites no source of model.toml."
            cure = f"Cite {', '.join(model.sources)}, or write “{OFFICE}”."
            raise DataFault(file, key, problem, cure)


def _on_line(model: PracticeModel) -> tuple[Section, ...]:
    return model.line_form.sections if model.line_form is not None else ()


def _cited(model: PracticeModel) -> Iterator[tuple[str, str, str]]:
    for form, asked in ((_INTERVIEW, model.sections), (_LINE_INTERVIEW, _on_line(model))):
        every = (question for section in asked for question in section.questions)
        yield from ((form, f"question {each.id}.source", each.source) for each in every)
    for outcome in model.outcomes:
        yield _OUTCOMES, f"outcome {outcome.id}.source", outcome.source
    for criterion in model.criteria:
        yield _OUTCOMES, f"criterion {criterion.id}.source", criterion.source
    for requirement in model.requirements:
        yield _REQUIREMENTS, f"requirement {requirement.id}.source", requirement.source
    listed = (
        ("told.toml", "item", model.told),
        ("stages.toml", "stage", model.stages),
        ("plans.toml", "phase", model.plans.phases),
        ("plans.toml", "duty", model.plans.duties),
    )
    for file, name, each_of in listed:
        yield from ((file, f"{name} {each.id}.source", each.source) for each in each_of)
    yield from (("handing.toml", "source", source) for source in model.handing.cited)
    for length in (*model.superseded, *model.lengths.values()):
        yield length.file, f"length {length.id}.source", length.source
    for line in model.lines.values():
        for part, source in line.sources.items():
            yield "lines.toml", f"line.{line.number}.source.{part}", source
    for rule in model.follow_ups.rules.values():
        # What an adviser writes down has no document behind it.
        if (rule.opens, rule.source) != (BY_HAND, SOURCE_BY_HAND):
            yield "followups.toml", f"rule.{rule.id}.source", rule.source
    yield from (("services.toml", key, source) for key, source in _of_services(model))
    yield from (("offers.toml", key, source) for key, source in model.offers.cited())
    for start in model.plans.starts.values():
        yield "plans.toml", f"line number {start.line}.source", start.source


def _of_services(model: PracticeModel) -> Iterator[tuple[str, str]]:
    for service in model.services.values():
        yield f"service {service.id}.source", service.source
        if service.after_source is not None:
            yield f"service {service.id}.after_source", service.after_source
    yield from cited(model.service_life)
