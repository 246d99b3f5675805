"""Changing what is known of a client."""

from dataclasses import replace
from datetime import date

import pytest

from tests.casework.cases import at, hold, take_in
from teui.casework.client_check import look
from teui.casework.client_fields import typed_of
from teui.casework.clients import NewClient, find, new_client
from teui.casework.desk import Desk
from teui.casework.edit_client import Known, changed, check_edit, edit, load, settled
from teui.casework.interview import load as load_draft
from teui.casework.interview import save_answer
from teui.errors import StoreError, TeuiError
from teui.store.unit import Unit

AINO = NewClient(
    "Virtanen",
    "Aino Maria",
    identity_code="010190-999W",
    phones=("040 123 4567", "+46 8 123 456 78"),
    email="aino.v@mail.example",
    municipality="837",
    language="so",
    service_language="sv",
    interpreter="yes",
    safety_note="dog in the yard",
    start_date=date(2026, 11, 10),
    start_channel="online",
)


@pytest.fixture
def known(desk: Desk) -> Known:
    return load(desk, new_client(desk, AINO).result())


def _change(desk: Desk, known: Known, **changes: object) -> None:
    facts = settled(replace(known.facts, **changes), known)  # type: ignore[arg-type]
    edit(desk, known, facts).result()


def test_what_was_taken_in_is_known_to_the_last_field(desk: Desk, known: Known) -> None:
    expected = replace(AINO, birth_date=date(1990, 1, 1), phones=("+358401234567", "+46812345678"))
    assert known.facts == expected
    assert known.name == "Virtanen, Aino"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("family_name", "Öhman"),
        ("given_names", "Aino Kaarina"),
        ("call_name", "Maria"),
        ("identity_code", "020290-999B"),
        ("phones", ()),
        ("phones", ("050 765 4321",)),
        ("email", None),
        ("municipality", "091"),
        ("language", "fi"),
        ("service_language", "fi"),
        ("interpreter", "no"),
        ("safety_note", None),
        ("start_date", date(2026, 11, 2)),
        ("start_channel", "office"),
    ],
)
def test_a_changed_field_is_saved_and_the_others_stay(
    desk: Desk, known: Known, field: str, value: object
) -> None:
    facts = settled(replace(known.facts, **{field: value}), known)  # type: ignore[arg-type]
    found = check_edit(desk, known, facts)
    if found:
        pytest.fail(str(found))

    edit(desk, known, facts).result()

    assert load(desk, known.uid).facts == facts
    others = {"birth_date"} if field == "identity_code" else set()
    assert changed(known, facts) == {field} | others


def test_a_changed_name_is_found_and_listed_anew(desk: Desk, known: Known) -> None:
    _change(desk, known, family_name="Åberg")

    assert [row.name for row in find(desk, "aberg")] == ["Åberg, Aino"]
    assert find(desk, "virt") == ()


def test_nothing_changed_leaves_no_act(desk: Desk, known: Known) -> None:
    acts = "SELECT count(*) FROM act"
    before = desk.store.read().execute(acts).fetchall()[0][0]

    _change(desk, known)

    assert desk.store.read().execute(acts).fetchall()[0][0] == before


def test_an_edit_from_elsewhere_is_never_written_over(desk: Desk, known: Known) -> None:
    _change(desk, known, email="elsewhere@mail.example")

    with pytest.raises(StoreError, match="changed_elsewhere"):
        _change(desk, known, email="here@mail.example")

    assert load(desk, known.uid).facts.email == "elsewhere@mail.example"


def test_an_answer_of_the_interview_is_never_written_over(desk: Desk, known: Known) -> None:
    draft = hold(desk, known.uid)
    stale = load(desk, known.uid)
    save_answer(desk, draft, "contact.interpreter", "answered", "no").result()

    with pytest.raises(StoreError, match="changed_elsewhere"):
        _change(desk, stale, interpreter=None)

    assert load(desk, known.uid).facts.interpreter == "no"


def test_the_interview_shows_what_was_edited(desk: Desk, known: Known) -> None:
    draft = hold(desk, known.uid)
    _change(
        desk,
        load(desk, known.uid),
        language="uk",
        interpreter="no",
        start_date=date(2026, 11, 5),
        start_channel="office",
    )

    answers = load_draft(desk, draft).answers
    shown = {question: answers[question].value for question in answers}
    assert {
        "contact.language": "uk",
        "contact.interpreter": "no",
        "start.date": date(2026, 11, 5),
        "start.channel": "office",
    }.items() <= shown.items()


