"""From answers to a suggestion, purely: nothing here knows of stores, screens or clocks."""

from teui.assessment.applicability import applicability
from teui.assessment.requirements import requirements_so_far, requirements_under
from teui.assessment.suggest import contradictions, suggest
from teui.assessment.suggestion import Reason, Required, Suggestion

__all__ = [
    "Reason",
    "Required",
    "Suggestion",
    "applicability",
    "contradictions",
    "requirements_so_far",
    "requirements_under",
    "suggest",
]
