"""A contact logged by hand does what any contact does."""

import pytest

from tests.casework.cases import take_in
from teui.casework import clients, contacts, today, undo
from teui.casework.desk import Desk
from teui.casework.followups import ContactDone
from teui.errors import TeuiError


def _due(desk: Desk) -> list[str]:
    return [row.rule for row in today.page(desk)]


def _stored(desk: Desk) -> list[tuple[object, ...]]:
    rows = desk.store.read().execute("SELECT kind, channel, reached, note, day FROM contact")
    return [tuple(row) for row in rows]


def test_one_that_reached_the_client_closes_the_first_contact(desk: Desk) -> None:
    client = take_in(desk, start_channel="online")
    assert _due(desk) == ["first_contact"]

    contacts.log(desk, client, ContactDone("first", "phone", reached=False)).result()
    assert _due(desk) == ["first_contact"]

    contacts.log(desk, client, ContactDone("first", "phone", reached=True)).result()
    assert _due(desk) == []


def test_its_line_is_kept_and_an_empty_one_is_none(desk: Desk) -> None:
    client = take_in(desk)
    contacts.log(desk, client, ContactDone("other", "video", True, " sent the form ")).result()
    contacts.log(desk, client, ContactDone("by_client", "online", True, "  ")).result()

    day = desk.clock.today().isoformat()
    assert _stored(desk) == [
        ("other", "video", 1, "sent the form", day),
        ("by_client", "online", 1, None, day),
    ]


def test_somebody_unknown_is_said(desk: Desk) -> None:
    with pytest.raises(TeuiError) as caught:
        contacts.log(desk, "nobody", ContactDone("other", "phone", reached=True)).result()
    assert caught.value.code == "client_unknown"
    assert clients.find(desk, "") == ()


@pytest.mark.parametrize(
    ("step", "promised"),
    [
        ("! calls the school", ("calls the school", "2026-11-16")),
        ("calls the school fri", ("calls the school", "2026-11-20")),
        ("comes on Friday with the papers", ("comes on Friday with the papers", "2026-11-20")),
        ("soittaa kouluun 23.11.", ("soittaa kouluun", "2026-11-23")),
        ("thinks about it", None),
        ("  ", None),
    ],
)
def test_a_next_step_with_a_mark_or_a_day_becomes_a_follow_up(
    desk: Desk, step: str, promised: tuple[str, str] | None
) -> None:
    client = take_in(desk)

    made = ContactDone("other", "phone", True, outcome="new_step", next_step=step)
    contacts.log(desk, client, made).result()

    rows = desk.store.read().execute("SELECT outcome, next_step FROM contact").fetchall()
    assert [tuple(row) for row in rows] == [("new_step", step.strip() or None)]
    by_hand = [
        (row.params["text"], row.due.isoformat())
        for row in today.page(desk, "mine")
        if row.rule == "by_hand"
    ]
    assert by_hand == ([promised] if promised else [])
    undo.undo(desk).result()
    assert today.page(desk, "mine") == ()
    assert _stored(desk) == []


@pytest.mark.parametrize(
    ("contact", "code"),
    [
        (ContactDone("other", "phone", True, outcome="no_answer"), "contact_outcome"),
        (ContactDone("other", "phone", False, outcome="as_planned"), "contact_outcome"),
        (ContactDone("other", "phone", True, next_step="!"), "follow_up_empty"),
        (ContactDone("other", "phone", True, next_step="! call 1.1.2026"), "follow_up_past"),
    ],
)
def test_what_cannot_be_is_refused_whole(desk: Desk, contact: ContactDone, code: str) -> None:
    client = take_in(desk)

    with pytest.raises(TeuiError) as caught:
        contacts.log(desk, client, contact).result()

    assert caught.value.code == code
    assert _stored(desk) == []
