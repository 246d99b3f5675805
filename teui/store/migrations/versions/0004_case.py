"""The case after the interview: services, work and offers to their end, handing over, copying."""

from alembic import op

from teui.store.rebuild import create, rebuild

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    for table in ("customership", "contact", "plan_item", "service_use", "job_offer"):
        rebuild(op.get_bind(), table, revision)
    for table in (
        "work_spell",
        "business_step",
        "handover",
        "consultation",
        "statement",
        "copied",
        "own_view",
    ):
        create(op.get_bind(), table, revision)
