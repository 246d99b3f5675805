"""A draft and a newer practice model: what that changes for it, and the move by the adviser's key.

A draft stays on the model that it was begun with until it is moved; no answer is touched by that.
"""

from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import dataclass

from teui.casework.desk import Desk
from teui.casework.draft import Draft, model_of, open_draft
from teui.casework.fitting import fitting
from teui.casework.followups import refresh
from teui.casework.interview import keep_model
from teui.practice.changes import Changes, changes
from teui.practice.line_interview import form_of
from teui.practice.model import PracticeModel, Value
from teui.practice.values import write_value
from teui.store.unit import Unit


@dataclass(frozen=True, slots=True)
class Newer:
    """The model in use, seen from a draft on another.

    `begun_with` and `in_use` are versions. `kept` are the recorded answers, as JSON holds them,
    that stay with a question that has changed; `asked_anew` those that their question can no
    longer take; `set_aside` those whose question is gone. Each by question.
    """

    begun_with: str
    in_use: str
    changes: Changes
    kept: Mapping[str, object]
    asked_anew: Mapping[str, object]
    set_aside: Mapping[str, object]


def newer(desk: Desk, draft: Draft) -> Newer | None:
    """What moving the draft to the model in use would change; None where there is no other."""
    if not draft.is_behind:
        return None
    old = model_of(desk, draft.model_digest, draft.kind)
    new = form_of(desk.model, draft.kind)
    differs = changes(old, new)
    altered = {each.question for each in differs.altered}
    recorded = _recorded(draft, old)
    fits = {each: fitting(new, each, raw) is not None for each, raw in recorded.items()}
    return Newer(
        begun_with=old.version,
        in_use=new.version,
        changes=differs,
        kept={each: raw for each, raw in recorded.items() if fits[each] and each in altered},
        asked_anew={
            each: raw for each, raw in recorded.items() if not fits[each] and each in new.questions
        },
        set_aside={each: raw for each, raw in recorded.items() if each not in new.questions},
    )


def move(desk: Desk, assessment_uid: str) -> Future[None]:
    """Pin the draft to the model in use: an act of its own, which undo takes back.

    From the future: TeuiError `assessment_unknown`, `assessment_completed`.
    """
    model = desk.model

    def pin(unit: Unit) -> None:
        found = open_draft(unit, assessment_uid)
        keep_model(unit, model)
        unit.update(
            "assessment",
            assessment_uid,
            None,
            model_id=model.id,
            model_version=model.version,
            model_digest=model.digest,
        )
        refresh(unit, model, found["customership_uid"])

    # Kept by an act of its own: others may be pinned to it by the time the move is taken back.
    desk.store.writer.submit("model_kept", lambda unit: keep_model(unit, model))
    return desk.store.writer.submit("model_moved", pin)


def _recorded(draft: Draft, model: PracticeModel) -> dict[str, object]:
    """Every recorded answer as JSON holds it, said before or now, in the order of the form; those
    that fit no more already come last."""
    stands: dict[str, Value | None] = {each: said.value for each, said in draft.said.items()}
    stands |= {each: found.value for each, found in draft.answers.items()}
    given = {
        question: write_value(value)
        for question in model.questions
        if (value := stands.get(question)) is not None
    }
    return {**given, **{each: raw for each, raw in draft.unfit.items() if each not in given}}
