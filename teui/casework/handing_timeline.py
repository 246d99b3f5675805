"""What handing over, consulting and ending leave on a client's timeline."""

import json
from collections.abc import Iterator
from datetime import date

from teui.casework.timeline import Group, Happening, What, happening
from teui.store.driver import Connection, Row
from teui.store.hot import handing as hot

HANDING: Group = "handing"
_ABOUT: What = "handing"


def happenings(connection: Connection, client_uid: str) -> Iterator[Happening]:
    """Of all customerships of the client; the timeline puts them in order."""
    for row in hot.of_client(connection, client_uid):
        yield from _handed(row)
    for row in hot.consultations(connection, client_uid):
        yield from _consulted(row)
    for row in hot.statements(connection, client_uid):
        yield from _stated(row)
    for row in hot.endings(connection, client_uid):
        params = {"line": row["line"], "reason": row["end_reason"]}
        params |= {"receiver": row["end_receiver"], "feedback": row["end_feedback"]}
        text = " · ".join(filter(None, [row["end_note"], row["end_feedback_text"]]))
        yield _made(row["at"], "search_ended", row["uid"], params, text=text or None)


def _handed(row: Row) -> Iterator[Happening]:
    is_transition = row["kind"] == "transition"
    params = {"adviser": row["to_name"], "team": row["team_name"], "day": row["goes_over_on"]}
    if is_transition:
        params |= {"from": row["from_line"], "to": row["to_line"], "why": row["why"]}
        params |= {"reason": row["reason"], "background": json.loads(row["background"])}
    kind = "transition" if is_transition else "handed_over"
    yield _made(row["at"], kind, row["uid"], params, text=row["note"], by=row["from_name"])
    # One to oneself was acknowledged in the same breath.
    if row["acknowledged_on"] is not None and row["acknowledged_at"] != row["at"]:
        yield _made(row["acknowledged_at"], "acknowledged", row["uid"], params, by=row["by_name"])


def _consulted(row: Row) -> Iterator[Happening]:
    params = {"field": row["field"], "who": row["specialist"]}
    about = row["uid"]
    yield _made(row["at"], "consulted", about, params, text=row["question"], by=row["adviser_name"])
    if row["answered_on"] is not None:
        yield _made(row["answered_at"], "consultation_answered", about, params, text=row["answer"])


def _stated(row: Row) -> Iterator[Happening]:
    params: dict[str, object] = {"matter": row["matter"]}
    yield _made(
        row["at"], "statement_asked", row["uid"], params, text=row["fact"], by=row["asked_by"]
    )
    if row["given_on"] is not None:
        took = date.fromisoformat(row["given_on"]) - date.fromisoformat(row["asked_on"])
        params = {**params, "days": took.days}
        yield _made(row["given_at"], "statement_given", row["uid"], params, text=row["given_by"])


def _made(
    at: str,
    kind: str,
    uid: str,
    params: dict[str, object],
    *,
    text: str | None = None,
    by: str | None = None,
) -> Happening:
    return happening(at, kind, HANDING, (_ABOUT, uid), params=params, text=text, by=by)
