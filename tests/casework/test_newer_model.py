"""A draft and a newer version of the rules: nothing dropped, moved on request, moved back."""

from datetime import date

import pytest

from tests.casework.cases import AGREED, LINE_2, hold, take_in
from tests.practice.newer import SECOND, edited, second_version, set_to, without
from teui.casework import decision, home, interview, undo
from teui.casework.client_record import record
from teui.casework.desk import Desk
from teui.casework.draft import Choice
from teui.casework.newer_model import move, newer
from teui.casework.office_numbers import OwnNumber, office_model, write_numbers
from teui.casework.said_before import at_registration
from teui.casework.told import load as told
from teui.casework.told import tell
from teui.errors import StoreError, TeuiError
from teui.practice.changes import Changes
from teui.practice.load import load_model
from teui.practice.model import PracticeModel, Value
from teui.store.history import verify_chain

BEFORE: dict[str, Value] = {
    "contact.service_language": "sv",
    "goals.strengths": "patient",
    "goals.clarity": "unclear",
    "goals.wishes": ("job", "part_time"),
    "goals.initiative": "independent",
    "work.area": ("Turku", "Oulu"),
    "agreed.next_contact": date(2026, 11, 23),
}


def rows(desk: Desk) -> list[tuple[object, ...]]:
    found = desk.store.read().execute("SELECT question, state, value, version FROM answer")
    return sorted(tuple(row) for row in found.fetchall())


def use(patch: pytest.MonkeyPatch, model: PracticeModel) -> None:
    """From here on this model is the one in use."""
    patch.setattr(Desk, "model", model)


@pytest.fixture
def draft(desk: Desk) -> str:
    return hold(desk, take_in(desk), BEFORE)


def test_by_the_rules_in_use_nothing_is_newer(desk: Desk, draft: str) -> None:
    found = interview.load(desk, draft)

    assert not found.is_behind
    assert newer(desk, found) is None


