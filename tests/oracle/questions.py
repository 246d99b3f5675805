"""The table of questions: what kind of answer each takes, and when it is asked."""

from collections.abc import Mapping
from dataclasses import dataclass

from tests.oracle.conditions import ALWAYS, Condition, every, is_, is_not, some

CODE, ANY_OF, DATE, TEXT, TEXTS, LANGUAGE, OCCUPATIONS = (
    "one code",
    "any of",
    "date",
    "text",
    "list of texts",
    "language code",
    "list of occupations",
)


@dataclass(frozen=True, slots=True)
class Question:
    kind: str
    codes: tuple[str, ...]
    asked_if: Condition
    in_reassessment: bool


def code(codes: str, asked_if: Condition = ALWAYS, *, in_reassessment: bool = True) -> Question:
    return Question(CODE, tuple(codes.split()), asked_if, in_reassessment)


def any_of(codes: str) -> Question:
    return Question(ANY_OF, tuple(codes.split()), ALWAYS, True)


def other(kind: str, asked_if: Condition = ALWAYS, *, in_reassessment: bool = True) -> Question:
    return Question(kind, (), asked_if, in_reassessment)


MAY_BE_INTEGRATION = is_("residence.basis", "eu_right", "permit_full")
JOB_ENDED = is_("benefit.last_job_ended", "dismissed", "resigned", "fixed_term_ended", "mutual")
CHANGE_SECURITY = is_("situation.status", "notice_given", "temporarily_laid_off", "unemployed")
CHANGE_KNOWN = is_not("situation.known_change", "none")
WEAK_LANGUAGE = is_("competence.language", "insufficient", "very_weak")
AFFECTS_WORK = is_("ability.affects_work", "yes")
OTHER_SERVICES = some(
    is_("ability.work_ability", "needs_treatment_first"),
    is_("ability.life_situation", "prevents_job_search"),
)
HEALTH_CHECK = every(AFFECTS_WORK, is_("situation.status", "unemployed", "temporarily_laid_off"))

QUESTIONS: Mapping[str, Question] = {
    "start.date": other(DATE),
    "start.channel": code("online office", in_reassessment=False),
    "start.previous": code("new returning_changed returning_unchanged", in_reassessment=False),
    "start.benefit_opened": code("yes no not_needed"),
    "contact.language": other(LANGUAGE),
    "contact.service_language": code("fi sv en"),
    "contact.interpreter": code("yes no"),
    "residence.basis": code("citizen eu_right permit_full permit_restricted not_checked"),
    "residence.first_permit": other(DATE, MAY_BE_INTEGRATION),
    "residence.assessment_asked": other(DATE, MAY_BE_INTEGRATION),
    "integration.foreign_education": other(TEXT, MAY_BE_INTEGRATION),
    "integration.foreign_work": other(TEXT, MAY_BE_INTEGRATION),
    "integration.study_skills": code("good some weak", MAY_BE_INTEGRATION),
    "benefit.last_job_ended": code(
        "none dismissed resigned fixed_term_ended laid_off mutual goes_on"
    ),
    "benefit.last_job_end": other(DATE, JOB_ENDED),
    "benefit.own_business": code("yes no"),
    "benefit.studies": code("yes no"),
    "benefit.statement_needed": code("yes no"),
    "situation.status": code(
        "benefit_only notice_given temporarily_laid_off fixed_term_ending employed graduating"
        " returning entrepreneur unemployed outside"
    ),
    "situation.unemployed_since": other(DATE, is_("situation.status", "unemployed")),
    "situation.change_security": code("yes no", CHANGE_SECURITY),
    "situation.known_change": code(
        "none job_starts studies_start service_starts family_leave pension other",
        in_reassessment=False,
    ),
    "situation.known_change_date": other(DATE, CHANGE_KNOWN, in_reassessment=False),
    "situation.wants_service": code("yes no", CHANGE_KNOWN, in_reassessment=False),
    "work.sought": other(OCCUPATIONS),
    "work.area": other(TEXTS),
    "work.licences": other(TEXTS),
    "work.hours": any_of("full_time part_time shifts nights weekends short_jobs"),
    "work.available_from": other(DATE),
    "competence.education": code(
        "basic general_upper vocational bachelor master doctorate foreign_not_recognised"
    ),
    "competence.experience": code("none under_3_years 3_to_10_years over_10_years"),
    "competence.vocational": code("meets_demand course_would_help insufficient missing"),
    "competence.language": code("sufficient insufficient very_weak"),
    "competence.literacy": code("adequate weak very_weak", WEAK_LANGUAGE),
    "competence.work_life_skills": code("adequate lacking"),
    "competence.job_search_skills": code("good needs_support lacking"),
    "competence.digital": code("independent with_guidance not_able"),
    "market.demand": code("openings_now openings_expected none_at_present trade_disappearing"),
    "market.offer_made": code("yes no", is_("market.demand", "openings_now")),
    "goals.wishes": any_of("job study entrepreneurship new_occupation part_time unsure"),
    "goals.strengths": other(TEXT),
    "goals.clarity": code("clear_and_realistic several_options clear_not_realistic unclear"),
    "goals.initiative": code("independent with_guidance needs_close_support"),
    "goals.motivation": code("motivated wavering not_motivated"),
    "ability.affects_work": code("yes no"),
    "ability.work_ability": code(
        "no_limits adjustable needs_tailored_job vocational_rehab unclear needs_treatment_first",
        AFFECTS_WORK,
    ),
    "ability.life_situation": code("stable strained prevents_job_search", AFFECTS_WORK),
    "ability.multi_professional": code("not_needed needed in_place", AFFECTS_WORK),
    "ability.other_services_first": code("yes no", OTHER_SERVICES),
    "ability.health_check": code("yes no", HEALTH_CHECK),
    "ability.support_need": code("ordinary above_ordinary"),
    "agreed.client_steps": other(TEXT),
    "agreed.online_services": any_of("job_alert cv_profile e_services phone_service"),
    "agreed.next_contact": other(DATE),
    "agreed.next_channel": code("phone meeting video online field_visit"),
    "agreed.client_view": code("agrees prefers_other undecided"),
}
