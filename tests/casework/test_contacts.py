"""A contact logged by hand does what any contact does."""

import pytest

from tests.casework.cases import take_in
from teui.casework import clients, contacts, today
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
