"""SQL for what a person waits for at a key, by subject: text on the driver, no ORM.

Tests run every statement against the migrated schema, compare its columns with the models and pin
its query plan.
"""
