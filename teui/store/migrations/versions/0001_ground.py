"""The ground: every table of the first release, as recorded beside this file."""

from alembic import op

from teui.store.schema import recorded

revision = "0001"
down_revision = None


def upgrade() -> None:
    for statement in recorded(revision):
        op.execute(statement)
