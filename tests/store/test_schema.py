"""Recorded statements, migrations and models agree; which schema is current is a constant."""

import contextlib
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from teui.store import migrate, schema
from teui.store.driver import Connection, connect, mark_as_ours
from teui.store.record import statements
from teui.store.store import Store
from teui.store.tables import METADATA, Versioned


def _schema(connection: Connection) -> dict[str, str]:
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {row["name"]: " ".join(row["sql"].split()) for row in rows}


def _migrated(path: Path) -> Connection:
    """A store that came to its schema from nothing, by every migration in turn."""
    connection = connect(path, None, write=True, make=True)
    mark_as_ours(connection)
    connection.execute(
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL,"
        " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
    )
    migrate.run(connection, path, to="head")
    return connection


def test_a_fresh_store_has_the_schema_that_migrations_lead_to(store: Store, tmp_path: Path) -> None:
    with contextlib.closing(_migrated(tmp_path / "migrated.db")) as migrated:
        assert _schema(store.read()) == _schema(migrated)


def test_the_schema_is_that_of_the_models(store: Store) -> None:
    engine = create_engine("sqlite://", creator=store.read, module=dbapi2, poolclass=StaticPool)
    derived = ("alembic_version", "client_search", "note_search")
    with engine.connect() as bound:
        context = MigrationContext.configure(
            bound,
            opts={
                "include_name": lambda name, kind, _: (
                    kind != "table" or not str(name).startswith(derived)
                )
            },
        )
        assert compare_metadata(context, METADATA) == []


def test_the_recorded_statements_are_those_of_the_models() -> None:
    assert schema.recorded(schema.HEAD) == statements()


def test_the_constants_are_the_migrations_own() -> None:
    config = Config()
    config.set_main_option("script_location", str(migrate.SCRIPTS))
    config.set_main_option("path_separator", "os")
    scripts = ScriptDirectory.from_config(config)

    assert scripts.get_current_head() == schema.HEAD
    numbers = [script.revision for script in scripts.walk_revisions()]
    assert tuple(reversed(numbers)) == schema.REVISIONS


def test_every_constraint_has_a_name_that_a_migration_can_use() -> None:
    for table in METADATA.tables.values():
        assert all(constraint.name for constraint in table.constraints)


def test_every_table_but_the_history_has_uid_and_version() -> None:
    known = {model.__tablename__ for model in Versioned.__subclasses__()}
    assert METADATA.tables.keys() - known == {"act", "change", "view_log"}
    for table in METADATA.tables.values():
        targets = {key.target_fullname.partition(".")[2] for key in table.foreign_keys}
        assert targets <= {"uid", "digest"}
        assert "uid" in table.columns or table.name == "change"


@pytest.mark.parametrize("table", sorted(METADATA.tables))
def test_every_foreign_key_has_an_index(store: Store, table: str) -> None:
    indexed = {
        store.read().execute(f"PRAGMA index_info({row['name']})").fetchall()[0]["name"]
        for row in store.read().execute(f"PRAGMA index_list({table})").fetchall()
    }
    rarely_followed = {"model_digest", "decided_by", "erased_by", "team_uid", "adviser_uid"}
    keys = {key.parent.name for key in METADATA.tables[table].foreign_keys}
    assert keys - rarely_followed <= indexed
