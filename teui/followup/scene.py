"""What an opening fact looks at, and what it finds."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from teui.followup.calendar import WorkCalendar
from teui.followup.history import History
from teui.practice.follow_model import FollowUpRule
from teui.practice.model import Length, PracticeModel

NEXT_CONTACT, CLIENT_STEPS = "agreed.next_contact", "agreed.client_steps"

Params = Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class Trigger:
    """A matter that arose on a day and is due on another; `holder` is who sees to it, if named,
    else all of `team`."""

    subject: str
    fact: str
    arose: date
    due: date
    params: Params = field(default_factory=dict)
    source: str | None = None
    holder: str | None = None
    team: str | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """What an opening fact looks at."""

    model: PracticeModel
    history: History
    calendar: WorkCalendar
    today: date

    def length_of(self, rule: FollowUpRule, day: date, kind: str | None = None) -> Length:
        """The rule's length in force on `day`, on the line that the client is on, for a service of
        the `kind`."""
        by_line = rule.length_by_line.get(self.history.line or 0, rule.length)
        name = rule.length_by_kind.get(kind, by_line) if kind else by_line
        assert name is not None, rule.id
        return self.model.length(name, day)


def measure(length: Length) -> Params:
    """A length as parameters."""
    return {"amount": length.amount, "unit": length.unit}


Opening = Callable[[Scene, FollowUpRule], Iterator[Trigger]]
