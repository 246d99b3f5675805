"""The invented data fit the practice model, and each story leads where it says."""

import shutil
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teui.assessment import suggest
from teui.casework.fill.answers import Talk, answers
from teui.casework.fill.hands import deck
from teui.casework.fill.invented import Story, load_invented
from teui.casework.fill.people import invent_person
from teui.errors import DataFault
from teui.practice.files import data_folder
from teui.practice.load import load_model
from teui.practice.model import Value

_INVENTED, _MODEL = load_invented(), load_model()
_START, _HELD = date(2026, 11, 2), date(2026, 11, 9)


@pytest.mark.parametrize("story", _INVENTED.stories, ids=lambda story: story.id)
def test_a_story_leads_to_its_outcome(story: Story) -> None:
    for seed in range(40):
        random = Random(seed)
        person = invent_person(random, _INVENTED, story, _HELD)
        talk = Talk(_MODEL, _INVENTED, person, story, "first", _START, _HELD, {})
        home: dict[str, Value] = {
            "start.date": _START,
            "start.channel": "office",
            "contact.interpreter": person.interpreter,
        }
        told = {
            each.question: each.value
            for each in answers(random, talk, home)
            if each.value is not None
        }
        suggestion = suggest(_MODEL, {**home, **told}, _HELD)
        if person.basis == "not_checked":
            assert story.outcome in suggestion.possible
        else:
            assert suggestion.outcome == story.outcome


def test_every_question_and_code_is_the_practice_models() -> None:
    for story in _INVENTED.stories:
        assert story.outcome in {outcome.id for outcome in _MODEL.outcomes}
        for question, chances in story.answers.items():
            codes = {code for drawn in chances for code in drawn.split("+")}
            assert codes <= set(_MODEL.questions[question].codes), (story.id, question)
    for note in _INVENTED.notes:
        codes = {code for drawn in note.codes for code in drawn.split("+")}
        assert codes <= set(_MODEL.questions[note.question].codes), note.question
    for question in _INVENTED.days:
        assert _MODEL.questions[question].type == "date"
    bases = set(_MODEL.questions["residence.basis"].codes)
    for people in _INVENTED.people:
        assert set(people.basis) <= bases
        assert set(people.interpreter) <= {"yes", "no"}
        assert len(people.family) == len(people.family_women)


def test_people_and_trades_of_the_stories_exist() -> None:
    groups = {people.id for people in _INVENTED.people}
    tags = {tag for trade in _INVENTED.trades for tag in trade.tags}
    for story in _INVENTED.stories:
        assert story.people <= groups, story.id
        assert story.trades and story.trades <= tags, story.id
    for trade in _INVENTED.trades:
        assert len(trade.isco) == 4 and trade.isco.isdecimal()
        assert trade.education in _MODEL.questions["competence.education"].codes
    for line in (1, 2, 3):
        assert {s.side for s in _INVENTED.steps if line in s.lines} == {"client", "office"}
        channels = set(_MODEL.questions["agreed.next_channel"].codes)
        assert set(_INVENTED.rhythms[line].channels) <= channels


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        ("stories.toml", '"yes*3"', '"yes*many"', "usual.start.benefit_opened"),
        ("names.toml", "weight = 62", "weight = 0", "people finnish.weight"),
        ("notes.toml", "sv = ", "se = ", "note number 1.sv"),
        ("plans.toml", 'side = "client"', 'side = "boss"', "step number 1.side"),
        ("office.toml", "[[town]]", "[[village]]", "village"),
    ],
)
def test_a_spoiled_file_is_named_with_its_place(
    tmp_path: Path, file: str, old: str, new: str, place: str
) -> None:
    folder = shutil.copytree(data_folder() / "invented", tmp_path / "invented")
    spoiled = folder / file
    text = spoiled.read_text(encoding="utf-8")
    assert old in text
    spoiled.write_text(text.replace(old, new), encoding="utf-8")

    with pytest.raises(DataFault) as caught:
        load_invented(folder)

    assert (caught.value.details["file"], caught.value.details["key"]) == (file, place)


@given(
    st.dictionaries(st.text(max_size=3), st.integers(1, 50), min_size=1, max_size=9),
    st.integers(0, 60),
    st.integers(),
)
def test_a_deck_holds_to_its_weights(weights: dict[str, int], cards: int, seed: int) -> None:
    dealt = deck(Random(seed), weights, cards)

    assert len(dealt) == cards
    for key, weight in weights.items():
        assert abs(dealt.count(key) - cards * weight / sum(weights.values())) < 1
