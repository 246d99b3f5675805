"""Job offers: what stops one, what came of it, how it is taken back, and where it stands."""

from dataclasses import replace
from datetime import date

import pytest

from tests.casework.cases import AGREED, LINE_2, at, hold, take_in
from teui.casework import clients, decision, offers, undo
from teui.casework.client_record import record
from teui.casework.client_words import happened
from teui.casework.desk import Desk, Person
from teui.casework.offers import Job, Offer, OffersView, Outcome, Stop
from teui.errors import TeuiError
from teui.practice.texts import load_texts
from teui.store.unit import Unit

COOK = Job("cook", "5120", "Bakery Oy", apply_by=date(2026, 11, 30))


def _on_line_2(desk: Desk) -> str:
    client = take_in(desk)
    assessment = hold(desk, client, LINE_2, AGREED)
    decision.record(desk, assessment, "line_2", "agrees", None).result()
    return client


def _case(desk: Desk, client: str) -> str:
    return clients.header(desk, client).customership_uid


def _view(desk: Desk, client: str) -> OffersView:
    return offers.load(desk, _case(desk, client))


def _only(desk: Desk, client: str) -> Offer:
    [offer] = _view(desk, client).offers
    return offer


def _colleague(desk: Desk) -> Desk:
    """The same office at the desk of somebody who does not answer for the client."""

    def write(unit: Unit) -> str:
        return unit.insert("adviser", name="B. Berg", login="b", team_uid=desk.team.uid)

    uid = desk.store.writer.submit("adviser_added", write).result()
    desk.store.adviser = uid
    return replace(desk, adviser=Person(uid, "B. Berg"))


def _code(made: object) -> str:
    with pytest.raises(TeuiError) as caught:
        made.result()  # type: ignore[attr-defined]
    return caught.value.code


def test_an_offer_begins_open_and_an_outcome_has_its_day_and_reason(desk: Desk) -> None:
    client = _on_line_2(desk)
    uid = offers.make(desk, _case(desk, client), COOK).result()
    made = _only(desk, client)
    assert (made.title, made.isco, made.employer) == ("cook", "5120", "Bakery Oy")
    assert (made.state, made.offered_on, made.outcome_on) == ("offered", date(2026, 11, 16), None)

    later = at(desk, "2026-12-03")
    offers.set_outcome(later, uid, Outcome("failed", "employer", "skills_lacking")).result()
    failed = _only(later, client)
    assert (failed.state, failed.outcome_on) == ("failed", date(2026, 12, 3))
    assert (failed.failed_by, failed.failed_reason) == ("employer", "skills_lacking")

    offers.set_outcome(later, uid, Outcome("interview")).result()
    again = _only(later, client)
    assert (again.state, again.outcome_on, again.failed_reason) == ("interview", None, None)


@pytest.mark.parametrize(
    ("outcome", "code"),
    [
        (Outcome("failed"), "offer_reason_missing"),
        (Outcome("failed", "employer", "declined"), "offer_reason_missing"),
        (Outcome("failed", "nobody", "other", "moved"), "offer_reason_missing"),
        (Outcome("failed", "client", "other", "  "), "offer_reason_words"),
        (Outcome("lost"), "offer_state_unknown"),
    ],
)
def test_no_failed_offer_is_without_its_reason(desk: Desk, outcome: Outcome, code: str) -> None:
    client = _on_line_2(desk)
    uid = offers.make(desk, _case(desk, client), COOK).result()

    assert _code(offers.set_outcome(desk, uid, outcome)) == code
    assert _only(desk, client).state == "offered"


def test_in_the_middle_of_an_assessment_it_needs_a_reason(desk: Desk) -> None:
    client = take_in(desk)
    hold(desk, client, LINE_2)
    case = _case(desk, client)
    assert _view(desk, client).stops == (Stop("assessment"),)
    assert _code(offers.make(desk, case, COOK)) == "offer_stopped"
    assert _code(offers.make(desk, case, COOK, despite="  ")) == "offer_stopped"

    offers.make(desk, case, COOK, despite="begins tomorrow").result()
    assert _only(desk, client).despite == "begins tomorrow"


def test_a_running_trial_stops_and_a_training_does_not(desk: Desk) -> None:
    client = _on_line_2(desk)
    case = _case(desk, client)

    def run(unit: Unit) -> None:
        for service in ("work_trial", "labour_market_training"):
            unit.insert("service_use", customership_uid=case, service=service, state="running")

    desk.store.writer.submit("service_begun", run).result()
    assert _view(desk, client).stops == (Stop("service", "work_trial"),)


