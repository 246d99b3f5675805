from teui.casework import unfinished
from teui.casework.desk import Desk, desk_of


def test_an_unfinished_text_waits_at_its_place(desk: Desk) -> None:
    unfinished.keep(desk, "new_client", "Virt").result()
    unfinished.keep(desk, "plan", "nurse").result()
    unfinished.keep(desk, "new_client", "Virtanen").result()

    assert unfinished.load(desk_of(desk.store)) == {"new_client": "Virtanen", "plan": "nurse"}


def test_a_finished_one_is_forgotten_and_leaves_no_history(desk: Desk) -> None:
    unfinished.keep(desk, "plan", "nurse").result()
    unfinished.keep(desk, "plan", "").result()

    assert unfinished.load(desk) == {}
    kept = desk.store.read().execute("SELECT old, new FROM change").fetchall()
    assert "nurse" not in str([tuple(row) for row in kept])
