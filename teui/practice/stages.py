"""`stages.toml`: in which stages the integration assessment is held."""

from teui.practice.fields import Fields
from teui.practice.stage_model import Stage


def read_stages(file: Fields) -> tuple[Stage, ...]:
    """The stages in their usual order; none in a model kept from before them.

    Raises `DataFault` naming file, key, what is wrong and the cure.
    """
    found: dict[str, Stage] = {}
    for table in file.tables("stage"):
        stage = Stage(
            id=table.id(found),
            source=table.text("source"),
            may_be_bought=table.flag("bought"),
            is_interview=table.flag("interview"),
        )
        if stage.is_interview and stage.may_be_bought:
            problem = "the initial interview is always the office's own."
            raise table.fault("bought", problem, "Take this out.")
        if stage.is_interview and any(each.is_interview for each in found.values()):
            problem = "a stage before is the initial interview."
            raise table.fault("interview", problem, "Leave one.")
        table.end()
        found[stage.id] = stage
    if found and not any(each.is_interview for each in found.values()):
        raise file.fault(
            "stage", "none is the initial interview.", "Write interview = true in one."
        )
    file.end()
    return tuple(found.values())
