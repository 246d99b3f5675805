"""The office: its teams and advisers, its settings, the practice models that it has used."""

from datetime import date
from typing import ClassVar

from sqlmodel import Field

from teui.store.tables.base import Versioned


class Team(Versioned, table=True):
    __tablename__: ClassVar[str] = "team"

    name: str


class Adviser(Versioned, table=True):
    """Somebody who works here, or has until `left_on`."""

    __tablename__: ClassVar[str] = "adviser"

    name: str
    login: str
    team_uid: str = Field(foreign_key="team.uid", index=True)
    left_on: date | None = None


class Setting(Versioned, table=True):
    """`kind` of the store, `origin` (this device), `adviser` (who works at this desk)."""

    __tablename__: ClassVar[str] = "setting"

    key: str = Field(unique=True)
    value: str


class StoredModel(Versioned, table=True):
    """A practice model as it was when first used; `content` is its data files."""

    __tablename__: ClassVar[str] = "practice_model"

    model_id: str
    model_version: str
    digest: str = Field(unique=True)
    content: str
