"""A service through its life, work beside the job search, the way to a business."""

from collections.abc import Callable
from concurrent.futures import Future
from datetime import date
from typing import Any

import pytest

from tests.casework.cases import AGREED, LINE_2, at, hold, take_in
from teui.casework import business, clients, decision, ending, plan, services, undo, work_spells
from teui.casework.client_record import record
from teui.casework.client_words import happened
from teui.casework.desk import Desk
from teui.casework.ending import Ending
from teui.casework.services_values import ServicesView, ServiceUse
from teui.casework.services_view import forward, load
from teui.casework.undone import worded
from teui.errors import StoreError, TeuiError
from teui.practice.texts import LANGUAGES, load_texts

MONDAY, MAY = date(2026, 11, 16), date(2027, 5, 31)


def on_line_2(desk: Desk) -> tuple[str, str]:
    """A client on line 2; the client's uid and the customership's."""
    client = take_in(desk)
    held = hold(desk, client, LINE_2, AGREED)
    decision.record(desk, held, "line_2", "agrees", None).result()
    return client, clients.header(desk, client).customership_uid


def trained(desk: Desk, case: str) -> str:
    """Labour-market training that has begun today and ends in May."""
    uid = services.plan(
        desk, case, "labour_market_training", aim="a trade", provider="Omnia", ends_on=MAY
    ).result()
    services.start(desk, uid, MONDAY).result()
    return uid


def only(view: ServicesView) -> ServiceUse:
    [use] = view.uses
    return use


def kinds(desk: Desk, client: str) -> list[str]:
    """The timeline's services, the oldest first: what was said of them."""
    found = [each for each in record(desk, client).timeline if each.group == "services"]
    return [str(each.params["says"]) for each in reversed(found)]


def test_a_service_is_planned_begun_ended_and_judged(desk: Desk) -> None:
    client, case = on_line_2(desk)
    uid = trained(desk, case)
    use = only(load(desk, case))
    assert (use.state, use.line, use.aim, use.starts_on) == ("running", 2, "a trade", MONDAY)

    later = at(desk, "2027-06-01")
    services.change(later, uid, last_part="offers in May").result()
    services.end(later, uid, "no_work", MAY).result()
    services.judge(later, uid, client_judgement="met", adviser_judgement="mostly").result()
    services.judge(later, uid, partner_judgement=None, provider_feedback=" well done ").result()
    services.judge(later, uid, need_changed=False).result()
    use = only(load(later, case))
    assert use.judged_on is None
    put = forward(later, use, 2)
    assert (put.line, put.step) == (1, "reassessment")

    services.judge(later, uid, next_step="reassessment").result()
    use = only(load(later, case))
    assert (use.state, use.ended_on, use.judged_on) == ("ended", MAY, date(2027, 6, 1))
    assert (use.provider_feedback, use.need_changed) == ("well done", False)
    # The line is as it was: only a person changes it.
    assert clients.header(later, client).line == 2
    assert kinds(later, client) == ["planned", "running", "ended", "judged"]


def test_a_reason_of_breaking_off_gives_the_result(desk: Desk) -> None:
    client, case = on_line_2(desk)
    services.end(desk, trained(desk, case), None, MONDAY, "found_work").result()
    use = only(load(desk, case))
    assert (use.state, use.end_reason, use.result) == ("broken_off", "found_work", "work")
    assert forward(desk, use, 2).line is None
    assert kinds(desk, client) == ["planned", "running", "broken_off"]


def test_a_row_of_the_plan_is_taken_over_once_also_after_its_next_version(desk: Desk) -> None:
    _, case = on_line_2(desk)
    plan.save_item(
        desk, case, "office", "books it", service="career_guidance", provider="Omnia"
    ).result()
    plan.save_item(desk, case, "client", "calls the school").result()
    [row] = load(desk, case).in_plan
    services.take_over(desk, case, row.uid).result()
    use = only(load(desk, case))
    assert (use.service, use.aim, use.provider) == ("career_guidance", "books it", "Omnia")
    assert (use.state, load(desk, case).in_plan) == ("planned", ())
    with pytest.raises(TeuiError, match="plan_item_unknown"):
        services.take_over(desk, case, row.uid).result()

    plan.save(desk, case, goal="kokki").result()
    plan.accept(desk, case).result()
    plan.save(desk, case, goal="kondiittori").result()
    assert load(desk, case).in_plan == ()

    services.take_out(desk, use.uid).result()
    assert [each.service for each in load(desk, case).in_plan] == ["career_guidance"]


@pytest.mark.parametrize(
    ("code", "act"),
    [
        ("service_starts_later", lambda d, u: services.start(d, u, date(2026, 11, 17))),
        ("service_not_begun", lambda d, u: services.end(d, u, "work", MONDAY)),
        ("service_not_over", lambda d, u: services.judge(d, u, client_judgement="met")),
        ("service_days", lambda d, u: services.change(d, u, ends_on=date(2026, 11, 1))),
    ],
)
def test_what_cannot_be_yet_is_refused(
    desk: Desk, code: str, act: Callable[[Desk, str], Future[None]]
) -> None:
    _, case = on_line_2(desk)
    uid = services.plan(desk, case, "work_trial", starts_on=date(2026, 11, 10)).result()
    with pytest.raises(TeuiError, match=code):
        act(desk, uid).result()
    assert only(load(desk, case)).state == "planned"


