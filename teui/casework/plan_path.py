"""The path of a plan: its phases, who leads each, the milestones on the way (S1 ch. 4, 5)."""

from collections.abc import Iterable
from dataclasses import dataclass

from teui.casework.plan_values import PlanItem
from teui.errors import TeuiError
from teui.practice.model import PracticeModel


@dataclass(frozen=True, slots=True)
class Phase:
    """A phase of the path. `lead` is a code of the practice model or words of the plan's own.

    `own` is the row of the plan that names another lead than usual, None where there is none.
    """

    id: str
    lead: str | None
    milestones: tuple[PlanItem, ...] = ()
    own: PlanItem | None = None


def path_of(model: PracticeModel, line: int | None, items: Iterable[PlanItem]) -> tuple[Phase, ...]:
    """The phases of the line's path in their order; after them those of another line on which a
    milestone stands, since nothing agreed is lost where the line changes."""
    rows = [item for item in items if item.side == "path" and item.phase is not None]
    known = model.lines[line].phases if line is not None and line in model.lines else ()
    others = dict.fromkeys(row.phase for row in rows if row.text and row.phase not in known)
    return tuple(_phase(model, line, str(phase), rows) for phase in (*known, *others))


def _phase(model: PracticeModel, line: int | None, phase: str, rows: Iterable[PlanItem]) -> Phase:
    here = [row for row in rows if row.phase == phase]
    own = next((row for row in here if row.says_lead), None)
    lead = own.provider if own is not None else model.plans.lead(line, phase)
    return Phase(phase, lead, tuple(row for row in here if row.text), own)


def lead_of(
    model: PracticeModel, line: int | None, phase: str, items: Iterable[PlanItem]
) -> str | None:
    """Who leads a phase as the plan stands."""
    return _phase(model, line, phase, [item for item in items if item.side == "path"]).lead


def check_phase(model: PracticeModel, phase: str) -> None:
    """Raises TeuiError `plan_phase_unknown` where no line's path has the phase."""
    if not any(phase in line.phases for line in model.lines.values()):
        raise TeuiError("plan_phase_unknown", phase=phase)
