"""The store: one encrypted SQLite file, its history, and the one thread that writes to it."""
