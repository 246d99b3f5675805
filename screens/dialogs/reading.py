"""A text in full, where a row has room for its beginning alone."""

from screens.dialogs.page_dialog import PageDialog
from screens.widgets.lines import Line, Span, line, wrap
from screens.words import Words, in_words
from teui.practice.texts import Texts


class Reading(PageDialog):
    """Shows a title and a text."""

    def __init__(self, title: Words, text: Words) -> None:
        def make(t: Texts, width: int) -> list[Line]:
            heading = [line(Span(part, "strong")) for part in wrap(in_words(t, title), width)]
            return [*heading, (), *(line(part) for part in wrap(in_words(t, text), width))]

        super().__init__(make)
