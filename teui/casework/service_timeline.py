"""Services, work and steps to a business as the timeline has them: starts, ends, judgements."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from teui.store.driver import Connection, Row
from teui.store.hot import services as hot


@dataclass(frozen=True, slots=True)
class Lived:
    """One thing that happened at the instant `at`; `kind` is service, work or business.

    `params` are worded by `teui.casework.service_words`.
    """

    at: str
    kind: str
    uid: str
    params: Mapping[str, object]
    by: str


def lived(connection: Connection, client: str) -> list[Lived]:
    """Everything of one client, in no order of its own."""
    return [
        *map(_use, hot.lived_uses(connection, client)),
        *map(_work, hot.lived_work(connection, client)),
        *_steps(hot.lived_steps(connection, client)),
    ]


def _use(row: Row) -> Lived:
    params: dict[str, object] = {"of": "service", "code": row["service"]}
    says = "judged" if row["field"] == "judged_on" else str(json.loads(row["new"]))
    match says:
        case "planned":
            pass
        case "running":
            params |= {"day": row["starts_on"]}
        case "judged":
            params |= {"next_step": row["next_step"]}
        case _:
            params |= {"day": row["ended_on"]}
            params |= {"result": row["result"], "end_reason": row["end_reason"]}
    return _lived(row, "service", {**params, "says": says})


def _work(row: Row) -> Lived:
    text = ", ".join(each for each in (row["title"], row["employer"]) if each)
    params: dict[str, object] = {"of": "work_kind", "code": row["kind"], "text": text}
    if row["field"] == "ended_on":
        params |= {"says": "ended", "day": row["ended_on"], "work_need": row["need"]}
    else:
        params |= {"says": "running", "day": row["starts_on"]}
    return _lived(row, "work", params)


def _steps(rows: list[Row]) -> Iterator[Lived]:
    for row in rows:
        params = {"of": "business_step", "code": row["step"], "text": row["note"]}
        yield _lived(row, "business", {**params, "says": "reached", "day": row["done_on"]})


def _lived(row: Row, kind: str, params: Mapping[str, object]) -> Lived:
    return Lived(row["at"], kind, row["uid"], params, row["adviser_name"])
