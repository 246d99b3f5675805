"""Migrations: numbered, forward only, each run by `teui.store.migrate` in one transaction."""
