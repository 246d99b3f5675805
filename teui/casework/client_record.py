"""One client's whole record, as the Client screen and `teui show` have it."""

import json
from datetime import date

from teui.casework.client_values import (
    Begun,
    ClientRecord,
    Contacted,
    Decided,
    Person,
    Planned,
    Search,
    Waiting,
)
from teui.casework.desk import Desk
from teui.casework.handing_timeline import happenings
from teui.casework.handing_words import open_ones
from teui.casework.names import listed_name
from teui.casework.of_kind import NOTHING_SAID, of_kind
from teui.casework.office import decide_first
from teui.casework.service_timeline import lived
from teui.casework.stage_timeline import stages_held
from teui.casework.timeline import Rows, timeline
from teui.casework.today import params_of, work_calendar
from teui.casework.transition import to_hand_over
from teui.clock import OFFICE_ZONE
from teui.errors import TeuiError
from teui.practice.model import LINE
from teui.store.driver import Row
from teui.store.hot import client_record as hot
from teui.store.hot import handing as handing_hot
from teui.store.hot import offers
from teui.store.values import day_of, instant_of

__all__ = [
    "Begun",
    "ClientRecord",
    "Contacted",
    "Decided",
    "Person",
    "Planned",
    "Search",
    "Waiting",
    "client_of",
    "record",
]


def client_of(desk: Desk, handle: str) -> str:
    """The uid of the client with this short handle, however it is typed.

    Raises TeuiError `handle_unknown`.
    """
    found = hot.by_handle(desk.store.read(), handle.strip().lower())
    if found is None:
        raise TeuiError("handle_unknown", handle=handle.strip())
    return str(found["uid"])


def record(desk: Desk, client_uid: str) -> ClientRecord:
    """Raises TeuiError `client_unknown`."""
    connection = desk.store.read()
    client = hot.client(connection, client_uid)
    customerships = hot.customerships(connection, client_uid)
    if client is None or not customerships:
        raise TeuiError("client_unknown", client=client_uid)
    rows = Rows(
        customerships=customerships,
        assessments=hot.assessments(connection, client_uid),
        decisions=hot.decisions(connection, client_uid),
        revisions=hot.revisions(connection, client_uid),
        contacts=hot.contacts(connection, client_uid),
        talks=hot.talks(connection, client_uid),
        notes=hot.notes(connection, client_uid),
        treated=hot.treated(connection, client_uid),
        lived=lived(connection, client_uid),
        offers=offers.of_client(connection, client_uid),
        offer_begins=desk.model.offers.first,
    )
    current = customerships[0]
    person = _person(client)
    return ClientRecord(
        person=person,
        search=_search(desk, current),
        begun=_begun(desk, rows, current["uid"]),
        decided=_decided(desk, rows, current["uid"]),
        planned=_planned(rows, current["uid"]),
        waiting=tuple(
            _waiting(desk, row, person.name) for row in hot.follow_ups(connection, client_uid)
        ),
        contacts=_contacts(rows),
        timeline=timeline(
            rows,
            (*happenings(connection, client_uid), *stages_held(connection, client_uid)),
        ),
        handovers=open_ones(handing_hot.of_client(connection, client_uid), current["uid"]),
        to_hand_over=to_hand_over(connection, current["uid"]),
    )


def _person(row: Row) -> Person:
    return Person(
        uid=row["uid"],
        handle=row["handle"],
        name=listed_name(row["family_name"], row["given_names"], row["call_name"]),
        family_name=row["family_name"],
        given_names=row["given_names"],
        call_name=row["call_name"],
        identity_code=row["identity_code"],
        birth_date=day_of(row["birth_date"]),
        phones=tuple(json.loads(row["phones"])),
        email=row["email"],
        municipality=row["municipality"],
        language=row["language"],
        service_language=row["service_language"],
        interpreter=row["interpreter"],
        safety_note=row["safety_note"],
    )


def _search(desk: Desk, row: Row) -> Search:
    return Search(
        uid=row["uid"],
        start_date=date.fromisoformat(row["start_date"]),
        start_channel=row["start_channel"],
        ended_on=day_of(row["ended_on"]),
        end_reason=row["end_reason"],
        adviser=row["adviser_name"],
        team=row["team_name"],
        mine=row["adviser_uid"] == desk.adviser.uid,
        of_team=desk.model.is_teams(row["line"]),
    )


