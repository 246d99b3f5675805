"""What all dialogs share: a box in the middle, Esc leaves with nothing chosen."""

from collections.abc import Iterable
from typing import TypeVar

from textual.screen import ModalScreen

from screens.keyed import Keyed
from screens.keys import IN_DIALOGS, Key

T = TypeVar("T")


class Dialog(Keyed[T | None], ModalScreen[T | None]):
    """A modal screen that returns a value, None where the adviser left it by Esc."""

    CSS_PATH = "dialog.tcss"

    def keys_here(self) -> Iterable[Key]:
        return (*self.KEYS, *IN_DIALOGS)

    def action_cancel(self) -> None:
        self.dismiss(None)
