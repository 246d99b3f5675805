"""What differs between two practice models: every kind of difference, and nothing but those."""

from hypothesis import given
from hypothesis import strategies as st

from tests.practice.newer import SECOND, Tables, edited, set_to, without
from teui.practice.changes import Altered, Changes, changes
from teui.practice.load import load_model


def _told_another(tables: Tables) -> None:
    tables["told"]["item"].pop()


def _other_outcome(tables: Tables) -> None:
    tables["outcomes"]["criterion"].pop()


def _other_requirement(tables: Tables) -> None:
    tables["requirements"]["requirement"][0]["source"] = "S3"


def _office_number(tables: Tables) -> None:
    for length in tables["followups"]["length"]:
        length["amount"] += 1


def test_a_model_does_not_differ_from_itself() -> None:
    assert not changes(load_model(), load_model())
    assert changes(SECOND, SECOND) == Changes()


def test_every_kind_of_difference_is_told() -> None:
    found = changes(load_model(), SECOND)

    assert (found.added, found.gone) == (("goals.confidence",), ("goals.strengths",))
    assert found.altered == (
        Altered("contact.service_language", ("gone", "keys"), (), ("sv",)),
        Altered("work.area", ("type",)),
        Altered("goals.wishes", ("gone", "keys"), (), ("part_time",)),
        Altered("goals.clarity", ("added", "gone"), ("still_open",), ("unclear",)),
        Altered("agreed.online_services", ("condition",)),
        Altered("agreed.next_contact", ("otherwise",)),
    )
    assert found.areas == ("outcomes", "deadlines")


def test_each_area_of_rules_is_told_by_itself() -> None:
    old = load_model()

    assert changes(old, edited(_told_another)).areas == ("told",)
    assert changes(old, edited(_other_requirement)).areas == ("requirements",)
    assert changes(old, edited(_other_outcome)).areas == ("outcomes",)
    assert not changes(old, edited(_office_number))


@given(gone=st.sets(st.sampled_from(["goals.strengths", "work.licences", "work.hours"])))
def test_what_went_one_way_comes_the_other(gone: set[str]) -> None:
    old, new = load_model(), edited(*(without(name) for name in gone))

    there, back = changes(old, new), changes(new, old)

    assert set(there.gone) == gone == set(back.added)
    assert (there.added, back.gone, there.altered, back.altered) == ((), (), (), ())


def test_a_code_that_stays_on_its_key_is_no_change_of_keys() -> None:
    codes = list(load_model().questions["goals.wishes"].codes)

    [more] = changes(load_model(), edited(set_to("goals.wishes", codes=[*codes, "rest"]))).altered
    [less] = changes(load_model(), edited(set_to("goals.wishes", codes=codes[:-1]))).altered

    assert (more.aspects, more.codes_added) == (("added",), ("rest",))
    assert (less.aspects, less.codes_gone) == (("gone",), ("unsure",))
