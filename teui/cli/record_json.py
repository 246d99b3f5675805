"""A client's record as JSON: codes as they are stored, and the words of a language beside them."""

from dataclasses import asdict
from datetime import date, datetime

from teui.casework import client_words as words
from teui.casework.client_record import ClientRecord
from teui.practice.texts import Texts

_LEFT_OUT = frozenset({"uid", "assessment_uid", "client"})
"""What only the store knows a row by, and the name that stands above all of it."""


def as_json(t: Texts, record: ClientRecord, *, identity_code: bool) -> dict[str, object]:
    """Days as ISO text; without the identity code unless it is asked for."""
    person = _plain(record.person)
    if not identity_code:
        del person["identity_code"]
    return {
        **person,
        "municipality_name": words.place(t, record.person) or None,
        "job_search": _plain(record.search),
        "interview_begun": None if record.begun is None else _plain(record.begun),
        "decision": None if record.decided is None else _plain(record.decided),
        "plan": None if record.planned is None else _plain(record.planned),
        "follow_ups": [
            {**_plain(each), "what": words.waiting(t, each), "why": words.why(t, each)}
            for each in record.waiting
        ],
        "contacts": [_plain(each) for each in record.contacts],
        "timeline": [
            {**_plain(each), "words": words.happened(t, each)} for each in record.timeline
        ],
    }


def _plain(value: object) -> dict[str, object]:
    fields = asdict(value)  # type: ignore[call-overload]
    return {name: _day(field) for name, field in fields.items() if name not in _LEFT_OUT}


def _day(field: object) -> object:
    return field.isoformat() if isinstance(field, (date, datetime)) else field
