"""The job offers of a customership as a screen shows them, with readiness and possible needs."""

from dataclasses import dataclass
from datetime import date

from teui.assessment.offer_readiness import Case, Need, Readiness, Stop, needs, readiness
from teui.casework import clients
from teui.casework.clients import ClientHeader
from teui.casework.desk import Desk
from teui.casework.record import home_answers, pinned_model, recorded_answers
from teui.errors import StoreError
from teui.practice.model import Answers, Occupation, PracticeModel, Value
from teui.store.driver import Connection, Row
from teui.store.hot import case as case_hot
from teui.store.hot import offers as hot
from teui.store.values import day_of

__all__ = ["Need", "Offer", "OffersView", "Stop", "load", "ready_now"]


@dataclass(frozen=True, slots=True)
class Offer:
    """An offer made: `state` with the day `outcome_on` on which its outcome became known.

    `failed_by` is `client` or `employer`; `by` and `consulted` are names of advisers.
    """

    uid: str
    version: int
    title: str
    isco: str | None
    employer: str | None
    is_short: bool
    offered_on: date
    apply_by: date | None
    state: str
    outcome_on: date | None
    failed_reason: str | None
    failed_by: str | None
    consulted: str | None
    despite: str | None
    note: str | None
    by: str


@dataclass(frozen=True, slots=True)
class OffersView:
    """The offers, the latest first. `responsible` is the name of who answers for the client.

    `sought` is the first occupation that the client seeks, `failed` how many offers have failed in
    all, `needs` what is put forward for that.
    """

    client: ClientHeader
    customership_uid: str
    responsible: str
    ready: Readiness
    sought: Occupation | None
    offers: tuple[Offer, ...]
    failed: int
    needs: tuple[Need, ...]

    def offer(self, uid: object) -> Offer | None:
        """The offer with a uid, as the rows of a list are named."""
        return next((each for each in self.offers if each.uid == uid), None)

    @property
    def stops(self) -> tuple[Stop, ...]:
        return self.ready.stops


def load(desk: Desk, customership_uid: str) -> OffersView:
    """Raises StoreError `customership_unknown`."""
    connection, model, today = desk.store.read(), desk.model, desk.clock.today()
    row = _responsible(connection, customership_uid)
    answers = _answers(connection, model, customership_uid)
    made = tuple(_offer(each) for each in hot.of_customership(connection, customership_uid))
    failed = [each.failed_reason for each in made if has_failed(model, each.state)]
    return OffersView(
        client=clients.header(desk, row["client_uid"]),
        customership_uid=customership_uid,
        responsible=row["adviser_name"],
        ready=readiness(model, answers, _case(connection, row, desk.adviser.uid), today),
        sought=_sought(model, answers),
        offers=made,
        failed=len(failed),
        needs=needs(model, failed, today),
    )


def ready_now(
    connection: Connection, model: PracticeModel, customership_uid: str, adviser: str, today: date
) -> Readiness:
    """Whether the client is ready to be offered by `adviser`; StoreError `customership_unknown`."""
    row = _responsible(connection, customership_uid)
    answers = _answers(connection, model, customership_uid)
    return readiness(model, answers, _case(connection, row, adviser), today)


def has_failed(model: PracticeModel, state: str) -> bool:
    """Whether a state of an offer means that it failed; one of another practice model does not."""
    known = model.offers.states.get(state)
    return known is not None and known.means == "failed"


def _responsible(connection: Connection, customership_uid: str) -> Row:
    row = hot.responsible(connection, customership_uid)
    if row is None:
        raise StoreError("customership_unknown", customership=customership_uid)
    return row


def _case(connection: Connection, row: Row, adviser: str) -> Case:
    assessments = case_hot.assessments(connection, row["uid"])
    return Case(
        running=tuple(each["service"] for each in hot.running(connection, row["uid"])),
        is_assessed=any(each["state"] == "draft" for each in assessments),
        line=row["line"],
        is_responsible=row["adviser_uid"] == adviser,
    )


def _answers(connection: Connection, model: PracticeModel, customership: str) -> Answers:
    """The latest answer to each question, in assessments completed and then in a draft."""
    case = case_hot.case(connection, customership)
    given: dict[str, Value] = {} if case is None else dict(home_answers(model, case))
    assessments = case_hot.assessments(connection, customership)
    for row in sorted(assessments, key=lambda row: row["state"] == "draft"):
        pinned = pinned_model(connection, model, row["model_digest"])
        given |= recorded_answers(connection, pinned, row["uid"], row["kind"], given)
    return {name: value for name, value in given.items() if name in model.questions}


def _sought(model: PracticeModel, answers: Answers) -> Occupation | None:
    """The first occupation that the client seeks."""
    for question in model.offers.ready:
        value = answers.get(question)
        if model.questions[question].type == "occupations" and isinstance(value, tuple):
            return next((each for each in value if isinstance(each, Occupation)), None)
    return None


def _offer(row: Row) -> Offer:
    return Offer(
        uid=row["uid"],
        version=row["version"],
        title=row["title"],
        isco=row["isco"],
        employer=row["employer"],
        is_short=bool(row["is_short"]),
        offered_on=date.fromisoformat(row["offered_on"]),
        apply_by=day_of(row["apply_by"]),
        state=row["state"],
        outcome_on=day_of(row["outcome_on"]),
        failed_reason=row["failed_reason"],
        failed_by=row["failed_by"],
        consulted=row["consulted_name"],
        despite=row["despite"],
        note=row["note"],
        by=row["adviser_name"],
    )
