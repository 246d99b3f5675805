"""From a new client to the morning after, through casework as the screens call it."""

from datetime import date

from tests.casework.cases import AGREED, LINE_2, LINE_3, at, hold, take_in
from teui.casework import clients, decision, followups, interview, plan, today
from teui.casework.desk import Desk
from teui.casework.followups import ContactDone
from teui.store.history import verify_chain

Rows = list[tuple[str, str, str]]


def listed(desk: Desk, view: str = "own") -> Rows:
    """Rule or requirement, day to act and grade of each row."""
    return [
        (str(row.params.get("requirement", row.rule)), f"{row.act_on:%d.%m.%Y}", row.grade)
        for row in today.page(desk, view)
    ]


def test_from_a_new_client_to_the_next_weeks(desk: Desk) -> None:
    client = take_in(desk, start_channel="online", interpreter="yes")
    assert listed(desk) == [
        ("book_interpreter", "16.11.2026", "due"),
        ("first_contact", "30.11.2026", "coming"),
    ]

    uid = hold(desk, client, LINE_2, AGREED)
    assert listed(desk) == [
        ("book_interpreter", "16.11.2026", "due"),
        ("draft_interview", "17.11.2026", "coming"),
        ("first_contact", "30.11.2026", "coming"),
    ]

    view = decision.load(desk, uid)
    assert (view.suggestion.outcome, view.chosen, view.missing) == ("line_2", None, ())
    decision.record(desk, uid, "line_2", "agrees", None).result()
    header = clients.header(desk, client)
    assert (header.line, header.outcome, header.draft_uid) == (2, "line_2", None)
    assert listed(desk) == [
        ("book_interpreter", "16.11.2026", "due"),
        ("client_step", "23.11.2026", "coming"),
        ("line_interview", "23.11.2026", "coming"),
        ("make_plan", "23.11.2026", "coming"),
    ]

    case = header.customership_uid
    prefilled = plan.load(desk, case)
    assert (prefilled.plan_uid, prefilled.review_on) == (None, date(2027, 2, 16))
    assert [item.text for item in prefilled.items] == [AGREED["agreed.client_steps"]]
    plan.save(desk, case, goal="practical nurse", rhythm_weeks=4, rhythm_channel="phone").result()
    item = plan.load(desk, case).items[0]
    plan.save_item(desk, case, "client", item.text, date(2026, 11, 20), uid=item.uid).result()
    plan.save_item(desk, case, "office", "books guidance", date(2026, 12, 4)).result()
    plan.accept(desk, case).result()
    assert listed(desk) == [
        ("book_interpreter", "16.11.2026", "due"),
        ("client_step", "20.11.2026", "coming"),
        ("contact_rhythm", "23.11.2026", "coming"),
        ("line_interview", "23.11.2026", "coming"),
        ("office_step", "04.12.2026", "coming"),
    ]

    later = at(desk, "2026-11-24")
    assert [grade for *_, grade in listed(later)] == [*["overdue"] * 4, "coming"]
    [call] = [row for row in today.page(later) if row.rule == "contact_rhythm"]
    followups.done(later, call.uid, ContactDone("agreed", "phone", False)).result()
    assert ("contact_rhythm", "23.11.2026", "overdue") in listed(later)
    followups.done(later, call.uid, ContactDone("agreed", "phone", True)).result()
    assert ("contact_rhythm", "22.12.2026", "coming") in listed(later)
    for row in today.page(later):
        if row.overdue:
            followups.done(later, row.uid, None).result()
    assert listed(later) == [
        ("office_step", "04.12.2026", "coming"),
        ("contact_rhythm", "22.12.2026", "coming"),
    ]
    [step] = [row for row in today.page(later) if row.rule == "office_step"]
    followups.done(later, step.uid, None).result()
    assert [item.done_on for item in plan.load(later, case).items] == [date(2026, 11, 24)] * 2

    spring = at(desk, "2027-02-16")
    assert listed(spring) == [
        ("contact_rhythm", "22.12.2026", "overdue"),
        ("plan_review", "16.02.2027", "due"),
        ("no_contact", "22.02.2027", "coming"),
    ]
    assert verify_chain(desk.store.read()) == ()


def test_a_client_on_line_3_is_never_forgotten(desk: Desk) -> None:
    client = take_in(desk)
    uid = hold(desk, client, LINE_3, AGREED)
    decision.record(desk, uid, "line_3", "agrees", None).result()
    for row in today.page(desk):
        if row.rule != "no_contact":
            followups.drop(desk, row.uid, "not_needed").result()
    assert listed(desk) == [("no_contact", "16.12.2026", "coming")]
    assert listed(desk, "silent") == []
    assert listed(at(desk, "2026-12-16"), "silent") == [("no_contact", "16.12.2026", "due")]


def test_an_answer_taken_back_takes_its_requirement_along(desk: Desk) -> None:
    client = take_in(desk)
    uid = hold(desk, client, {"start.benefit_opened": "no"})
    assert ("open_benefit_matter", "16.11.2026", "due") in listed(desk)
    interview.save_answer(desk, uid, "start.benefit_opened", "none").result()
    assert [rule for rule, *_ in listed(desk)] == ["draft_interview"]
    later = at(desk, "2026-11-18")
    interview.save_answer(later, uid, "start.benefit_opened", "answered", "no").result()
    assert ("open_benefit_matter", "18.11.2026", "due") in listed(later)
