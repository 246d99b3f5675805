"""What the program puts forward after a service; a person decides (S1 ch. 4, 6)."""

from dataclasses import dataclass

from teui.practice.model import PracticeModel
from teui.practice.service_life import NEED_CHANGED, OTHER_LINE, REASSESSED


@dataclass(frozen=True, slots=True)
class Forward:
    """`line` is put forward where the service ended without work, by the rule in `source`.

    `step` is the next step that fits best. Neither changes anything by itself.
    """

    line: int | None
    source: str | None
    step: str | None


def put_forward(
    model: PracticeModel,
    service: str,
    *,
    sent_by: int | None,
    on_line: int | None,
    result: str | None,
    need_changed: bool | None,
) -> Forward:
    """What follows `service`, judged so far as it is, for a client sent by a line, now on one.

    Without work the client comes back to the line that sent him or her, but after some services
    to the one that the catalogue names.
    """
    life, known = model.service_life, model.services.get(service)
    outcome = life.results.get(result or "")
    line, source = None, None
    if outcome is not None and outcome.without_work:
        if known is not None and known.after is not None:
            line, source = known.after, known.after_source
        elif (line := sent_by or on_line) is not None:
            source = life.returns
    facts = {result} if result is not None else set()
    if need_changed:
        facts.add(NEED_CHANGED)
    if line is not None and line != on_line:
        facts.add(OTHER_LINE)
    if outcome is not None and outcome.without_work and known is not None and known.reassessed:
        facts.add(REASSESSED)
    steps = (each.id for each in life.next_steps.values() if each.after & facts)
    return Forward(line, source, next(steps, None))
