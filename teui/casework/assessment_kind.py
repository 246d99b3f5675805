"""Of which kind an assessment is: as the rule has it, or another one with a reason (S1 ch. 2)."""

from concurrent.futures import Future
from dataclasses import dataclass

from teui.assessment import suggest
from teui.casework.desk import Desk
from teui.casework.followups import refresh
from teui.casework.record import read_record
from teui.errors import StoreError, TeuiError
from teui.followup.history import History
from teui.practice.model import Answers, Kind, Value
from teui.practice.reads import questions_in, with_what_they_hang_on
from teui.store.hot import stages as hot
from teui.store.hot.client_record import customerships
from teui.store.unit import Unit

INTEGRATION: Kind = "integration"
START = "start.date"


@dataclass(frozen=True, slots=True)
class KindChoice:
    """What can be begun with a client: the kind as the rule has it first, then the other one."""

    by_rule: Kind
    other: Kind


def needs_reason(rule: str | None, kind: Kind) -> bool:
    """Whether a kind is another than the `rule` has it: `general`, `integration`, None: not known.

    While it is not known none is another.
    """
    return rule is not None and (rule == INTEGRATION) != (kind == INTEGRATION)


def to_choose(desk: Desk, client_uid: str, customership: str) -> KindChoice | None:
    """The two kinds, where an integration assessment is to be begun by what is known; else None.

    None too once one was held in this job search, or another kind chosen in its place.
    """
    history = _history(desk, customership)
    if any(each.kind == INTEGRATION or each.chosen for each in history.held):
        return None
    known = {**_known_before(desk, client_uid, customership), **history.early_answers}
    known |= history.answers
    if START not in known:
        return None
    if suggest(desk.model, known, desk.clock.today(), "first").assessment != INTEGRATION:
        return None
    return KindChoice(INTEGRATION, "first" if history.decision is None else "reassessment")


def _history(desk: Desk, customership: str) -> History:
    return read_record(desk.store.read(), desk.model, customership, desk.clock.today()).history


def _known_before(desk: Desk, client_uid: str, customership: str) -> Answers:
    """What earlier job searches say of the questions that the rule reads; days of theirs do not."""
    rule = desk.model.integration
    read = with_what_they_hang_on(set(questions_in(rule)), desk.model.questions) - {START}
    known: dict[str, Value] = {}
    for row in reversed(customerships(desk.store.read(), client_uid)):
        if row["uid"] != customership:
            answers = _history(desk, row["uid"]).answers
            known |= {name: value for name, value in answers.items() if name in read}
    return known


def turn(
    desk: Desk, assessment_uid: str, kind: Kind, rule: str | None, reason: str | None = None
) -> Future[None]:
    """Make a draft one of another kind; its answers stay. `rule` is the kind that its answers say.

    From the future: TeuiError `kind_needs_reason` where it is another than the rule has it,
    `assessment_completed`; StoreError `assessment_unknown`.
    """
    model = desk.model
    because = (reason or "").strip() or None

    def write(unit: Unit) -> None:
        found = hot.kind(unit.connection, assessment_uid)
        if found is None:
            raise StoreError("assessment_unknown", assessment=assessment_uid)
        if found["state"] != "draft":
            raise TeuiError("assessment_completed")
        is_other = needs_reason(rule, kind)
        if is_other and because is None:
            raise TeuiError("kind_needs_reason")
        holder = found["adviser_uid"] or (unit.adviser if kind == INTEGRATION else None)
        unit.update(
            "assessment",
            assessment_uid,
            found["version"],
            kind=kind,
            kind_reason=because if is_other else None,
            adviser_uid=holder,
        )
        refresh(unit, model, found["customership_uid"])

    return desk.store.writer.submit("kind_changed", write)
