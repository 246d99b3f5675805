"""How services and what goes on beside them are judged, from `services.toml`."""

from collections.abc import Iterator

from teui.practice.fields import Fields
from teui.practice.life_model import EndReason, NextStep, Result, ServiceLife, WorkNeed

NEED_CHANGED, OTHER_LINE, REASSESSED = "need_changed", "other_line", "reassessed"


def read_service_life(top: Fields) -> ServiceLife:
    """The codes of results, judgements, work and business; none in a model from before them.

    Raises `DataFault` naming file, key, what is wrong and the cure.
    """
    if not top.has("life"):
        return ServiceLife()
    life, work, business = top.table("life"), top.table("work"), top.table("business")
    results: dict[str, Result] = {}
    for table in top.tables("result"):
        result = Result(table.id(results), table.text("source"), table.flag("without_work"))
        table.end()
        results[result.id] = result
    reasons: dict[str, EndReason] = {}
    for table in top.tables("end_reason"):
        reason = EndReason(
            table.id(reasons), table.one_of("result", results.keys()), table.text("source")
        )
        table.end()
        reasons[reason.id] = reason
    facts = {*results, NEED_CHANGED, OTHER_LINE, REASSESSED}
    steps: dict[str, NextStep] = {}
    for table in top.tables("next_step"):
        step = NextStep(
            table.id(steps), frozenset(table.texts("after", facts)), table.text("source")
        )
        table.end()
        steps[step.id] = step
    needs: dict[str, WorkNeed] = {}
    for table in top.tables("work_need"):
        need = WorkNeed(table.id(needs), table.text("source"), table.flag("changed"))
        table.end()
        needs[need.id] = need
    ways: dict[str, str] = {}
    for table in top.tables("business_step"):
        ways[table.id(ways)] = table.text("source")
        table.end()
    made = ServiceLife(
        judgements=life.texts("judgements"),
        judged=life.text("judged"),
        returns=life.text("returns"),
        results=results,
        end_reasons=reasons,
        next_steps=steps,
        work_kinds=work.texts("kinds"),
        work_source=work.text("source"),
        work_needs=needs,
        business_steps=ways,
        raised=business.texts("raised"),
        raised_source=business.text("source"),
    )
    for table in (life, work, business):
        table.end()
    return made


def cited(life: ServiceLife) -> Iterator[tuple[str, str]]:
    """Every source that it names, with its key in the file."""
    if life.judged:
        yield "life.judged", life.judged
        yield "life.returns", life.returns
        yield "work.source", life.work_source
        yield "business.source", life.raised_source
    for name, entries in (
        ("result", life.results),
        ("end_reason", life.end_reasons),
        ("next_step", life.next_steps),
        ("work_need", life.work_needs),
    ):
        for each in entries.values():
            yield f"{name} {each.id}.source", each.source
    for step, source in life.business_steps.items():
        yield f"business_step {step}.source", source
