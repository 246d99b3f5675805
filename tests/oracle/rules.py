"""The tables of outcomes, criteria, steps and requirements.

Dates stand here by the truth of the one comparison made of them (`WITHIN`, `BEYOND`), the
wishes by whether entrepreneurship is among them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from tests.oracle.conditions import ALWAYS, Condition, every, is_, is_not, some

WITHIN, BEYOND = "within", "beyond"
ENTREPRENEURSHIP, WITHOUT = "entrepreneurship", "without"

OUTCOMES = (
    "cannot_register",
    "no_line_benefit_only",
    "not_required",
    "no_line_known_change",
    "line_3",
    "line_2",
    "line_1",
)
LINES = ("line_1", "line_2", "line_3")

WORK_ABILITY = "ability.work_ability"
CHANGE_SOON = every(
    is_not("situation.known_change", "none"),
    is_("situation.known_change_date", WITHIN),
    is_("situation.wants_service", "no"),
)
WITHIN_INTEGRATION_ACT = every(
    is_("residence.basis", "eu_right", "permit_full"),
    is_("residence.first_permit", WITHIN),
)

# Rows 1-4 of the outcome table, then the criteria: id, outcome, when it holds.
CRITERIA: tuple[tuple[str, str, Condition], ...] = (
    ("cannot_register", "cannot_register", is_("residence.basis", "permit_restricted")),
    ("no_line_benefit_only", "no_line_benefit_only", is_("situation.status", "benefit_only")),
    ("not_required", "not_required", is_("start.previous", "returning_unchanged")),
    ("no_line_known_change", "no_line_known_change", CHANGE_SOON),
    ("3.support", "line_3", is_("ability.support_need", "above_ordinary")),
    (
        "3.multi_professional",
        "line_3",
        is_("ability.multi_professional", "needed", "in_place"),
    ),
    ("3.treatment", "line_3", is_(WORK_ABILITY, "needs_treatment_first")),
    ("3.tailored_job", "line_3", is_(WORK_ABILITY, "needs_tailored_job")),
    ("3.life_situation", "line_3", is_("ability.life_situation", "prevents_job_search")),
    ("3.literacy", "line_3", is_("competence.literacy", "very_weak")),
    ("3.close_support", "line_3", is_("goals.initiative", "needs_close_support")),
    (
        "3.motivation",
        "line_3",
        every(
            is_("goals.motivation", "not_motivated"),
            some(
                is_("ability.life_situation", "strained"),
                is_(WORK_ABILITY, "vocational_rehab", "unclear"),
            ),
        ),
    ),
    ("2.competence", "line_2", is_("competence.vocational", "insufficient", "missing")),
    (
        "2.goals",
        "line_2",
        some(
            is_("goals.clarity", "clear_not_realistic", "unclear"),
            every(
                is_("goals.clarity", "several_options"),
                is_not("competence.vocational", "meets_demand"),
            ),
        ),
    ),
    ("2.language", "line_2", is_("competence.language", "insufficient", "very_weak")),
    ("2.work_life_skills", "line_2", is_("competence.work_life_skills", "lacking")),
    ("2.vocational_rehab", "line_2", is_(WORK_ABILITY, "vocational_rehab")),
    ("2.work_ability_assessment", "line_2", is_(WORK_ABILITY, "unclear")),
)

# The reason for a gate that compares with the start names the start too.
ALSO_READ: Mapping[str, frozenset[str]] = {"no_line_known_change": frozenset({"start.date"})}

Step = tuple[str, tuple[Condition, ...]]

SUB_SEGMENTS: Mapping[str, tuple[Step, ...]] = {
    "line_1": (
        ("job_changer", (is_("situation.status", "employed"),)),
        (
            "work_to_work",
            (
                is_(
                    "situation.status",
                    "notice_given",
                    "temporarily_laid_off",
                    "fixed_term_ending",
                    "unemployed",
                ),
            ),
        ),
        ("studies_to_work", (is_("situation.status", "graduating"),)),
        ("returning", (is_("situation.status", "returning"),)),
    ),
    "line_2": (
        (
            "work_life_readiness",
            (
                is_not("competence.language", "sufficient"),
                is_("competence.work_life_skills", "lacking"),
            ),
        ),
        ("basic_vocational", (is_("competence.vocational", "missing"),)),
        ("topping_up", (is_("competence.vocational", "insufficient"),)),
    ),
}

DIRECTION: Step = ("direction", (is_not("goals.clarity", "clear_and_realistic"),))
PHASES: Mapping[str, tuple[Step, ...]] = {
    "line_2": (DIRECTION, ("competence", (ALWAYS,))),
    "line_3": (
        (
            "rehabilitation",
            (
                is_(WORK_ABILITY, "needs_treatment_first"),
                is_("ability.life_situation", "prevents_job_search"),
                is_("ability.other_services_first", "yes"),
            ),
        ),
        DIRECTION,
        (
            "competence",
            (
                is_("competence.vocational", "insufficient", "missing"),
                is_not("competence.language", "sufficient"),
                is_("competence.work_life_skills", "lacking"),
            ),
        ),
        ("employment", (ALWAYS,)),
    ),
}

Due = Literal["none", "as_of", "contact", "integration", "change"]


@dataclass(frozen=True, slots=True)
class Requirement:
    """`recorded`: what the answers as given must be; `assessment`: the kind it is tied to."""

    when: Condition
    under: tuple[str, ...]
    due: Due
    settled: bool = False
    recorded: tuple[str, tuple[str | None, ...]] | None = None
    assessment: str | None = None


REGISTERED = tuple(outcome for outcome in OUTCOMES if outcome != "cannot_register")

REQUIREMENTS: Mapping[str, Requirement] = {
    "explain_and_direct": Requirement(ALWAYS, ("cannot_register",), "as_of", settled=True),
    "first_contact": Requirement(is_("start.channel", "online"), LINES, "contact"),
    "check_residence_permit": Requirement(
        ALWAYS, OUTCOMES, "as_of", recorded=("residence.basis", ("not_checked",))
    ),
    "integration_assessment": Requirement(WITHIN_INTEGRATION_ACT, LINES, "integration"),
    "book_interpreter": Requirement(is_("contact.interpreter", "yes"), OUTCOMES, "as_of"),
    "open_benefit_matter": Requirement(is_("start.benefit_opened", "no"), REGISTERED, "as_of"),
    "labour_policy_statement": Requirement(
        is_("benefit.statement_needed", "yes"), REGISTERED, "none"
    ),
    "offer_job_now": Requirement(
        every(
            is_("market.demand", "openings_now"),
            is_("competence.vocational", "meets_demand", "course_would_help"),
        ),
        (*LINES, "no_line_known_change"),
        "as_of",
        recorded=("market.offer_made", ("no", None)),
    ),
    "change_security_services": Requirement(is_("situation.change_security", "yes"), LINES, "none"),
    "startup_service_need": Requirement(is_("goals.wishes", ENTREPRENEURSHIP), LINES, "none"),
    "health_check_referral": Requirement(is_("ability.health_check", "yes"), LINES, "none"),
    "agree_lead_authority": Requirement(
        some(
            is_("ability.other_services_first", "yes"),
            is_("ability.multi_professional", "needed", "in_place"),
        ),
        LINES,
        "none",
    ),
    "multi_professional_joint_service": Requirement(
        is_("ability.multi_professional", "needed"), LINES, "none"
    ),
    "coordinate_vocational_rehabilitation": Requirement(
        is_(WORK_ABILITY, "vocational_rehab"), LINES, "none"
    ),
    "review_at_change": Requirement(ALWAYS, ("no_line_known_change",), "change", settled=True),
    "check_plan_and_line": Requirement(ALWAYS, ("not_required",), "as_of", settled=True),
    "line_interview": Requirement(ALWAYS, LINES, "none", settled=True, assessment="general"),
    "make_plan": Requirement(ALWAYS, LINES, "none", settled=True, assessment="general"),
    "make_integration_plan": Requirement(
        ALWAYS, LINES, "none", settled=True, assessment="integration"
    ),
}
