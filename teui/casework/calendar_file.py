"""What is due as a file for calendar programs (RFC 5545): a whole day on the day to act.

The file leaves the store and its protection: it names clients as the screen does, never by an
identity code, not even one that somebody has typed into a text.
"""

import os
import re
import tempfile
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import teui
from teui.casework.today import TodayRow
from teui.casework.wording import source, what, why
from teui.errors import TeuiError
from teui.plain import printable
from teui.practice.texts import Texts

if TYPE_CHECKING:
    from icalendar import Event

_DAY = timedelta(days=1)
_IDENTITY_CODE = re.compile(r"\b\d{6}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y]\b", re.IGNORECASE)
_HIDDEN = "…"


def write(path: Path, t: Texts, rows: Iterable[TodayRow], now: datetime) -> None:
    """Write the file whole or not at all, for its owner's eyes only.

    An event keeps its UID for as long as its follow-up lives, so that one that has moved moves in
    the calendar too. Raises TeuiError `calendar_not_written`.
    """
    content = events(t, rows, now)
    try:
        handle, fresh = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise TeuiError("calendar_not_written", path=path) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(fresh).replace(path)
    except OSError as error:
        Path(fresh).unlink(missing_ok=True)
        raise TeuiError("calendar_not_written", path=path) from error


def events(t: Texts, rows: Iterable[TodayRow], now: datetime) -> bytes:
    """The content of the file; `now` is when it is made."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", f"-//teui//teui {teui.__version__}//{t.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", t("calendar.name"))
    for row in rows:
        calendar.add_component(_event(t, row, now))
    content: bytes = calendar.to_ical()
    return content


def _event(t: Texts, row: TodayRow, now: datetime) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", f"{row.uid}@teui")
    event.add("dtstamp", now.astimezone(UTC))
    event.add("dtstart", row.act_on)
    event.add("dtend", row.act_on + _DAY)
    event.add("summary", _shown(f"{row.client}: {what(t, row.rule, row.params)}"))
    reason = f"{why(t, row.rule, row.params, row.due)} ({source(t, row.source)})"
    about = t("calendar.about", handle=row.handle, owner=row.adviser)
    event.add("description", "\n".join(map(_shown, (reason, about))))
    event.add("transp", "TRANSPARENT")
    event.add("class", "CONFIDENTIAL")
    return event


def _shown(text: str) -> str:
    return _IDENTITY_CODE.sub(_HIDDEN, printable(text))
