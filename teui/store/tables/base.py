"""What every table shares. The naming convention stands before the first model is made."""

from typing import Any

from sqlalchemy import MetaData
from sqlmodel import Field, SQLModel

SQLModel.metadata.naming_convention = {  # Alembic finds constraints by these names.
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
METADATA: MetaData = SQLModel.metadata


class Row(SQLModel):
    """A row known by its `uid` (UUIDv7); `id` is this store's own and never leaves it.

    Days are dates, instants UTC text with milliseconds, structures JSON text.
    """

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True, max_length=36)


class Versioned(Row):
    """A row that may change: `version` rises by one with every change."""

    version: int = 1


def defaulted(value: str | int) -> Any:  # noqa: ANN401 - as sqlmodel.Field
    """A field that the database itself fills with `value` where an insert leaves it out."""
    return Field(default=value, sa_column_kwargs={"server_default": str(value)})
