"""Random answers, and rules changed at random: no row is lost, and the way back leads back."""

import json
import tempfile
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from unittest import mock

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.casework.cases import take_in
from tests.conftest import NOON
from tests.practice.newer import Edit, added, edited, renamed, second_version, set_to, without
from teui.assessment.sheet import Given, Sheet
from teui.casework import interview, undo
from teui.casework.desk import Desk, desk_of, make_store
from teui.casework.newer_model import move, newer
from teui.clock import Clock
from teui.errors import DataFault
from teui.practice.load import load_model
from teui.practice.model import Occupation, PracticeModel, Question, Value
from teui.practice.values import write_value
from teui.store.history import verify_chain
from teui.store.store import Founders

MODEL = load_model()
NAMES = st.sampled_from(sorted(MODEL.questions))
CODES = st.sampled_from(sorted({code for q in MODEL.questions.values() for code in q.codes}))
TYPES = st.sampled_from(["text", "texts", "date", "language", "occupations"])
EDITS: st.SearchStrategy[Edit] = st.one_of(
    st.builds(without, NAMES),
    st.builds(renamed, CODES, st.just("by_another_name")),
    st.builds(lambda name, kind: set_to(name, type=kind, codes=None), NAMES, TYPES),
    st.builds(lambda name: set_to(name, type="choices"), NAMES),
    st.builds(lambda name: added("goals.confidence", name), NAMES),
    st.builds(lambda name: set_to(name, asked_if="start.benefit_opened is yes"), NAMES),
)


def _value(question: Question) -> st.SearchStrategy[Value]:
    by_type: Mapping[str, Callable[[], st.SearchStrategy[Value]]] = {
        "choice": lambda: st.sampled_from(question.codes),
        "choices": lambda: st.lists(st.sampled_from(question.codes), min_size=1, unique=True).map(
            tuple
        ),
        "date": lambda: st.dates(date(2026, 1, 1), date(2026, 11, 16)),
        "text": lambda: st.sampled_from(["x {day}", "yes", "2026-11-16", "åäö · fi"]),
        "texts": lambda: st.sampled_from([("Turku",), ("yes", "{n}")]),
        "language": lambda: st.sampled_from(["fi", "sv", "so"]),
        "occupations": lambda: st.just((Occupation("baker", "7512", 3, 2024),)),
    }
    return by_type[question.type]()


ANSWERS = st.lists(NAMES, unique=True, max_size=12).flatmap(
    lambda names: st.fixed_dictionaries(
        {name: st.none() | _value(MODEL.questions[name]) for name in names}
    )
)


def _built(edits: list[Edit]) -> PracticeModel:
    """The model after those edits that leave it a model."""
    kept: list[Edit] = [second_version]
    for edit in edits:
        try:
            edited(*kept, edit)
        except (DataFault, KeyError, StopIteration):
            continue
        kept.append(edit)
    assume(len(kept) > 1)
    return edited(*kept)


def _rows(desk: Desk) -> list[tuple[object, ...]]:
    return [tuple(row) for row in desk.store.read().execute("SELECT * FROM answer ORDER BY uid")]


def _stands(found: interview.Draft) -> dict[str, object]:
    """Every answer that the draft hands out, as JSON holds it."""
    given = {name: each.value for name, each in found.answers.items() if each.value is not None}
    return {name: write_value(value) for name, value in given.items()} | dict(found.unfit)


@settings(max_examples=20, deadline=None)
@given(ANSWERS, st.lists(EDITS, min_size=1, max_size=5))
def test_no_answer_is_lost_and_the_way_back_leads_back(
    answers: dict[str, Value | None], edits: list[Edit]
) -> None:
    new = _built(edits)
    with (
        tempfile.TemporaryDirectory() as folder,
        make_store(
            Path(folder) / "x.db", "test", Founders("A. Lind", "North"), Clock(read=lambda: NOON)
        ) as store,
    ):
        desk = desk_of(store)
        uid = interview.begin(desk, take_in(desk)).result()
        for name, value in answers.items():
            state: interview.State = "does_not_know" if value is None else "answered"
            if value is not None or not MODEL.questions[name].required:
                interview.save_answer(desk, uid, name, state, value).result()
        with mock.patch.object(Desk, "model", new):
            before, stored = interview.load(desk, uid), _rows(desk)
            told = newer(desk, before)
            move(desk, uid).result()
            after, model = interview.load_with_model(desk, uid)

            assert model is new
            assert _rows(desk) == stored
            assert told is not None
            assert {**told.asked_anew, **told.set_aside}.items() <= _stands(before).items()
            for name, value in answers.items():
                if value is not None and MODEL.questions[name].home is None:
                    assert _stands(after)[name] == write_value(value)
            # What fits no more is asked like anything that nobody has answered.
            states = {
                name: Given(each.state, each.value)
                for name, each in after.answers.items()
                if each.state != "none"
            }
            sheet = Sheet(new, after.kind, NOON.date(), states)
            assert not sheet.answers.keys() & after.unfit.keys()
            assert sheet.suggestion.possible

            undo.undo(desk).result()
            assert interview.load(desk, uid) == before
            assert _rows(desk) == stored
        assert json.loads(json.dumps(_stands(interview.load(desk, uid)))) == _stands(before)
        assert verify_chain(store.read()) == ()
