"""Several lists on one screen with one cursor, which walks from each into the next."""

from collections.abc import Hashable, Sequence

from screens.widgets.row_list import RowList


class Panels:
    """Lists in the order in which the cursor walks through them; empty ones are passed over."""

    def __init__(self, lists: Sequence[RowList]) -> None:
        self._lists = lists
        self._at = 0
        self._show()

    @property
    def here(self) -> RowList:
        """The list that has the cursor."""
        return self._lists[self._at]

    @property
    def key(self) -> Hashable | None:
        """The key of the row under the cursor."""
        return self.here.key

    def settle(self) -> None:
        """After new rows: leave a list that has become empty."""
        if self.here.key is None:
            filled = [at for at, each in enumerate(self._lists) if each.key is not None]
            self._at = min(filled, key=lambda at: abs(at - self._at), default=0)
        self._show()

    def move(self, steps: int) -> None:
        """One row down or up; past the end of a list, into the next one that has rows."""
        edge = self.here.at_bottom if steps > 0 else self.here.at_top
        target = self._next(1 if steps > 0 else -1) if edge else None
        if target is None:
            self.here.move(steps)
        else:
            self._at = target
            self.here.move_end(last=steps < 0)
            self._show()

    def step(self, steps: int) -> None:
        """To the next or previous list that has rows, on the row where it was left."""
        target = self._next(steps)
        if target is not None:
            self._at = target
            self._show()

    def go_to(self, at: int, key: Hashable | None = None) -> None:
        """To a list, on its row `key`, else its first; nothing where it has no rows."""
        if self._lists[at].key is None:
            return
        self._at = at
        self.here.move_end(last=False)
        if key is not None:
            self.here.go_to(key)
        self._show()

    def _next(self, steps: int) -> int | None:
        at = self._at + steps
        while 0 <= at < len(self._lists) and self._lists[at].key is None:
            at += steps
        return at if 0 <= at < len(self._lists) else None

    def _show(self) -> None:
        for at, each in enumerate(self._lists):
            each.active = at == self._at
