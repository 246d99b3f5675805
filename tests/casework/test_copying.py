"""Each piece of the record is copied once, in any language, with nothing private in it."""

from datetime import date

import pytest

from tests.casework.cases import AGREED, LINE_2, at, hold, take_in
from teui.casework import blocks, contacts, copying, decision, notes, plan, undo
from teui.casework.copying import Piece
from teui.casework.desk import Desk
from teui.casework.followups import ContactDone
from teui.practice.texts import LANGUAGES, Texts, load_texts


def _case(desk: Desk) -> str:
    """A client with a decision, a plan that was accepted and a contact; the client's uid."""
    client = take_in(desk, birth_date=date(1990, 3, 4), identity_code="040390-9230")
    held = hold(desk, client, LINE_2, AGREED, {"contact.language": "ckb"})
    now = desk.clock.now()
    notes.keep_note(desk, held, "keeps this to herself", None, now).result()
    notes.keep_note(desk, held, "brings her papers", None, now, mark="client").result()
    decision.record(desk, held, "line_2", "agrees", None).result()
    case = copying.of_client(desk, client)[0].customership_uid
    plan.save(desk, case, goal="practical nurse", review_on=date(2027, 2, 15)).result()
    plan.save(desk, case, rhythm_weeks=4, rhythm_channel="phone").result()
    plan.save_item(desk, case, "client", "asks the school", date(2026, 12, 4)).result()
    plan.save_item(desk, case, "path", "a trade chosen", phase="direction").result()
    plan.accept(desk, case).result()
    contacts.log(
        desk,
        client,
        ContactDone("agreed", "phone", True, "all is well", next_step="sends the papers"),
    ).result()
    return client


def _texts(language: str, desk: Desk) -> Texts:
    return load_texts(language, desk.model_id)


def _waiting(desk: Desk) -> list[str]:
    return sorted(each.kind for each in copying.waiting(desk))


def _of_kind(desk: Desk, client: str) -> dict[str, Piece]:
    return {each.kind: each for each in copying.of_client(desk, client)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_block_says_all_but_who_it_is_and_what_is_private(desk: Desk, language: str) -> None:
    client, t = _case(desk), _texts(language, desk)
    made = {kind: blocks.block(desk, t, piece) for kind, piece in _of_kind(desk, client).items()}

    assert t("code.goals.clarity.unclear.short") in made["assessment"]
    assert f": {t('language_name.ckb')}\n" in made["assessment"]
    assert "brings her papers" in made["assessment"]
    assert t("outcome.line_2.text") in made["decision"]
    assert t("code.agreed.client_view.agrees.short") in made["decision"]
    for part in ("practical nurse", "asks the school", "4.12.2026", "15.2.2027"):
        assert part in made["plan"]
    assert t.count("plan.every", 4) in made["plan"]
    phase = f"  - {t('phase.direction.name')} · {t('lead.office.text')}\n    - a trade chosen"
    assert phase in made["plan"]
    assert "all is well" in made["contact"]
    assert "sends the papers" in made["contact"]
    assert t("contact.channel.phone") in made["contact"]
    for text in made.values():
        for secret in ("Virtanen", "Aino", "040390", "keeps this to herself"):
            assert secret not in text


def test_a_plan_in_a_block_names_who_provides_and_no_contact_that_was_over(desk: Desk) -> None:
    client, t = _case(desk), _texts("en", desk)
    first = _of_kind(desk, client)["plan"]
    agreed = t("copying.block.next", day="23.11.2026")
    assert agreed in blocks.block(desk, t, first)
    later = at(desk, "2026-12-01")
    plan.save_item(
        later, first.customership_uid, "office", "", service="career_coaching", provider="Taitotalo"
    ).result()
    plan.accept(later, first.customership_uid).result()
    last = next(each for each in copying.of_client(later, client) if each.kind == "plan")
    text = blocks.block(later, t, last)
    assert f"{t('service.career_coaching.name')} · Taitotalo" in text
    assert agreed not in text


def test_what_was_copied_waits_no_longer_until_that_is_taken_back(desk: Desk) -> None:
    client = _case(desk)
    assert _waiting(desk) == ["assessment", "contact", "decision", "plan"]

    copying.mark(desk, _of_kind(desk, client)["plan"]).result()
    assert _waiting(desk) == ["assessment", "contact", "decision"]
    assert _of_kind(desk, client)["plan"].copied_on == desk.clock.today()

    later = at(desk, "2026-11-20")
    copying.mark(later, _of_kind(later, client)["plan"]).result()
    assert _of_kind(later, client)["plan"].copied_on == date(2026, 11, 20)
    undo.undo(later).result()
    assert _of_kind(later, client)["plan"].copied_on == desk.clock.today()
    copying.mark(later, _of_kind(later, client)["contact"]).result()
    assert _waiting(later) == ["assessment", "decision"]
    undo.undo(later).result()
    assert _waiting(later) == ["assessment", "contact", "decision"]


def test_a_draft_and_a_plan_not_accepted_are_no_pieces(desk: Desk) -> None:
    client = take_in(desk)
    hold(desk, client, LINE_2)
    assert copying.of_client(desk, client) == ()
