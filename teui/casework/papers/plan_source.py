"""What a plan's paper is made from."""

from dataclasses import dataclass
from datetime import date

from teui.casework import clients, plan_view, services_view, told
from teui.casework.client_record import record
from teui.casework.client_values import Person, Search
from teui.casework.desk import Desk
from teui.casework.plan_view import PlanView
from teui.casework.services_values import ServiceUse
from teui.casework.told import Told
from teui.errors import TeuiError
from teui.practice.model import PracticeModel
from teui.practice.texts import LANGUAGES, load_texts
from teui.store.hot import case as hot


@dataclass(frozen=True, slots=True)
class PlanSource:
    """The latest version of a plan, whose it is, and what stands beside it.

    `duties` are those of `client` and of `office`, by id; `told` what the client has been told.
    `usual_reports` is the id of what the client reports, where that is what is usual on a line.
    `services` are those with a record of their own that run or are planned.
    """

    today: date
    person: Person
    search: Search
    plan: PlanView
    told: tuple[Told, ...]
    duties: dict[str, tuple[str, ...]]
    usual_reports: str | None = None
    services: tuple[ServiceUse, ...] = ()


def read(desk: Desk, client_uid: str) -> PlanSource:
    """Raises TeuiError `client_unknown`, `plan_needs_line`."""
    found = record(desk, client_uid)
    plan = plan_view.load(desk, found.search.uid)
    if plan.line is None:
        raise TeuiError("plan_needs_line")
    frame = desk.model.plans
    return PlanSource(
        today=desk.clock.today(),
        person=found.person,
        search=found.search,
        plan=plan,
        told=tuple(item for item in told.to_client(desk, plan.client) if item.told_on),
        duties={
            side: tuple(duty.id for duty in frame.duties_of(side, plan.line))
            for side in ("client", "office")
        },
        usual_reports=_usual(desk.model, plan.reports),
        services=tuple(
            use for use in services_view.load(desk, found.search.uid).uses if not use.is_over
        ),
    )


def spoken(desk: Desk, client_uid: str) -> str:
    """The client's language of service, empty where none of ours is known.

    Raises TeuiError `client_unknown`, `plan_needs_line`.
    """
    header = clients.header(desk, client_uid)
    if header.line is None:
        raise TeuiError("plan_needs_line")
    case = hot.case(desk.store.read(), header.customership_uid)
    language = case["service_language"] if case is not None else None
    return str(language) if language in LANGUAGES else ""


def _usual(model: PracticeModel, reports: str | None) -> str | None:
    """The id of the words of the practice model that the plan has, in whichever language."""
    known = {start.reports for start in model.plans.starts.values() if start.reports is not None}
    words = [load_texts(language, model.id) for language in LANGUAGES]
    for name in sorted(known):
        if reports in [t(f"reports.{name}.text") for t in words]:
            return name
    return None
