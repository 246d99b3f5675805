"""What is under way in a customership beside its plan, as far as follow-ups look at it."""

from teui.store.driver import Connection, Row
from teui.store.hot.statement import Statement, selected


def _columns(table: str, names: str) -> dict[str, str]:
    return {name: f"{table}.{name}" for name in names.split()}


_SERVICE = {
    **_columns("service_use", "uid service state starts_on ends_on ended_on last_part judged_on"),
    "position": "plan_item.position",
    "plan_uid": "plan_revision.plan_uid",
}
_WORK = _columns(
    "work_spell", "uid kind employer title starts_on ends_on ended_on last_part judged_on"
)
_OFFER = _columns("job_offer", "uid title employer offered_on apply_by outcome_on")
_HANDOVER = {
    **_columns("handover", "uid agreed_on goes_over_on to_adviser_uid to_team_uid acknowledged_on"),
    "sender": "adviser.name",
}
_STATEMENT = _columns("statement", "uid matter fact asked_on given_on")
_STEP = _columns("business_step", "uid step planned_on done_on")

SERVICES = Statement(
    f"SELECT {selected(_SERVICE)} FROM service_use"
    " LEFT JOIN plan_item ON plan_item.uid = service_use.plan_item_uid"
    " LEFT JOIN plan_revision ON plan_revision.uid = plan_item.revision_uid"
    " WHERE service_use.customership_uid = :customership AND service_use.removed = 0"
    " ORDER BY service_use.id",
    _SERVICE,
)
WORK = Statement(
    f"SELECT {selected(_WORK)} FROM work_spell"
    " WHERE work_spell.customership_uid = :customership AND work_spell.removed = 0"
    " ORDER BY work_spell.id",
    _WORK,
)
OFFERS = Statement(
    f"SELECT {selected(_OFFER)} FROM job_offer"
    " WHERE job_offer.customership_uid = :customership AND job_offer.removed = 0"
    " ORDER BY job_offer.id",
    _OFFER,
)
HANDOVERS = Statement(
    f"SELECT {selected(_HANDOVER)} FROM handover"
    " JOIN adviser ON adviser.uid = handover.from_adviser_uid"
    " WHERE handover.customership_uid = :customership AND handover.removed = 0"
    " ORDER BY handover.id",
    _HANDOVER,
)
STATEMENTS = Statement(
    f"SELECT {selected(_STATEMENT)} FROM statement"
    " WHERE statement.customership_uid = :customership AND statement.removed = 0"
    " ORDER BY statement.id",
    _STATEMENT,
)
BUSINESS_STEPS = Statement(
    f"SELECT {selected(_STEP)} FROM business_step"
    " WHERE business_step.customership_uid = :customership ORDER BY business_step.step",
    _STEP,
)


def services(connection: Connection, customership: str) -> list[Row]:
    """Its services with the row of the plan that each came from."""
    return SERVICES.all(connection, customership=customership)


def work(connection: Connection, customership: str) -> list[Row]:
    return WORK.all(connection, customership=customership)


def offers(connection: Connection, customership: str) -> list[Row]:
    return OFFERS.all(connection, customership=customership)


def handovers(connection: Connection, customership: str) -> list[Row]:
    """The latest last, each with the name of who handed the client over."""
    return HANDOVERS.all(connection, customership=customership)


def statements(connection: Connection, customership: str) -> list[Row]:
    """The labour-policy statements asked for."""
    return STATEMENTS.all(connection, customership=customership)


def business_steps(connection: Connection, customership: str) -> list[Row]:
    return BUSINESS_STEPS.all(connection, customership=customership)
