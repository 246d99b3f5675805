"""What the client was told, follow-ups by hand, who provides a planned service, who has left."""

from alembic import op

from teui.store.rebuild import create, rebuild

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    for table in ("adviser", "plan_item", "follow_up"):
        rebuild(op.get_bind(), table, revision)
    create(op.get_bind(), "told", revision)
