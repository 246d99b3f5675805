"""Which kind of assessment is begun, turned and recorded; another than the rule's has a reason."""

from datetime import date

import pytest

from tests.casework.cases import AGREED, LINE_2, hold, take_in
from tests.casework.test_stages import PERMIT
from teui.casework import (
    assessment_kind,
    client_facing,
    client_record,
    clients,
    decision,
    interview,
    stages,
    undo,
)
from teui.casework.assessment_kind import KindChoice
from teui.casework.desk import Desk
from teui.errors import TeuiError
from teui.practice.model import Value
from teui.store.unit import Unit

BECAUSE = "speaks Finnish at work, degree recognised"


def _to_choose(desk: Desk, client: str) -> KindChoice | None:
    customership = clients.header(desk, client).customership_uid
    return assessment_kind.to_choose(desk, client, customership)


def _decide(desk: Desk, uid: str) -> None:
    decision.record(desk, uid, "line_2", "agrees", None).result()


def _waiting(desk: Desk, client: str) -> set[object]:
    waiting = client_record.record(desk, client).waiting
    return {each.rule for each in waiting} | {each.params.get("requirement") for each in waiting}


@pytest.mark.parametrize(
    ("rule", "kind", "needed"),
    [
        ("integration", "integration", False),
        ("integration", "first", True),
        ("integration", "reassessment", True),
        ("general", "first", False),
        ("general", "integration", True),
        (None, "first", False),
        (None, "integration", False),
    ],
)
def test_a_reason_is_needed_against_a_rule_that_is_known(
    rule: str | None, kind: str, needed: bool
) -> None:
    assert assessment_kind.needs_reason(rule, kind) == needed  # type: ignore[arg-type]


def test_nothing_is_asked_where_the_rule_says_nothing_or_the_general_one(desk: Desk) -> None:
    client = take_in(desk)
    assert _to_choose(desk, client) is None
    _decide(desk, hold(desk, client, LINE_2, AGREED))
    assert _to_choose(desk, client) is None


def test_after_a_preliminary_line_the_integration_assessment_comes_first(desk: Desk) -> None:
    client = take_in(desk)
    first = hold(desk, client, {**LINE_2, **PERMIT}, AGREED)
    assert decision.load(desk, first).is_other_kind
    _decide(desk, first)
    assert "integration_assessment" in _waiting(desk, client)
    assert client_facing.load(desk, client).is_preliminary

    assert _to_choose(desk, client) == KindChoice("integration", "reassessment")

    second = hold(desk, client, {**LINE_2, **PERMIT}, AGREED, kind="integration")
    assert "integration_assessment" not in _waiting(desk, client)
    assert client_facing.load(desk, client).is_preliminary
    _decide(desk, second)
    assert not client_facing.load(desk, client).is_preliminary
    assert _to_choose(desk, client) is None


def test_an_earlier_job_search_says_which_kind_comes_first(desk: Desk) -> None:
    client = take_in(desk)
    _decide(desk, hold(desk, client, {**LINE_2, **PERMIT}, AGREED))

    again = _come_back(desk, client)
    assert assessment_kind.to_choose(desk, client, again) == KindChoice("integration", "first")


def _come_back(desk: Desk, client: str) -> str:
    before = clients.header(desk, client).customership_uid

    def write(unit: Unit) -> str:
        unit.update("customership", before, None, ended_on=unit.today)
        return unit.insert(
            "customership",
            client_uid=client,
            adviser_uid=desk.adviser.uid,
            team_uid=desk.team.uid,
            start_date=unit.today,
        )

    return desk.store.writer.submit("client_taken_in", write).result()


def test_the_general_kind_with_a_reason_makes_a_line_that_stands(desk: Desk) -> None:
    client = take_in(desk)
    uid = interview.begin(desk, client, "first", kind_reason=BECAUSE).result()
    hold(desk, client, {**LINE_2, **PERMIT}, AGREED)
    view = decision.load(desk, uid)
    assert (view.is_preliminary, view.is_other_kind) == (False, False)
    _decide(desk, uid)

    record = client_record.record(desk, client)
    assert record.decided is not None
    assert (record.decided.preliminary, record.decided.of_kind.reason) == (False, BECAUSE)
    assert "integration_assessment" not in _waiting(desk, client)
    assert _to_choose(desk, client) is None


def test_a_draft_is_turned_keeps_its_answers_and_is_turned_back_with_a_reason(desk: Desk) -> None:
    client = take_in(desk)
    uid = hold(desk, client, {**LINE_2, **PERMIT})
    before = interview.load(desk, uid).answers

    assessment_kind.turn(desk, uid, "integration", "integration").result()

    draft = interview.load(desk, uid)
    assert (draft.kind, draft.kind_reason, draft.answers) == ("integration", None, before)
    assert stages.load(desk, uid).holder == "A. Lind"
    assert "integration_assessment" not in _waiting(desk, client)
    stages.save(desk, uid, "literacy", "planned_on", date(2026, 11, 27)).result()

    with pytest.raises(TeuiError, match="kind_needs_reason"):
        assessment_kind.turn(desk, uid, "first", "integration", "  ").result()
    assessment_kind.turn(desk, uid, "first", "integration", BECAUSE).result()
    assert interview.load(desk, uid).kind_reason == BECAUSE
    assert "assessment_stage" not in _waiting(desk, client)

    undo.undo(desk).result()
    assert interview.load(desk, uid).kind == "integration"
    assert "assessment_stage" in _waiting(desk, client)


def test_while_the_rule_is_not_known_no_reason_is_needed(desk: Desk) -> None:
    uid = hold(desk, take_in(desk))
    assessment_kind.turn(desk, uid, "integration", None).result()
    assert interview.load(desk, uid).kind == "integration"


def test_a_completed_assessment_is_never_turned(desk: Desk) -> None:
    answers: dict[str, Value] = {**LINE_2, **PERMIT}
    uid = hold(desk, take_in(desk), answers, AGREED)
    _decide(desk, uid)
    with pytest.raises(TeuiError, match="assessment_completed"):
        assessment_kind.turn(desk, uid, "integration", "integration").result()
