"""Rows of the plan that are services of the catalogue, or give a requirement its date."""

from datetime import date, timedelta

import pytest

from tests.casework.cases import AGREED, LINE_2, at
from tests.casework.test_plan_prefill import ILL, begun
from teui.casework import followups, plan, today
from teui.casework.desk import Desk
from teui.errors import TeuiError

DAY = date(2026, 12, 4)


def due(desk: Desk, requirement: str) -> list[str]:
    """The days on which it is due, seen from far ahead."""
    later = at(desk, "2027-06-01")
    rows = today.page(later)
    at(desk, "2026-11-16")
    return [row.due.isoformat() for row in rows if row.params.get("requirement") == requirement]


def accept(desk: Desk, case: str) -> None:
    plan.save(desk, case, goal="kokki").result()
    plan.accept(desk, case).result()


def test_a_service_is_kept_with_provider_and_day_through_the_next_version(desk: Desk) -> None:
    case = begun(desk, LINE_2, AGREED).customership_uid
    plan.save_item(
        desk, case, "office", "", DAY, service="career_guidance", provider=" Omnia "
    ).result()
    accept(desk, case)
    plan.save(desk, case, goal="kondiittori").result()
    view = plan.load(desk, case)
    [row] = [row for row in view.items if row.side == "office"]
    assert view.number == 2
    assert (row.service, row.provider, row.by_date) == ("career_guidance", "Omnia", DAY)


def test_own_words_take_the_place_of_a_service(desk: Desk) -> None:
    case = begun(desk, LINE_2, AGREED).customership_uid
    plan.save_item(desk, case, "office", "", service="work_trial", provider="Omnia").result()
    [row] = [row for row in plan.load(desk, case).items if row.side == "office"]
    plan.save_item(desk, case, "office", "soittaa työnantajalle", uid=row.uid).result()
    [row] = [row for row in plan.load(desk, case).items if row.side == "office"]
    assert (row.text, row.service, row.provider) == ("soittaa työnantajalle", None, None)


def test_a_service_that_the_catalogue_does_not_have_is_refused(desk: Desk) -> None:
    case = begun(desk, LINE_2, AGREED).customership_uid
    with pytest.raises(TeuiError, match="plan_service_unknown"):
        plan.save_item(desk, case, "office", "", service="magic").result()
    with pytest.raises(ValueError, match="magic"):
        plan.save_item(desk, case, "office", "", requirement="magic")


def test_the_day_of_its_service_is_that_of_the_requirement(desk: Desk) -> None:
    view = begun(desk, {**LINE_2, **ILL}, AGREED)
    case = view.customership_uid
    assert due(desk, "health_check_referral") == ["2026-11-23"]
    [row] = [row for row in view.items if row.service == "health_check"]
    plan.save_item(
        desk,
        case,
        "office",
        "",
        DAY,
        uid=row.uid,
        service=row.service,
        requirement=row.requirement,
    ).result()
    assert due(desk, "health_check_referral") == ["2026-11-23"], "not before it is accepted"
    accept(desk, case)
    assert due(desk, "health_check_referral") == [DAY.isoformat()]


def test_a_requirement_without_a_service_is_dated_by_name(desk: Desk) -> None:
    case = begun(desk, LINE_2, AGREED).customership_uid
    plan.save_item(desk, case, "office", "", DAY, requirement="line_interview").result()
    accept(desk, case)
    assert due(desk, "line_interview") == [DAY.isoformat()]
    assert plan.load(desk, case).undated == ()


def test_a_requirement_that_is_done_waits_no_longer(desk: Desk) -> None:
    case = begun(desk, LINE_2, AGREED).customership_uid
    [row] = [row for row in today.page(desk) if row.params.get("requirement") == "line_interview"]
    followups.done(desk, row.uid, None).result()
    assert plan.load(desk, case).undated == ()


@pytest.mark.parametrize("name", ["review_on", "next_contact_on"])
def test_a_day_before_today_is_refused(desk: Desk, name: str) -> None:
    case = begun(desk, LINE_2, AGREED).customership_uid
    yesterday = desk.clock.today() - timedelta(days=1)
    with pytest.raises(TeuiError, match="plan_day_past"):
        plan.save(desk, case, **{name: yesterday}).result()
    with pytest.raises(TeuiError, match="plan_day_past"):
        plan.save_item(desk, case, "office", "soittaa", yesterday).result()
    plan.save(desk, case, **{name: desk.clock.today()}).result()


def test_a_day_agreed_on_long_ago_may_stand(desk: Desk) -> None:
    case = begun(desk, LINE_2, AGREED).customership_uid
    plan.save_item(desk, case, "office", "soittaa", DAY).result()
    [row] = [row for row in plan.load(desk, case).items if row.side == "office"]
    later = at(desk, "2027-01-11")
    plan.save_item(later, case, "office", "soittaa kouluun", DAY, uid=row.uid).result()
    [row] = [row for row in plan.load(later, case).items if row.side == "office"]
    assert (row.text, row.by_date) == ("soittaa kouluun", DAY)
