"""`python -m teui.store.record FILE`: writes the models' statements, to record a revision's schema.

What is recorded stays as it is; a later change of the models is a migration of its own.
"""

import sys
from pathlib import Path

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from teui.store.tables import METADATA


def statements() -> list[str]:
    """CREATE statements of every table, parents first, then its indexes by name."""
    dialect = sqlite.dialect()
    made: list[str] = []
    for table in METADATA.sorted_tables:
        made.append(str(CreateTable(table).compile(dialect=dialect)).strip())
        made += (
            str(CreateIndex(index).compile(dialect=dialect)).strip()
            for index in sorted(table.indexes, key=lambda index: str(index.name))
        )
    return [statement.replace("\t", "  ").replace(" \n", "\n") for statement in made]


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(";\n\n".join(statements()) + ";\n", encoding="utf-8")
