"""A customership's record, as far as follow-ups, decision and plan look at it.

Read inside every act that touches a customership. Days are ISO text, as they stand in the store.
"""

from dataclasses import dataclass, fields

from teui.store.driver import Connection, Row


@dataclass(frozen=True, slots=True)
class CaseRow:
    """The customership, with what its client's row says of questions of the interview."""

    uid: str
    version: int
    client_uid: str
    adviser_uid: str
    team_uid: str
    start_date: str
    start_channel: str | None
    line: int | None
    outcome: str | None
    ended_on: str | None
    language: str | None
    service_language: str | None
    interpreter: str | None


@dataclass(frozen=True, slots=True)
class AssessmentRow:
    uid: str
    version: int
    kind: str
    state: str
    started_at: str
    completed_at: str | None


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """`value` is JSON; null unless `state` is `answered`."""

    uid: str
    version: int
    assessment_uid: str
    question: str
    state: str
    value: str | None


@dataclass(frozen=True, slots=True)
class DecisionRow:
    uid: str
    assessment_uid: str
    outcome: str
    line: int | None
    decided_on: str
    decided_at: str
    reason: str | None
    client_view: str | None
    preliminary: int


@dataclass(frozen=True, slots=True)
class ReachedRow:
    uid: str
    day: str


@dataclass(frozen=True, slots=True)
class RevisionRow:
    """A revision with the plan that it belongs to."""

    plan_uid: str
    kind: str
    uid: str
    version: int
    number: int
    goal: str | None
    goal_isco: str | None
    review_on: str | None
    rhythm_weeks: int | None
    rhythm_channel: str | None
    contact_by: str | None
    reports: str | None
    next_contact_on: str | None
    accepted_on: str | None


@dataclass(frozen=True, slots=True)
class ItemRow:
    uid: str
    version: int
    revision_uid: str
    side: str
    text: str
    service: str | None
    by_date: str | None
    done_on: str | None
    position: int
    removed: int


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    """`params` is JSON."""

    uid: str
    version: int
    rule: str
    subject_uid: str
    fact: str
    client_uid: str
    customership_uid: str
    adviser_uid: str | None
    team_uid: str | None
    window_from: str | None
    due: str
    act_on: str
    state: str
    snoozed_to: str | None
    drop_reason: str | None
    params: str
    source: str


CASE = """
SELECT customership.uid, customership.version, client_uid, adviser_uid, team_uid, start_date,
  start_channel, line, outcome, ended_on, language, service_language, interpreter
FROM customership JOIN client ON client.uid = customership.client_uid
WHERE customership.uid = ?"""

ASSESSMENTS = """
SELECT uid, version, kind, state, started_at, completed_at
FROM assessment WHERE customership_uid = ? ORDER BY started_at, uid"""

ANSWERS = """
SELECT uid, version, assessment_uid, question, state, value
FROM answer WHERE assessment_uid = ?"""

DECISIONS = """
SELECT uid, assessment_uid, outcome, line, decided_on, decided_at, reason, client_view, preliminary
FROM line_decision WHERE customership_uid = ? ORDER BY decided_at, uid"""

REACHED = """
SELECT uid, day FROM contact WHERE customership_uid = ? AND reached = 1 ORDER BY day, uid"""

REVISIONS = """
SELECT plan.uid AS plan_uid, plan.kind, plan_revision.uid, plan_revision.version, number, goal,
  goal_isco, review_on, rhythm_weeks, rhythm_channel, contact_by, reports, next_contact_on,
  accepted_on
FROM plan JOIN plan_revision ON plan_revision.plan_uid = plan.uid
WHERE plan.customership_uid = ? ORDER BY plan.uid, number"""

ITEMS = """
SELECT uid, version, revision_uid, side, text, service, by_date, done_on, position, removed
FROM plan_item WHERE revision_uid = ? ORDER BY position, uid"""

_FOLLOW_UP = """
SELECT uid, version, rule, subject_uid, fact, client_uid, customership_uid, adviser_uid, team_uid,
  window_from, due, act_on, state, snoozed_to, drop_reason, params, source
FROM follow_up WHERE """
FOLLOW_UPS = _FOLLOW_UP + "customership_uid = ? ORDER BY act_on, cause"
FOLLOW_UP = _FOLLOW_UP + "uid = ?"


def case(connection: Connection, customership_uid: str) -> CaseRow | None:
    row = connection.execute(CASE, (customership_uid,)).fetchone()
    return None if row is None else CaseRow(*row)


def assessments(connection: Connection, customership_uid: str) -> list[AssessmentRow]:
    """In the order in which they were begun."""
    return [AssessmentRow(*row) for row in _all(connection, ASSESSMENTS, customership_uid)]


def answers(connection: Connection, assessment_uid: str) -> list[AnswerRow]:
    return [AnswerRow(*row) for row in _all(connection, ANSWERS, assessment_uid)]


def decisions(connection: Connection, customership_uid: str) -> list[DecisionRow]:
    """The latest last."""
    return [DecisionRow(*row) for row in _all(connection, DECISIONS, customership_uid)]


def reached(connection: Connection, customership_uid: str) -> list[ReachedRow]:
    """The contacts in which the client was reached."""
    return [ReachedRow(*row) for row in _all(connection, REACHED, customership_uid)]


def revisions(connection: Connection, customership_uid: str) -> list[RevisionRow]:
    """The revisions of its plans, plan by plan, the latest last."""
    return [RevisionRow(*row) for row in _all(connection, REVISIONS, customership_uid)]


def items(connection: Connection, revision_uid: str) -> list[ItemRow]:
    """The rows of a revision by position, those taken out too."""
    return [ItemRow(*row) for row in _all(connection, ITEMS, revision_uid)]


def follow_ups(connection: Connection, customership_uid: str) -> list[FollowUpRow]:
    """All that were ever made for it, whatever their state."""
    return [FollowUpRow(*row) for row in _all(connection, FOLLOW_UPS, customership_uid)]


def follow_up(connection: Connection, uid: str) -> FollowUpRow | None:
    row = connection.execute(FOLLOW_UP, (uid,)).fetchone()
    return None if row is None else FollowUpRow(*row)


def columns(row_type: type) -> tuple[str, ...]:
    """The names of a row value's fields, in the order of its statement."""
    return tuple(field.name for field in fields(row_type))


def _all(connection: Connection, sql: str, uid: str) -> list[Row]:
    return connection.execute(sql, (uid,)).fetchall()
