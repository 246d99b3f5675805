"""What can be proved of te-2013 from its rules alone (interview.md)."""

from datetime import date

import pytest

from teui.assessment import suggest
from teui.assessment.compiled import compiled, leaf
from teui.assessment.diagram import Restricted
from teui.practice.load import load_model
from teui.practice.model import Kind, Value

MODEL = load_model()
AS_OF = date(2026, 11, 16)
START: dict[str, Value] = {"start.date": date(2026, 11, 10)}

DECIDE_THE_OUTCOME = {
    "start.previous",
    "residence.basis",
    "situation.status",
    "situation.known_change",
    "situation.known_change_date",
    "situation.wants_service",
    "competence.vocational",
    "competence.language",
    "competence.literacy",
    "competence.work_life_skills",
    "goals.clarity",
    "goals.initiative",
    "goals.motivation",
    "ability.affects_work",
    "ability.work_ability",
    "ability.life_situation",
    "ability.multi_professional",
    "ability.support_need",
}
DECIDE_WHAT_FOLLOWS = {
    "start.date",
    "start.channel",
    "start.benefit_opened",
    "contact.interpreter",
    "residence.first_permit",
    "residence.assessment_asked",
    "benefit.statement_needed",
    "situation.change_security",
    "market.demand",
    "market.offer_made",
    "goals.wishes",
    "ability.other_services_first",
    "ability.health_check",
}
PLAIN: dict[str, Value] = {
    "start.previous": "new",
    "residence.basis": "citizen",
    "situation.status": "unemployed",
    "situation.known_change": "none",
    "competence.vocational": "meets_demand",
    "competence.language": "sufficient",
    "competence.work_life_skills": "adequate",
    "goals.clarity": "clear_and_realistic",
    "goals.initiative": "independent",
    "ability.affects_work": "no",
    "ability.support_need": "ordinary",
}


def outcome_diagram(kind: Kind) -> tuple[Restricted, int]:
    ground = compiled(MODEL, kind)
    rest = Restricted(ground.diagram, [None] * len(ground.variables.all))
    return rest, rest.root(ground.outcome)


def asked_by_the_outcome(kind: Kind) -> set[str]:
    rest, root = outcome_diagram(kind)
    return {compiled(MODEL, kind).asks(variable) for variable in rest.variables(root)}


@pytest.mark.parametrize("kind", ["first", "integration"])
def test_only_these_questions_can_change_the_outcome(kind: Kind) -> None:
    """Language, permits, unemployment, change security, education, experience, wishes and
    demand are not in the diagram, and nothing about age, sex or name is even asked."""
    assert asked_by_the_outcome(kind) == DECIDE_THE_OUTCOME


def test_a_reassessment_asks_fewer() -> None:
    gone = {question for question in DECIDE_THE_OUTCOME if MODEL.questions[question].not_in}

    assert asked_by_the_outcome("reassessment") == DECIDE_THE_OUTCOME - gone
    assert len(gone) == 4


def test_residence_matters_only_for_the_right_to_register() -> None:
    ground = compiled(MODEL, "first")
    rest, root = outcome_diagram("first")
    codes = ground.variables.codes["residence.basis"]
    children = [c for _, v, c in rest.below(root) if ground.asks(v) == "residence.basis"]

    assert children
    for child in children:
        named = dict(zip(codes, child, strict=True))
        cannot_register = MODEL.outcomes[0]
        assert cannot_register.id == "cannot_register"
        assert named.pop("permit_restricted") == leaf(0)
        assert len(set(named.values())) == 1


def test_the_deciding_questions_are_those_of_the_table() -> None:
    deciding = {question.id for question in MODEL.questions.values() if question.deciding}

    assert deciding == DECIDE_THE_OUTCOME | DECIDE_WHAT_FOLLOWS


def test_a_plain_client_on_line_1_needs_eleven_answers() -> None:
    assert suggest(MODEL, START | PLAIN, AS_OF).outcome == "line_1"
    assert len(PLAIN) == 11
    for question in PLAIN:
        without = {q: value for q, value in PLAIN.items() if q != question}
        assert not suggest(MODEL, START | without, AS_OF).settled


def test_and_nine_in_a_reassessment() -> None:
    asked = {q: v for q, v in PLAIN.items() if "reassessment" not in MODEL.questions[q].not_in}

    assert suggest(MODEL, START | asked, AS_OF, "reassessment").outcome == "line_1"
    assert len(asked) == 9


def test_line_3_needs_at_least_five() -> None:
    gates: dict[str, Value] = {q: PLAIN[q] for q in list(PLAIN)[:4]}
    answers = START | gates | {"ability.support_need": "above_ordinary"}

    found = suggest(MODEL, answers, AS_OF)

    assert (found.outcome, found.open_questions) == ("line_3", ())
    for question in [*gates, "ability.support_need"]:
        without = {q: value for q, value in answers.items() if q != question}
        assert not suggest(MODEL, without, AS_OF).settled


def test_the_outcome_takes_a_few_dozen_nodes() -> None:
    rest, root = outcome_diagram("first")

    assert len(list(rest.below(root))) < 100
