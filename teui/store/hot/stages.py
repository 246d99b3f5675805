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


def of_customership(connection: Connection, customership: str) -> list[Row]:
    """Those of all its assessments, without what was taken out."""
    return OF_CUSTOMERSHIP.all(connection, customership=customership)


def of_assessment(connection: Connection, assessment: str) -> list[Row]:
    return OF_ASSESSMENT.all(connection, assessment=assessment)


def kind(connection: Connection, assessment: str) -> Row | None:
    """Of which kind an assessment is and why, and who holds it."""
    return KIND.one(connection, assessment=assessment)
