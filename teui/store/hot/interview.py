"""Opening a draft and saving into it."""

from teui.store.driver import Connection, Row
from teui.store.hot.statement import Statement, selected

SAID_BEFORE = "said_before"
"""The state of an answer that is known from before and not confirmed yet."""

_ASSESSMENT = {
    "uid": "assessment.uid",
    "kind": "assessment.kind",
    "state": "assessment.state",
    "started_at": "assessment.started_at",
    "completed_at": "assessment.completed_at",
    "apart_reason": "assessment.apart_reason",
    "apart_note": "assessment.apart_note",
    "position": "assessment.position",
    "model_id": "assessment.model_id",
    "model_digest": "assessment.model_digest",
    "draft_text": "assessment.draft_text",
    "draft_question": "assessment.draft_question",
    "draft_at": "assessment.draft_at",
    "draft_mark": "assessment.draft_mark",
    "draft_kind": "assessment.draft_kind",
    "draft_typed": "assessment.draft_typed",
    "draft_outcome": "assessment.draft_outcome",
    "draft_reason": "assessment.draft_reason",
    "kind_reason": "assessment.kind_reason",
    "customership_uid": "customership.uid",
    "customership_version": "customership.version",
    "start_date": "customership.start_date",
    "start_channel": "customership.start_channel",
    "client_uid": "client.uid",
    "client_version": "client.version",
    "language": "client.language",
    "service_language": "client.service_language",
    "interpreter": "client.interpreter",
}
_ANSWER = {
    name: f"answer.{name}"
    for name in ("question", "state", "value", "version", "origin", "said_on")
}
_NOTE = {
    **{name: f"note.{name}" for name in ("uid", "at", "question", "text", "mark", "kind")},
    "due": "follow_up.due",
}
_TOLD = {"item": "told.item", "told_on": "told.told_on"}
_STATE = {
    "uid": "assessment.uid",
    "state": "assessment.state",
    "customership_uid": "customership.uid",
    "client_uid": "customership.client_uid",
    "talk_uid": "talk.uid",
}

ASSESSMENT = Statement(
    f"SELECT {selected(_ASSESSMENT)} FROM assessment"
    " JOIN customership ON customership.uid = assessment.customership_uid"
    " JOIN client ON client.uid = customership.client_uid"
    " WHERE assessment.uid = :assessment",
    _ASSESSMENT,
)
ANSWERS = Statement(
    f"SELECT {selected(_ANSWER)} FROM answer"
    " WHERE answer.assessment_uid = :assessment AND answer.state <> 'none'",
    _ANSWER,
)
NOTES = Statement(
    f"SELECT {selected(_NOTE)} FROM note"
    " LEFT JOIN follow_up ON follow_up.uid = note.follow_up_uid"
    " WHERE note.assessment_uid = :assessment ORDER BY note.id",
    _NOTE,
)
TOLD = Statement(
    f"SELECT {selected(_TOLD)} FROM told"
    " WHERE told.assessment_uid = :assessment AND told.told_on IS NOT NULL",
    _TOLD,
)
TOLD_ITEM = Statement(
    "SELECT told.uid AS uid FROM told"
    " WHERE told.assessment_uid = :assessment AND told.item = :item",
    {"uid": "told.uid"},
)
STATE = Statement(
    f"SELECT {selected(_STATE)} FROM assessment"
    " JOIN customership ON customership.uid = assessment.customership_uid"
    " LEFT JOIN talk ON talk.assessment_uid = assessment.uid AND talk.is_over = 0"
    " WHERE assessment.uid = :assessment",
    _STATE,
)
ANSWER = Statement(
    "SELECT answer.uid AS uid, answer.version AS version, answer.state AS state FROM answer"
    " WHERE answer.assessment_uid = :assessment AND answer.question = :question",
    {"uid": "answer.uid", "version": "answer.version", "state": "answer.state"},
)


def assessment(connection: Connection, uid: str) -> Row | None:
    """The assessment with the facts of client and customership that it shows."""
    return ASSESSMENT.one(connection, assessment=uid)


def answers(connection: Connection, assessment: str) -> list[Row]:
    """Its answers and non-answers, without those taken back, and what the client said before."""
    return ANSWERS.all(connection, assessment=assessment)


def notes(connection: Connection, assessment: str) -> list[Row]:
    """Its notes, in the order in which they were kept."""
    return NOTES.all(connection, assessment=assessment)


def told(connection: Connection, assessment: str) -> list[Row]:
    """What the client was told, with its day; not what was taken back."""
    return TOLD.all(connection, assessment=assessment)


def told_item(connection: Connection, assessment: str, item: str) -> Row | None:
    """The row of one item, one taken back included."""
    return TOLD_ITEM.one(connection, assessment=assessment, item=item)


def state(connection: Connection, assessment: str) -> Row | None:
    """Whether it is still a draft, whose it is, and the talk that is going on."""
    return STATE.one(connection, assessment=assessment)


def answer(connection: Connection, assessment: str, question: str) -> Row | None:
    """The row of one question, one taken back included."""
    return ANSWER.one(connection, assessment=assessment, question=question)
