"""What newer rules change for an interview that was begun by older ones; a key moves it there."""

from typing import ClassVar

from screens.dialogs.page_dialog import PageDialog
from screens.keys import Key
from screens.widgets.newer_lines import newer_lines
from teui.casework.newer_model import Newer

MOVE = "move"


class NewerModel(PageDialog):
    """Returns `MOVE`, None where the adviser stays with the rules of the beginning."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("move_to_newer", "1,enter", "move_to_newer", "1", foot=0),
        *(key for key in PageDialog.KEYS if key.id != "back"),
        Key("stay", "escape", "cancel", "Esc", foot=0),
    )

    def __init__(self, newer: Newer) -> None:
        super().__init__(lambda t, width: newer_lines(t, newer, width))

    def action_move_to_newer(self) -> None:
        self.dismiss(MOVE)