def _begun(desk: Desk, rows: Rows, customership: str) -> Begun | None:
    drafts = [
        row
        for row in rows.assessments
        if row["state"] == "draft" and row["customership_uid"] == customership
    ]
    if not drafts:
        return None
    from teui.assessment import suggest
    from teui.casework import draft

    found = draft.load(desk, drafts[-1]["uid"])
    begun = instant_of(drafts[-1]["started_at"]).astimezone(OFFICE_ZONE).date()
    if found.kind == LINE:
        return Begun(found.uid, found.kind, begun, (), (), NOTHING_SAID)
    model = draft.model_of(desk, found.model_digest)
    suggestion = suggest(model, draft.answers_of(found, model), desk.clock.today(), found.kind)
    is_hidden = decide_first(desk) and found.choice.outcome is None
    possible = () if is_hidden else suggestion.possible
    lines = sorted(n for each in possible if (n := model.line_of(each)) is not None)
    return Begun(found.uid, found.kind, begun, possible, tuple(lines), of_kind(desk, found.uid))


def _decided(desk: Desk, rows: Rows, customership: str) -> Decided | None:
    made = [row for row in rows.decisions if row["customership_uid"] == customership]
    if not made:
        return None
    row = made[-1]
    [assessment] = [each for each in rows.assessments if each["uid"] == row["assessment_uid"]]
    suggestion = json.loads(row["suggestion"])
    as_suggested = suggestion["outcome"] == row["outcome"]
    return Decided(
        assessment_uid=row["assessment_uid"],
        kind=assessment["kind"],
        day=date.fromisoformat(row["decided_on"]),
        outcome=row["outcome"],
        line=row["line"],
        suggested=row["suggested"],
        phase=suggestion["phase"] if as_suggested else None,
        sub_segment=suggestion["sub_segment"] if as_suggested else None,
        reasons=tuple(
            reason["criterion"] for reason in suggestion["reasons"] if reason["holds"] is True
        ),
        preliminary=bool(row["preliminary"]),
        client_view=row["client_view"],
        reason=row["reason"],
        by=row["adviser_name"],
        of_kind=of_kind(desk, row["assessment_uid"]),
    )


def _planned(rows: Rows, customership: str) -> Planned | None:
    versions = [row for row in rows.revisions if row["customership_uid"] == customership]
    if not versions:
        return None
    row = versions[-1]
    return Planned(
        kind=row["kind"],
        number=row["number"],
        goal=row["goal"],
        review_on=day_of(row["review_on"]),
        rhythm_weeks=row["rhythm_weeks"],
        rhythm_channel=row["rhythm_channel"],
        contact_by=row["contact_by"],
        accepted_on=day_of(row["accepted_on"]),
        steps_open=row["steps_open"],
    )


def _waiting(desk: Desk, row: Row, client: str) -> Waiting:
    day, due, today = (
        date.fromisoformat(row["day"]),
        date.fromisoformat(row["due"]),
        desk.clock.today(),
    )
    snoozed, overdue = row["state"] == "snoozed", day < today
    return Waiting(
        uid=row["uid"],
        client=client,
        rule=row["rule"],
        params=params_of(row),
        day=day,
        window_from=day_of(row["window_from"]) or due,
        due=due,
        overdue=overdue,
        late=work_calendar(desk).late_by(day, today) if overdue else 0,
        snoozed=snoozed,
        moved=not snoozed and day < due,
        source=row["source"],
    )


def _contacts(rows: Rows) -> tuple[Contacted, ...]:
    """Contacts and the talks of interviews, the latest first."""
    logged = [(row["at"], _contacted(row)) for row in rows.contacts]
    held = [(row["began_at"], _talked(row)) for row in rows.talks]
    return tuple(each for _, each in sorted(logged + held, key=lambda made: made[0], reverse=True))


def _talked(row: Row) -> Contacted:
    return Contacted(
        uid=row["uid"],
        day=date.fromisoformat(row["day"]),
        kind="interview",
        channel=row["channel"],
        reached=True,
        note=None,
        by=row["adviser_name"],
    )


def _contacted(row: Row) -> Contacted:
    return Contacted(
        uid=row["uid"],
        day=date.fromisoformat(row["day"]),
        kind=row["kind"],
        channel=row["channel"],
        reached=bool(row["reached"]),
        note=row["note"],
        by=row["adviser_name"],
        outcome=row["outcome"],
        next_step=row["next_step"],
    )
