"""Taking in clients and finding them."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import FOUNDERS
from teui.casework.clients import NewClient, check_new, find, header, like, new_client, opened
from teui.casework.desk import Desk, desk_of, make_store
from teui.casework.names import listed_name, name_sort
from teui.clock import Clock
from teui.errors import TeuiError
from teui.store.unit import Unit

AINO = NewClient(
    "Virtanen",
    "Aino Maria",
    identity_code="010190-999w",
    phones=("040 123 4567",),
    email="aino.v@mail.example",
    language="fi",
)


def _names(desk: Desk, text: str) -> list[str]:
    return [row.name for row in find(desk, text)]


def _colleague(desk: Desk, *, same_team: bool) -> Desk:
    """The desk of another adviser, sitting at the same store."""

    def hire(unit: Unit) -> tuple[str, str]:
        team = desk.team.uid if same_team else unit.insert("team", name="South")
        return unit.insert("adviser", name="B. Ek", login="bek", team_uid=team), team

    uid, team = desk.store.writer.submit("test", hire).result()
    adviser = replace(desk.adviser, uid=uid, name="B. Ek")
    return replace(desk, adviser=adviser, team=replace(desk.team, uid=team))


def test_a_new_client_has_a_customership_of_this_adviser_from_today(desk: Desk) -> None:
    uid = new_client(desk, AINO).result()

    head = header(desk, uid)
    [row] = find(desk, "virt")
    assert (head.name, head.birth_year, head.line, head.draft_uid) == (
        "Virtanen, Aino",
        1990,
        None,
        None,
    )
    assert (row.uid, row.birth_date, row.mine, row.adviser, row.team, row.phone_end) == (
        uid,
        date(1990, 1, 1),
        True,
        "A. Lind",
        "North",
        "4567",
    )
    [customership] = desk.store.read().execute("SELECT * FROM customership").fetchall()
    assert (customership["uid"], customership["start_date"]) == (
        head.customership_uid,
        "2026-11-16",
    )


@pytest.mark.parametrize(
    "text",
    [
        "virtanen",
        "VIRT",
        "aino virt",
        "mari",
        "aino.v@mail",
        "010190",
        "010190-9",
        "010190-999W",
        "4567",
        "67",
        "040 123 4567",
        "+358 40 123",
        "+358401234567",
        "0401234567",
    ],
)
def test_a_client_is_found_by(desk: Desk, text: str) -> None:
    new_client(desk, AINO).result()
    new_client(desk, NewClient("Lahti", "Väinö", phones=("050 765 4321",))).result()

    expected = [] if text == "+358 40 123" else ["Virtanen, Aino"]
    assert _names(desk, text) == expected


@pytest.mark.parametrize("text", ["xyz", "irtanen", "9999", '""', "virt*en", "--", "a OR b", "''"])
def test_what_fits_nobody_finds_nobody(desk: Desk, text: str) -> None:
    new_client(desk, AINO).result()

    assert _names(desk, text) == []


def test_accents_need_not_be_typed_and_a_changed_name_is_found_at_once(desk: Desk) -> None:
    uid = new_client(desk, NewClient("Åberg", "Sofia")).result()
    assert _names(desk, "aberg") == ["Åberg, Sofia"]

    desk.store.writer.submit(
        "test", lambda unit: unit.update("client", uid, None, family_name="Öhman")
    ).result()

    assert (_names(desk, "öhm"), _names(desk, "aberg")) == (["Öhman, Sofia"], [])


def test_own_clients_come_first_then_the_teams_then_others(desk: Desk) -> None:
    for whose, given in (
        (_colleague(desk, same_team=False), "Aada"),
        (_colleague(desk, same_team=True), "Bertta"),
        (desk, "Cecilia"),
        (desk, "Åsa"),
        (desk, "Zelda"),
    ):
        new_client(whose, NewClient("Niemi", given)).result()

    assert _names(desk, "niemi") == [
        f"Niemi, {n}" for n in ("Cecilia", "Zelda", "Åsa", "Bertta", "Aada")
    ]


def test_ones_own_client_is_found_however_many_others_fit(desk: Desk) -> None:
    new_client(desk, NewClient("Virtanen", "Zelda")).result()
    colleague = _colleague(desk, same_team=True)

    def crowd(unit: Unit) -> None:
        for number in range(510):
            client = unit.insert(
                "client",
                handle=f"h{number}",
                family_name="Virtanen",
                given_names="Aada",
                name_sort="virtanen aada",
            )
            unit.insert(
                "customership",
                client_uid=client,
                adviser_uid=colleague.adviser.uid,
                team_uid=colleague.team.uid,
                start_date=unit.today,
            )

    desk.store.writer.submit("test", crowd).result()

    found = find(desk, "virt")
    assert (found[0].name, found[0].mine, len(found)) == ("Virtanen, Zelda", True, 50)
    assert not any(row.mine for row in found[1:])


def test_fewer_than_two_letters_show_ones_own_the_latest_first(desk: Desk) -> None:
    new_client(_colleague(desk, same_team=True), NewClient("Ek", "Bo")).result()
    for name in ("Aho", "Berg"):
        new_client(desk, NewClient(name, "Eino")).result()

    assert _names(desk, "") == _names(desk, " b ") == ["Berg, Eino", "Aho, Eino"]


def test_the_same_identity_code_is_the_same_person(desk: Desk) -> None:
    uid = new_client(desk, AINO).result()
    again = NewClient("Virtonen", "Aino", identity_code="010190-999W")

    [fault] = check_new(desk, again)

    assert (fault.field, fault.error.code) == ("identity_code", "client_exists")
    assert fault.error.details == {"handle": header(desk, uid).handle}
    with pytest.raises(TeuiError, match="client_exists"):
        new_client(desk, again)


def test_a_race_for_the_same_identity_code_is_lost_by_the_second(desk: Desk) -> None:
    first, second = (new_client(desk, AINO) for _ in range(2))

    first.result()
    with pytest.raises(TeuiError, match="client_exists"):
        second.result()


def test_a_likely_double_is_a_warning(desk: Desk) -> None:
    new_client(desk, AINO).result()

    same_phone = NewClient("Niemi", "Olli", phones=("+358 (40) 1234567",))
    same_name = NewClient("virtanen", "Aino Maria", birth_date=date(1990, 1, 1))
    both = replace(same_name, phones=same_phone.phones)
    for new in (same_phone, same_name, both):
        assert [row.name for row in like(desk, new)] == ["Virtanen, Aino"]
        assert check_new(desk, new) == ()
    assert like(desk, NewClient("Virtanen", "Aino Maria", phones=("040 123 456",))) == ()


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"family_name": " "}, "family_name", "client_name_missing"),
        ({"family_name": "x" * 201}, "family_name", "client_text_long"),
        ({"identity_code": "010190-999Y"}, "identity_code", "client_identity_code"),
        ({"identity_code": "310290-999K"}, "identity_code", "client_identity_code"),
        ({"identity_code": "010199A9997"}, "identity_code", "client_identity_code"),
        ({"birth_date": date(1990, 1, 2)}, "birth_date", "client_birth_differs"),
        (
            {"birth_date": date(2026, 11, 17), "identity_code": None},
            "birth_date",
            "client_born_later",
        ),
        ({"phones": ("12",)}, "phones", "client_phone"),
        ({"phones": ("call her",)}, "phones", "client_phone"),
        ({"email": "aino"}, "email", "client_email"),
        ({"municipality": "Tampere"}, "municipality", "client_municipality"),
        ({"language": "Finnish"}, "language", "client_language"),
        ({"service_language": "de"}, "service_language", "client_code"),
        ({"interpreter": "maybe"}, "interpreter", "client_code"),
        ({"start_channel": "letter"}, "start_channel", "client_code"),
        ({"start_date": date(2026, 11, 17)}, "start_date", "client_start_later"),
    ],
)
def test_what_is_typed_wrong_is_named(
    desk: Desk, changes: dict[str, object], field: str, code: str
) -> None:
    [fault] = check_new(desk, replace(AINO, **changes))  # type: ignore[arg-type]

    assert (fault.field, fault.error.code) == (field, code)


def test_a_real_store_refuses_invented_identity_codes(tmp_path: Path, clock: Clock) -> None:
    with make_store(tmp_path / "real.db", "real", FOUNDERS, clock) as store:
        [fault] = check_new(desk_of(store), AINO)

    assert fault.error.code == "client_test_code"


def test_an_unknown_client_is_named(desk: Desk) -> None:
    with pytest.raises(TeuiError, match="client_unknown"):
        header(desk, "nobody")


def test_names_sort_as_in_finnish() -> None:
    names = ["Ahö", "Aho", "Øster", "Zorn", "Åberg", "Äijö", "Öhman", "Müller", "Mäki", "Mylly"]

    ordered = sorted(names, key=lambda name: name_sort(name, ""))

    assert ordered == [
        *("Aho", "Ahö", "Müller", "Mylly", "Mäki"),
        *("Zorn", "Åberg", "Äijö", "Öhman", "Øster"),
    ]


def test_the_name_in_use_is_the_one_listed() -> None:
    assert listed_name("Virtanen", "Aino Maria") == "Virtanen, Aino"
    assert listed_name("Virtanen", "Aino Maria", "Maija") == "Virtanen, Maija"
    assert listed_name("Suharto", "") == "Suharto"


def test_opening_a_client_is_noted_and_standing_in_a_list_is_not(desk: Desk) -> None:
    uid = new_client(desk, NewClient("Virtanen", "Aino")).result()
    find(desk, "virt")

    opened(desk, uid).result()

    rows = desk.store.read().execute("SELECT client_uid, adviser_uid FROM view_log").fetchall()
    assert [(row["client_uid"], row["adviser_uid"]) for row in rows] == [(uid, desk.adviser.uid)]
