"""What keeps a client from being offered work, and what several failed offers may point to."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from teui.assessment.offer_readiness import Case, Stop, needs, readiness
from teui.practice.load import load_model
from teui.practice.model import Answers, Occupation, Value

MODEL = load_model()
TODAY = date(2026, 11, 16)
KNOWN: dict[str, Value] = {
    "work.sought": (Occupation("cook", "5120"),),
    "work.area": ("Tampere",),
    "work.hours": ("full_time",),
    "work.licences": ("hygiene pass",),
}
SEVERAL = MODEL.length("failed_offers", TODAY).amount
reasons = st.lists(st.sampled_from([*MODEL.offers.reasons, "of an older model", None]), max_size=9)
cases = st.builds(
    Case,
    running=st.lists(st.sampled_from(list(MODEL.services)), max_size=3).map(tuple),
    is_assessed=st.booleans(),
    line=st.sampled_from([None, 1, 2, 3]),
    is_responsible=st.booleans(),
)


def _change(code: str, day: date | None) -> Answers:
    dated = {} if day is None else {"situation.known_change_date": day}
    return {**KNOWN, "situation.known_change": code, **dated}


@given(st.sets(st.sampled_from(list(KNOWN))), cases)
def test_what_nobody_has_said_is_missing_and_nothing_else(said: set[str], case: Case) -> None:
    found = readiness(MODEL, {name: KNOWN[name] for name in said}, case, TODAY)

    assert set(found.missing) == KNOWN.keys() - said


@given(cases)
def test_each_stop_has_its_cause_and_no_group_or_training_is_one(case: Case) -> None:
    stops = readiness(MODEL, KNOWN, case, TODAY).stops

    assert (Stop("assessment") in stops) == case.is_assessed
    assert (Stop("consult") in stops) == (case.line in {2, 3} and not case.is_responsible)
    kinds = [MODEL.services[each.service].kind for each in stops if each.service is not None]
    assert set(kinds) <= {"assessment", "trial"}
    tried = [each for each in case.running if MODEL.services[each].kind in {"assessment", "trial"}]
    assert [each.service for each in stops if each.kind == "service"] == tried


@given(st.sampled_from(["none", "studies_start", "pension"]), st.integers(-40, 40) | st.none())
def test_short_work_alone_until_a_known_change(code: str, ahead: int | None) -> None:
    day = None if ahead is None else TODAY + timedelta(days=ahead)

    found = readiness(MODEL, _change(code, day), Case(), TODAY)

    assert found.short_only == (code != "none" and (ahead is None or ahead > 0))


@given(reasons)
def test_needs_come_all_together_once_several_have_failed(failed: list[str | None]) -> None:
    found = needs(MODEL, failed, TODAY)

    if len(failed) < SEVERAL:
        assert found == ()
        return
    assert {each.id for each in found} == MODEL.offers.needs.keys()
    signs = [each.signs for each in found]
    assert signs == sorted(signs, reverse=True)
    known = [reason for each in failed if (reason := MODEL.offers.reasons.get(each or ""))]
    assert sum(signs) == sum(len(reason.points_to) for reason in known)


@given(reasons, st.randoms())
def test_needs_do_not_hang_on_the_order_of_the_offers(
    failed: list[str | None], random: object
) -> None:
    turned = list(failed)
    random.shuffle(turned)  # type: ignore[attr-defined]

    assert needs(MODEL, turned, TODAY) == needs(MODEL, failed, TODAY)


def test_the_office_says_how_many_are_several() -> None:
    one = {**MODEL.lengths, "failed_offers": replace(MODEL.lengths["failed_offers"], amount=1)}

    found = needs(replace(MODEL, lengths=one), ["skills_lacking"], TODAY)

    assert [each.id for each in found] == ["competence", "job_search_skills", "activity"]
