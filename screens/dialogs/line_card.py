"""The card of a service line: what it is for, what it promises, how it serves, who answers."""

from typing import ClassVar

from screens.dialogs.page_dialog import PageDialog
from screens.frame import Frame
from screens.keys import Key
from screens.widgets.card_lines import card
from teui.practice.model import PracticeModel


class LineCard(PageDialog):
    """Opens on the line given by number; the digits lead to the other lines."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("card_of", "1,2,3", "card_of({key})", "1-3", foot=0),
        *PageDialog.KEYS,
    )

    def __init__(self, model: PracticeModel, number: int) -> None:
        super().__init__(lambda t, width: card(t, model, self.number, width))
        self._model = model
        self.number = number

    def action_card_of(self, number: int) -> None:
        if number in self._model.lines:
            self.number = number
            self.paint(from_top=True)


def show_card(screen: Frame, model: PracticeModel, number: int | None) -> None:
    """Open the card of a line over a screen; the first line's where there is none yet."""
    if model.lines:
        known = number if number is not None and number in model.lines else min(model.lines)
        screen.app.push_screen(LineCard(model, known))
