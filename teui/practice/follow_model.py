"""The follow-up rules of a practice model, read and checked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

BY_HAND = "hand"
"""What opens a follow-up that an adviser makes; no fact of the history does."""
SOURCE_BY_HAND = "by hand"
"""The source of a rule that is opened by hand."""


Owner = Literal["adviser", "team", "line", "holder", "receiver"]


@dataclass(frozen=True, slots=True)
class FollowUpRule:
    """A rule that makes follow-ups; what opens and closes it is named, never programmed here.

    `opens` and `closes` are facts of the history that `teui.followup` knows; by hand everything
    can be closed but a `rolling` one, which stays open as long as its fact holds. `length` is
    counted from the day on which the matter arose, or back from the day on which something ends;
    `length_by_line` and `length_by_kind` (of a service) come before it. `owner` `holder` is who
    holds the assessment, `receiver` to whom the client is handed over. `services` are those that
    the rule is about, `after` the requirements that it goes on from once they are done. `window`
    says how long before the due day it may first be done (None: from the day on which it arose).
    `requirements` are the ones it takes on; `under` the outcomes it is limited to (empty: all).
    `plan_services` name the services in the plan whose date a requirement takes over. `offers`
    are put forward once it is done, the
    first that is possible then; `contact` is the kind of contact by which it is mostly done.
    """

    id: str
    opens: str
    closes: tuple[str, ...]
    source: str
    owner: Owner
    length: str | None = None
    length_by_line: Mapping[int, str] = field(default_factory=dict)
    length_by_kind: Mapping[str, str] = field(default_factory=dict)
    services: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    window: str | None = None
    requirements: tuple[str, ...] = ()
    under: frozenset[str] = frozenset()
    closes_for: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    plan_services: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    offers: tuple[str, ...] = ()
    contact: str | None = None
    rolling: bool = False
    office: bool = False


@dataclass(frozen=True, slots=True)
class FollowUps:
    """All follow-up rules of a practice model, with the office's own numbers.

    `horizon`, `plan_review` and `undated` name lengths. `early` are the requirements raised before
    a decision. `days_off` are the eves that count as holidays. `views` name the rules of a view of
    Today, `requirement:ID` for a single requirement. `drop_reasons` may be given when one is taken
    off the list, those of `drop_typed` with words of the adviser's own. `channels` are those by
    which there is contact, `face_to_face` some of them; `apart_reasons` may be given for an
    interview by another, those of `apart_typed` with words of the adviser's own. `outcomes` can
    come of a contact that reached the client, `outcomes_missed` of another; after one that is
    `not_moving` a reassessment is put forward.
    """

    rules: Mapping[str, FollowUpRule]
    horizon: str
    plan_review: str
    undated: str
    days_off: frozenset[str]
    early: frozenset[str]
    views: Mapping[str, tuple[str, ...]]
    drop_reasons: tuple[str, ...] = ()
    drop_typed: frozenset[str] = frozenset()
    contact_kinds: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    face_to_face: frozenset[str] = frozenset()
    apart_reasons: tuple[str, ...] = ()
    apart_typed: frozenset[str] = frozenset()
    outcomes: tuple[str, ...] = ()
    outcomes_missed: tuple[str, ...] = ()
    not_moving: frozenset[str] = frozenset()

    def outcomes_of(self, *, reached: bool) -> tuple[str, ...]:
        """What can have come of a contact."""
        return self.outcomes if reached else self.outcomes_missed

    def is_face_to_face(self, channel: str) -> bool:
        """Whether client and adviser sit together."""
        return channel in self.face_to_face

    @property
    def by_hand(self) -> FollowUpRule | None:
        """The rule of what advisers write down themselves, None where the model has none."""
        return next((rule for rule in self.rules.values() if rule.opens == BY_HAND), None)
