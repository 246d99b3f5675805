"""The stages of an integration assessment: planned, held, some bought from a provider."""

from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date
from typing import Literal

from teui.casework.desk import Desk
from teui.casework.followups import refresh
from teui.casework.record import pinned_model
from teui.errors import StoreError, TeuiError
from teui.practice.days import show_day
from teui.practice.model import Kind, PracticeModel
from teui.practice.stage_model import Stage
from teui.store.driver import Connection, Row
from teui.store.hot import case as case_hot
from teui.store.hot import stages as hot
from teui.store.unit import Unit
from teui.store.values import day_of

Field = Literal["planned_on", "done_on", "provider", "result"]
_KIND_OF_ACT: Mapping[Field, str] = {
    "planned_on": "stage_planned",
    "done_on": "stage_done",
    "provider": "stage_provider",
    "result": "stage_result",
}
INTERPRETER = "book_interpreter"


@dataclass(frozen=True, slots=True)
class StageRow:
    """A stage with its days; `provider` where it is bought, `result` what came of it."""

    stage: Stage
    planned_on: date | None = None
    done_on: date | None = None
    provider: str | None = None
    result: str | None = None


@dataclass(frozen=True, slots=True)
class Interpreter:
    """Whether an interpreter is needed (None: not known), and what has become of booking one.

    `state` is that of the follow-up, `day` the one on which it is to be done; None where there is
    none.
    """

    needed: bool | None
    state: str | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Stages:
    """An assessment with its stages, and who holds it; `is_open` until it is completed."""

    assessment_uid: str
    client_uid: str
    kind: Kind
    is_open: bool
    holder_uid: str | None
    holder: str | None
    rows: tuple[StageRow, ...]
    interpreter: Interpreter

    def row(self, stage: str) -> StageRow:
        return next(each for each in self.rows if each.stage.id == stage)

    @property
    def left(self) -> tuple[StageRow, ...]:
        """Those not held yet."""
        return tuple(each for each in self.rows if each.done_on is None)


def load(desk: Desk, assessment_uid: str) -> Stages:
    """Raises StoreError `assessment_unknown`."""
    connection = desk.store.read()
    found = _found(connection, assessment_uid)
    assessment = case_hot.assessment(connection, assessment_uid)
    assert assessment is not None
    model = stages_model(
        pinned_model(connection, desk.model, assessment["model_digest"]), desk.model
    )
    return Stages(
        assessment_uid=assessment_uid,
        client_uid=found["client_uid"],
        kind=found["kind"],
        is_open=found["state"] == "draft",
        holder_uid=found["adviser_uid"],
        holder=found["adviser_name"],
        rows=rows_of(model, hot.of_assessment(connection, assessment_uid)),
        interpreter=_interpreter(connection, found),
    )


def stages_model(pinned: PracticeModel, current: PracticeModel) -> PracticeModel:
    """The model whose stages count: an assessment begun before there were any has today's."""
    return pinned if pinned.stages else current


def rows_of(model: PracticeModel, rows: list[Row]) -> tuple[StageRow, ...]:
    """Every stage of the model in its order, with what the store has of it."""
    standing = {row["stage"]: row for row in rows}
    return tuple(
        StageRow(stage) if (row := standing.get(stage.id)) is None else _row(stage, row)
        for stage in model.stages
    )


def save(
    desk: Desk, assessment_uid: str, stage_id: str, field: Field, value: date | str | None
) -> Future[None]:
    """Set one field of a stage; None or an empty text takes it back.

    From the future: TeuiError `stage_not_bought` for a provider of what is never bought,
    `stage_done_later` for a day after today, `stage_kind` where it is no integration assessment,
    `assessment_completed`; StoreError `assessment_unknown`.
    """
    model = desk.model
    written = value.strip() or None if isinstance(value, str) else value

    def write(unit: Unit) -> None:
        found = _open(unit, assessment_uid)
        stage = _stage(unit, model, assessment_uid, stage_id)
        if field == "provider" and written is not None and not stage.may_be_bought:
            raise TeuiError("stage_not_bought")
        if field == "done_on" and isinstance(written, date) and written > unit.today:
            raise TeuiError("stage_done_later", day=show_day(written))
        rows = hot.of_assessment(unit.connection, assessment_uid)
        row = next((each for each in rows if each["stage"] == stage_id), None)
        if row is not None:
            unit.update("assessment_stage", row["uid"], row["version"], **{field: written})
        elif written is not None:
            unit.insert(
                "assessment_stage",
                assessment_uid=assessment_uid,
                stage=stage_id,
                **{field: written},
            )
        refresh(unit, model, found["customership_uid"])

    return desk.store.writer.submit(_KIND_OF_ACT[field], write)


def hold(desk: Desk, assessment_uid: str, adviser_uid: str) -> Future[None]:
    """Say who holds the assessment, one of the office's advisers; raises as `save`."""
    model = desk.model

    def write(unit: Unit) -> None:
        found = _open(unit, assessment_uid)
        unit.update("assessment", assessment_uid, found["version"], adviser_uid=adviser_uid)
        refresh(unit, model, found["customership_uid"])

    return desk.store.writer.submit("assessment_holder", write)


def _row(stage: Stage, row: Row) -> StageRow:
    return StageRow(
        stage,
        planned_on=day_of(row["planned_on"]),
        done_on=day_of(row["done_on"]),
        provider=row["provider"],
        result=row["result"],
    )


def _found(connection: Connection, assessment_uid: str) -> Row:
    found = hot.kind(connection, assessment_uid)
    if found is None:
        raise StoreError("assessment_unknown", assessment=assessment_uid)
    return found


def _open(unit: Unit, assessment_uid: str) -> Row:
    found = _found(unit.connection, assessment_uid)
    if found["state"] != "draft":
        raise TeuiError("assessment_completed")
    if found["kind"] != "integration":
        raise TeuiError("stage_kind")
    return found


def _stage(unit: Unit, current: PracticeModel, assessment_uid: str, stage_id: str) -> Stage:
    assessment = case_hot.assessment(unit.connection, assessment_uid)
    assert assessment is not None
    pinned = pinned_model(unit.connection, current, assessment["model_digest"])
    stages = stages_model(pinned, current).stages
    return next(each for each in stages if each.id == stage_id)


def _interpreter(connection: Connection, found: Row) -> Interpreter:
    case = case_hot.case(connection, found["customership_uid"])
    said = case["interpreter"] if case is not None else None
    needed = None if said is None else said == "yes"
    for row in case_hot.follow_ups(connection, found["customership_uid"]):
        if row["fact"] == INTERPRETER and row["state"] in {"open", "snoozed", "done"}:
            day = day_of(row["snoozed_to"]) or day_of(row["act_on"])
            return Interpreter(needed, row["state"], day)
    return Interpreter(needed)
