"""One module a task of the adviser: the only caller of the writer."""
