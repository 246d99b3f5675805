"""Everything that happened with a client, the newest first, as codes to be worded."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from itertools import groupby
from typing import Literal

from teui.casework.service_timeline import Lived
from teui.casework.today import params_of
from teui.clock import OFFICE_ZONE
from teui.store.driver import Row
from teui.store.values import day_of, instant_of, instant_text

Group = Literal[
    "interviews",
    "decisions",
    "plans",
    "services",
    "offers",
    "handing",
    "contacts",
    "follow_ups",
    "notes",
]
GROUPS: tuple[Group, ...] = (
    "interviews",
    "decisions",
    "plans",
    "services",
    "offers",
    "handing",
    "contacts",
    "follow_ups",
    "notes",
)
What = Literal[
    "client", "assessment", "plan", "contact", "follow_up", "note", "service", "offer", "handing"
]


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened at `at`, on the office's `day`, done by the adviser named in `by`.

    `kind` is worded with its `params` by `teui.casework.client_words`; `text` is free text of an
    adviser. `what` and `uid` say what it is about. `group` is None for the client's own.
    """

    at: datetime
    day: date
    kind: str
    group: Group | None
    what: What
    uid: str
    params: Mapping[str, object]
    text: str | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Rows:
    """What the store holds of one client. `offer_begins`: the state in which an offer is made."""

    customerships: Sequence[Row]
    assessments: Sequence[Row]
    decisions: Sequence[Row]
    revisions: Sequence[Row]
    contacts: Sequence[Row]
    talks: Sequence[Row]
    notes: Sequence[Row]
    treated: Sequence[Row]
    offers: Sequence[Row]
    offer_begins: str
    lived: Sequence[Lived] = ()


def timeline(rows: Rows, more: Iterable[Happening] = ()) -> tuple[Happening, ...]:
    """The newest first; of what happened at one instant, the last thing done first.

    `more` is what other parts of the record tell.
    """
    found = [
        *_customerships(rows.customerships),
        *_interviews(rows.assessments, "interview_begun", "started_at"),
        *_notes(rows.notes),
        *_interviews(rows.assessments, "interview_held", "completed_at"),
        *_decisions(rows.decisions),
        *_plans(rows.revisions),
        *_services(rows.lived),
        *_offers(rows.offers, rows.offer_begins),
        *_follow_ups(rows),
        *_contacts(rows.contacts),
        *_talks(rows.talks),
        *more,
    ]
    found.reverse()
    return tuple(sorted(found, key=lambda each: each.at, reverse=True))


def _customerships(rows: Sequence[Row]) -> Iterator[Happening]:
    for row in rows:
        if row["taken_in_at"] is not None:
            params = {"day": row["start_date"], "channel": row["start_channel"]}
            yield happening(
                row["taken_in_at"], "taken_in", None, ("client", row["uid"]), params=params
            )


def _interviews(rows: Sequence[Row], kind: str, at: str) -> Iterator[Happening]:
    for row in rows:
        if row[at] is not None:
            about: tuple[What, str] = ("assessment", row["uid"])
            yield happening(row[at], kind, "interviews", about, params={"kind": row["kind"]})


def _decisions(rows: Sequence[Row]) -> Iterator[Happening]:
    for row in rows:
        yield happening(
            row["decided_at"],
            "decided",
            "decisions",
            ("assessment", row["assessment_uid"]),
            params={"outcome": row["outcome"], "suggested": row["suggested"]},
            text=row["reason"],
            by=row["adviser_name"],
        )


def _plans(rows: Sequence[Row]) -> Iterator[Happening]:
    for row in rows:
        if row["accepted_at"] is not None and row["accepted_on"] is not None:
            yield happening(
                row["accepted_at"],
                "plan_accepted",
                "plans",
                ("plan", row["plan_uid"]),
                params={"kind": row["kind"], "number": row["number"]},
                text=row["goal"],
            )


def _services(lived: Sequence[Lived]) -> Iterator[Happening]:
    for each in lived:
        about: tuple[What, str] = ("service", each.uid)
        yield happening(each.at, each.kind, "services", about, params=each.params, by=each.by)


