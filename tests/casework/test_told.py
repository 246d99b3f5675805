"""The checklist of what the client was told: dated, taken back, closed with the assessment."""

from datetime import date

import pytest

from teui.casework import interview, told
from teui.casework.clients import NewClient, new_client
from teui.casework.desk import Desk
from teui.errors import TeuiError


@pytest.fixture
def draft(desk: Desk) -> str:
    client = new_client(desk, NewClient("Virtanen", "Aino", language="fi")).result()
    return interview.begin(desk, client).result()


def _days(desk: Desk, draft: str, outcome: str | None = None) -> dict[str, date | None]:
    return {each.item.id: each.told_on for each in told.load(desk, draft, outcome)}


def test_what_was_told_has_its_day_and_can_be_taken_back(desk: Desk, draft: str) -> None:
    today = desk.clock.today()
    assert told.tell(desk, draft, "rights", told=True).result() == today
    assert _days(desk, draft, "line_2")["rights"] == today

    assert told.tell(desk, draft, "rights", told=False).result() is None
    assert _days(desk, draft, "line_2")["rights"] is None
    assert interview.load(desk, draft).told == {}

    told.tell(desk, draft, "rights", told=True).result()
    assert interview.load(desk, draft).told == {"rights": today}


def test_the_list_follows_what_is_possible(desk: Desk, draft: str) -> None:
    assert "end_line_2" not in _days(desk, draft)
    assert "end_line_2" in _days(desk, draft, "line_2")

    interview.save_answer(desk, draft, "residence.basis", "answered", "permit_restricted").result()

    assert list(_days(desk, draft)) == ["not_registered", "where_to_turn"]


def test_taking_back_what_was_never_told_changes_nothing(desk: Desk, draft: str) -> None:
    assert told.tell(desk, draft, "rights", told=False).result() is None
    assert interview.load(desk, draft).told == {}


def test_an_item_that_is_not_on_the_list_is_refused(desk: Desk, draft: str) -> None:
    with pytest.raises(TeuiError, match="told_unknown"):
        told.tell(desk, draft, "weather", told=True).result()


def test_an_assessment_that_is_not_there_is_refused(desk: Desk) -> None:
    with pytest.raises(TeuiError, match="assessment_unknown"):
        told.tell(desk, "none", "rights", told=True).result()
