"""What the client said before: shown with its day, unknown to the rules until confirmed."""

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.casework.cases import AGREED, LINE_2, at, hold, take_in
from teui.assessment.sheet import Given, Said, Sheet
from teui.casework import decision, interview, undo
from teui.casework.desk import Desk
from teui.casework.draft import answers_of, load
from teui.casework.said_before import at_registration, confirm
from teui.practice.load import load_model
from teui.practice.model import Value

MODEL = load_model()
MONDAY = date(2026, 11, 16)
IMMIGRANT: Mapping[str, Value] = {
    **LINE_2,
    "residence.basis": "permit_full",
    "residence.first_permit": date(2020, 1, 7),
    "residence.assessment_asked": date(2026, 11, 16),
    "goals.wishes": ("study", "unsure"),
}


def _decided(desk: Desk, client: str, answers: Mapping[str, Value], line: str) -> None:
    uid = hold(desk, client, answers, AGREED)
    decision.record(desk, uid, line, "agrees", None).result()


@pytest.fixture
def client(desk: Desk) -> str:
    client = take_in(desk, start_channel="office")
    _decided(desk, client, IMMIGRANT, "line_2")
    return client


def test_a_reassessment_starts_from_its_answers_and_knows_none_that_may_have_changed(
    desk: Desk, client: str
) -> None:
    later = at(desk, "2027-03-03")
    draft = load(later, interview.begin(later, client, "reassessment").result())

    said = draft.said["goals.clarity"]
    assert said == Said("unclear", MONDAY, "earlier")
    assert draft.said["goals.wishes"].value == ("study", "unsure")
    # What cannot have changed stands, what that day agreed on and what is not asked is left out.
    answers = answers_of(draft, MODEL)
    assert draft.answers["residence.first_permit"].value == date(2020, 1, 7)
    assert "goals.clarity" not in answers
    assert not [q for q in (*draft.said, *draft.answers) if q.startswith("agreed.")]
    assert "start.previous" not in draft.said
    asked = {question for question in MODEL.questions if MODEL.questions[question].may_change}
    assert set(draft.said) <= asked


def test_what_is_confirmed_is_answered_with_where_it_came_from(desk: Desk, client: str) -> None:
    later = at(desk, "2027-03-03")
    uid = interview.begin(later, client, "reassessment").result()
    confirm(later, uid, ["goals.clarity", "goals.wishes"], "goals.initiative").result()

    draft = load(later, uid)
    assert draft.answers["goals.clarity"].value == "unclear"
    assert draft.writing.position == "goals.initiative"
    assert "goals.clarity" not in draft.said
    rows = later.store.read().execute(
        "SELECT origin, confirmed_at IS NOT NULL AS confirmed FROM answer"
        " WHERE assessment_uid = ? AND question = 'goals.clarity'",
        (uid,),
    )
    assert [tuple(row) for row in rows.fetchall()] == [("earlier", 1)]

    undone = undo.undo(later).result()
    assert undone is not None
    assert undone.kind == "answer_confirmed"
    assert set(load(later, uid).said) >= {"goals.clarity", "goals.wishes"}


def test_what_was_never_confirmed_is_handed_on_with_its_own_day(desk: Desk, client: str) -> None:
    second = at(desk, "2027-03-03")
    uid = interview.begin(second, client, "reassessment").result()
    for question, value in {**AGREED, "goals.clarity": "several_options"}.items():
        interview.save_answer(second, uid, question, "answered", value).result()
    decision.record(second, uid, "line_2", "agrees", "unsettled, agreed to go on").result()

    third = at(desk, "2027-06-01")
    draft = load(third, interview.begin(third, client, "reassessment").result())
    assert draft.said["goals.clarity"] == Said("several_options", date(2027, 3, 3), "earlier")
    assert draft.said["goals.motivation"] == Said("motivated", MONDAY, "earlier")
    # Unconfirmed, it decided nothing.
    assert "goals.motivation" not in answers_of(load(third, uid), MODEL)


def test_a_new_job_search_shows_what_the_last_one_knew_but_no_day_before_its_start(
    desk: Desk, client: str
) -> None:
    later = at(desk, "2027-09-01")
    case = load(later, interview.begin(later, client, "reassessment").result())
    later.store.writer.submit(
        "test",
        lambda unit: unit.update(
            "customership", case.client.customership_uid, None, start_date=date(2027, 8, 30)
        ),
    ).result()
    later.store.writer.submit(
        "test", lambda unit: unit.update("assessment", case.uid, None, state="given_up")
    ).result()
    draft = load(later, interview.begin(later, client, "first").result())

    assert draft.said["residence.first_permit"].value == date(2020, 1, 7)
    assert "residence.assessment_asked" not in {*draft.said, *draft.answers}
    assert {given.state for given in draft.answers.values()} == {"answered"}
    assert set(draft.answers) <= {q.id for q in MODEL.questions.values() if q.home}


def test_what_was_told_when_registering_says_so(desk: Desk) -> None:
    uid = interview.begin(desk, take_in(desk)).result()
    interview.save_answer(desk, uid, "goals.wishes", "answered", ("job",)).result()
    told: dict[str, Value] = {"situation.status": "employed", "goals.wishes": ("study",)}
    at_registration(desk, uid, told, date(2026, 11, 12)).result()

    draft = load(desk, uid)
    assert draft.said == {"situation.status": Said("employed", date(2026, 11, 12), "register")}
    assert draft.answers["goals.wishes"].value == ("job",)


CHOICES = {q.id: q.codes for q in MODEL.questions.values() if q.type == "choice" and not q.home}


@given(
    st.fixed_dictionaries(
        {}, optional={name: st.sampled_from(codes) for name, codes in CHOICES.items()}
    ),
    st.fixed_dictionaries(
        {}, optional={name: st.sampled_from(codes) for name, codes in CHOICES.items()}
    ),
    st.sampled_from([section.id for section in MODEL.sections]),
)
@settings(max_examples=60, deadline=None)
def test_unconfirmed_it_moves_nothing_and_a_section_is_confirmed_whole(
    answers: dict[str, str], before: dict[str, str], section: str
) -> None:
    recorded = {name: Given("answered", code) for name, code in answers.items()}
    said = {name: Said(code, MONDAY, "earlier") for name, code in before.items()}
    bare = Sheet(MODEL, "first", MONDAY, recorded)
    sheet = Sheet(MODEL, "first", MONDAY, recorded, said)
    assert sheet.suggestion == bare.suggestion
    assert sheet.deciding == bare.deciding

    confirmed, names = sheet.confirm_section(section)
    for name in names:
        assert name not in answers
        assert confirmed.given[name] == Given("answered", before[name])
    left = [q.id for q in MODEL.questions.values() if q.section == section]
    assert not [name for name in left if confirmed.to_confirm(name)]