def test_the_offices_own_numbers_are_no_newer_rules(
    desk: Desk, draft: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = write_numbers([OwnNumber(date(2026, 11, 1), 9)])
    use(monkeypatch, office_model(load_model(), (("plan_review", own),)))

    assert not interview.load(desk, draft).is_behind


def test_what_a_move_would_change_is_told_for_this_draft(
    desk: Desk, draft: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch, SECOND)

    found = newer(desk, interview.load(desk, draft))

    assert found is not None
    assert (found.begun_with, found.in_use) == ("1", "2")
    assert found.set_aside == {"goals.strengths": "patient"}
    assert found.asked_anew == {
        "contact.service_language": "sv",
        "work.area": ["Turku", "Oulu"],
        "goals.wishes": ["job", "part_time"],
        "goals.clarity": "unclear",
    }
    assert found.kept == {"agreed.next_contact": "2026-11-23"}
    assert found.changes.added == ("goals.confidence",)


def test_it_stays_with_its_rules_until_it_is_moved(
    desk: Desk, draft: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = interview.load(desk, draft)
    use(monkeypatch, SECOND)

    found, model = interview.load_with_model(desk, draft)

    assert (found.answers, found.unfit, found.is_behind) == (before.answers, {}, True)
    assert model.version == "1"


def test_a_move_keeps_every_row_and_hands_out_what_fits(
    desk: Desk, draft: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    stood = rows(desk)
    use(monkeypatch, SECOND)

    move(desk, draft).result()

    found, model = interview.load_with_model(desk, draft)
    assert model is SECOND
    assert not found.is_behind
    assert rows(desk) == stood
    assert set(found.unfit) == {
        *("contact.service_language", "goals.strengths", "goals.clarity"),
        *("goals.wishes", "work.area"),
    }
    assert found.answers["goals.initiative"].value == "independent"
    assert not found.unfit.keys() & found.answers.keys()
    [kept] = desk.store.read().execute(
        "SELECT model_version, content FROM practice_model WHERE digest = ?", (SECOND.digest,)
    )
    assert (kept["model_version"], kept["content"]) == ("2", SECOND.content)
    assert newer(desk, found) is None


def test_undo_brings_it_all_back_and_redo_moves_it_again(
    desk: Desk, draft: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch, SECOND)
    before = interview.load(desk, draft)
    move(desk, draft).result()
    after = interview.load(desk, draft)

    undone = undo.undo(desk).result()
    assert undone is not None
    assert (undone.kind, undone.client) == ("model_moved", "Virtanen, Aino")
    assert interview.load(desk, draft) == before

    undo.redo(desk).result()
    assert interview.load(desk, draft) == after
    assert verify_chain(desk.store.read()) == ()


def test_another_draft_by_the_newer_rules_does_not_hold_the_move(
    desk: Desk, draft: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = take_in(desk, "Korhonen")
    use(monkeypatch, SECOND)
    move(desk, draft).result()
    interview.begin(desk, other).result()

    undo.undo(desk).result()

    assert interview.load(desk, draft).is_behind


def test_what_is_answered_anew_takes_the_place_and_undo_gives_it_back(
    desk: Desk, draft: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch, SECOND)
    move(desk, draft).result()
    moved = interview.load(desk, draft)

    interview.save_answer(desk, draft, "goals.clarity", "answered", "still_open").result()
    assert "goals.clarity" not in interview.load(desk, draft).unfit

    undo.undo(desk).result()
    assert dict(interview.load(desk, draft).unfit) == dict(moved.unfit)


def test_what_fits_no_more_is_not_counted_as_agreed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = hold(desk, take_in(desk), LINE_2, AGREED)
    use(monkeypatch, edited(second_version, set_to("agreed.client_steps", type="texts")))
    move(desk, draft).result()

    assert decision.load(desk, draft).missing == ("agreed.client_steps",)
    with pytest.raises(TeuiError, match="decision_needs_client_steps"):
        decision.record(desk, draft, "line_2", "agrees", None).result()

    interview.save_answer(desk, draft, "agreed.client_steps", "answered", ("calls",)).result()
    decision.record(desk, draft, "line_2", "agrees", None).result()
    [made] = desk.store.read().execute("SELECT model_digest FROM line_decision").fetchall()
    assert made["model_digest"] == desk.model.digest


def test_a_decided_assessment_stays_for_ever(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = hold(desk, take_in(desk), LINE_2, AGREED)
    decision.record(desk, draft, "line_2", "agrees", None).result()
    use(monkeypatch, SECOND)

    with pytest.raises(TeuiError, match="assessment_completed"):
        move(desk, draft).result()
    with pytest.raises(TeuiError, match="assessment_unknown"):
        move(desk, "nothing").result()

    found = interview.load(desk, draft)
    assert (found.is_behind, newer(desk, found)) == (False, None)
    assert found.model_digest == load_model().digest


def test_a_move_is_not_taken_back_once_another_has_decided(
    desk: Desk, draft: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch, SECOND)
    move(desk, draft).result()
    desk.store.writer.submit(
        "note", lambda unit: unit.update("assessment", draft, None, state="completed")
    ).result()

    with pytest.raises(TeuiError, match="undo_line_decided"):
        undo.undo(desk).result()

    assert interview.load(desk, draft).model_digest == SECOND.digest


def test_a_fact_of_the_client_that_fits_no_more_stays_with_the_client(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = take_in(desk, service_language="sv")
    draft = interview.begin(desk, client).result()
    use(monkeypatch, SECOND)
    move(desk, draft).result()

    found = interview.load(desk, draft)

    assert found.unfit == {"contact.service_language": "sv"}
    assert "contact.service_language" not in found.answers
    [row] = desk.store.read().execute("SELECT service_language FROM client").fetchall()
    assert row["service_language"] == "sv"
    assert record(desk, client).begun is not None


def test_an_outcome_chosen_that_is_no_more_is_chosen_anew(desk: Desk, draft: str) -> None:
    decision.keep(desk, draft, "line_9", "because").result()

    assert interview.load(desk, draft).choice == Choice(None, "because")
    assert decision.load(desk, draft).chosen is None


def test_what_was_told_and_typed_is_still_there(
    desk: Desk, draft: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = told(desk, draft, "line_2")[0].item.id
    tell(desk, draft, item, told=True).result()
    line = interview.DraftLine("call the sch", "goals.strengths")
    writing = interview.Writing("goals.strengths", line, {"goals.strengths": "pat"})
    interview.save_writing(desk, draft, writing).result()
    use(monkeypatch, SECOND)
    move(desk, draft).result()

    found = interview.load(desk, draft)

    assert (set(found.told), found.writing) == ({item}, writing)


def test_rules_gone_from_the_store_are_missed_by_name(
    desk: Desk, draft: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch, SECOND)
    monkeypatch.setattr(
        "teui.store.hot.case.model_content", lambda _connection, _digest: None, raising=True
    )

    with pytest.raises(StoreError, match="model_missing"):
        decision.record(desk, draft, "line_2", "agrees", None).result()


def test_a_question_that_lives_elsewhere_now_shows_what_stands_there(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = hold(desk, take_in(desk, interpreter="yes"))
    use(monkeypatch, edited(second_version, set_to("contact.interpreter", home=None)))
    move(desk, draft).result()

    assert "contact.interpreter" not in interview.load(desk, draft).answers
    assert "contact.interpreter" not in [each.id for each in home.questions(desk.model)]


def test_what_was_said_before_is_kept_and_listed_too(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = interview.begin(desk, take_in(desk)).result()
    said: dict[str, Value] = {"goals.clarity": "unclear", "goals.initiative": "independent"}
    at_registration(desk, draft, said, date(2026, 11, 10)).result()
    before, stood = interview.load(desk, draft), rows(desk)
    use(monkeypatch, SECOND)
    told_of = newer(desk, interview.load(desk, draft))
    move(desk, draft).result()

    found = interview.load(desk, draft)

    assert told_of is not None
    assert told_of.asked_anew == found.unfit == {"goals.clarity": "unclear"}
    assert (set(before.said), set(found.said)) == (set(said), {"goals.initiative"})
    assert rows(desk) == stood
    undo.undo(desk).result()
    assert interview.load(desk, draft).said == before.said


def test_taken_out_and_back_in_a_question_has_its_answer(
    desk: Desk, draft: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch, edited(second_version, without("goals.strengths")))
    move(desk, draft).result()
    assert interview.load(desk, draft).unfit == {"goals.strengths": "patient"}

    use(monkeypatch, load_model())
    found = newer(desk, interview.load(desk, draft))
    assert found is not None
    assert (found.begun_with, found.changes) == ("2", Changes(added=("goals.strengths",)))
    move(desk, draft).result()

    assert interview.load(desk, draft).answers["goals.strengths"].value == "patient"
    assert found.asked_anew == {}
