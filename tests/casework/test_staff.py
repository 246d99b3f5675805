"""Teams and advisers, and who sits at the desk."""

from concurrent.futures import Future
from datetime import date
from typing import Any

import pytest

from tests.casework.cases import take_in
from teui.casework import staff, today
from teui.casework.desk import Desk, desk_anew
from teui.errors import TeuiError

DAY = date(2026, 11, 16)


def code(written: "Future[Any]") -> str:
    with pytest.raises(TeuiError) as refused:
        written.result()
    return refused.value.code


def names(desk: Desk) -> list[tuple[str, str]]:
    return [(each.name, each.team) for each in staff.load(desk).advisers]


def test_advisers_and_teams_are_added_renamed_and_moved(desk: Desk) -> None:
    south = staff.add_team(desk, "  South   side ").result()
    ek = staff.add_adviser(desk, "B. Ek", desk.team.uid).result()
    assert names(desk) == [("A. Lind", "North"), ("B. Ek", "North")]

    staff.move_adviser(desk, ek, south).result()
    staff.rename_adviser(desk, ek, "Ada Ek").result()
    staff.rename_team(desk, south, "South").result()

    found = staff.load(desk)
    assert names(desk) == [("A. Lind", "North"), ("Ada Ek", "South")]
    assert [(each.name, each.advisers) for each in found.teams] == [("North", 1), ("South", 1)]
    assert [each.here for each in found.advisers] == [True, False]


def test_names_are_there_short_and_nobody_elses(desk: Desk) -> None:
    uid, team = desk.adviser.uid, desk.team.uid

    assert code(staff.add_adviser(desk, "  ", team)) == "name_missing"
    assert code(staff.add_adviser(desk, "x" * 41, team)) == "name_long"
    assert code(staff.add_adviser(desk, "a. LIND", team)) == "name_taken"
    assert code(staff.add_adviser(desk, "B. Ek", "nowhere")) == "team_unknown"
    assert code(staff.move_adviser(desk, uid, "nowhere")) == "team_unknown"
    assert code(staff.add_team(desk, "north")) == "name_taken"
    assert code(staff.rename_adviser(desk, "nobody", "B. Ek")) == "adviser_unknown"
    staff.rename_adviser(desk, uid, "a. lind").result()
    assert names(desk) == [("a. lind", "North")]


def test_one_who_has_left_cannot_be_chosen_and_leaves_the_work_to_the_team(desk: Desk) -> None:
    ek = staff.add_adviser(desk, "B. Ek", desk.team.uid).result()
    staff.sit_down(desk, ek).result()
    theirs = desk_anew(desk)
    assert (theirs.adviser.name, theirs.clock) == ("B. Ek", desk.clock)
    take_in(theirs, start_channel="online")
    assert code(staff.leave(desk, ek, DAY)) == "adviser_here"

    staff.sit_down(theirs, desk.adviser.uid).result()
    mine = desk_anew(theirs)
    assert code(staff.leave(mine, ek, date(2026, 11, 17))) == "leaves_later"
    staff.leave(mine, ek, DAY).result()

    assert [each.name for each in staff.load(mine).present] == ["A. Lind"]
    assert code(staff.sit_down(mine, ek)) == "adviser_gone"
    assert [(row.adviser, row.mine) for row in today.page(mine, "team")] == [("B. Ek", False)]
    assert code(staff.leave(mine, mine.adviser.uid, DAY)) == "adviser_last"
    staff.come_back(mine, ek).result()
    assert len(staff.load(mine).present) == 2


def test_what_is_done_is_done_by_who_sits_at_the_desk(desk: Desk) -> None:
    ek = staff.add_adviser(desk, "B. Ek", desk.team.uid).result()
    staff.sit_down(desk, ek).result()
    take_in(desk_anew(desk))

    rows = desk.store.read().execute("SELECT kind, adviser_uid FROM act ORDER BY seq").fetchall()

    assert [tuple(row) for row in rows[-2:]] == [
        ("adviser_sat_down", desk.adviser.uid),
        ("client_taken_in", ek),
    ]
