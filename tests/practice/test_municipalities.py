"""The list of municipalities, and what is typed for one."""

from pathlib import Path

import pytest

from teui.errors import DataFault
from teui.practice.files import data_folder
from teui.practice.municipalities import load_municipalities, read_municipalities


def test_the_list_is_that_of_2026() -> None:
    known = load_municipalities()

    assert (known.year, len(known.names)) == (2026, 308)
    # Pertunmaa, Valtimo and Honkajoki have merged; Raasepori came in 2009.
    assert not {"588", "911", "099"} & known.names.keys()
    assert known.name("710", "sv") == "Raseborg"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("837", "837"),
        ("Tampere", "837"),
        ("tammerfors", "837"),
        (" tampe ", "837"),
        ("jyvaskyla", "179"),
        ("Kemi", "240"),
        ("Ii", "139"),
        ("st michel", "491"),
        ("s:t michel", "491"),
        ("st mich", "491"),
        ("Letala", "400"),
        ("mänttä", "508"),
        ("pyhäj", None),
        ("999", None),
        ("", None),
        ("-", None),
    ],
)
def test_what_is_typed_is_understood(typed: str, code: str | None) -> None:
    assert load_municipalities().understood(typed) == code


def test_every_name_and_code_leads_back() -> None:
    known = load_municipalities()
    for code, names in known.names.items():
        assert known.understood(code) == code
        assert {known.understood(name) for name in names} == {code}


def test_names_are_given_in_the_language_asked_for() -> None:
    known = load_municipalities()

    assert [known.name("091", language) for language in ("fi", "sv", "en")] == [
        "Helsinki",
        "Helsingfors",
        "Helsinki",
    ]
    assert known.name("061", "sv") == "Forssa"
    assert known.name("999", "fi") is None


def test_the_ones_that_begin_so_are_in_the_order_of_names() -> None:
    known = load_municipalities()

    assert [known.name(code, "fi") for code in known.beginning("pyhä")] == [
        "Pyhäjoki",
        "Pyhäjärvi",
        "Pyhäntä",
        "Pyhäranta",
    ]


@pytest.mark.parametrize(
    ("text", "key", "problem"),
    [
        ("[municipality]", "year", "it is no number."),
        ("year = 2026", "municipality", "it is missing."),
        ('year = 2026\n[municipality]\n"91" = ["Helsinki"]', "91", "it is no code."),
        ('year = 2026\n[municipality]\n"091" = "Helsinki"', "091", "it is no list of names."),
        ('year = 2026\n[municipality]\n"091" = []', "091", "it is no list of names."),
        (
            'year = 2026\n[municipality]\n"091" = ["Helsinki"]\n"092" = ["helsinki"]',
            "092",
            "091 has the same name.",
        ),
    ],
)
def test_a_faulty_list_is_named(tmp_path: Path, text: str, key: str, problem: str) -> None:
    path = tmp_path / "municipalities.toml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(DataFault) as caught:
        read_municipalities(path)

    assert (caught.value.details["key"], caught.value.details["problem"]) == (key, problem)


def test_the_file_says_where_it_comes_from() -> None:
    head = (data_folder() / "municipalities.toml").read_text(encoding="utf-8")
    assert "Source: Statistics Finland" in head