def test_follow_ups_move_with_the_start(desk: Desk, known: Known) -> None:
    due = "SELECT due FROM follow_up WHERE rule = 'first_contact'"
    [before] = desk.store.read().execute(due).fetchall()

    _change(desk, known, start_date=date(2026, 11, 3))

    [after] = desk.store.read().execute(due).fetchall()
    assert (before["due"], after["due"]) == ("2026-11-24", "2026-11-17")


def test_with_another_identity_code_the_day_of_birth_is_that_of_the_code(
    desk: Desk, known: Known
) -> None:
    _change(desk, known, identity_code="020290-999b")

    facts = load(desk, known.uid).facts
    assert (facts.identity_code, facts.birth_date) == ("020290-999B", date(1990, 2, 2))


def test_a_day_of_birth_that_differs_from_the_code_is_refused(desk: Desk, known: Known) -> None:
    facts = settled(replace(known.facts, birth_date=date(1990, 1, 2)), known)

    [fault] = check_edit(desk, known, facts)

    assert (fault.field, fault.error.code) == ("birth_date", "client_birth_differs")


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"family_name": ""}, "family_name", "client_name_missing"),
        ({"phones": ("17.2.1990",)}, "phones", "client_phone"),
        ({"email": "17.2.1990"}, "email", "client_email"),
        ({"municipality": "Tampera"}, "municipality", "client_municipality"),
        ({"start_date": None}, "start_date", "client_start_missing"),
        ({"start_date": date(2026, 11, 17)}, "start_date", "client_start_later"),
    ],
)
def test_what_is_typed_wrong_is_named_and_not_saved(
    desk: Desk, known: Known, changes: dict[str, object], field: str, code: str
) -> None:
    facts = settled(replace(known.facts, **changes), known)  # type: ignore[arg-type]

    [fault] = check_edit(desk, known, facts)
    assert (fault.field, fault.error.code) == (field, code)
    with pytest.raises(TeuiError, match=code):
        edit(desk, known, facts)


def test_the_identity_code_of_another_client_is_the_same_person(desk: Desk, known: Known) -> None:
    other = load(desk, take_in(desk, "Niemi"))
    facts = settled(replace(other.facts, identity_code="010190-999W"), other)

    [fault] = check_edit(desk, other, facts)

    assert (fault.error.code, fault.error.details) == ("client_exists", {"handle": known.handle})
    assert check_edit(desk, known, settled(known.facts, known)) == ()


def test_a_race_for_an_identity_code_is_lost_by_the_second(desk: Desk) -> None:
    first, second = (load(desk, take_in(desk, name)) for name in ("Aho", "Berg"))
    facts = [
        settled(replace(one.facts, identity_code="010190-999W"), one) for one in (first, second)
    ]
    written = [edit(desk, one, new) for one, new in zip((first, second), facts, strict=True)]

    written[0].result()
    with pytest.raises(TeuiError, match="client_exists"):
        written[1].result()


def test_what_is_old_and_was_not_touched_does_not_keep_one_from_saving(
    desk: Desk, known: Known
) -> None:
    """A municipality that has merged, a number that nobody can dial: they wait for who knows."""

    def age(unit: Unit) -> None:
        unit.update("client", known.uid, None, municipality="588", phones=["12"])

    desk.store.writer.submit("test", age).result()
    old = load(desk, known.uid)

    _change(desk, old, email="new@mail.example")

    facts = load(desk, known.uid).facts
    assert (facts.municipality, facts.phones, facts.email) == ("588", ("12",), "new@mail.example")


def test_one_is_not_like_oneself_but_another_is_shown(desk: Desk, known: Known) -> None:
    typed = typed_of(known.facts, "fi")
    assert look(desk, typed, known).like == ()

    other = load(desk, take_in(desk, "Niemi"))
    looked = look(desk, {**typed_of(other.facts, "fi"), "phones": "0401234567"}, other)

    assert [row.uid for row in looked.like] == [known.uid]
    assert (dict(looked.faults), looked.same, set(looked.changed)) == ({}, None, {"phones"})


def test_the_same_identity_code_names_whom_to_open(desk: Desk, known: Known) -> None:
    looked = look(desk, {"family_name": "Wirtanen", "identity_code": "010190-999w"})

    assert looked.same == known.uid
    assert looked.faults["identity_code"].code == "client_exists"


def test_an_edit_on_a_later_day_brings_the_follow_ups_up_to_that_day(
    desk: Desk, known: Known
) -> None:
    later = at(desk, "2026-11-20")
    stale = load(later, known.uid)

    _change(later, stale, start_date=date(2026, 11, 18))

    [row] = (
        desk.store.read()
        .execute("SELECT due FROM follow_up WHERE rule = 'first_contact'")
        .fetchall()
    )
    assert row["due"] == "2026-12-02"
