"""A draft: opened once, answered in any order, noted in, pinned to its model."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from teui.casework.clients import NewClient, header, new_client
from teui.casework.desk import Desk
from teui.casework.home import column, questions
from teui.casework.interview import (
    Answered,
    DraftLine,
    Writing,
    answers_of,
    begin,
    keep_note,
    load,
    model_of,
    save_answer,
    save_writing,
)
from teui.errors import StoreError, TeuiError
from teui.practice.model import Occupation
from teui.practice.values import ValueFault
from teui.store.history import verify_chain

AT = datetime(2026, 11, 16, 8, 41, 7, 123000, tzinfo=UTC)


@pytest.fixture
def client(desk: Desk) -> str:
    return new_client(desk, NewClient("Virtanen", "Aino", language="fi")).result()


@pytest.fixture
def draft(desk: Desk, client: str) -> str:
    return begin(desk, client).result()


def test_a_draft_is_begun_once_and_shown_with_the_client(desk: Desk, client: str) -> None:
    first, again = begin(desk, client), begin(desk, client, "reassessment")

    assert first.result() == again.result()
    assert header(desk, client).draft_uid == first.result()
    draft = load(desk, first.result())
    assert (draft.state, draft.kind, draft.client.name, draft.notes) == (
        "draft",
        "first",
        "Virtanen, Aino",
        (),
    )
    assert draft.model_digest == desk.model.digest


def test_facts_typed_once_are_shown_from_where_they_live(desk: Desk, draft: str) -> None:
    answers = load(desk, draft).answers

    assert answers["start.date"].value == date(2026, 11, 16)
    assert answers["contact.language"].value == "fi"
    assert "start.channel" not in answers


def test_every_home_is_a_column_of_its_row(desk: Desk) -> None:
    for question in questions(desk.model):
        names = desk.store.read().execute(f"SELECT * FROM {question.home}").description
        assert column(question) in [name[0] for name in names]


def test_a_fact_changed_in_the_interview_is_changed_where_it_lives(desk: Desk, draft: str) -> None:
    save_answer(desk, draft, "start.date", "answered", date(2026, 11, 10)).result()
    save_answer(desk, draft, "contact.interpreter", "answered", "yes").result()

    read = desk.store.read()
    assert read.execute("SELECT start_date FROM customership").fetchall()[0][0] == "2026-11-10"
    assert read.execute("SELECT interpreter FROM client").fetchall()[0][0] == "yes"
    assert load(desk, draft).answers["contact.interpreter"].value == "yes"
    assert read.execute("SELECT count(*) FROM answer").fetchall()[0][0] == 0


def test_a_non_answer_hides_the_fact_until_it_is_answered_again(desk: Desk, draft: str) -> None:
    save_answer(desk, draft, "contact.language", "will_not_say").result()
    assert load(desk, draft).answers["contact.language"] == Answered("will_not_say", None, 1)

    save_answer(desk, draft, "contact.language", "answered", "fi").result()
    assert load(desk, draft).answers["contact.language"].value == "fi"

    save_answer(desk, draft, "contact.language", "none").result()
    assert "contact.language" not in load(desk, draft).answers


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("situation.status", "unemployed"),
        ("situation.unemployed_since", date(2026, 10, 1)),
        ("goals.wishes", ("job", "study")),
        ("work.licences", ("hygiene pass", "forklift")),
        ("work.sought", (Occupation("practical nurse", "5321", 2, 2024), Occupation("baker"))),
        ("goals.strengths", "patient\x1b[2Jand \u202ekind"),
    ],
)
def test_an_answer_comes_back_as_it_was_given(
    desk: Desk, draft: str, question: str, value: object
) -> None:
    save_answer(desk, draft, question, "answered", value, "goals.clarity").result()  # type: ignore[arg-type]

    loaded = load(desk, draft)
    assert loaded.answers[question] == Answered("answered", value, 1)  # type: ignore[arg-type]
    assert loaded.writing.position == "goals.clarity"


@pytest.mark.parametrize("state", ["not_discussed", "does_not_know", "will_not_say"])
def test_the_three_non_answers_differ(desk: Desk, draft: str, state: str) -> None:
    save_answer(desk, draft, "goals.clarity", "answered", "unclear").result()
    save_answer(desk, draft, "goals.clarity", state).result()  # type: ignore[arg-type]

    loaded = load(desk, draft)
    assert loaded.answers["goals.clarity"] == Answered(state, None, 2)  # type: ignore[arg-type]
    assert "goals.clarity" not in answers_of(loaded, desk.model)


def test_an_answer_taken_back_is_gone_from_the_draft_but_not_from_history(
    desk: Desk, draft: str
) -> None:
    save_answer(desk, draft, "goals.clarity", "answered", "unclear").result()
    save_answer(desk, draft, "goals.clarity", "none").result()
    save_answer(desk, draft, "market.demand", "none").result()

    assert "goals.clarity" not in load(desk, draft).answers
    values = desk.store.read().execute("SELECT old FROM change WHERE entity = 'answer'").fetchall()
    assert '"\\"unclear\\""' in [row["old"] for row in values]


def test_a_dormant_answer_stays_and_is_not_passed_on(desk: Desk, draft: str) -> None:
    save_answer(desk, draft, "ability.affects_work", "answered", "yes").result()
    save_answer(desk, draft, "ability.work_ability", "answered", "unclear").result()
    assert "ability.work_ability" in answers_of(load(desk, draft), desk.model)

    save_answer(desk, draft, "ability.affects_work", "answered", "no").result()
    dormant = load(desk, draft)
    assert "ability.work_ability" not in answers_of(dormant, desk.model)
    assert dormant.answers["ability.work_ability"].value == "unclear"

    save_answer(desk, draft, "ability.affects_work", "none").result()
    assert "ability.work_ability" in answers_of(load(desk, draft), desk.model)


def test_a_value_that_the_question_cannot_take_is_refused_at_once(desk: Desk, draft: str) -> None:
    for value in ("perhaps", None, date(2026, 1, 1)):
        with pytest.raises(ValueFault):
            save_answer(desk, draft, "goals.clarity", "answered", value)


def test_the_start_cannot_be_without_a_date(desk: Desk, draft: str) -> None:
    for state in ("none", "does_not_know"):
        with pytest.raises(TeuiError, match="answer_required"):
            save_answer(desk, draft, "start.date", state)


def test_an_answer_from_an_old_view_is_refused(desk: Desk, draft: str) -> None:
    save_answer(desk, draft, "goals.clarity", "answered", "unclear").result()
    save_answer(desk, draft, "goals.clarity", "answered", "several_options", version=1).result()

    with pytest.raises(StoreError, match="changed_elsewhere"):
        save_answer(desk, draft, "goals.clarity", "does_not_know", version=1).result()

    assert load(desk, draft).answers["goals.clarity"].value == "several_options"


def test_the_line_being_typed_is_overwritten_without_history(desk: Desk, draft: str) -> None:
    acts = desk.store.read().execute("SELECT count(*) FROM act").fetchall()[0][0]
    for text in ("th", "thinking of", "thinking of practical nurse"):
        save_writing(desk, draft, Writing(line=DraftLine(text, "goals.clarity", AT))).result()

    assert load(desk, draft).writing.line == DraftLine(
        "thinking of practical nurse", "goals.clarity", AT
    )
    assert desk.store.read().execute("SELECT count(*) FROM act").fetchall()[0][0] == acts


def test_a_kept_note_leaves_the_line_empty_in_the_same_act(desk: Desk, draft: str) -> None:
    save_writing(desk, draft, Writing(line=DraftLine("hygiene pass", "work.licences", AT))).result()
    uid = keep_note(desk, draft, "hygiene pass valid", "work.licences", AT).result()

    loaded = load(desk, draft)
    assert loaded.writing.line == DraftLine()
    assert [(n.uid, n.at, n.question, n.text, n.mark, n.kind) for n in loaded.notes] == [
        (uid, AT, "work.licences", "hygiene pass valid", "private", "fact")
    ]


def test_a_half_character_does_not_cost_the_note(desk: Desk, draft: str) -> None:
    keep_note(desk, draft, "caf\udce9 ok 🙂", None, AT).result()

    assert [note.text for note in load(desk, draft).notes] == ["caf\ufffd ok 🙂"]


def test_a_completed_assessment_never_changes(desk: Desk, draft: str) -> None:
    desk.store.writer.submit(
        "test", lambda unit: unit.update("assessment", draft, None, state="completed")
    ).result()

    for future in (
        save_answer(desk, draft, "goals.clarity", "answered", "unclear"),
        save_writing(desk, draft, Writing(line=DraftLine("x"))),
        keep_note(desk, draft, "x", None, AT),
    ):
        with pytest.raises(TeuiError, match="assessment_completed"):
            future.result()
    assert "start.date" not in load(desk, draft).answers


def test_an_ended_customership_has_no_new_interview(desk: Desk, client: str) -> None:
    head = header(desk, client)
    desk.store.writer.submit(
        "test",
        lambda unit: unit.update("customership", head.customership_uid, None, ended_on=unit.today),
    ).result()

    with pytest.raises(TeuiError, match="customership_ended"):
        begin(desk, client).result()


def test_a_draft_stays_on_the_model_it_was_begun_with(
    desk: Desk, draft: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    digest = desk.model.digest
    later = replace(desk.model, digest="another")
    monkeypatch.setattr(Desk, "model", later)

    assert load(desk, draft).model_digest == digest
    assert model_of(desk, digest).digest == digest
    assert model_of(desk, "another") is later


def test_what_is_not_there_is_named(desk: Desk) -> None:
    with pytest.raises(TeuiError, match="client_unknown"):
        begin(desk, "nobody").result()
    with pytest.raises(TeuiError, match="assessment_unknown"):
        load(desk, "nothing")
    with pytest.raises(TeuiError, match="assessment_unknown"):
        save_writing(desk, "nothing", Writing(line=DraftLine("x"))).result()


def test_all_of_it_is_chained(desk: Desk, draft: str) -> None:
    save_answer(desk, draft, "goals.clarity", "answered", "unclear").result()
    keep_note(desk, draft, "x", None, AT).result()

    assert verify_chain(desk.store.read()) == ()
