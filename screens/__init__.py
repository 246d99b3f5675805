"""The Textual app: one screen a module, its style sheet beside it."""
