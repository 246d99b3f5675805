"""The least that a key can cost in Textual: one Input and nothing else."""

from textual.app import App, ComposeResult
from textual.widgets import Input

import screens  # noqa: F401 - sets what the app sets before Textual is imported


class Bare(App[None]):
    def compose(self) -> ComposeResult:
        yield Input(placeholder="ready")


if __name__ == "__main__":
    Bare().run()
