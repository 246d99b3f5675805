"""What is suggested, as frozen values: the fields of `teui suggest` (interview.md)."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Reason:
    """A gate (its own outcome's id) or criterion, the outcome it is for, the questions it reads.

    `holds` is None while the known answers do not decide it; `source` is the citation.
    """

    criterion: str
    outcome: str
    holds: bool | None
    answers: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Required:
    """Something that must follow, with its calendar day where it has one."""

    id: str
    due: date | None
    source: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The suggested outcome, why, what is open, and what must follow.

    `open_questions` decide the line, most useful first; `follow_questions`, in form order, decide
    only what must follow under an outcome that is still possible.
    """

    pack: str
    assessment: str | None
    outcome: str | None
    settled: bool
    possible: tuple[str, ...]
    sub_segment: str | None
    phase: str | None
    reasons: tuple[Reason, ...]
    open_questions: tuple[str, ...]
    follow_questions: tuple[str, ...]
    requirements: tuple[Required, ...]

    def to_json(self) -> dict[str, object]:
        """The object that `teui suggest` prints."""
        return {
            "pack": self.pack,
            "assessment": self.assessment,
            "outcome": self.outcome,
            "settled": self.settled,
            "possible": list(self.possible),
            "sub_segment": self.sub_segment,
            "phase": self.phase,
            "reasons": [
                {
                    "criterion": reason.criterion,
                    "for": reason.outcome,
                    "holds": reason.holds,
                    "answers": list(reason.answers),
                    "source": reason.source,
                }
                for reason in self.reasons
            ],
            "open_questions": list(self.open_questions),
            "requirements": [
                {
                    "id": required.id,
                    "due": None if required.due is None else required.due.isoformat(),
                    "source": required.source,
                }
                for required in self.requirements
            ],
        }


NOTHING = Suggestion("", None, None, False, (), None, None, (), (), (), ())
"""Of what decides no line: an interview on the line."""
