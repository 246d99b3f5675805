"""What a client's record says of an assessment's kind: who holds it, how far it is, and why."""

from dataclasses import dataclass

from teui.casework.assessment_kind import INTEGRATION
from teui.casework.desk import Desk
from teui.casework.stages import load
from teui.practice.texts import Texts
from teui.store.hot import stages as hot


@dataclass(frozen=True, slots=True)
class OfKind:
    """`specialist` is the adviser's name who holds an integration assessment; `stages_held` of
    `stages` were held. `reason`: why it is of another kind than the rule has it."""

    specialist: str | None = None
    stages_held: int = 0
    stages: int = 0
    reason: str | None = None


NOTHING_SAID = OfKind()


def of_kind(desk: Desk, assessment_uid: str) -> OfKind:
    """Raises StoreError `assessment_unknown`."""
    found = hot.kind(desk.store.read(), assessment_uid)
    reason = found["kind_reason"] if found is not None else None
    if found is None or found["kind"] != INTEGRATION:
        return OfKind(reason=reason)
    stages = load(desk, assessment_uid)
    of = len(stages.rows)
    return OfKind(stages.holder, of - len(stages.left), of, reason)


def worded(t: Texts, each: OfKind) -> list[str]:
    """A line each: specialist with the stages, the reason; none where there is nothing to say."""
    made = []
    if each.stages:
        by = t("stages.held_by", name=each.specialist or "-")
        made.append(f"{by} · {t('stages.count', held=each.stages_held, of=each.stages)}")
    return made + ([t("kind.reason_is", reason=each.reason)] if each.reason else [])
