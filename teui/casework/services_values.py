"""What goes on inside a customership, as frozen values."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from teui.casework.clients import ClientHeader

State = Literal["planned", "running", "ended", "broken_off"]
OVER = frozenset({"ended", "broken_off"})


@dataclass(frozen=True, slots=True)
class ServiceUse:
    """A service of the catalogue that the client is to use, uses or has used.

    `line` is the one that sent the client. `result`, the judgements, `end_reason` and `next_step`
    are codes of the practice model; `need_changed` is None until it is judged.
    """

    uid: str
    service: str
    state: State
    provider: str | None
    aim: str | None
    line: int | None
    starts_on: date | None
    ends_on: date | None
    ended_on: date | None
    last_part: str | None
    result: str | None
    end_reason: str | None
    client_judgement: str | None
    adviser_judgement: str | None
    partner_judgement: str | None
    provider_feedback: str | None
    need_changed: bool | None
    judged_on: date | None
    next_step: str | None

    @property
    def is_over(self) -> bool:
        return self.state in OVER


@dataclass(frozen=True, slots=True)
class InPlan:
    """A row of the plan that names a service, not yet taken over."""

    uid: str
    service: str
    text: str
    provider: str | None
    by_date: date | None


@dataclass(frozen=True, slots=True)
class WorkSpell:
    """Work that does not end the job search; `kind` and `need` are codes."""

    uid: str
    kind: str
    employer: str | None
    title: str | None
    starts_on: date
    ends_on: date | None
    ended_on: date | None
    last_part: str | None
    need: str | None
    judged_on: date | None


@dataclass(frozen=True, slots=True)
class BusinessStep:
    """A step on the way to a business of one's own; `uid` None where nothing is written yet."""

    step: str
    uid: str | None = None
    planned_on: date | None = None
    done_on: date | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class ServicesView:
    """All of it of one customership. `business` is empty until its first step is written down."""

    client: ClientHeader
    customership_uid: str
    line: int | None
    uses: tuple[ServiceUse, ...]
    in_plan: tuple[InPlan, ...]
    work: tuple[WorkSpell, ...]
    business: tuple[BusinessStep, ...]

    def use(self, uid: object) -> ServiceUse | None:
        return next((each for each in self.uses if each.uid == uid), None)

    def row(self, key: object) -> "AnyRow | None":
        """The row that a list shows under a key: its kind and its uid, or the step's code."""
        match key:
            case ("use", uid):
                return self.use(uid)
            case ("in_plan", uid):
                return next((each for each in self.in_plan if each.uid == uid), None)
            case ("work", uid):
                return next((each for each in self.work if each.uid == uid), None)
            case ("step", code):
                return next((each for each in self.business if each.step == code), None)
            case _:
                return None


AnyRow = ServiceUse | InPlan | WorkSpell | BusinessStep