def test_a_colleague_asks_who_answers_for_the_client(desk: Desk) -> None:
    client = _on_line_2(desk)
    colleague = _colleague(desk)
    assert _view(colleague, client).stops == (Stop("consult"),)
    assert _code(offers.make(colleague, _case(desk, client), COOK)) == "offer_stopped"

    offers.make(colleague, _case(desk, client), COOK, consulted=True).result()
    made = _only(colleague, client)
    assert (made.by, made.consulted, made.despite) == ("B. Berg", desk.adviser.name, None)


def test_days_and_titles_that_cannot_be_are_refused(desk: Desk) -> None:
    client = _on_line_2(desk)
    case = _case(desk, client)
    to_come = replace(COOK, offered_on=date(2026, 11, 17))
    early = replace(COOK, apply_by=date(2026, 11, 15))

    assert _code(offers.make(desk, case, to_come)) == "offer_to_come"
    assert _code(offers.make(desk, case, early)) == "offer_apply_early"
    assert _code(offers.make(desk, case, Job(" "))) == "offer_title"
    assert _code(offers.take_out(desk, "nothing")) == "offer_unknown"
    assert offers.read_job(" cook / 5120 ") == ("cook", "5120")
    assert offers.read_job("cook") == ("cook", None)
    for typed, code in (("/ 5120", "offer_title"), ("cook / 51", "offer_isco")):
        with pytest.raises(TeuiError) as caught:
            offers.read_job(typed)
        assert caught.value.code == code


def test_three_that_failed_put_the_needs_forward(desk: Desk) -> None:
    client = _on_line_2(desk)
    for reason in ("skills_lacking", "not_in_touch", "skills_lacking"):
        assert _view(desk, client).needs == ()
        uid = offers.make(desk, _case(desk, client), COOK).result()
        offers.set_outcome(desk, uid, Outcome("failed", "employer", reason)).result()

    view = _view(desk, client)
    assert view.failed == 3
    assert [(each.id, each.signs) for each in view.needs] == [
        ("competence", 2),
        ("activity", 1),
        ("job_search_skills", 0),
    ]


def test_every_act_is_taken_back_and_done_again(desk: Desk) -> None:
    client = _on_line_2(desk)
    uid = offers.make(desk, _case(desk, client), COOK).result()
    offers.change(desk, uid, replace(COOK, title="baker", note="by bus")).result()
    offers.set_outcome(desk, uid, Outcome("hired")).result()
    offers.take_out(desk, uid).result()
    seen = [_view(desk, client).offers]

    kinds = []
    for _ in range(4):
        undone = undo.undo(desk).result()
        assert undone is not None
        kinds.append((undone.kind, undone.client_uid))
        seen.append(_view(desk, client).offers)
    assert [kind for kind, _ in kinds] == [
        "offer_taken_out",
        "offer_outcome",
        "offer_changed",
        "offer_made",
    ]
    assert {uid for _, uid in kinds} == {client}
    assert [[(each.title, each.state) for each in found] for found in seen] == [
        [],
        [("baker", "hired")],
        [("baker", "offered")],
        [("cook", "offered")],
        [],
    ]
    for found in reversed(seen[:4]):
        undo.redo(desk).result()
        again = _view(desk, client).offers
        assert [replace(each, version=0) for each in again] == [
            replace(each, version=0) for each in found
        ]


def test_the_timeline_has_the_offer_and_what_came_of_it_each_on_its_day(desk: Desk) -> None:
    client = _on_line_2(desk)
    later = at(desk, "2026-12-03")
    uid = offers.make(
        later, _case(desk, client), replace(COOK, offered_on=date(2026, 11, 20))
    ).result()
    offers.set_outcome(later, uid, Outcome("failed", "client", "declined")).result()

    told = [each for each in record(later, client).timeline if each.group == "offers"]

    t = load_texts("en", desk.model.id)
    assert [(each.day, happened(t, each)) for each in told] == [
        (
            date(2026, 12, 3),
            "cook (5120) · Bakery Oy · did not lead to work: declined the job"
            " (the client's reason)",
        ),
        (date(2026, 11, 20), "cook (5120) · Bakery Oy · apply by 30.11.2026"),
    ]


def test_the_outcome_is_asked_for_after_the_last_day_to_apply_until_it_is_known(desk: Desk) -> None:
    client = _on_line_2(desk)

    def asked() -> list[str]:
        return [each.rule for each in record(desk, client).waiting if each.rule == "offer_outcome"]

    uid = offers.make(desk, _case(desk, client), COOK).result()
    assert asked() == ["offer_outcome"]
    offers.set_outcome(desk, uid, Outcome("applied")).result()
    assert asked() == ["offer_outcome"]
    offers.set_outcome(desk, uid, Outcome("hired")).result()
    assert asked() == []
    undo.undo(desk).result()
    assert asked() == ["offer_outcome"]
    offers.take_out(desk, uid).result()
    assert asked() == []
