"""Modal screens that return a value."""
