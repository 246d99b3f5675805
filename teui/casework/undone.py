"""What was taken back, told in words: whose it was, and which answer, row or follow-up."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from teui.casework import home
from teui.casework.names import listed_name
from teui.casework.service_words import coded
from teui.casework.undoable import ON_FOLLOW_UPS, ON_SERVICES
from teui.casework.wording import planned, what
from teui.practice.model import PracticeModel
from teui.practice.texts import Texts
from teui.store.driver import Row
from teui.store.reversal import RowChange
from teui.store.unit import Unit

_PARENTS = {
    "answer": ("assessment_uid", "assessment"),
    "told": ("assessment_uid", "assessment"),
    "talk": ("assessment_uid", "assessment"),
    "assessment_stage": ("assessment_uid", "assessment"),
    "assessment": ("customership_uid", "customership"),
    "plan_item": ("revision_uid", "plan_revision"),
    "plan_revision": ("plan_uid", "plan"),
    "plan": ("customership_uid", "customership"),
    "contact": ("customership_uid", "customership"),
    "follow_up": ("customership_uid", "customership"),
    "service_use": ("customership_uid", "customership"),
    "work_spell": ("customership_uid", "customership"),
    "business_step": ("customership_uid", "customership"),
    "job_offer": ("customership_uid", "customership"),
    "copied": ("customership_uid", "customership"),
    "handover": ("customership_uid", "customership"),
    "consultation": ("customership_uid", "customership"),
    "statement": ("customership_uid", "customership"),
}
"""The column by which a row belongs to another, up to the customership."""
_NAMED_BY = {
    "service_use": ("service",),
    "work_spell": ("title", "employer"),
    "business_step": ("step",),
}
"""The columns by which a row is known to people."""
_ROW_NAMES = frozenset({"service", "requirement"})


@dataclass(frozen=True, slots=True)
class Undone:
    """An act of `kind` that was taken back or done again.

    `client` is the name as in a list, empty where it concerned nobody. The rest says what it was,
    as far as it has one: the question, the stage of the assessment, the field of the plan, the
    follow-up's rule with its parameters, words of the adviser's own.
    """

    kind: str
    client: str = ""
    client_uid: str | None = None
    assessment_uid: str | None = None
    question: str | None = None
    follow_up_uid: str | None = None
    rule: str | None = None
    params: Mapping[str, str | int] = field(default_factory=dict)
    text: str | None = None
    stage: str | None = None


def worded(t: Texts, undone: Undone) -> str:
    """The act in a few words; what it was about follows a colon."""
    words = t(f"act.{undone.kind}")
    about = undone.text
    if undone.question is not None:
        about = t(f"question.{undone.question}.short")
    elif undone.stage is not None:
        about = t(f"stage.{undone.stage}.short")
    elif "step" in undone.params:
        about = coded(t, "business_step", str(undone.params["step"]))
    elif undone.rule is None and undone.params:
        named = {name: str(value) for name, value in undone.params.items()}
        about = planned(t, about or "", named.get("service"), named.get("requirement"))
    elif about is None and undone.rule is not None:
        about = what(t, undone.rule, undone.params)
    return f"{words}: {about}" if about else words


def customerships(unit: Unit, changes: Sequence[RowChange]) -> set[str]:
    """The customerships to which the rows that stand belong; of a client all that are open."""
    found: set[str] = set()
    for change in changes:
        entity, uid = change.entity, change.uid
        while entity in _PARENTS:
            column, parent = _PARENTS[entity]
            rows = unit.rows(f"SELECT {column} AS uid FROM {entity} WHERE uid = ?", uid)
            if not rows:
                break
            entity, uid = parent, rows[0]["uid"]
        if entity == "customership":
            found.add(uid)
        elif entity == "client":
            found.update(
                row["uid"]
                for row in unit.rows(
                    "SELECT uid FROM customership WHERE client_uid = ? AND ended_on IS NULL", uid
                )
            )
    return found


def describe(unit: Unit, model: PracticeModel, kind: str, changes: Sequence[RowChange]) -> Undone:
    """What an act of `kind` with these changes was about, as far as its rows stand just now."""
    client = _client(unit, changes)
    told = Undone(kind) if client is None else Undone(kind, client[1], client[0])
    for change in _about(kind, changes):
        if change.entity == "answer":
            return replace(
                told,
                assessment_uid=_text(unit, change, "assessment_uid"),
                question=_text(unit, change, "question"),
            )
        if change.entity == "assessment_stage":
            stage = _text(unit, change, "stage")
            return replace(told, assessment_uid=_text(unit, change, "assessment_uid"), stage=stage)
        if change.entity == "follow_up":
            own = _text(unit, change, "text")
            params = json.loads(_text(unit, change, "params") or "{}")
            rule = _text(unit, change, "rule")
            return replace(told, follow_up_uid=change.uid, rule=rule, params=params, text=own)
        if change.entity == "job_offer":
            return replace(told, text=_text(unit, change, "title"))
        if change.entity == "plan_item":
            named = ((name, _text(unit, change, name)) for name in _ROW_NAMES)
            params = {name: value for name, value in named if value}
            return replace(told, text=_text(unit, change, "text"), params=params)
        if change.entity in _NAMED_BY:
            found = {name: _text(unit, change, name) for name in _NAMED_BY[change.entity]}
            params = {name: value for name, value in found.items() if value}
            if change.entity == "work_spell":
                return replace(told, text=", ".join(params.values()) or None)
            return replace(told, params=params)
        for question in home.questions(model):
            if question.home == change.entity and home.column(question) in change.after:
                return replace(told, question=question.id)
    return told


def _about(kind: str, changes: Sequence[RowChange]) -> Iterator[RowChange]:
    """The rows that the adviser meant, the likeliest first."""
    if kind in ON_FOLLOW_UPS:
        yield from (change for change in changes if change.entity == "follow_up")
    elif kind.startswith("answer"):
        yield from (change for change in changes if change.entity == "answer")
        yield from (change for change in changes if change.entity in {"client", "customership"})
    elif kind in ON_SERVICES:
        yield from (change for change in changes if change.entity == ON_SERVICES[kind])
    elif kind.startswith("stage_"):
        yield from (change for change in changes if change.entity == "assessment_stage")
    elif kind.startswith("offer_"):
        yield from (change for change in changes if change.entity == "job_offer")
    elif kind.startswith("plan_item"):
        # A new version begins with copies of its rows; the one that was meant comes last.
        yield from (change for change in reversed(changes) if change.entity == "plan_item")


def _client(unit: Unit, changes: Sequence[RowChange]) -> tuple[str, str] | None:
    uids = sorted(customerships(unit, changes))[:1]
    owners = [row["client_uid"] for uid in uids for row in _owner(unit, uid)]
    owners += [change.uid for change in changes if change.entity == "client"]
    for uid in owners:
        rows = unit.rows(
            "SELECT family_name, given_names, call_name FROM client WHERE uid = ?", uid
        )
        if rows:
            return uid, listed_name(*rows[0])
    return None


def _owner(unit: Unit, customership: str) -> list[Row]:
    return unit.rows("SELECT client_uid FROM customership WHERE uid = ?", customership)


def _text(unit: Unit, change: RowChange, column: str) -> str | None:
    """A column of the row: as the act has it, else as it stands."""
    for fields in (change.after, change.before):
        if fields.get(column) is not None:
            return str(fields[column])
    rows = unit.rows(f"SELECT {column} FROM {change.entity} WHERE uid = ?", change.uid)
    return None if not rows or rows[0][0] is None else str(rows[0][0])
