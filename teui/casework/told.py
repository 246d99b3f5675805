"""What the client must be told, and what was, on which day (product.md; S0 7.3, S1 ch. 2)."""

from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date

from teui.assessment import suggest
from teui.assessment.told import to_be_told
from teui.casework import interview
from teui.casework.clients import ClientHeader
from teui.casework.desk import Desk
from teui.casework.record import pinned_model
from teui.errors import StoreError, TeuiError
from teui.practice.model import ToldItem
from teui.store.hot import case
from teui.store.hot import interview as hot
from teui.store.unit import Unit


@dataclass(frozen=True, slots=True)
class Told:
    """An item of the checklist; `told_on` is None while the client has not been told."""

    item: ToldItem
    told_on: date | None


def load(desk: Desk, assessment_uid: str, outcome: str | None = None) -> tuple[Told, ...]:
    """The checklist of an assessment in the order of telling.

    It is that of `outcome`, else of the outcome chosen so far, else what holds under every
    outcome still possible. Raises TeuiError `assessment_unknown`.
    """
    draft = interview.load(desk, assessment_uid)
    model = interview.model_of(desk, draft.model_digest)
    answers = interview.answers_of(draft, model)
    suggestion = suggest(model, answers, desk.clock.today(), draft.kind)
    decided = outcome or draft.choice.outcome
    outcomes = suggestion.possible if decided is None else (decided,)
    items = to_be_told(model, outcomes, suggestion.assessment)
    return tuple(Told(item, draft.told.get(item.id)) for item in items)


def to_client(desk: Desk, client: ClientHeader) -> tuple[Told, ...]:
    """The checklist of the assessment behind the client's line; empty where there is none."""
    if client.completed_uid is None:
        return ()
    return load(desk, client.completed_uid, client.outcome)


def tell(desk: Desk, assessment_uid: str, item_id: str, *, told: bool) -> Future[date | None]:
    """Note that the client was told an item today, or take that back; the day noted.

    From the future: TeuiError `assessment_unknown`, `assessment_completed`, `told_unknown`.
    """
    current = desk.model

    def note(unit: Unit) -> date | None:
        assessment = case.assessment(unit.connection, assessment_uid)
        if assessment is None:
            raise StoreError("assessment_unknown", assessment=assessment_uid)
        if assessment["state"] != "draft":
            raise TeuiError("assessment_completed")
        model = pinned_model(unit.connection, current, assessment["model_digest"])
        if item_id not in {item.id for item in model.told}:
            raise TeuiError("told_unknown", item=item_id)
        day = unit.today if told else None
        row = hot.told_item(unit.connection, assessment_uid, item_id)
        if row is not None:
            unit.update("told", row["uid"], None, told_on=day)
        elif told:
            unit.insert("told", assessment_uid=assessment_uid, item=item_id, told_on=day)
        return day

    return desk.store.writer.submit("told", note)
