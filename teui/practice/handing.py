"""Reads and checks `handing.toml`: transitions, consultation, statements, endings, caseload."""

from collections.abc import Collection

from teui.practice.fields import Fields
from teui.practice.handing_model import EndReason, HandingRules, Hint, Load, TransitionReason


def read_handing(file: Fields, lines: Collection[int]) -> HandingRules:
    """The rules; raises `DataFault` naming file, key, what is wrong and the cure.

    `lines` are the numbers of the model's service lines.
    """
    transition = file.table("transition")
    background = transition.texts("background")
    transition.end()
    sources: list[str] = []
    fields = _codes(file, "consultation", "fields", sources)
    matters = _codes(file, "statement", "matters", sources)
    feedback = file.table("feedback")
    codes = feedback.texts("codes")
    feedback.end()
    rules = HandingRules(
        reasons=_reasons(file, lines, background),
        background=background,
        hints=_hints(file, lines),
        fields=fields,
        matters=matters,
        endings=_endings(file, lines),
        feedback=codes,
        loads=_loads(file, lines),
        sources=tuple(sources),
    )
    file.end()
    return rules


def _codes(file: Fields, name: str, key: str, sources: list[str]) -> tuple[str, ...]:
    table = file.table(name)
    codes = table.texts(key)
    if codes:
        sources.append(table.text("source"))
    table.end()
    return codes


def _reasons(
    file: Fields, lines: Collection[int], background: Collection[str]
) -> dict[str, TransitionReason]:
    found: dict[str, TransitionReason] = {}
    for table in file.tables("reason"):
        reason = TransitionReason(
            table.id(found),
            _lines(table, "from", lines),
            _lines(table, "to", lines),
            table.text("source"),
        )
        if reason.id in background:
            problem = "what is background is never a reason (S1 ch. 6)."
            raise table.fault("id", problem, "Take it out of one of the two.")
        table.end()
        found[reason.id] = reason
    return found


def _hints(file: Fields, lines: Collection[int]) -> tuple[Hint, ...]:
    found: dict[str, Hint] = {}
    for table in file.tables("hint"):
        hint = Hint(table.id(found), _lines(table, "on", lines), table.text("source"))
        table.end()
        found[hint.id] = hint
    return tuple(found.values())


def _endings(file: Fields, lines: Collection[int]) -> dict[str, EndReason]:
    found: dict[str, EndReason] = {}
    for table in file.tables("ending"):
        reason = EndReason(
            id=table.id(found),
            source=table.text("source"),
            ends=table.flag("ends", default=True),
            receiver=table.flag("receiver"),
            agreed_on=_lines(table, "agreed_on", lines) if table.has("agreed_on") else frozenset(),
            typed=table.flag("typed"),
        )
        if reason.agreed_on and not reason.receiver:
            problem = "it is agreed with a receiver, and nobody asks who that is."
            raise table.fault("agreed_on", problem, "Write receiver = true.")
        table.end()
        found[reason.id] = reason
    return found


def _loads(file: Fields, lines: Collection[int]) -> dict[int, Load]:
    found: dict[int, Load] = {}
    for table in file.tables("load"):
        load = Load(table.number("line"), table.number("clients"), table.text("source"))
        if load.line not in lines or load.line in found:
            problem = f"line {load.line} is not there, or was there before."
            raise table.fault("line", problem, "Write each line's number once.")
        table.end()
        found[load.line] = load
    return found


def _lines(table: Fields, name: str, lines: Collection[int]) -> frozenset[int]:
    numbers = table.numbers(name)
    for number in numbers:
        if number not in lines:
            raise table.fault(name, f"there is no line {number}.", "Correct the number.")
    return numbers
