"""The keys of every screen as data: what they do, the footer, help and palette come from these.

The words of a key are the texts `key.<id>.short` (footer) and `key.<id>.help` (help, palette).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from screens.widgets.lines import Line, Span, width_of
from teui.practice.texts import Texts


@dataclass(frozen=True, slots=True)
class Key:
    """One key or a run of keys with one meaning.

    `keys` are Textual's names, comma separated; `{key}` in `action` stands for the one pressed.
    `shown` is how the footer prints them; `foot` the footer's row (0 or 1), None: only in help.
    `local` keys wait for an empty note line; the others work while text is being written.
    """

    id: str
    keys: str
    action: str
    shown: str
    foot: int | None = None
    local: bool = True

    @property
    def names(self) -> list[str]:
        return self.keys.split(",")


COMMON = (
    Key("undo", "ctrl+z", "undo", "^Z", foot=1, local=False),
    Key("redo", "ctrl+y", "redo", "^Y", local=False),
    Key("language", "f2", "app.next_language", "F2", foot=1, local=False),
    Key("find", "f3", "app.find_client", "F3", foot=1, local=False),
    Key("client_facing", "f9", "client_facing", "F9", foot=1, local=False),
    Key("look", "ctrl+t", "app.next_look", "^T", local=False),
    Key("palette", "ctrl+p", "app.palette", "^P", local=False),
    Key("back", "escape", "back", "Esc", foot=1, local=False),
    Key("copy", "ctrl+c", "app.copy_or_tell", "^C", local=False),
    Key("leave", "ctrl+q", "app.leave", "^Q", local=False),
    Key("keys", "question_mark", "app.show_keys", "?", foot=1),
)
"""Keys that every screen has, while text is being written too (but for `?`)."""
WHAT_IF = Key("what_if", "f4", "what_if", "F4", foot=1, local=False)
"""Of the screens that show a suggestion."""
_IN_DIALOGS = {"language", "look", "find", "client_facing", "copy", "leave"}
IN_DIALOGS = tuple(key for key in COMMON if key.id in _IN_DIALOGS)
"""Keys that a dialog has besides its own."""
LEADING = "undo"
"""The key that stands first in its row, on whatever screen."""
GIVING_WAY = ("row", "client_facing", "find", "what_if", "language", "back")
"""Keys that a row too narrow leaves to `?`, in this order."""


def footer(keys: Sequence[Key], texts: Texts, width: int) -> list[Line]:
    """The two rows of the footer: as wide apart as the width allows."""
    rows = []
    for row in (0, 1):
        shown = [key for key in keys if key.foot == row]
        shown.sort(key=lambda key: key.id != LEADING)
        items = {
            key.id: (Span(key.shown, "key"), Span(f" {texts(f'key.{key.id}.short')}", "dim"))
            for key in shown
        }
        laid = _laid(items.values(), "   ")
        for spare in ("", *GIVING_WAY):
            items.pop(spare, None)
            if width_of(laid) > width:
                laid = _laid(items.values(), "  ")
        rows.append(laid)
    return rows


def _laid(items: Iterable[Line], gap: str) -> Line:
    parts: list[Span] = [Span(" ")]
    for index, item in enumerate(items):
        parts += [Span(gap), *item] if index else item
    return tuple(parts)
