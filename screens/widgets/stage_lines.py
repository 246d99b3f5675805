"""What the screen of the stages says, and what other screens say of them."""

from screens.widgets.lines import Line, Span, fit, line, wrap
from screens.widgets.row_list import Row
from teui.casework.stages import Interpreter, StageRow, Stages
from teui.casework.wording import source
from teui.practice.days import show_day
from teui.practice.texts import Texts

NAME, PLANNED = 30, 26
_BELOW = 4
_ABOUT = 3


def standing(t: Texts, found: Stages, width: int) -> list[Line]:
    """Who holds it, how far it is, whether an interpreter is needed and booked."""
    held = len(found.rows) - len(found.left)
    first = f"{t('stages.held_by', name=found.holder or '-')}"
    first = f"{first} · {t('stages.count', held=held, of=len(found.rows))}"
    if found.is_open:
        first = f"{first} · {t('interview.preliminary')}"
    words, role = _interpreter(t, found.interpreter)
    return [
        *(line(f" {each}") for each in wrap(first, width - 2, 1)),
        line(Span(f" {words}", role)),
    ]


def _interpreter(t: Texts, each: Interpreter) -> tuple[str, str]:
    if not each.needed:
        known = "unknown" if each.needed is None else "not_needed"
        return t(f"stages.interpreter.{known}"), "dim"
    if each.state is None:
        return t("stages.interpreter.needed"), "warn"
    if each.state == "done":
        return t("stages.interpreter.done"), "good"
    day = show_day(each.day) if each.day else "-"
    return t("stages.interpreter.open", day=day), "warn"


def rows(t: Texts, found: Stages, width: int) -> list[Row]:
    """A row a stage: whether it was held, its days; below it provider and result."""
    made: list[Row] = []
    for each in found.rows:
        made.append(Row(_days(t, each), each.stage.id))
        for words in _more(t, each):
            made += [
                Row(line(Span(" " * _BELOW + part, "dim")))
                for part in wrap(words, width - _BELOW, 3)
            ]
    return made


def _days(t: Texts, each: StageRow) -> Line:
    mark = Span("✓ ", "good") if each.done_on else Span("· ", "dim")
    planned = t("stages.planned", day=show_day(each.planned_on)) if each.planned_on else ""
    if each.done_on:
        held = Span(t("stages.held", day=show_day(each.done_on)), "good")
    else:
        held = Span(t("stages.not_held"), "dim")
    name = line(mark, t(f"stage.{each.stage.id}.short"))
    return (*fit(name, NAME), *fit(line(planned), PLANNED), held)


def _more(t: Texts, each: StageRow) -> list[str]:
    made = [t("stages.provider.is", name=each.provider)] if each.provider else []
    return made + ([t("stages.result.is", text=each.result)] if each.result else [])


def about(t: Texts, each: StageRow, width: int) -> list[Line]:
    """What the stage under the cursor is for, and whether it may be bought, with its source."""
    words = t(f"stage.{each.stage.id}.about")
    own = "interview" if each.stage.is_interview else "own"
    bought = t(f"stages.may_be.{'bought' if each.stage.may_be_bought else own}")
    said = f"{words} {bought} ({source(t, each.stage.source)})"
    made = [line(Span(f" {part}", "dim")) for part in wrap(said, width - 2, _ABOUT)]
    return [*made, *[()] * (_ABOUT - len(made))]


def left(t: Texts, found: Stages) -> str:
    """The stages not held yet, named."""
    return t(
        "stages.left", names=", ".join(t(f"stage.{each.stage.id}.short") for each in found.left)
    )
