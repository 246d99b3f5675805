"""What is typed in the form, and the facts that it stands for."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teui.casework.client_echo import echoes
from teui.casework.client_fields import (
    FIELDS,
    begun_with,
    facts_of,
    is_sure,
    merge,
    typed_of,
)
from teui.casework.new_client import NewClient, shown_phone, usual_phone
from teui.practice.municipalities import load_municipalities
from teui.practice.texts import load_texts

TODAY = date(2026, 11, 16)
WORDS = st.text("abcåäö -'", max_size=12).map(str.strip)
OPTIONAL = WORDS.map(lambda text: text or None)
PHONES = st.sampled_from(
    ["+358401234567", "+358505551234", "+46812345678", "+3585012345", "+12125551234", "+35894711"]
)
FACTS = st.builds(
    NewClient,
    family_name=WORDS,
    given_names=WORDS,
    call_name=OPTIONAL,
    identity_code=st.sampled_from([None, "010190-999W"]),
    birth_date=st.none() | st.dates(date(1900, 1, 1), date(2030, 1, 1)),
    phones=st.lists(PHONES, max_size=3, unique=True).map(tuple),
    email=st.sampled_from([None, "aino@mail.example"]),
    municipality=st.none() | st.sampled_from(sorted(load_municipalities().names)),
    language=st.sampled_from([None, "fi", "so", "smn"]),
    service_language=st.sampled_from([None, "fi", "sv", "en"]),
    interpreter=st.sampled_from([None, "yes", "no"]),
    safety_note=OPTIONAL,
    start_date=st.none() | st.dates(date(1900, 1, 1), date(2030, 1, 1)),
    start_channel=st.sampled_from([None, "online", "office"]),
)
TYPED = st.dictionaries(st.sampled_from(FIELDS), st.sampled_from(["", "a", "b", "Espoo", "Esbo"]))


@given(FACTS, st.sampled_from(["fi", "sv", "en"]))
def test_what_would_be_typed_stands_for_the_same_facts(facts: NewClient, language: str) -> None:
    again, faults = facts_of(typed_of(facts, language), TODAY)

    usual = tuple(usual_phone(phone) or phone for phone in again.phones)
    assert replace(again, phones=usual) == facts
    assert faults == {}


@given(TYPED, TYPED, TYPED)
def test_in_a_merge_no_change_of_either_is_lost_without_a_word(
    base: dict[str, str], mine: dict[str, str], theirs: dict[str, str]
) -> None:
    merged = merge(base, mine, theirs)

    for name in FIELDS:
        before, own, other = (each.get(name, "") for each in (base, mine, theirs))
        if own == before:
            assert merged.typed[name] == other
        elif name not in merged.clashes:
            assert merged.typed[name] == own or {own, before} == {"Espoo", "Esbo"}
        assert (name in merged.clashes) <= (own not in (before, other) and other != before)


@given(TYPED, TYPED)
def test_where_nobody_else_changed_anything_all_of_mine_stays(
    base: dict[str, str], mine: dict[str, str]
) -> None:
    merged = merge(base, mine, base)

    own = {name: mine.get(name, "") for name in FIELDS}
    named = "municipality"
    assert {**merged.typed, named: ""} == {**own, named: ""}
    assert merged.clashes == ()


def test_a_municipality_named_in_another_language_is_no_change() -> None:
    base, theirs = {"municipality": "Espoo"}, {"municipality": "Esbo"}

    assert merge(base, {"municipality": "Vantaa"}, theirs).clashes == ()
    assert merge(base, {"municipality": "Vantaa"}, {"municipality": "Vanda"}).clashes == ()
    assert merge(base, {"municipality": "Vantaa"}, {"municipality": "Turku"}).clashes == (
        "municipality",
    )


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("", {}),
        ("virtanen", {"family_name": "Virtanen"}),
        ("Virtanen, aino maria", {"family_name": "Virtanen", "given_names": "Aino Maria"}),
        ("McDonald Aino", {"family_name": "McDonald", "given_names": "Aino"}),
        ("040 123", {"phones": "040 123"}),
        ("+358 40 123", {"phones": "+358 40 123"}),
        ("aino@mail.example", {"email": "aino@mail.example"}),
        ("010190-999w", {"identity_code": "010190-999W"}),
    ],
)
def test_a_search_text_begins_the_form(text: str, typed: dict[str, str]) -> None:
    assert begun_with(text) == typed


@pytest.mark.parametrize(
    ("name", "unsure", "sure"),
    [
        ("identity_code", ["0", "010190", "010190-", "010190-99"], ["010190-999X", "x", "01.01"]),
        ("birth_date", ["1", "17.2.", "17.2.19"], ["31.2.1990", "2026-02-31"]),
        ("phones", ["0", "040 12"], ["17.2.1990", "call"]),
        ("email", ["aino", "aino@", "aino@mail"], ["17.2.1990", "a@b@", "a b"]),
        ("municipality", ["tamp", "pyhäj", "8"], ["tampx", "999"]),
        ("language", ["s", "finnis"], ["finnishx", "1"]),
        ("family_name", [], ["x" * 201]),
    ],
)
def test_a_fault_is_said_as_soon_as_it_is_sure(
    name: str, unsure: list[str], sure: list[str]
) -> None:
    assert [text for text in unsure if is_sure(name, text)] == []
    assert [text for text in sure if not is_sure(name, text)] == []


@given(st.sampled_from(FIELDS), st.text(max_size=12))
def test_whatever_is_typed_can_be_looked_at(name: str, text: str) -> None:
    facts, _ = facts_of({name: text}, TODAY)

    assert is_sure(name, text) in (True, False)
    assert isinstance(echoes(load_texts("fi"), {name: text}, TODAY), dict)
    assert all(usual_phone(phone) is None or phone for phone in facts.phones)


def test_a_field_says_how_it_is_understood() -> None:
    typed = {
        "identity_code": "010190-999W",
        "birth_date": "1.1.1990",
        "municipality": "jyvaskyla",
        "language": "somali",
        "start_date": "+0",
    }

    assert echoes(load_texts("en"), typed, TODAY) == {
        "identity_code": "born 1.1.1990",
        "birth_date": "Mon 1.1.1990",
        "municipality": "179 Jyväskylä",
        "language": "Somali",
        "start_date": "Mon 16.11.2026",
    }
    assert echoes(load_texts("sv"), {"municipality": "tamper"}, TODAY) == {
        "municipality": "837 Tammerfors"
    }
    assert echoes(load_texts("en"), {"municipality": "pyhä"}, TODAY) == {
        "municipality": "Pyhäjoki, Pyhäjärvi, Pyhäntä, Pyhäranta"
    }
    assert echoes(load_texts("en"), {"language": "xx", "birth_date": "99"}, TODAY) == {}


def test_numbers_are_shown_as_they_are_dialled() -> None:
    assert shown_phone("+358401234567") == "040 1234567"
    assert shown_phone("+46812345678") == "+46 8 123 456 78"
    assert shown_phone("12") == "12"


@pytest.mark.parametrize(
    "typed",
    ["17.2.1990", "17.2.90", "1.1.", "1990-02-17", "010190-9999", "", "call", "040 FLOWERS"],
)
def test_a_day_is_no_telephone_number(typed: str) -> None:
    assert usual_phone(typed) is None


@pytest.mark.parametrize("typed", ["040 123 4567", "040-1234567", "040.123.4567", "(09) 4711 00"])
def test_numbers_are_taken_as_people_write_them(typed: str) -> None:
    assert usual_phone(typed) is not None


@pytest.mark.parametrize("typed", ["1.5.88", "31.2.1990"])
def test_a_date_of_birth_wants_its_whole_year(typed: str) -> None:
    facts, faults = facts_of({"birth_date": typed, "start_date": ""}, TODAY)
    assert facts.birth_date is None
    assert faults["birth_date"].code == "typed_birth_date"
    assert "17.2.1990" in load_texts("en").error(faults["birth_date"])
