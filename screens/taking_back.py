"""Undo and redo of the last act, on whatever screen it was done."""

from screens.frame import Frame, Way
from teui.casework.undo import redo, undo
from teui.casework.undone import worded

_WAYS = {"undo": undo, "redo": redo}


async def take_back(screen: Frame, way: Way) -> None:
    """Put on the disk what is typed, take the act back or do it again, show it and say it."""
    if not await screen.before_leaving():
        return
    written = _WAYS[way](screen.desk)
    if not await screen.saved(written):
        return
    undone, t = written.result(), screen.t
    if undone is None:
        screen.say(t(f"undo.nothing_{way}"), "note")
        return
    await screen.show_undone(undone)
    act = worded(t, undone)
    said = f"{undone.client} · {act}" if undone.client else act
    screen.say(t("undo.undone" if way == "undo" else "undo.redone", act=said), "good")