def test_days_that_do_not_fit_what_has_happened_are_refused(desk: Desk) -> None:
    _, case = on_line_2(desk)
    uid = trained(desk, case)
    with pytest.raises(TeuiError, match="service_begun"):
        services.start(desk, uid, MONDAY).result()
    with pytest.raises(TeuiError, match="service_ends_before"):
        services.end(desk, uid, "work", date(2026, 11, 1)).result()
    with pytest.raises(TeuiError, match="service_ends_later"):
        services.end(desk, uid, "work", date(2026, 11, 20)).result()
    services.end(desk, uid, "work", MONDAY).result()
    with pytest.raises(TeuiError, match="service_starts_later"):
        services.change(desk, uid, starts_on=date(2026, 11, 20)).result()
    with pytest.raises(StoreError):
        services.take_out(desk, "nobody").result()


def test_codes_and_fields_that_the_model_does_not_have_are_refused(desk: Desk) -> None:
    with pytest.raises(TeuiError, match="plan_service_unknown"):
        services.plan(desk, "case", "magic")
    for act in (
        lambda: services.change(desk, "x", state="ended"),
        lambda: services.judge(desk, "x", client_judgement="splendid"),
        lambda: services.judge(desk, "x", result="work"),
        lambda: services.end(desk, "x", "riches", MONDAY),
        lambda: work_spells.begin(desk, "x", "piracy", MONDAY),
        lambda: work_spells.end(desk, "x", MONDAY, "none"),
        lambda: business.keep(desk, "x", "riches"),
    ):
        with pytest.raises(ValueError):
            act()


def test_work_leaves_the_job_search_valid_and_is_judged_at_its_end(desk: Desk) -> None:
    client, case = on_line_2(desk)
    uid = work_spells.begin(
        desk, case, "pay_subsidised", MONDAY, MAY, employer="Siivous Oy", title="cleaner"
    ).result()
    work_spells.change(desk, uid, last_part="three employers", employer="").result()
    later = at(desk, "2027-06-01")
    work_spells.end(later, uid, MAY, "changed").result()
    [spell] = load(later, case).work
    assert (spell.employer, spell.title, spell.ended_on) == (None, "cleaner", MAY)
    assert (spell.need, spell.judged_on) == ("changed", date(2027, 6, 1))
    assert record(later, client).search.ended_on is None
    assert kinds(later, client) == ["running", "ended"]


def test_the_way_to_a_business_is_shown_whole_once_it_has_begun(desk: Desk) -> None:
    client = take_in(desk)
    case = clients.header(desk, client).customership_uid
    assert load(desk, case).business == ()
    business.keep(desk, case, "plan", planned_on=date(2026, 12, 1)).result()
    steps = load(desk, case).business
    assert [each.step for each in steps] == list(desk.model.service_life.business_steps)
    business.keep(desk, case, "idea", done_on=MONDAY, note="a bakery").result()
    business.keep(desk, case, "idea", note="two bakeries").result()
    idea = load(desk, case).row(("step", "idea"))
    assert idea is not None and getattr(idea, "note", "") == "two bakeries"
    assert kinds(desk, client) == ["reached"]
    with pytest.raises(TeuiError, match="service_ends_later"):
        business.keep(desk, case, "plan", done_on=date(2026, 12, 1)).result()
    business.take_out(desk, case, "idea").result()
    business.take_out(desk, case, "plan").result()
    assert load(desk, case).business == ()


def test_each_act_is_taken_back_told_by_name_and_done_again(desk: Desk) -> None:
    client, case = on_line_2(desk)
    uid = trained(desk, case)
    services.end(desk, uid, "work", MONDAY).result()
    services.judge(desk, uid, next_step="ending").result()
    spell = work_spells.begin(desk, case, "gig", MONDAY, title="cook").result()
    work_spells.end(desk, spell, MONDAY, "same").result()
    business.keep(desk, case, "idea", done_on=MONDAY).result()
    business.take_out(desk, case, "idea").result()
    services.take_out(desk, uid).result()

    told = []
    t = load_texts("en", desk.model_id)
    for _ in range(9):
        undone = undo.undo(desk).result()
        assert undone is not None
        assert undone.client_uid == client
        told.append(worded(t, undone))
    assert told[0] == "service taken out: vocational labour-market training"
    assert told[1] == "step to a business taken out: business idea"
    assert told[3:5] == ["end of work: cook", "work written down: cook"]
    assert load(desk, case).uses == ()
    assert kinds(desk, client) == []
    for _ in range(9):
        assert undo.redo(desk).result() is not None
    assert load(desk, case).work[0].need == "same"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_timeline_has_words_for_everything(desk: Desk, language: str) -> None:
    client, case = on_line_2(desk)
    uid = trained(desk, case)
    services.end(desk, uid, None, MONDAY, "health").result()
    services.judge(desk, uid, next_step="other_service").result()
    work_spells.begin(desk, case, "gig", MONDAY, title="cook").result()
    business.keep(desk, case, "idea", done_on=MONDAY).result()
    t = load_texts(language, desk.model_id)
    said = [happened(t, each) for each in record(desk, client).timeline if each.uid != case]
    for word in ("result.no_work", "end_reason.health", "next_step.other_service"):
        assert any(t(f"service_life.{word}") in each for each in said)
    assert any("cook" in each and "16.11.2026" in each for each in said)


def test_nothing_new_begins_after_the_job_search_what_ran_is_judged_still(desk: Desk) -> None:
    _, case = on_line_2(desk)
    uid = trained(desk, case)
    waiting = services.plan(desk, case, "work_trial").result()
    ending.end(desk, case, Ending("employed", feedback="helped")).result()
    acts: list[Callable[[], Future[Any]]] = [
        lambda: services.plan(desk, case, "work_trial"),
        lambda: services.start(desk, waiting, MONDAY),
        lambda: work_spells.begin(desk, case, "gig", MONDAY),
        lambda: business.keep(desk, case, "idea"),
    ]
    for act in acts:
        with pytest.raises(TeuiError, match="search_ended"):
            act().result()
    services.end(desk, uid, "work", MONDAY).result()
    services.judge(desk, uid, next_step="ending").result()
