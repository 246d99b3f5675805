"""What the client said before, the talks and stages of an interview, the marks of a note."""

from alembic import op

from teui.store.rebuild import create, rebuild

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    for table in ("assessment", "answer", "note"):
        rebuild(op.get_bind(), table, revision)
    for table in ("talk", "assessment_stage"):
        create(op.get_bind(), table, revision)
