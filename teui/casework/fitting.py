"""Whether what was recorded fits the questions of a practice model that may be another by now."""

from teui.practice.model import PracticeModel, Value
from teui.practice.values import ValueFault, read_value


def fitting(model: PracticeModel, question: str, raw: object) -> Value | None:
    """A JSON answer as the model's rules read it; None where no question of it takes that."""
    if question not in model.questions:
        return None
    try:
        return read_value(model.questions[question], raw)
    except ValueFault:
        return None
