"""The office's settings, and the follow-ups that its numbers move."""

from datetime import date

import pytest

from tests.casework.cases import AGREED, LINE_1, at, hold, take_in
from teui.casework import decision, office, plan, recount, today
from teui.casework.desk import Desk, desk_of
from teui.errors import TeuiError

DAY = date(2026, 11, 16)


def on_line(desk: Desk, name: str = "Virtanen") -> str:
    """A client on line 1 since today."""
    client = take_in(desk, name)
    uid = hold(desk, client, LINE_1, AGREED)
    decision.record(desk, uid, "line_1", "agrees", None).result()
    return client


def no_contact(desk: Desk) -> list[date]:
    rows = desk.store.read().execute("SELECT due FROM follow_up WHERE rule = 'no_contact'")
    return [date.fromisoformat(row["due"]) for row in rows.fetchall()]


def count_all(desk: Desk) -> None:
    work = recount.needed(desk)
    assert work is not None
    for part in work.parts:
        recount.count(desk, part).result()
    recount.finish(desk, work).result()


def acts(desk: Desk) -> list[str]:
    return [row["kind"] for row in desk.store.read().execute("SELECT kind FROM act ORDER BY seq")]


def number(desk: Desk, name: str) -> office.OfficeNumber:
    return next(each for each in office.load(desk).numbers if each.id == name)


def test_at_first_the_numbers_are_the_practice_models(desk: Desk) -> None:
    settings = office.load(desk)

    assert (settings.decide_first, settings.language) == (False, None)
    assert [each.id for each in settings.numbers if each.is_own or each.own] == []
    assert (number(desk, "no_contact").amount, number(desk, "no_contact").model.most) == (90, 365)
    assert "first_contact" not in {each.id for each in settings.numbers}
    assert recount.needed(desk) is None


def test_a_number_moves_the_follow_ups_that_arise_from_its_day_on(desk: Desk) -> None:
    on_line(desk)
    assert no_contact(desk) == [date(2027, 2, 14)]

    office.set_number(desk, "no_contact", 60, DAY).result()
    assert number(desk, "no_contact").is_own
    count_all(desk)
    assert no_contact(desk) == [date(2027, 1, 15)]

    # From tomorrow on: what arose today keeps its days.
    office.set_number(desk, "no_contact", None, DAY).result()
    office.set_number(desk, "no_contact", 30, date(2026, 11, 17)).result()
    count_all(desk)
    assert no_contact(desk) == [date(2027, 2, 14)]
    assert number(desk, "no_contact").amount == 90
    assert number(at(desk, "2026-11-17"), "no_contact").amount == 30


def test_counting_again_moves_nothing_and_leaves_no_act(desk: Desk) -> None:
    on_line(desk)
    on_line(desk, "Korhonen")
    office.set_number(desk, "no_contact", 60, DAY).result()
    work = recount.needed(desk)
    assert work is not None
    assert work.total == 2
    # Broken off before the end: it is all there to be done again.
    recount.count(desk, work.parts[0]).result()
    before = acts(desk)

    count_all(desk)

    assert acts(desk) == before
    assert recount.needed(desk) is None
    assert no_contact(desk) == [date(2027, 1, 15)] * 2


def test_a_number_set_back_in_the_middle_of_counting_leaves_nothing_behind(desk: Desk) -> None:
    for name in "ABCDEFG":
        on_line(desk, f"{name}nen")
    office.set_number(desk, "no_contact", 60, DAY).result()
    count_all(desk)
    office.set_number(desk, "no_contact", 30, DAY).result()
    work = recount.needed(desk)
    assert work is not None
    recount.count(desk, work.parts[0]).result()
    assert len(set(no_contact(desk))) == 2

    office.set_number(desk, "no_contact", 60, DAY).result()
    recount.finish(desk, work).result()
    count_all(desk)

    assert no_contact(desk) == [date(2027, 1, 15)] * 7
    assert recount.needed(desk) is None


def test_what_no_follow_up_counts_with_asks_for_no_recount(desk: Desk) -> None:
    client = on_line(desk)
    office.set_number(desk, "horizon", 7, DAY).result()
    office.set_number(desk, "plan_review", 1, DAY).result()

    assert recount.needed(desk) is None
    assert "no_contact" not in {row.rule for row in today.page(desk)}
    [case] = desk.store.read().execute(
        "SELECT uid FROM customership WHERE client_uid = ?", (client,)
    )
    assert plan.load(desk, case["uid"]).review_on == date(2026, 12, 16)


def test_todays_horizon_is_the_offices(desk: Desk) -> None:
    on_line(desk)
    coming = today.counts(desk)["coming"]
    office.set_number(desk, "horizon", 365, DAY).result()

    assert today.counts(desk)["coming"] > coming


def test_drafts_stay_on_their_practice_model(desk: Desk) -> None:
    digest = desk.model.digest
    office.set_number(desk, "no_contact", 60, DAY).result()

    assert desk.model.digest == digest
    assert desk.model.lengths["no_contact"].amount == 60


@pytest.mark.parametrize("typed", ["0", "366", "-5", "ten", "1.5", "9" * 5000, "²"])
def test_a_number_out_of_bounds_is_refused_with_its_bounds(desk: Desk, typed: str) -> None:
    with pytest.raises(TeuiError) as refused:
        office.check_amount(number(desk, "no_contact").model, typed)

    assert (refused.value.code, refused.value.details["most"]) == ("office_number", 365)


def test_only_what_is_left_to_the_office_can_be_set(desk: Desk) -> None:
    for name, amount, code in (
        ("first_contact", 7, "office_number_unknown"),
        ("whim", 7, "office_number_unknown"),
        ("no_contact", 0, "office_number"),
    ):
        with pytest.raises(TeuiError) as refused:
            office.set_number(desk, name, amount, DAY)
        assert refused.value.code == code


def test_settings_keep_their_history(desk: Desk) -> None:
    office.set_decide_first(desk, True).result()
    office.set_decide_first(desk, False).result()
    office.set_language(desk, "sv").result()
    assert office.language(desk_of(desk.store)) == "sv"
    office.set_language(desk, None).result()
    with pytest.raises(TeuiError) as refused:
        office.set_language(desk, "de")

    assert refused.value.code == "office_language"
    assert (office.decide_first(desk), office.language(desk)) == (False, None)
    changes = desk.store.read().execute(
        "SELECT old, new FROM change WHERE field = 'value' AND new IN ('\"yes\"', '\"no\"')"
    )
    assert [tuple(row) for row in changes] == [("null", '"yes"'), ('"yes"', '"no"')]
