"""What was done and what it changed: rows that are only ever added."""

from typing import ClassVar

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from teui.store.tables.base import Row


class ActRow(Row, table=True):
    """One act; `seq` counts within its `origin`, and order never comes from the clock."""

    __tablename__: ClassVar[str] = "act"
    __table_args__ = (UniqueConstraint("origin", "seq"),)

    seq: int
    at: str
    adviser_uid: str = Field(foreign_key="adviser.uid", index=True)
    origin: str
    kind: str
    undoes: str | None = Field(default=None, foreign_key="act.uid", index=True)
    prev_hash: str
    hash: str


class ChangeRow(SQLModel, table=True):
    """One field of one row, `old` and `new` as JSON; known by its act and `position` there.

    Values and salt are blank once `erased_by` names the act that erased them.
    """

    __tablename__: ClassVar[str] = "change"
    __table_args__ = (
        UniqueConstraint("act_uid", "position"),
        Index(None, "entity_uid", "entity"),
    )

    id: int | None = Field(default=None, primary_key=True)
    act_uid: str = Field(foreign_key="act.uid")
    position: int
    entity: str
    entity_uid: str
    field: str
    old: str | None = None
    new: str | None = None
    salt: str | None = None
    digest: str
    erased_by: str | None = Field(default=None, foreign_key="act.uid")


class ViewLog(Row, table=True):
    """Who opened which client, and when. Standing in a list is no view."""

    __tablename__: ClassVar[str] = "view_log"

    client_uid: str = Field(foreign_key="client.uid", index=True)
    adviser_uid: str = Field(foreign_key="adviser.uid", index=True)
    at: str
    origin: str
