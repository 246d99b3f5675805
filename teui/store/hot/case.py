"""A customership's record, as far as follow-ups, decision and plan look at it.

Read inside every act that touches a customership.
"""

from teui.store.driver import Connection, Row
from teui.store.hot.statement import Statement, selected


def _columns(table: str, names: str) -> dict[str, str]:
    return {name: f"{table}.{name}" for name in names.split()}


_CASE = {
    **_columns(
        "customership",
        "uid version client_uid adviser_uid team_uid start_date start_channel line outcome"
        " decided_on ended_on valid_until",
    ),
    **_columns("client", "language service_language interpreter"),
}
_ASSESSMENT = _columns(
    "assessment",
    "uid version customership_uid kind state started_at completed_at model_digest draft_text"
    " draft_question draft_at draft_mark draft_kind apart_reason kind_reason adviser_uid",
)
_ANSWER = _columns("answer", "uid version question state value")
_DECISION = _columns(
    "line_decision",
    "uid assessment_uid suggestion outcome line decided_by decided_on reason client_view"
    " preliminary",
)
_CONTACT = _columns("contact", "uid day")
_TALK = _columns("talk", "uid assessment_uid day is_over")
_REVISION = {
    "plan_uid": "plan.uid",
    "kind": "plan.kind",
    **_columns(
        "plan_revision",
        "uid version number goal goal_isco review_on rhythm_weeks rhythm_channel contact_by reports"
        " next_contact_on accepted_on",
    ),
}
_ITEM = _columns(
    "plan_item",
    "uid version side text phase service provider requirement by_date done_on position removed",
)
_FOLLOW_UP = _columns(
    "follow_up",
    "uid version rule subject_uid fact client_uid customership_uid adviser_uid team_uid window_from"
    " due act_on state snoozed_to drop_reason params source closed_at",
)

CASE = Statement(
    f"SELECT {selected(_CASE)} FROM customership"
    " JOIN client ON client.uid = customership.client_uid WHERE customership.uid = :customership",
    _CASE,
)
ASSESSMENT = Statement(
    f"SELECT {selected(_ASSESSMENT)} FROM assessment WHERE assessment.uid = :assessment",
    _ASSESSMENT,
)
MODEL = Statement(
    "SELECT practice_model.content AS content FROM practice_model"
    " WHERE practice_model.digest = :digest",
    {"content": "practice_model.content"},
)
ASSESSMENTS = Statement(
    f"SELECT {selected(_ASSESSMENT)} FROM assessment"
    " WHERE assessment.customership_uid = :customership"
    " ORDER BY assessment.started_at, assessment.uid",
    _ASSESSMENT,
)
ANSWERS = Statement(
    f"SELECT {selected(_ANSWER)} FROM answer WHERE answer.assessment_uid = :assessment",
    _ANSWER,
)
DECISIONS = Statement(
    f"SELECT {selected(_DECISION)} FROM line_decision"
    " WHERE line_decision.customership_uid = :customership"
    " ORDER BY line_decision.decided_at, line_decision.uid",
    _DECISION,
)
REACHED = Statement(
    f"SELECT {selected(_CONTACT)} FROM contact"
    " WHERE contact.customership_uid = :customership AND contact.reached = 1"
    " ORDER BY contact.day, contact.uid",
    _CONTACT,
)
TALKS = Statement(
    f"SELECT {selected(_TALK)} FROM assessment JOIN talk ON talk.assessment_uid = assessment.uid"
    " WHERE assessment.customership_uid = :customership ORDER BY talk.day, talk.uid",
    _TALK,
)
REVISIONS = Statement(
    f"SELECT {selected(_REVISION)} FROM plan"
    " JOIN plan_revision ON plan_revision.plan_uid = plan.uid"
    " WHERE plan.customership_uid = :customership"
    " ORDER BY plan.uid, plan_revision.number",
    _REVISION,
)
ITEMS = Statement(
    f"SELECT {selected(_ITEM)} FROM plan_item WHERE plan_item.revision_uid = :revision"
    " ORDER BY plan_item.position, plan_item.uid",
    _ITEM,
)
FOLLOW_UPS = Statement(
    f"SELECT {selected(_FOLLOW_UP)} FROM follow_up"
    " WHERE follow_up.customership_uid = :customership",
    _FOLLOW_UP,
)
FOLLOW_UP = Statement(
    f"SELECT {selected(_FOLLOW_UP)} FROM follow_up WHERE follow_up.uid = :follow_up", _FOLLOW_UP
)


def case(connection: Connection, customership: str) -> Row | None:
    """The customership, with what its client's row says of questions of the interview."""
    return CASE.one(connection, customership=customership)


def assessment(connection: Connection, uid: str) -> Row | None:
    return ASSESSMENT.one(connection, assessment=uid)


def model_content(connection: Connection, digest: str) -> str | None:
    """The canonical form of a practice model that the store has used."""
    row = MODEL.one(connection, digest=digest)
    return None if row is None else row["content"]


def assessments(connection: Connection, customership: str) -> list[Row]:
    """In the order in which they were begun."""
    return ASSESSMENTS.all(connection, customership=customership)


def answers(connection: Connection, assessment: str) -> list[Row]:
    """Answers and non-answers, those taken back too."""
    return ANSWERS.all(connection, assessment=assessment)


def decisions(connection: Connection, customership: str) -> list[Row]:
    """The latest last."""
    return DECISIONS.all(connection, customership=customership)


def reached(connection: Connection, customership: str) -> list[Row]:
    """The contacts in which the client was reached."""
    return REACHED.all(connection, customership=customership)


def talks(connection: Connection, customership: str) -> list[Row]:
    """The talks of its assessments, those going on too."""
    return TALKS.all(connection, customership=customership)


def revisions(connection: Connection, customership: str) -> list[Row]:
    """The revisions of its plans with their plan, plan by plan, the latest last."""
    return REVISIONS.all(connection, customership=customership)


def items(connection: Connection, revision: str) -> list[Row]:
    """The rows of a revision by position, those taken out too."""
    return ITEMS.all(connection, revision=revision)


def follow_ups(connection: Connection, customership: str) -> list[Row]:
    """All that were ever made for it, whatever their state."""
    return FOLLOW_UPS.all(connection, customership=customership)


def follow_up(connection: Connection, uid: str) -> Row | None:
    return FOLLOW_UP.one(connection, follow_up=uid)
