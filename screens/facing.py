"""What the client may see when the screen is turned: nothing of others, nothing private."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult

from screens.frame import Frame
from screens.keys import COMMON, Key
from screens.widgets import facing_lines
from screens.widgets.lines import Lines, Span, line, wrap
from screens.widgets.page import Page
from teui.practice.line_interview import form_of
from teui.practice.model import LINE

if TYPE_CHECKING:
    from teui.casework.client_facing import Facing

KEPT = frozenset({"language", "look", "leave", "keys"})
"""Common keys that show nobody else: undo names other clients, palette and search lead to them."""


class ClientFacing(Frame):
    """The page of one client, or a blank one; the screen below stays as it was."""

    CSS_PATH = "facing.tcss"
    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("scroll", "down", "move(1)", "↑↓", foot=0),
        Key("scroll_up", "up", "move(-1)", "↑"),
        Key("page", "pagedown", "move_page(1)", "PgDn"),
        Key("page_up", "pageup", "move_page(-1)", "PgUp"),
        Key("show_sensitive", "1", "open('sensitive')", "1", foot=0),
        Key("show_suggestion", "2", "open('suggestion')", "2", foot=0),
        Key("turn_back", "f9,escape", "back", "F9", foot=1, local=False),
        *(key for key in COMMON if key.id in KEPT),
    )

    def __init__(self, client_uid: str | None) -> None:
        super().__init__()
        self._client_uid = client_uid
        self._facing: Facing | None = None
        self._opened: frozenset[str] = frozenset()

    def compose(self) -> ComposeResult:
        yield Lines(id="head")
        yield Lines(id="rule-top")
        yield Page(id="page")
        yield Lines(id="rule-foot")
        yield Lines(id="foot")

    @property
    def page(self) -> Page:
        return self.query_one(Page)

    def refresh_data(self) -> None:
        self.run_worker(self._load(), exclusive=True, group="read")

    async def _load(self) -> None:
        from teui.casework import client_facing

        client_uid = self._client_uid
        if client_uid is not None:
            desk = self.desk
            self._facing = await self.read(lambda: client_facing.load(desk, client_uid))
        self.paint()

    def paint(self) -> None:
        t, width, facing = self.t, self.size.width, self._facing
        name = facing.client.name if facing else t("facing.title")
        self.paint_frame(line(Span(f" {name}", "strong")))
        rule = line(Span("─" * width, "rule"))
        for pane in ("rule-top", "rule-foot"):
            self.query_one(f"#{pane}", Lines).show([rule])
        lines = []
        if facing is not None:
            model = form_of(self.desk.model, LINE)
            lines = facing_lines.page(t, model, facing, width, self._opened)
        if not lines:
            lines = [line(f" {each}") for each in wrap(t("facing.nothing"), width - 2, 3)]
        self.page.set_lines(lines)

    def action_move(self, steps: int) -> None:
        self.page.move(steps)

    def action_move_page(self, pages: int) -> None:
        self.page.move_page(pages)

    def action_open(self, part: str) -> None:
        """Show what waits to be asked for, and bring it into view; pressed again it is closed."""
        self._opened ^= {part}
        self.paint()
        if part in self._opened:
            self.page.bring_line(facing_lines.heading(self.t, part))
