"""What goes on inside a customership: services, work beside the job search, steps to a business."""

from teui.store.driver import Connection, Row
from teui.store.hot.statement import Statement, selected


def _columns(table: str, names: str) -> dict[str, str]:
    return {name: f"{table}.{name}" for name in names.split()}


_USE = _columns(
    "service_use",
    "uid version service provider aim state line starts_on ends_on ended_on last_part result"
    " end_reason client_judgement adviser_judgement partner_judgement provider_feedback"
    " need_changed judged_on next_step",
)
_WORK = _columns(
    "work_spell",
    "uid version kind employer title starts_on ends_on ended_on last_part need judged_on",
)
_STEP = _columns("business_step", "uid version step planned_on done_on note")
_ITEM = _columns("plan_item", "uid text service provider by_date")

USES = Statement(
    f"SELECT {selected(_USE)} FROM service_use"
    " WHERE service_use.customership_uid = :customership AND service_use.removed = 0"
    " ORDER BY COALESCE(service_use.ended_on, service_use.starts_on), service_use.uid",
    _USE,
)
WORK = Statement(
    f"SELECT {selected(_WORK)} FROM work_spell"
    " WHERE work_spell.customership_uid = :customership AND work_spell.removed = 0"
    " ORDER BY work_spell.starts_on DESC, work_spell.uid",
    _WORK,
)
STEPS = Statement(
    f"SELECT {selected(_STEP)} FROM business_step"
    " WHERE business_step.customership_uid = :customership",
    _STEP,
)
# A row of the plan keeps its position through all versions; one taken over stands in its use.
IN_PLAN = Statement(
    f"SELECT {selected(_ITEM)} FROM plan"
    " JOIN plan_revision ON plan_revision.plan_uid = plan.uid"
    " JOIN plan_item ON plan_item.revision_uid = plan_revision.uid"
    " WHERE plan.customership_uid = :customership AND plan_item.service IS NOT NULL"
    " AND plan_item.removed = 0 AND plan_item.done_on IS NULL"
    " AND plan_revision.number = (SELECT max(latest.number) FROM plan_revision AS latest"
    " WHERE latest.plan_uid = plan.uid)"
    " AND NOT EXISTS (SELECT 1 FROM service_use JOIN plan_item AS taken"
    " ON taken.uid = service_use.plan_item_uid JOIN plan_revision AS then_"
    " ON then_.uid = taken.revision_uid"
    " WHERE service_use.customership_uid = plan.customership_uid AND service_use.removed = 0"
    " AND then_.plan_uid = plan.uid AND taken.position = plan_item.position"
    " AND taken.service = plan_item.service)"
    " ORDER BY plan_item.position, plan_item.uid",
    _ITEM,
)


def _lived(table: str, columns: dict[str, str], where: str) -> Statement:
    """What happened to the rows of a client: a row a field that an act set, with its instant."""
    named = {
        **columns,
        "field": "change.field",
        "new": "change.new",
        "act_kind": "act.kind",
        "at": "act.at",
        "adviser_name": "adviser.name",
    }
    return Statement(
        f"SELECT {selected(named)} FROM customership"
        f" JOIN {table} ON {table}.customership_uid = customership.uid"
        f" JOIN change ON change.entity_uid = {table}.uid AND change.entity = '{table}'"
        " JOIN act ON act.uid = change.act_uid JOIN adviser ON adviser.uid = act.adviser_uid"
        f" WHERE customership.client_uid = :client AND {where}"
        " AND change.new IS NOT NULL AND change.new <> 'null'"
        " AND act.kind NOT IN ('undo', 'redo')"
        " AND NOT EXISTS (SELECT 1 FROM act AS undo WHERE undo.undoes = act.uid"
        " AND NOT EXISTS (SELECT 1 FROM act AS redo WHERE redo.undoes = undo.uid))"
        " ORDER BY act.at, act.seq, change.position",
        named,
    )


LIVED_USES = _lived(
    "service_use",
    _USE,
    "service_use.removed = 0 AND change.field IN ('state', 'judged_on')",
)
LIVED_WORK = _lived(
    "work_spell",
    _WORK,
    "work_spell.removed = 0 AND (change.field = 'ended_on'"
    " OR act.kind = 'work_begun' AND change.field = 'starts_on')",
)
LIVED_STEPS = _lived("business_step", _STEP, "change.field = 'done_on'")


def uses(connection: Connection, customership: str) -> list[Row]:
    """The services that were not taken out, by the day of their end, else of their start."""
    return USES.all(connection, customership=customership)


def work(connection: Connection, customership: str) -> list[Row]:
    """The work beside the job search, the latest first."""
    return WORK.all(connection, customership=customership)


def steps(connection: Connection, customership: str) -> list[Row]:
    """The steps to a business that were written down, in no order."""
    return STEPS.all(connection, customership=customership)


def in_plan(connection: Connection, customership: str) -> list[Row]:
    """The rows of the plan's latest version that name a service nobody has taken over yet."""
    return IN_PLAN.all(connection, customership=customership)


def lived_uses(connection: Connection, client: str) -> list[Row]:
    """Services planned, begun, ended and judged, the latest last."""
    return LIVED_USES.all(connection, client=client)


def lived_work(connection: Connection, client: str) -> list[Row]:
    """Work written down and ended, the latest last."""
    return LIVED_WORK.all(connection, client=client)


def lived_steps(connection: Connection, client: str) -> list[Row]:
    """Steps to a business that were reached, the latest last."""
    return LIVED_STEPS.all(connection, client=client)
