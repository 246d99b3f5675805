"""What may be turned towards the client: nothing private, nothing that the adviser judges alone."""

from collections.abc import Mapping
from dataclasses import dataclass

from teui.casework import clients, decision_view, interview, plan_view, told
from teui.casework.clients import ClientHeader
from teui.casework.decision_view import CLIENT_VIEW, DecisionView
from teui.casework.desk import Desk
from teui.casework.plan_view import PlanView
from teui.casework.told import Told
from teui.practice.model import LINE, PracticeModel, Value
from teui.practice.model import Answers as Recorded

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
    assessment = client.deciding_uid
    if assessment is None:
        return Facing(client, plan=plan, outcome=client.outcome, line=client.line)
    view = decision_view.load(desk, assessment)
    view_of_client = view.model.questions.get(CLIENT_VIEW)
    agreeing = view_of_client.section if view_of_client is not None else None
    own = _own(view.model, view.answers, agreeing)
    notes = [note.text for note in view.draft.notes if note.mark == FOR_CLIENT]
    if client.draft_kind == LINE and client.draft_uid is not None:
        draft, form = interview.load_with_model(desk, client.draft_uid)
        notes += [note.text for note in draft.notes if note.mark == FOR_CLIENT]
        own = _over(_own(form, interview.answers_of(draft, form), agreeing), own)
    outcome = view.chosen or (None if client.draft_uid == assessment else client.outcome)
    return Facing(
        client,
        answers=own["told"],
        sensitive=own["sensitive"],
        agreed=own["agreed"],
        notes=tuple(notes),
        outcome=outcome,
        line=view.model.line_of(outcome) if outcome is not None else None,
        is_preliminary=view.is_preliminary or (view.stages is not None and view.stages.is_open),
        is_decided=view.recorded,
        decision=None if view.is_hidden else view,
        told=tuple(item for item in told.load(desk, assessment, outcome) if item.told_on),
        plan=plan,
    )


def _own(model: PracticeModel, answers: Recorded, agreeing: str | None) -> Mapping[str, Answers]:
    """What the client told: of what is agreed, what is sensitive, and all else."""
    own: dict[str, list[tuple[str, Value]]] = {"told": [], "sensitive": [], "agreed": []}
    for question in model.questions.values():
        if question.by == "client" and question.id in answers:
            kind = "agreed" if question.section == agreeing else "told"
            kind = "sensitive" if question.sensitive else kind
            own[kind].append((question.id, answers[question.id]))
    return {kind: tuple(told) for kind, told in own.items()}


def _over(later: Mapping[str, Answers], before: Mapping[str, Answers]) -> Mapping[str, Answers]:
    """What was told later first, then what was told before and not told anew."""
    anew = {question for told in later.values() for question, _ in told}
    return {
        kind: (*later[kind], *(each for each in told if each[0] not in anew))
        for kind, told in before.items()
    }
