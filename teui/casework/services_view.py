"""What goes on inside a customership, as a screen shows it."""

from datetime import date

from teui.casework import clients
from teui.casework.desk import Desk
from teui.casework.put_forward import Forward, put_forward
from teui.casework.services_values import (
    BusinessStep,
    InPlan,
    ServicesView,
    ServiceUse,
    WorkSpell,
)
from teui.errors import StoreError
from teui.store.driver import Row
from teui.store.hot import case
from teui.store.hot import services as hot
from teui.store.values import day_of


def load(desk: Desk, customership_uid: str) -> ServicesView:
    """Everything that goes on; raises StoreError `customership_unknown`."""
    connection = desk.store.read()
    row = case.case(connection, customership_uid)
    if row is None:
        raise StoreError("customership_unknown", customership=customership_uid)
    written = {each["step"]: _step(each) for each in hot.steps(connection, customership_uid)}
    path = [*desk.model.service_life.business_steps, *written] if written else []
    return ServicesView(
        client=clients.header(desk, row["client_uid"]),
        customership_uid=customership_uid,
        line=row["line"],
        uses=tuple(_use(each) for each in hot.uses(connection, customership_uid)),
        in_plan=tuple(_in_plan(each) for each in hot.in_plan(connection, customership_uid)),
        work=tuple(_spell(each) for each in hot.work(connection, customership_uid)),
        business=tuple(written.get(each, BusinessStep(each)) for each in dict.fromkeys(path)),
    )


def forward(desk: Desk, use: ServiceUse, on_line: int | None) -> Forward:
    """What is put forward after a service, for a client who is on a line now."""
    return put_forward(
        desk.model,
        use.service,
        sent_by=use.line,
        on_line=on_line,
        result=use.result,
        need_changed=use.need_changed,
    )


def _use(row: Row) -> ServiceUse:
    return ServiceUse(
        uid=row["uid"],
        service=row["service"],
        state=row["state"],
        provider=row["provider"],
        aim=row["aim"],
        line=row["line"],
        starts_on=day_of(row["starts_on"]),
        ends_on=day_of(row["ends_on"]),
        ended_on=day_of(row["ended_on"]),
        last_part=row["last_part"],
        result=row["result"],
        end_reason=row["end_reason"],
        client_judgement=row["client_judgement"],
        adviser_judgement=row["adviser_judgement"],
        partner_judgement=row["partner_judgement"],
        provider_feedback=row["provider_feedback"],
        need_changed=None if row["need_changed"] is None else bool(row["need_changed"]),
        judged_on=day_of(row["judged_on"]),
        next_step=row["next_step"],
    )


def _in_plan(row: Row) -> InPlan:
    return InPlan(row["uid"], row["service"], row["text"], row["provider"], day_of(row["by_date"]))


def _spell(row: Row) -> WorkSpell:
    return WorkSpell(
        uid=row["uid"],
        kind=row["kind"],
        employer=row["employer"],
        title=row["title"],
        starts_on=date.fromisoformat(row["starts_on"]),
        ends_on=day_of(row["ends_on"]),
        ended_on=day_of(row["ended_on"]),
        last_part=row["last_part"],
        need=row["need"],
        judged_on=day_of(row["judged_on"]),
    )


def _step(row: Row) -> BusinessStep:
    return BusinessStep(
        row["step"],
        row["uid"],
        day_of(row["planned_on"]),
        day_of(row["done_on"]),
        row["note"],
    )
