"""Finding a service of the catalogue by what is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teui.casework.catalogue import matching, offered
from teui.practice.load import load_model
from teui.practice.texts import LANGUAGES, load_texts

MODEL = load_model()
SERVICES = tuple(MODEL.services.values())
TEXTS = [load_texts(language, MODEL.id) for language in LANGUAGES]
WORDS = st.text(alphabet="abcdeiklmnoprstuäö- ", max_size=12)


def found(typed: str, line: int | None = 2) -> list[str]:
    return [service.id for service in matching(SERVICES, line, typed, TEXTS)]


@pytest.mark.parametrize("line", [1, 2, 3])
def test_first_choices_of_the_line_stand_first(line: int) -> None:
    first = [line in service.first_on for service in offered(SERVICES, line)]
    assert first == sorted(first, reverse=True)
    assert len(first) == len(SERVICES)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("palkkat", "pay_subsidy"),
        ("lönesub", "pay_subsidy"),
        ("PAY-SUB", "pay_subsidy"),
        ("work tri", "work_trial"),
        ("TYP", "multi_professional_joint_service"),
        ("medical_reh", "medical_rehabilitation"),
        ("tunt vuod", "job_coaching"),
    ],
)
def test_it_is_found_by_name_id_or_description_in_any_language(typed: str, first: str) -> None:
    assert found(typed)[0] == first


def test_of_equal_names_the_first_choice_of_the_line_goes_first() -> None:
    assert found("koulutus- ja", 1) == ["education_information"]
    assert found("coaching", 2).index("career_coaching") < found("coaching", 2).index(
        "outplacement_coaching"
    )


def test_what_is_nowhere_finds_nothing() -> None:
    assert found("soittaa työnantajalle") == []


@given(WORDS, WORDS)
def test_more_letters_find_no_more(typed: str, more: str) -> None:
    assert set(found(f"{typed}{more}")) <= set(found(typed))


@given(WORDS, st.sampled_from([1, 2, 3]))
def test_whatever_is_typed_no_service_comes_twice(typed: str, line: int) -> None:
    assert len(found(typed, line)) == len(set(found(typed, line)))
