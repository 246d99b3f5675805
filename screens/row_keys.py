"""Moving in the list of a screen, on every screen that has one."""

from screens.frame import Frame
from screens.keys import Key
from screens.widgets.row_list import RowList


def row_keys(foot: int | None = 0) -> tuple[Key, ...]:
    """The keys of a list; `foot`: the footer's row that names them, None for none."""
    return (
        Key("row", "down", "move(1)", "↓" if foot is None else "↑↓", foot=foot),
        Key("row_up", "up", "move(-1)", "↑"),
        Key("page", "pagedown", "page(1)", "PgDn"),
        Key("page_up", "pageup", "page(-1)", "PgUp"),
        Key("first", "home", "edge(False)", "Home"),
        Key("last", "end", "edge(True)", "End"),
    )


class RowKeys(Frame):
    """The actions of `row_keys`; a screen says what it shows of the row that is reached."""

    @property
    def rows(self) -> RowList:
        return self.query_one(RowList)

    def row_reached(self) -> None:
        """Show what belongs to the row that the cursor has come to."""

    def action_move(self, steps: int) -> None:
        self.rows.move(steps)
        self.row_reached()

    def action_page(self, pages: int) -> None:
        self.rows.move_page(pages)
        self.row_reached()

    def action_edge(self, last: bool) -> None:
        self.rows.move_end(last=last)
        self.row_reached()
