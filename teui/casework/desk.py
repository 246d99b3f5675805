"""Where an adviser sits: the store, the clock, who works here, and the practice model."""

import getpass
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from teui.clock import Clock
from teui.errors import StoreError
from teui.store.hot import office as hot
from teui.store.keyfile import key_path, make_key, read_key
from teui.store.store import Founders, Numbers, Store, StoreKind, create_store, open_store

if TYPE_CHECKING:
    from teui.practice.model import PracticeModel

MODEL = "te-2013"
ADVISER = "adviser"
"""The setting that says who works at this desk."""
STORE_VARIABLE = "TEUI_STORE"
KEY_VARIABLE = "TEUI_KEY_FILE"
# A number and no word, so that it reads in every language.
_FIRST_TEAM = "1"


@dataclass(frozen=True, slots=True)
class Person:
    """An adviser or a team: uid and name."""

    uid: str
    name: str


@dataclass(frozen=True)
class Desk:
    """What casework is done with; handed to every task."""

    store: Store
    clock: Clock
    adviser: Person
    team: Person

    @property
    def model_id(self) -> str:
        """The id of the practice model in use, known without loading it."""
        return MODEL

    @property
    def model(self) -> "PracticeModel":
        """The practice model in use with the office's own numbers, as they were last read."""
        from teui.casework.office_numbers import office_model
        from teui.practice.load import load_model

        numbers = self.store.numbers
        return office_model(load_model(MODEL), self.learn_numbers() if numbers is None else numbers)

    def learn_numbers(self) -> Numbers:
        """Read the office's own numbers from the store; whoever changes one lets them be read."""
        from teui.casework.office_numbers import kept_numbers

        self.store.numbers = kept_numbers(self.store.read())
        return self.store.numbers


def open_desk(
    location: str | None,
    *,
    clock: Clock,
    founders: Founders | None = None,
    environment: Mapping[str, str] = os.environ,
) -> Desk:
    """The desk of the store at `location`, else at TEUI_STORE, else in the user's data folder.

    The one in the data folder is made on first use, with `founders`. Raises StoreError as
    `open_store` does.
    """
    try:
        store = open_existing(location, clock=clock, environment=environment)
    except StoreError as error:
        if error.code != "store_missing" or location or environment.get(STORE_VARIABLE):
            raise
        path = place(location, environment)
        key_file = key_file_of(path, environment)
        store = make_store(path, "real", founders or founders_named(), clock, key_file=key_file)
    return desk_of(store)


def open_existing(
    location: str | None, *, clock: Clock, environment: Mapping[str, str] = os.environ
) -> Store:
    """The store that is meant, with its key; never makes one. Raises StoreError."""
    path = place(location, environment)
    key_file = key_file_of(path, environment)
    key = read_key(key_file) if key_file.exists() or KEY_VARIABLE in environment else None
    return open_store(path, key=key, clock=clock)


def desk_of(store: Store) -> Desk:
    """The desk of the adviser who works at it."""
    row = hot.person(store.read(), store.adviser)
    assert row is not None, store.adviser
    adviser, team = Person(row["uid"], row["name"]), Person(row["team_uid"], row["team_name"])
    return Desk(store, store.clock, adviser, team)


def desk_anew(desk: Desk) -> Desk:
    """The desk as the store has it now: who sits there, by which name and in which team."""
    seated = hot.setting(desk.store.read(), ADVISER)
    assert seated is not None
    desk.store.adviser = seated["value"]
    return replace(desk_of(desk.store), clock=desk.clock)


def place(location: str | None, environment: Mapping[str, str] = os.environ) -> Path:
    """The path of the store that is meant. Raises StoreError `store_no_url` for an address."""
    named = location or environment.get(STORE_VARIABLE)
    if named and "://" in named:
        raise StoreError("store_no_url", location=named.partition("://")[0] + "://…")
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("teui", appauthor=False) / "teui.db"


def key_file_of(path: Path, environment: Mapping[str, str] = os.environ) -> Path:
    """Where the key of the store at `path` is looked for: TEUI_KEY_FILE, else beside it."""
    named = environment.get(KEY_VARIABLE)
    return Path(named).expanduser() if named else key_path(path)


def founders_named(adviser: str | None = None, team: str | None = None) -> Founders:
    """Who a new store begins with; names not given are the login name and a first team."""
    try:
        login = getpass.getuser()
    except (OSError, KeyError, ImportError):
        login = ""
    return Founders(adviser or login or _FIRST_TEAM, team or _FIRST_TEAM, login)


def make_store(
    path: Path,
    kind: StoreKind,
    founders: Founders,
    clock: Clock,
    *,
    key_file: Path | None = None,
) -> Store:
    """Make and open a store. A real one is keyed from the start; others where `key_file` is given.

    A key file that is there already is used, never overwritten.
    """
    wanted = key_file or (key_path(path) if kind == "real" else None)
    key = None
    if wanted is not None:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        wanted.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        key = make_key(wanted)
    return create_store(path, key=key, clock=clock, kind=kind, founders=founders)
