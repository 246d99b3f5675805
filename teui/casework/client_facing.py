"""What may be turned towards the client: nothing private, nothing that the adviser judges alone."""

from dataclasses import dataclass

from teui.casework import clients, decision_view, plan_view, told
from teui.casework.clients import ClientHeader
from teui.casework.decision_view import CLIENT_VIEW, DecisionView
from teui.casework.desk import Desk
from teui.casework.plan_view import PlanView
from teui.casework.told import Told
from teui.practice.model import Value

FOR_CLIENT = "client"
Answers = tuple[tuple[str, Value], ...]


@dataclass(frozen=True, slots=True)
class Facing:
    """A client's own page.

    `answers` are those that the client told, by question in the order of the form, `sensitive` the
    ones that wait until somebody asks for them, `agreed` those on what comes next. `notes` are
    those marked for the client. `outcome` is the one chosen, recorded or not yet (`is_decided`);
    `is_preliminary`: it holds until the end of an integration assessment.
    `decision` holds the suggestion, opened on request alone; None where there is no assessment,
    or where the office wants the choice made first. `plan` is None before a line.
    """

    client: ClientHeader
    answers: Answers = ()
    sensitive: Answers = ()
    agreed: Answers = ()
    notes: tuple[str, ...] = ()
    outcome: str | None = None
    line: int | None = None
    is_preliminary: bool = False
    is_decided: bool = True
    decision: DecisionView | None = None
    told: tuple[Told, ...] = ()
    plan: PlanView | None = None


def load(desk: Desk, client_uid: str) -> Facing:
    """The page as things stand now; raises TeuiError `client_unknown`."""
    client = clients.header(desk, client_uid)
    plan = plan_view.load(desk, client.customership_uid) if client.line is not None else None
    assessment = client.draft_uid or client.completed_uid
    if assessment is None:
        return Facing(client, plan=plan, outcome=client.outcome, line=client.line)
    view = decision_view.load(desk, assessment)
    view_of_client = view.model.questions.get(CLIENT_VIEW)
    agreeing = view_of_client.section if view_of_client is not None else None
    own: dict[str, list[tuple[str, Value]]] = {"told": [], "sensitive": [], "agreed": []}
    for question in view.model.questions.values():
        if question.by == "client" and question.id in view.answers:
            kind = "agreed" if question.section == agreeing else "told"
            kind = "sensitive" if question.sensitive else kind
            own[kind].append((question.id, view.answers[question.id]))
    outcome = view.chosen or (None if client.draft_uid else client.outcome)
    return Facing(
        client,
        answers=tuple(own["told"]),
        sensitive=tuple(own["sensitive"]),
        agreed=tuple(own["agreed"]),
        notes=tuple(note.text for note in view.draft.notes if note.mark == FOR_CLIENT),
        outcome=outcome,
        line=view.model.line_of(outcome) if outcome is not None else None,
        is_preliminary=view.is_preliminary or (view.stages is not None and view.stages.is_open),
        is_decided=view.recorded,
        decision=None if view.is_hidden else view,
        told=tuple(item for item in told.load(desk, assessment, outcome) if item.told_on),
        plan=plan,
    )
