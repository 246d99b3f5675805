"""From a folder of data files to a frozen practice model, checked."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from teui.errors import DataFault, TeuiError
from teui.practice.check import check_model
from teui.practice.fields import Fields
from teui.practice.files import data_folder, read_toml
from teui.practice.follow_rules import follow_ups
from teui.practice.handing import read_handing
from teui.practice.interview import read_sections
from teui.practice.lengths import read_lengths
from teui.practice.line_interview import read_line_form
from teui.practice.lines import lines_before_cards, read_lines
from teui.practice.model import PracticeModel, Source
from teui.practice.offers import read_offers
from teui.practice.plan_starts import read_plans
from teui.practice.reads import rule_reads, with_what_they_hang_on
from teui.practice.rules import Ground, read_outcomes, read_requirements
from teui.practice.service_life import read_service_life
from teui.practice.services import read_services
from teui.practice.stages import read_stages
from teui.practice.told import read_told

DEFAULT_MODEL = "te-2013"
FILES = (
    "model",
    "deadlines",
    "interview",
    "line_interview",
    "outcomes",
    "requirements",
    "lines",
    "followups",
    "services",
    "plans",
    "told",
    "stages",
    "offers",
    "handing",
)

Tables = Mapping[str, Mapping[str, object]]


@cache
def model_ids() -> tuple[str, ...]:
    """The practice models that are installed, by id."""
    return tuple(sorted(path.parent.name for path in data_folder().glob("models/*/model.toml")))


@cache
def load_model(model_id: str = DEFAULT_MODEL) -> PracticeModel:
    """The installed practice model `model_id`, read once.

    Raises `DataFault` for a file that is not what it should be, and `TeuiError("unknown_model")`.
    """
    if model_id not in model_ids():
        raise TeuiError("unknown_model", model=model_id, known=", ".join(model_ids()))
    return read_folder(data_folder() / "models" / model_id)


def read_folder(folder: Path) -> PracticeModel:
    """The practice model in `folder`, whose name is its id; raises `DataFault`."""
    model = build({name: read_toml(folder / f"{name}.toml") for name in FILES})
    if model.id != folder.name:
        problem = f"“{model.id}” is not the name of its folder."
        raise DataFault("model.toml", "id", problem, f"Write “{folder.name}”.")
    return model


def read_content(content: str) -> PracticeModel:
    """The model from its canonical form, as a store keeps it; raises `DataFault`."""
    return build(json.loads(content))


def canonical(tables: Tables) -> str:
    """One spelling of the parsed files, whatever their layout and comments were."""
    return json.dumps(
        tables, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str
    )


def build(tables: Tables) -> PracticeModel:
    """The model from its parsed files, by name without ending; raises `DataFault`."""
    file = {name: Fields(f"{name}.toml", "", tables.get(name, {})) for name in FILES}
    lengths, superseded = read_lengths(
        file["deadlines"], file["followups"], file["plans"], file["offers"]
    )
    spans = {name: length for name, length in lengths.items() if length.unit != "times"}
    file["deadlines"].end()
    sections = read_sections(file["interview"], spans)
    questions = {question.id: question for s in sections for question in s.questions}
    ground = Ground(questions, spans)
    rules = read_outcomes(file["outcomes"], ground)
    requirements = read_requirements(file["requirements"], ground, rules.outcomes)
    settings = file["followups"].table("settings")
    # A store keeps models from before the lines had a file of their own.
    team_lines = settings.numbers("team_lines") if "lines" not in tables else frozenset()
    follow = follow_ups(
        file["followups"],
        spans,
        [outcome.id for outcome in rules.outcomes],
        [requirement.id for requirement in requirements],
        questions,
        settings=settings,
    )
    if "lines" in tables:
        channels = follow.channels
        lines = read_lines(file["lines"], rules.outcomes, channels, rules.phases)
    else:
        lines = lines_before_cards(rules.outcomes, rules.phases, team_lines)
    # A store keeps models from before there was an interview on the line.
    line_form = (
        read_line_form(file["line_interview"], questions, lengths)
        if "line_interview" in tables
        else None
    )
    in_weeks = [length.id for length in lengths.values() if length.unit == "weeks"]
    services = read_services(file["services"])
    head = file["model"]
    content = canonical(tables)
    rules_dated = head.day("rules_dated")
    if rules_dated is None:
        raise head.fault("rules_dated", "it is missing.", "Add the day of the rules.")
    model = PracticeModel(
        id=head.text("id"),
        version=head.text("version"),
        digest=hashlib.sha256(content.encode()).hexdigest(),
        content=content,
        rules_dated=rules_dated,
        law_until=head.day("law_until"),
        sources=_sources(head),
        sections=sections,
        questions=questions,
        outcomes=rules.outcomes,
        criteria=rules.criteria,
        sub_segments=rules.sub_segments,
        phases=rules.phases,
        integration=rules.integration,
        requirements=requirements,
        lengths=lengths,
        follow_ups=follow,
        superseded=superseded,
        contradictions=rules.contradictions,
        told=read_told(file["told"], rules.outcomes),
        services=services,
        offers=read_offers(file["offers"], questions, lengths, services),
        plans=read_plans(file["plans"], in_weeks),
        lines=lines,
        stages=read_stages(file["stages"]),
        service_life=read_service_life(file["services"]),
        handing=read_handing(file["handing"], lines),
        line_form=line_form,
    )
    file["services"].end()
    head.end()
    check_model(model)
    return _with_deciding(model)


def _sources(head: Fields) -> dict[str, Source]:
    found: dict[str, Source] = {}
    for table in head.tables("source"):
        source = Source(table.text("id"), table.text("title"), table.text_or_none("dated"))
        if source.id in found:
            raise table.fault("id", "something before has the same id.", "Give each its own.")
        table.end()
        found[source.id] = source
    return found


def _with_deciding(model: PracticeModel) -> PracticeModel:
    """Mark the questions that a rule reads, or the condition of such a question does."""
    deciding = with_what_they_hang_on(rule_reads(model), model.questions)
    questions = {
        question.id: replace(question, deciding=question.id in deciding)
        for question in model.questions.values()
    }
    sections = tuple(
        replace(section, questions=tuple(questions[q.id] for q in section.questions))
        for section in model.sections
    )
    return replace(model, questions=questions, sections=sections)
