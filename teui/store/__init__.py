"""The store: driver, tables, migrations, writer, and what a key waits for."""
