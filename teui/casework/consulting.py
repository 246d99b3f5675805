"""A specialist is asked, a labour-policy statement asked for; who answers for the client stays.

S0 7.2 and 7.3: the line keeps the client while a specialist is consulted.
"""

from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date
from typing import Literal

from teui.casework.desk import Desk
from teui.casework.followups import refresh
from teui.casework.handing import open_case
from teui.errors import StoreError, TeuiError
from teui.practice.days import show_day
from teui.store.driver import Row
from teui.store.hot import handing as hot
from teui.store.unit import Unit
from teui.store.values import day_of

Kind = Literal["consultation", "statement"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to a specialist, or a statement asked for, with its answer once it is there.

    `code` is the specialist's field or the statement's matter, `who` the specialist or who gives
    the statement, `days` how many calendar days the answer took.
    """

    uid: str
    kind: Kind
    code: str
    question: str
    who: str
    asked_on: date
    answered_on: date | None
    answer: str

    @property
    def days(self) -> int | None:
        return None if self.answered_on is None else (self.answered_on - self.asked_on).days


def load(desk: Desk, client_uid: str) -> tuple[Asked, ...]:
    """What is asked about a client: what waits for its answer first, then the latest."""
    connection = desk.store.read()
    found = [_consulted(row) for row in hot.consultations(connection, client_uid)]
    found += [_stated(row) for row in hot.statements(connection, client_uid)]
    found.sort(key=lambda each: (each.asked_on, each.uid), reverse=True)
    return tuple(sorted(found, key=lambda each: each.answered_on is not None))


def ask(desk: Desk, customership_uid: str, field: str, who: str, question: str) -> Future[str]:
    """Ask a specialist of a field; the consultation's uid. The owner does not change.

    From the future: TeuiError `consultation_unknown` for a field that there is not,
    `consultation_empty` without a question, `search_ended`.
    """
    model = desk.model

    def write(unit: Unit) -> str:
        open_case(unit, customership_uid)
        if field not in model.handing.fields:
            raise TeuiError("consultation_unknown", value=field)
        if not question.strip():
            raise TeuiError("consultation_empty")
        uid = unit.insert(
            "consultation",
            customership_uid=customership_uid,
            field=field,
            specialist=who.strip() or None,
            asked_by=unit.adviser,
            asked_on=unit.today,
            question=question.strip(),
        )
        refresh(unit, model, customership_uid)
        return uid

    return desk.store.writer.submit("consultation_asked", write)


def ask_statement(desk: Desk, customership_uid: str, matter: str, fact: str) -> Future[str]:
    """Ask for a labour-policy statement on a fact of unemployment security; its uid.

    From the future: TeuiError `consultation_unknown`, `consultation_empty`, `search_ended`.
    """
    model = desk.model

    def write(unit: Unit) -> str:
        open_case(unit, customership_uid)
        if matter not in model.handing.matters:
            raise TeuiError("consultation_unknown", value=matter)
        if not fact.strip():
            raise TeuiError("consultation_empty")
        [adviser] = unit.rows("SELECT name FROM adviser WHERE uid = ?", unit.adviser)
        uid = unit.insert(
            "statement",
            customership_uid=customership_uid,
            matter=matter,
            fact=fact.strip(),
            asked_on=unit.today,
            asked_by=adviser["name"],
        )
        refresh(unit, model, customership_uid)
        return uid

    return desk.store.writer.submit("statement_asked", write)


def answer(desk: Desk, asked: Asked, text: str, given_on: date | None = None) -> Future[None]:
    """What the specialist answered, or who gave the statement; on `given_on`, else today.

    From the future: TeuiError `consultation_no_answer` without words, `statement_day` for a day
    before it was asked for or after today, `consultation_answered` where there is one already;
    StoreError `changed_elsewhere`.
    """
    model, table = desk.model, asked.kind
    words, day = ("answer", "answered_on") if table == "consultation" else ("given_by", "given_on")

    def write(unit: Unit) -> None:
        if not text.strip():
            raise TeuiError("consultation_no_answer")
        rows = unit.rows(
            f"SELECT version, customership_uid, {day} AS day FROM {table} WHERE uid = ?", asked.uid
        )
        if not rows:
            raise StoreError("changed_elsewhere", entity=table, uid=asked.uid)
        if rows[0]["day"] is not None:
            raise TeuiError("consultation_answered")
        on = given_on or unit.today
        if not asked.asked_on <= on <= unit.today:
            raise TeuiError("statement_day", day=show_day(on))
        given = {words: text.strip(), day: on}
        unit.update(table, asked.uid, rows[0]["version"], **given)
        refresh(unit, model, rows[0]["customership_uid"])

    if table == "consultation":
        return desk.store.writer.submit("consultation_answer", write)
    return desk.store.writer.submit("statement_given", write)


def _consulted(row: Row) -> Asked:
    return Asked(
        row["uid"],
        "consultation",
        row["field"],
        row["question"],
        row["specialist"] or "",
        date.fromisoformat(row["asked_on"]),
        day_of(row["answered_on"]),
        row["answer"] or "",
    )


def _stated(row: Row) -> Asked:
    return Asked(
        row["uid"],
        "statement",
        row["matter"],
        row["fact"] or "",
        row["given_by"] or "",
        date.fromisoformat(row["asked_on"]),
        day_of(row["given_on"]),
        "",
    )
