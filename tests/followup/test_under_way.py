"""What opens, closes, owns and follows what is under way beside the plan."""

from dataclasses import replace
from datetime import timedelta

from tests.followup.build import MODEL, decided, history, one, required, rules
from tests.followup.days import day
from tests.followup.lives import settle
from teui.followup.derive import derive
from teui.followup.history import History, Plan, PlanItem, Stored
from teui.followup.reconcile import reconcile
from teui.followup.under_way import BusinessStep, Handover, Offer, Service, Statement, Work

TODAY = day("Mon 16.11.2026")
TRIAL = Service("s", "work_trial", "running", TODAY, day("Fri 18.12.2026"))


def _case(**facts: object) -> History:
    return settle(decided("Mon 2.11.2026", "Mon 16.11.2026", "line_2", **facts), TODAY)


def _became(case: History, **facts: object) -> dict[str, str]:
    """The state of every follow-up after something else has happened."""
    after = settle(replace(case, **facts), day("Tue 1.12.2026"))  # type: ignore[arg-type]
    return {
        row.rule: row.state if row.drop_reason is None else row.drop_reason for row in after.stored
    }


def _with_items(*items: PlanItem, **facts: object) -> History:
    return _case(plan=Plan("plan", 1, TODAY, items=items), **facts)


def _revised(case: History, *items: PlanItem) -> Plan:
    assert case.plan is not None
    return replace(case.plan, number=2, items=items)


def test_a_last_part_that_is_planned_closes_what_comes_before_the_end() -> None:
    case = _case(services=(TRIAL,), work=(Work("w", "fixed_term", TODAY, ends_on=TRIAL.ends_on),))
    planned = replace(TRIAL, has_last_part=True)
    spell = replace(case.work[0], has_last_part=True, judged_on=day("Tue 1.12.2026"))

    became = _became(case, services=(planned,), work=(spell,))

    assert (became["service_ending"], became["service_ended"]) == ("done", "open")
    assert (became["work_ending"], became["work_ended"]) == ("done", "done")


def test_a_service_broken_off_is_judged_from_then_on() -> None:
    case = _case(services=(TRIAL,))
    broken = replace(TRIAL, state="broken_off", ended_on=day("Fri 27.11.2026"))
    after = replace(case, services=(broken,))

    assert _became(case, services=(broken,))["service_ending"] == "no_longer"
    assert one(after, "service_ended").due == day("Fri 4.12.2026")
    judged = replace(broken, judged_on=day("Tue 1.12.2026"))
    assert _became(case, services=(judged,))["service_ended"] == "done"
    assert _became(case, services=())["service_ended"] == "no_longer"


def test_a_longer_service_moves_both_ends() -> None:
    case = _case(services=(TRIAL,))
    longer = replace(case, services=(replace(TRIAL, ends_on=day("Fri 29.1.2027")),))

    changes = reconcile(MODEL, longer, derive(MODEL, longer, TODAY))

    assert {row.rule: item.act_on for row, item in changes.move} == {
        "service_ending": day("Fri 15.1.2027"),
        "service_ended": day("Fri 5.2.2027"),
    }
    assert (changes.open, changes.done, changes.lapse) == ((), (), ())


def test_a_handover_is_the_receivers() -> None:
    first = Handover("h1", TODAY, TODAY, "salo", "south", "A. Lind")
    case = _case(handovers=(first,))
    item = one(case, "handover")
    assert (item.adviser, item.team, item.window_from) == ("salo", "south", TODAY)

    acknowledged = replace(first, acknowledged_on=day("Tue 1.12.2026"))
    assert _became(case, handovers=(acknowledged,))["handover"] == "done"

    to_team = Handover("h2", TODAY, day("Mon 30.11.2026"), None, "east", "B. Salo")
    on = one(replace(case, handovers=(first, to_team)), "handover")
    assert (on.subject, on.adviser, on.team) == ("h2", None, "east")


def test_a_client_handed_over_takes_along_what_is_due() -> None:
    case = _case(services=(TRIAL,))
    given = settle(replace(case, adviser="salo", team="south"), TODAY)

    assert {(row.adviser, row.team) for row in given.stored} == {("salo", "south")}


def test_what_came_of_offers_statements_and_steps_closes_them() -> None:
    case = _case(
        offers=(Offer("o", "baker", TODAY),),
        statements=(Statement("t", "left_work", TODAY),),
        business_steps=(BusinessStep("b", "plan", day("Mon 7.12.2026")),),
    )
    done = day("Tue 1.12.2026")

    became = _became(
        case,
        offers=(replace(case.offers[0], settled_on=done),),
        statements=(replace(case.statements[0], given_on=done),),
        business_steps=(replace(case.business_steps[0], done_on=done),),
    )

    names = ("offer_outcome", "statement", "business_step")
    assert [became[name] for name in names] == ["done", "done", "done"]


