"""What stands over a screen in a window that cannot show it whole."""

from textual.geometry import Size

from screens.widgets.lines import Lines, Span, line, wrap
from teui.practice.texts import Texts

LEAST = Size(80, 24)


def is_too_small(size: Size) -> bool:
    """Every screen is laid out for `LEAST` and more."""
    return size.width < LEAST.width or size.height < LEAST.height


class TooSmall(Lines):
    """Says how large the window is and has to be; what was typed is still there underneath."""

    def tell(self, t: Texts, size: Size) -> None:
        words = t("frame.too_small", width=size.width, height=size.height, **_least())
        wrapped = wrap(words, max(size.width - 2, 8), max(size.height, 1))
        self.show([line(" ", Span(each, "warn")) for each in wrapped])


def _least() -> dict[str, int]:
    return {"least_width": LEAST.width, "least_height": LEAST.height}
