"""Today's views: whose, from when to when, and that every count opens its list."""

from datetime import date, timedelta

import pytest

from tests.casework.cases import AGREED, LINE_1, at, hold, take_in
from teui.casework import decision, today
from teui.casework.desk import Desk
from teui.errors import TeuiError
from teui.store.unit import Unit

MONDAY = date(2026, 11, 16)


@pytest.fixture
def full(desk: Desk) -> Desk:
    """Rows of three owners, from two weeks ago to ten weeks ahead.

    Named by owner and day: `me-3` is the adviser's own, due three days before Monday 16.11.2026.
    """
    client = take_in(desk)

    def write(unit: Unit) -> None:
        other_team = unit.insert("team", name="South")
        mate = unit.insert("adviser", name="B. Mate", login="b", team_uid=desk.team.uid)
        stranger = unit.insert("adviser", name="C. Far", login="c", team_uid=other_team)
        [case] = unit.rows("SELECT uid FROM customership WHERE client_uid = ?", client)
        owners = {
            "me": (desk.adviser.uid, desk.team.uid),
            "team": (None, desk.team.uid),
            "mate": (mate, desk.team.uid),
            "far": (stranger, other_team),
        }
        for owner, (adviser, team) in owners.items():
            for days in (-14, -3, 0, 1, 6, 7, 30, 31, 70):
                unit.insert(
                    "follow_up",
                    cause=f"test:{owner}{days:+}",
                    rule="plan_review",
                    subject_uid=f"{owner}{days:+}",
                    fact="1",
                    client_uid=client,
                    customership_uid=case["uid"],
                    adviser_uid=adviser,
                    team_uid=team,
                    window_from=MONDAY,
                    due=MONDAY + timedelta(days=days),
                    act_on=MONDAY + timedelta(days=days),
                    state="open",
                    params={},
                    source="test",
                )

    desk.store.writer.submit("test", write).result()
    return desk


def _named(desk: Desk, view: str) -> set[str]:
    return {row.subject_uid for row in today.page(desk, view)}


def _days(*owners: str, days: tuple[int, ...]) -> set[str]:
    return {f"{owner}{day:+}" for owner in owners for day in days}


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        ("own", _days("me", "team", days=(-14, -3, 0, 1, 6, 7, 30))),
        ("overdue", _days("me", "team", days=(-14, -3))),
        ("today", _days("me", "team", days=(0,))),
        ("week", _days("me", "team", days=(0, 1, 6))),
        ("coming", _days("me", "team", days=(1, 6, 7, 30))),
        ("mine", _days("me", days=(-14, -3, 0, 1, 6, 7, 30))),
        ("team", _days("me", "team", "mate", days=(-14, -3, 0, 1, 6, 7, 30))),
        ("silent", set()),
        ("ending", set()),
        ("interviews", set()),
        ("drafts", set()),
    ],
)
def test_a_view_holds_what_its_name_says(full: Desk, view: str, expected: set[str]) -> None:
    assert _named(full, view) == expected
    assert today.counts(full)[view] == len(expected), "a count opens its list"
    assert today.count(full, view) == len(expected)


def test_the_page_goes_by_day_and_can_be_cut(full: Desk) -> None:
    rows = today.page(full)
    assert [row.act_on for row in rows] == sorted(row.act_on for row in rows)
    assert [row.grade for row in rows] == ["overdue"] * 4 + ["due"] * 2 + ["coming"] * 8
    assert today.page(full, "own", 5, 3) == rows[3:8]


def test_the_week_ends_on_sunday(full: Desk) -> None:
    assert _named(at(full, "2026-11-22"), "week") == _days("me", "team", days=(6,))


def test_the_views_by_rule(desk: Desk) -> None:
    client = take_in(desk, "Online", start_channel="online")
    hold(desk, take_in(desk, "Draft"), LINE_1)
    uid = hold(desk, take_in(desk, "Decided"), LINE_1, AGREED)
    decision.record(desk, uid, "line_1", "agrees", None).result()
    assert [row.client_uid for row in today.page(desk, "interviews")][-1:] == [client]
    assert [row.client for row in today.page(desk, "interviews")] == [
        "Decided, Aino",
        "Online, Aino",
    ]
    assert [row.client for row in today.page(desk, "drafts")] == ["Draft, Aino"]
    assert today.page(desk, "silent") == ()
    # 90 days after the decision is Sunday 14.2.2027.
    [silent] = today.page(at(desk, "2027-02-12"), "silent")
    assert (silent.client, silent.moved, silent.grade) == ("Decided, Aino", True, "due")
    assert (silent.act_on, silent.due) == (date(2027, 2, 12), date(2027, 2, 14))


def test_a_view_that_is_none_is_refused(desk: Desk) -> None:
    with pytest.raises(TeuiError, match="view_unknown"):
        today.page(desk, "nonsense")


def test_no_statement_looks_for_more_rules_than_it_has_room_for(desk: Desk) -> None:
    from teui.store.hot.today import MOST_RULES

    assert all(len(names) <= MOST_RULES for names in desk.model.follow_ups.views.values())