def _offers(rows: Sequence[Row], begins: str) -> Iterator[Happening]:
    """An offer made, and once it has come further how far; one written down later on its day."""
    for row in rows:
        about: tuple[What, str] = ("offer", row["uid"])
        job = {name: row[name] for name in ("title", "isco", "employer", "failed_by")}
        job |= {"apply_by": row["apply_by"], "reason": row["failed_reason"]}
        made = on_day(row["made_at"], row["offered_on"])
        by = row["adviser_name"]
        yield happening(made, "offer_made", "offers", about, params={**job, "state": None}, by=by)
        if row["state"] != begins:
            turned = on_day(row["turned_at"], row["outcome_on"])
            params = {**job, "state": row["state"]}
            yield happening(turned, "offer_turned", "offers", about, params=params, by=by)


def on_day(at: str, day: str | None) -> str:
    """The instant of an act; where it tells of another day, that day's beginning."""
    instant = instant_of(at)
    told = day_of(day)
    if told is None or told == instant.astimezone(OFFICE_ZONE).date():
        return at
    return instant_text(datetime.combine(told, time(), OFFICE_ZONE).astimezone(UTC))


def _contacts(rows: Sequence[Row]) -> Iterator[Happening]:
    for row in reversed(rows):
        yield happening(
            row["at"],
            "reached" if row["reached"] else "not_reached",
            "contacts",
            ("contact", row["uid"]),
            params={
                "kind": row["kind"],
                "channel": row["channel"],
                "outcome": row["outcome"],
                "next_step": row["next_step"],
            },
            text=row["note"],
            by=row["adviser_name"],
        )


def _talks(rows: Sequence[Row]) -> Iterator[Happening]:
    for row in reversed(rows):
        yield happening(
            row["began_at"],
            "talk",
            "contacts",
            ("assessment", row["assessment_uid"]),
            params={"channel": row["channel"], "from": row["began_at"], "to": row["last_at"]},
            by=row["adviser_name"],
        )


def _notes(rows: Sequence[Row]) -> Iterator[Happening]:
    for row in rows:
        yield happening(
            row["at"],
            "note",
            "notes",
            ("note", row["uid"]),
            params={"question": row["question"], "mark": row["mark"], "kind": row["kind"]},
            text=row["text"],
        )


def _follow_ups(rows: Rows) -> Iterator[Happening]:
    """One a follow-up and act: written down, done, put off to a day, dropped with its reason.

    One done by a contact stands there as that contact.
    """
    by_contact = {(row["at"], row["follow_up_uid"]) for row in rows.contacts}
    for (_, uid), fields in groupby(rows.treated, key=lambda row: (row["act_uid"], row["uid"])):
        of_act = list(fields)
        row = of_act[0]
        new = {each["field"]: json.loads(each["new"]) for each in of_act}
        treated = _treated(row, new)
        if treated is not None and (row["at"], uid) not in by_contact:
            kind, more = treated
            yield happening(
                row["at"],
                kind,
                "follow_ups",
                ("follow_up", uid),
                params={"rule": row["rule"], "params": params_of(row), **more},
                by=row["adviser_name"],
            )


def _treated(row: Row, new: Mapping[str, object]) -> tuple[str, dict[str, object]] | None:
    """What an act did to a follow-up, by the fields that it set; None for one that came of it."""
    if "snoozed_to" in new:
        return "follow_up_snoozed", {"until": new["snoozed_to"]}
    if "drop_reason" in new:
        return "follow_up_dropped", {"reason": new["drop_reason"], "note": new.get("drop_note")}
    if new.get("state") == "done":
        return "follow_up_done", {}
    if row["act_kind"] == "follow_up_added" and row["text"] is not None:
        return "follow_up_added", {"until": row["due"]}
    return None


def happening(
    at: str,
    kind: str,
    group: Group | None,
    about: tuple[What, str],
    *,
    params: Mapping[str, object],
    text: str | None = None,
    by: str | None = None,
) -> Happening:
    """What happened at an instant as the store has it, on the office's day."""
    instant = instant_of(at)
    day = instant.astimezone(OFFICE_ZONE).date()
    what, uid = about
    return Happening(instant, day, kind, group, what, uid, params, text, by)
