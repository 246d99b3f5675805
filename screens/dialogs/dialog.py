"""What all dialogs share: a box in the middle, Esc leaves with nothing chosen."""

from typing import TypeVar

from textual.screen import ModalScreen

from screens.keyed import Keyed

T = TypeVar("T")


class Dialog(Keyed[T | None], ModalScreen[T | None]):
    """A modal screen that returns a value, None where the adviser left it by Esc."""

    CSS_PATH = "dialog.tcss"

    def action_cancel(self) -> None:
        self.dismiss(None)
