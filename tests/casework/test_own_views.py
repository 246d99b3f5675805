"""What a view of one's own holds: the filters, each by itself and together."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.casework.cases import AGREED, LINE_1, LINE_2, LINE_3, hold, take_in
from teui.casework import decision, own_views, staff, today
from teui.casework.desk import Desk
from teui.casework.own_views import EVERY_LINE, NO_LINE, Filters

PLACES = ("398", "091")


def _office(desk: Desk) -> dict[str, tuple[int, str]]:
    """Clients by name, with line (0: none) and municipality."""
    made = {}
    lines = ((LINE_1, "line_1"), (LINE_2, "line_2"), (LINE_3, "line_3"), (None, ""))
    for number, (answers, outcome) in enumerate(lines, start=1):
        for place in PLACES:
            name = f"Client{number}{place}"
            client = take_in(desk, name, municipality=place, start_channel="online")
            if answers is not None:
                held = hold(desk, client, answers, AGREED)
                decision.record(desk, held, outcome, "agrees", None).result()
            made[name] = (number % 4, place)
    return made


def test_line_and_municipality_leave_out_all_others(desk: Desk) -> None:
    office = _office(desk)
    whole = {row.uid for row in today.page(desk)}
    assert {row.uid for row in own_views.page(desk, Filters())} == whole

    @settings(max_examples=20, deadline=None)
    @given(st.sampled_from([EVERY_LINE, NO_LINE, 1, 2, 3]), st.sampled_from(["", *PLACES]))
    def holds(line: int, place: str) -> None:
        shown = own_views.page(desk, Filters(line=line, municipality=place))
        names = {row.client.partition(",")[0] for row in shown}
        assert names == {
            name
            for name, (of, at) in office.items()
            if line in {EVERY_LINE, of} and place in {"", at}
        }

    holds()


def test_another_advisers_view_holds_that_advisers_own(desk: Desk) -> None:
    _office(desk)
    other = staff.add_adviser(desk, "B. Berg", desk.team.uid).result()

    assert own_views.page(desk, Filters("adviser", other)) == ()
    mine = own_views.page(desk, Filters("mine"))
    assert mine == own_views.page(desk, Filters("adviser", desk.adviser.uid))
    assert {row.mine for row in mine} == {True}
    of_team = own_views.page(desk, Filters("team", desk.team.uid))
    assert {row.uid for row in of_team} >= {row.uid for row in own_views.page(desk, Filters())}
