"""What is copied for the official client system: the pieces, and the text of the selected one."""

from typing import ClassVar

from textual.app import ComposeResult

from screens.frame import Frame
from screens.keys import COMMON, Key
from screens.widgets import copying_lines
from screens.widgets.lines import Lines, Span, line
from screens.widgets.page import Page
from screens.widgets.row_list import RowList
from teui.casework import copying
from teui.casework.copying import Piece

SOON = "block"
"""The group of workers that read the text of the selected piece."""


class Copying(Frame):
    """All pieces of the client `client_uid`; None: what of one's own clients waits to be copied."""

    CSS_PATH = "copying.tcss"
    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("copy_block", "y", "copy_block", "y", foot=0),
        Key("row", "down", "move(1)", "↑↓", foot=0),
        Key("row_up", "up", "move(-1)", "↑"),
        Key("page", "pagedown", "page(1)", "PgDn", foot=0),
        Key("page_up", "pageup", "page(-1)", "PgUp"),
        *COMMON,
    )

    def __init__(self, client_uid: str | None, pieces: tuple[Piece, ...]) -> None:
        super().__init__()
        self._client_uid = client_uid
        self.pieces = pieces
        self._shown: str | None = None

    def compose(self) -> ComposeResult:
        yield Lines(id="head")
        yield RowList(id="rows")
        yield Lines(id="rule")
        yield Page(id="block")
        yield Lines(id="rule-foot")
        yield Lines(id="foot")

    @property
    def client_in_view(self) -> str | None:
        return self._client_uid

    @property
    def rows(self) -> RowList:
        return self.query_one(RowList)

    @property
    def selected(self) -> Piece | None:
        return next((each for each in self.pieces if each.uid == self.rows.key), None)

    def refresh_data(self) -> None:
        self.run_worker(self._load(), exclusive=True, group="read")

    async def _load(self, step: int = 0) -> None:
        desk, client = self.desk, self._client_uid
        found = await self.read(
            lambda: copying.waiting(desk) if client is None else copying.of_client(desk, client)
        )
        if found is not None:
            self.pieces = found
            self.paint()
            self.action_move(step)

    def paint(self) -> None:
        t, width = self.t, self.size.width
        whose = t("copying.waiting_all")
        if self._client_uid is not None and self.pieces:
            whose = self.pieces[0].client
        title = line(Span(f" {whose}", "strong"), Span(f"   {t('copying.title')}"))
        left = sum(each.copied_on is None for each in self.pieces)
        self.paint_frame(title, copying_lines.standing(t, left))
        rule = line(Span("─" * width, "rule"))
        for pane in ("rule", "rule-foot"):
            self.query_one(f"#{pane}", Lines).show([rule])
        named = self._client_uid is None
        self.rows.set_rows(copying_lines.rows(t, self.pieces, width - 1, named=named))
        self._read_block()

    def _read_block(self) -> None:
        """Read the text of the selected piece, off the keys' thread."""
        self.run_worker(self._show_block(), exclusive=True, group=SOON)

    async def _show_block(self) -> None:
        from teui.casework import blocks

        desk, t, piece = self.desk, self.t, self.selected
        text = await self.read(lambda: blocks.block(desk, t, piece) if piece else "")
        page = self.query_one(Page)
        shown = copying_lines.block(text or "", self.size.width)
        uid = piece.uid if piece is not None else None
        page.set_lines(shown, from_top=uid != self._shown)
        self._shown = uid

    def action_move(self, steps: int) -> None:
        if steps:
            self.rows.move(steps)
            self._read_block()

    def action_page(self, pages: int) -> None:
        """Scroll the text: the list goes by the arrows."""
        self.query_one(Page).move_page(pages)

    def action_copy_block(self) -> None:
        if self.selected is None:
            self.say(self.t("copying.none_waiting" if self._client_uid is None else "copying.none"))
            return
        self.begin_work(self._copy(self.selected))

    async def _copy(self, piece: Piece) -> None:
        from teui.casework import blocks

        desk, t = self.desk, self.t
        text = await self.read(lambda: blocks.block(desk, t, piece))
        if text is None:
            return
        self.app.copy_to_clipboard(text)
        if await self.saved(copying.mark(desk, piece)):
            # Where all are listed, what was copied leaves the list and the next one moves up.
            await self.read_last(self._load(0 if self._client_uid is None else 1))
            self.say(t("copying.copied_now", what=copying_lines.named(t, piece)), "good")
