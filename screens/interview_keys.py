"""The keys of the interview: while asking, on the end check, while a note or field is written."""

from collections.abc import Iterable
from dataclasses import replace

from screens.keys import COMMON, WHAT_IF, Key
from teui.practice.model import Question

_COMMON = tuple(key for key in COMMON if key.id != "back")
_SHARED = (
    Key("previous_deciding", "shift+tab", "next_deciding(-1)", "⇧Tab", local=False),
    Key("came_from", "left", "came_from", "←"),
    Key("first_question", "home", "first_question", "Home"),
    Key("promise", "exclamation_mark", "promise", "!"),
    Key("find_question", "slash", "find_question", "/", foot=0),
    Key("note_mark", "f5", "note_mark", "F5", local=False),
    Key("note_kind", "f7", "note_kind", "F7", local=False),
    Key("confirm_section", "f6", "confirm_section", "F6", local=False),
    Key("talk", "ctrl+g", "talk", "^G", local=False),
    WHAT_IF,
    Key("decide", "f8", "decide", "F8", foot=1, local=False),
    Key("back", "escape", "back", "Esc", foot=1, local=False),
    *_COMMON,
)
ASKING = (
    Key("answer", "1,2,3,4,5,6,7,8,9", "answer({key})", "1-9", foot=0),
    Key("tenth", "comma", "answer(10)", ","),
    Key("not_discussed", "0", "non_answer('not_discussed')", "0"),
    Key("does_not_know", "minus", "non_answer('does_not_know')", "-"),
    Key("will_not_say", "plus", "non_answer('will_not_say')", "+"),
    Key("enter", "enter", "enter", "Enter", local=False),
    Key("next_deciding", "tab", "next_deciding(1)", "Tab", foot=0, local=False),
    Key("question", "down", "neighbour(1)", "↑↓", foot=0, local=False),
    Key("question_up", "up", "neighbour(-1)", "↑", local=False),
    Key("section", "pagedown", "section(1)", "PgDn", local=False),
    Key("section_up", "pageup", "section(-1)", "PgUp", local=False),
    Key("end_check", "end", "end_check", "End", foot=0),
    *_SHARED,
)
CHECK = (
    Key("tick", "1,2,3,4,5,6,7,8,9", "tick({key})", "1-9", foot=0),
    Key("check_enter", "enter", "enter", "Enter", foot=0, local=False),
    Key("row", "down", "check_move(1)", "↑↓", foot=0, local=False),
    Key("row_up", "up", "check_move(-1)", "↑", local=False),
    Key("page", "pagedown", "check_page(1)", "PgDn", local=False),
    Key("page_up", "pageup", "check_page(-1)", "PgUp", local=False),
    Key("next_deciding", "tab", "next_deciding(1)", "Tab", local=False),
    *_SHARED,
)
SIGNS = frozenset(name for key in ASKING for name in key.names if key.local)
"""What commands while the note line is empty; all else begins a note."""
NON_ANSWERS = {key.shown: key for key in ASKING if key.action.startswith("non_answer")}
_WRITING_A_NOTE = {
    "enter": Key("keep_note", "enter", "enter", "Enter", foot=0, local=False),
    "escape": Key("set_aside", "escape", "back", "Esc", foot=1, local=False),
}
_IN_A_FIELD = {
    "enter": Key("take", "enter", "enter", "Enter", foot=0, local=False),
    "tab": Key("to_note", "tab", "next_deciding(1)", "Tab", foot=0, local=False),
}
_TOGGLING = {"enter": Key("choices_done", "enter", "enter", "Enter", foot=0, local=False)}
_MANY = 10


def while_writing_a_note(keys: Iterable[Key]) -> tuple[Key, ...]:
    """Everything printable, and the editing keys, are the note's."""
    return _with([key for key in keys if not key.local], _WRITING_A_NOTE)


def in_a_field() -> tuple[Key, ...]:
    """The same of a field, from which Tab leads to the note line."""
    return _with([key for key in ASKING if not key.local], _IN_A_FIELD)


def at(question: Question) -> tuple[Key, ...]:
    """The note line is empty or set aside: digits are the question's, as many as it has codes."""
    codes = min(len(question.codes), _MANY - 1)
    keys = [
        replace(key, shown=f"1-{codes}") if key.id == "answer" else key
        for key in ASKING
        if (codes or key.id != "answer") and (key.id != "tenth" or len(question.codes) >= _MANY)
    ]
    return _with(keys, _TOGGLING if question.type == "choices" else {})


def _with(keys: Iterable[Key], instead: dict[str, Key]) -> tuple[Key, ...]:
    return tuple(instead.get(key.keys, key) for key in keys)
