"""The stages in which an integration assessment is held, and who holds it."""

from teui.store.driver import Connection, Row
from teui.store.hot.statement import Statement, selected


def _columns(table: str, names: str) -> dict[str, str]:
    return {name: f"{table}.{name}" for name in names.split()}


_STAGE = _columns(
    "assessment_stage", "uid version assessment_uid stage planned_on done_on provider result"
)
_KIND = {
    **_columns("assessment", "uid version kind state kind_reason adviser_uid customership_uid"),
    "client_uid": "customership.client_uid",
    "adviser_name": "adviser.name",
}

OF_CUSTOMERSHIP = Statement(
    f"SELECT {selected(_STAGE)} FROM assessment"
    " JOIN assessment_stage ON assessment_stage.assessment_uid = assessment.uid"
    " WHERE assessment.customership_uid = :customership AND assessment_stage.removed = 0"
    " ORDER BY assessment_stage.id",
    _STAGE,
)
OF_ASSESSMENT = Statement(
    f"SELECT {selected(_STAGE)} FROM assessment_stage"
    " WHERE assessment_stage.assessment_uid = :assessment AND assessment_stage.removed = 0"
    " ORDER BY assessment_stage.id",
    _STAGE,
)
KIND = Statement(
    f"SELECT {selected(_KIND)} FROM assessment"
    " JOIN customership ON customership.uid = assessment.customership_uid"
    " LEFT JOIN adviser ON adviser.uid = assessment.adviser_uid"
    " WHERE assessment.uid = :assessment",
    _KIND,
)
# The last act that said on which day a stage was held; one taken back by an undo leaves no day.
_HELD = {
    **_STAGE,
    "at": "act.at",
    "adviser_name": "adviser.name",
}
HELD = Statement(
    f"SELECT {selected(_HELD)} FROM customership"
    " JOIN assessment ON assessment.customership_uid = customership.uid"
    " JOIN assessment_stage ON assessment_stage.assessment_uid = assessment.uid"
    " JOIN act ON act.uid = (SELECT said.uid FROM change JOIN act AS said"
    " ON said.uid = change.act_uid WHERE change.entity_uid = assessment_stage.uid"
    " AND change.entity = 'assessment_stage' AND change.field = 'done_on'"
    " ORDER BY said.at DESC, said.seq DESC LIMIT 1)"
    " JOIN adviser ON adviser.uid = act.adviser_uid"
    " WHERE customership.client_uid = :client AND assessment_stage.removed = 0"
    " AND assessment_stage.done_on IS NOT NULL"
    " ORDER BY act.at, act.seq",
    _HELD,
)


def of_customership(connection: Connection, customership: str) -> list[Row]:
    """Those of all its assessments, without what was taken out."""
    return OF_CUSTOMERSHIP.all(connection, customership=customership)


def of_assessment(connection: Connection, assessment: str) -> list[Row]:
    return OF_ASSESSMENT.all(connection, assessment=assessment)


def held(connection: Connection, client: str) -> list[Row]:
    """The stages of a client that were held, with who said so last, the latest last."""
    return HELD.all(connection, client=client)


def kind(connection: Connection, assessment: str) -> Row | None:
    """Of which kind an assessment is and why, and who holds it."""
    return KIND.one(connection, assessment=assessment)
