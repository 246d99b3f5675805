"""Newer versions of the shipped practice model, made by editing its parsed files."""

import json
import re
from collections.abc import Callable
from typing import Any

from teui.practice.load import build, load_model
from teui.practice.model import PracticeModel

Tables = dict[str, Any]
Edit = Callable[[Tables], None]


def edited(*edits: Edit) -> PracticeModel:
    """The shipped model after the edits; raises DataFault where they make no model."""
    tables: Tables = json.loads(load_model().content)
    for edit in edits:
        edit(tables)
    return build(tables)


def question_of(tables: Tables, name: str) -> dict[str, Any]:
    """The table of a question."""
    rows = [row for section in tables["interview"]["section"] for row in section["question"]]
    return next(row for row in rows if row["id"] == name)


def set_to(name: str, **values: object) -> Edit:
    """Give a question other values; None takes the key out."""

    def edit(tables: Tables) -> None:
        row = question_of(tables, name)
        row.update(values)
        for key in [key for key, value in values.items() if value is None]:
            del row[key]

    return edit


def without(name: str) -> Edit:
    """Take a question out, on the line and in what offers need too."""

    def edit(tables: Tables) -> None:
        for section in tables["interview"]["section"] + tables["line_interview"]["section"]:
            section["question"] = [row for row in section["question"] if row["id"] != name]
        ready = tables["offers"]["ready"]
        ready["questions"] = [each for each in ready["questions"] if each != name]

    return edit


def added(name: str, after: str) -> Edit:
    """A new question with the answers yes and no behind another one."""

    def edit(tables: Tables) -> None:
        for section in tables["interview"]["section"]:
            ids = [row["id"] for row in section["question"]]
            if after in ids:
                row = {"id": name, "type": "choice", "by": "client", "source": "S3"}
                section["question"].insert(ids.index(after) + 1, {**row, "codes": ["yes", "no"]})

    return edit


def renamed(code: str, to: str) -> Edit:
    """Another name for a code, wherever it is a word."""

    def edit(tables: Tables) -> None:
        content = re.sub(rf"(?<![\w.]){code}(?![\w.])", to, json.dumps(tables))
        tables.clear()
        tables.update(json.loads(content))

    return edit


def clarity(tables: Tables) -> None:
    """`unclear` is now `still_open`, in the question on goals and in its criterion."""
    codes = question_of(tables, "goals.clarity")["codes"]
    codes[codes.index("unclear")] = "still_open"
    [rule] = [row for row in tables["outcomes"]["criterion"] if row["id"] == "2.goals"]
    rule["when"] = rule["when"].replace("unclear", "still_open")


def second_version(tables: Tables) -> None:
    tables["model"]["version"] = "2"


def first_contact_sooner(tables: Tables) -> None:
    [length] = [row for row in tables["deadlines"]["length"] if row["id"] == "first_contact"]
    length["amount"] = 10


SECOND = edited(
    second_version,
    clarity,
    without("goals.strengths"),
    added("goals.confidence", after="goals.clarity"),
    set_to("goals.wishes", codes=["study", "job", "entrepreneurship", "new_occupation", "unsure"]),
    set_to("work.area", type="text"),
    set_to("contact.service_language", codes=["fi", "en"]),
    set_to("agreed.online_services", asked_if="competence.digital is independent"),
    set_to("agreed.next_contact", ahead=None),
    first_contact_sooner,
)
"""What an office might get with the next version: something of every kind that can differ."""