def test_a_statement_asked_for_takes_the_place_of_the_need_for_one() -> None:
    needed = settle(_case(requirements=(required("labour_policy_statement"),)), TODAY)
    asked = Statement("t", "left_work", TODAY)
    earlier = replace(asked, asked_on=needed.start, given_on=TODAY - timedelta(days=1))

    def standing(statement: Statement) -> dict[str, str]:
        rows = settle(replace(needed, statements=(statement,)), TODAY).stored
        return {row.fact: row.state for row in rows}

    assert standing(asked)["labour_policy_statement"] == "done"
    assert standing(asked)["given"] == "open"
    assert standing(earlier)["labour_policy_statement"] == "open"


def test_a_validity_renewed_closes_the_old_one_and_opens_the_next() -> None:
    case = _case(valid_until=day("Thu 31.12.2026"))
    renewed = settle(replace(case, valid_until=day("Wed 31.3.2027")), TODAY)

    rows = [row for row in renewed.stored if row.rule == "search_validity"]
    assert [(row.state, row.due) for row in rows] == [
        ("done", day("Thu 24.12.2026")),
        ("open", day("Wed 24.3.2027")),
    ]


def test_a_milestone_is_reached_or_dropped_by_the_plan() -> None:
    milestone = PlanItem(1, "path", "knows the trade", by_date=day("Mon 7.12.2026"))
    case = _with_items(milestone)
    assert one(case, "milestone").params["text"] == "knows the trade"

    reached = replace(milestone, done_on=day("Tue 1.12.2026"))
    assert _became(case, plan=_revised(case, reached))["milestone"] == "done"
    assert _became(case, plan=_revised(case))["milestone"] == "no_longer"
    later = replace(milestone, by_date=day("Fri 15.1.2027"))
    assert one(replace(case, plan=_revised(case, later)), "milestone").due == day("Fri 15.1.2027")


def test_a_service_of_the_plan_is_followed_until_it_runs() -> None:
    row = PlanItem(3, "office", "", "work_trial", by_date=day("Fri 4.12.2026"))
    case = _with_items(row)
    assert one(case, "office_step").params["service"] == "work_trial"

    planned = replace(TRIAL, state="planned", plan="plan", position=3)
    assert _became(case, services=(planned,))["office_step"] == "open"
    begun = replace(planned, state="running")
    assert _became(case, services=(begun,))["office_step"] == "done"
    assert _became(case, services=(replace(begun, position=4),))["office_step"] == "open"


def test_a_row_that_gives_a_requirement_its_day_is_not_due_twice() -> None:
    check = PlanItem(1, "office", "", "health_check", by_date=day("Fri 4.12.2026"))
    later = PlanItem(2, "office", "", "work_ability_assessment", by_date=day("Fri 18.12.2026"))
    case = _with_items(check, later, requirements=(required("health_check_referral"),))

    assert one(case, "requirement").due == day("Fri 4.12.2026")
    assert one(case, "office_step").fact == "step-2"

    own = PlanItem(1, "office", "asks", requirement="make_plan", by_date=day("Fri 4.12.2026"))
    dated = _with_items(own, requirements=(required("make_plan", "Mon 30.11.2026"),))
    assert "office_step" not in rules(dated)


def _referred(case: History) -> History:
    """The referral was made on 16.11.: its follow-up is done."""
    done = tuple(
        replace(row, state="done", closed_on=TODAY) if row.fact == "health_check_referral" else row
        for row in case.stored
    )
    return replace(case, stored=done)


def _of(case: History, rule: str) -> list[Stored]:
    return [row for row in case.stored if row.rule == rule]


def test_after_a_referral_its_result_is_asked_for() -> None:
    case = _case(requirements=(required("health_check_referral"),))
    assert "health_check" not in rules(case)

    referred = settle(_referred(case), TODAY)
    [row] = _of(referred, "health_check")
    assert (row.state, row.due) == ("open", day("Wed 16.12.2026"))

    record = Service("s", "health_check", "running", day("Mon 23.11.2026"))
    begun = settle(replace(referred, services=(record,)), TODAY)
    assert [(each.state, each.due) for each in _of(begun, "health_check")] == [
        ("dropped", day("Wed 16.12.2026")),
        ("open", day("Wed 23.12.2026")),
    ]
    ended = replace(record, state="ended", ended_on=TODAY, judged_on=TODAY)
    last = settle(replace(begun, services=(ended,)), TODAY)
    assert [each.state for each in _of(last, "health_check")] == ["dropped", "done"]


def test_an_old_check_does_not_answer_a_new_referral() -> None:
    old = Service(
        "s",
        "health_check",
        "ended",
        day("Mon 2.3.2026"),
        None,
        day("Mon 2.3.2026"),
        judged_on=day("Mon 2.3.2026"),
    )
    case = _case(requirements=(required("health_check_referral"),), services=(old,))

    assert [row.state for row in _of(settle(_referred(case), TODAY), "health_check")] == ["open"]


def test_nothing_is_left_of_it_once_the_customership_has_ended() -> None:
    facts = {
        "services": (TRIAL,),
        "offers": (Offer("o", "baker", TODAY),),
        "handovers": (Handover("h", TODAY, TODAY, "salo", "south"),),
        "valid_until": day("Thu 31.12.2026"),
    }
    assert rules(history("Mon 2.11.2026", ended=True, **facts)) == []
