"""Which of one's own acts a key takes back, and in which order.

An act of the kind `undo` takes back the act that its `undoes` names, one of the kind `redo` takes
back such an `undo`. What was taken back counts as if it had never been.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from teui.errors import TeuiError

UNDO, REDO = "undo", "redo"
ON_FOLLOW_UPS = frozenset(
    {"follow_up_added", "follow_up_done", "follow_up_dropped", "follow_up_snoozed"}
)
ON_SERVICES = {
    **dict.fromkeys(
        (
            "service_planned",
            "service_changed",
            "service_started",
            "service_ended",
            "service_judged",
            "service_taken_out",
        ),
        "service_use",
    ),
    **dict.fromkeys(("work_begun", "work_changed", "work_ended", "work_taken_out"), "work_spell"),
    **dict.fromkeys(("business_kept", "business_taken_out"), "business_step"),
}
"""Acts on what goes on inside a customership, each with the table of its row."""
UNDOABLE = frozenset({*ON_FOLLOW_UPS, *ON_SERVICES}) | {
    "answer",
    "answer_confirmed",
    "assessment_holder",
    "client_edited",
    "consultation_answer",
    "consultation_asked",
    "contact_logged",
    "copied",
    "customership_ended",
    "handed_over",
    "handover_acknowledged",
    "kind_changed",
    "model_moved",
    "offer_changed",
    "offer_made",
    "offer_outcome",
    "offer_taken_out",
    "plan_accepted",
    "plan_changed",
    "plan_item_done",
    "plan_item_kept",
    "plan_item_taken_out",
    "stage_done",
    "stage_planned",
    "stage_provider",
    "stage_result",
    "statement_asked",
    "statement_given",
    "told",
    "view_kept",
    "view_removed",
    "transition_agreed",
}
PASSED_OVER = frozenset(
    {
        # A draft that was opened and a note that was kept are work that nobody wants to lose.
        "interview_begun",
        "note",
        # When and by which channel there was a talk is what it is; a key of its own changes it.
        "talk_begun",
        "talk_over",
        "apart_reason",
        # What the client has told elsewhere.
        "said_before",
        # Done in the background, or by a key of its own.
        "follow_ups_recounted",
        "look",
        "model_kept",
        "office_counted",
        "transitions_gone_over",
        # What is being typed keeps no history but for the place where it is kept.
        "unfinished",
    }
)
_OFFICE = (
    "adviser_added",
    "adviser_back",
    "adviser_left",
    "adviser_moved",
    "adviser_renamed",
    "adviser_sat_down",
    "office_changed",
    "office_number_changed",
    "team_added",
    "team_renamed",
)
STOPS = {
    "client_taken_in": "undo_client_taken_in",
    "customership_begun": "undo_customership_begun",
    "line_decided": "undo_line_decided",
    "transition_made": "undo_transition_made",
    "line_interview_held": "undo_line_interview_held",
    **dict.fromkeys(_OFFICE, "undo_office"),
}
"""Acts that end the way back, with the sentence that says why; the same sentence for all others
that are neither undoable nor passed over: `undo_not_possible`."""


@dataclass(frozen=True, slots=True)
class Done:
    """An act as undo sees it; `undoes` is the act that it takes back."""

    uid: str
    kind: str
    undoes: str | None = None


def next_undo(acts: Iterable[Done]) -> Done | None:
    """The act to take back, of the adviser's own `acts` of today, the latest first.

    None where there is none. Raises TeuiError `undo_…` where one stands before it that stays.
    """
    undone: set[str | None] = set()
    for act in acts:
        if act.uid in undone or act.kind in PASSED_OVER:
            continue
        if act.kind in UNDOABLE:
            return act
        if act.kind not in {UNDO, REDO}:
            raise TeuiError(STOPS.get(act.kind, "undo_not_possible"))
        undone.add(act.undoes)
    return None


def next_redo(acts: Iterable[Done]) -> Done | None:
    """The `undo` to take back; None once something else was done after it."""
    undone: set[str | None] = set()
    for act in acts:
        if act.uid in undone or act.kind in PASSED_OVER:
            continue
        if act.kind == UNDO:
            return act
        if act.kind != REDO:
            return None
        undone.add(act.undoes)
    return None
