"""How the app looks: its own colours, more contrast, or none. No state is told by colour alone."""

from collections.abc import Sequence

from textual.app import App
from textual.filter import LineFilter, NoColor
from textual.theme import Theme

LOOKS = ("standard", "contrast", "mono")
MONO = "-mono"
CONTRAST = Theme(
    name="teui-contrast",
    primary="#66d9ff",
    secondary="#66d9ff",
    accent="#ffff00",
    warning="#ffb000",
    error="#ff8080",
    success="#7fff7f",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#202020",
    text_alpha=1.0,
    variables={
        "teui-dim": "#ffffff",
        "teui-rule": "#b0b0b0",
        "teui-cursor": "#005f87",
        "input-cursor-background": "#ffff00",
        "input-cursor-foreground": "#000000",
    },
)
DEFAULTS = {
    "teui-dim": "#e0e0e0 65%",
    "teui-rule": "#e0e0e0 35%",
    "teui-cursor": "#0178d4 45%",
}
"""What a theme says of ours, where it says nothing."""
_NO_COLOR: Sequence[LineFilter] = (NoColor(),)


class Looking(App[None]):
    """An app that can change its look. Where NO_COLOR is set, it never has colours."""

    def __init__(self) -> None:
        super().__init__()
        self.look = "standard"
        self.register_theme(CONTRAST)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return DEFAULTS

    def get_line_filters(self) -> Sequence[LineFilter]:
        return _NO_COLOR if self.has_class(MONO) else super().get_line_filters()

    def put_on(self, look: str) -> None:
        """Take a look of `LOOKS`; an unknown one is the standard."""
        self.look = look if look in LOOKS else LOOKS[0]
        self.set_class(self.no_color or self.look == "mono", MONO)
        self.theme = CONTRAST.name if self.look == "contrast" else "textual-dark"
        # Painted lines are kept by their styles, not by what the filter makes of them.
        for screen in self.screen_stack:
            for widget in screen.walk_children():
                widget.refresh(repaint=True)
                widget.notify_style_update()
