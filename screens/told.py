"""What was just done with a follow-up, said on the rule above the keys, and what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from screens.keys import Key
from screens.widgets.lines import Line, Span, fit, line, width_of
from teui.practice.texts import Texts


@dataclass(frozen=True, slots=True)
class Told:
    """`what` is a text `follow_up.<what>`; `offer` the id of the key of what comes next."""

    what: str
    client_uid: str
    client: str
    day: date | None = None
    offer: str | None = None

    def offered(self, keys: Sequence[Key]) -> Key | None:
        """The key of what comes next, where the screen has it."""
        return next((key for key in keys if key.id == self.offer), None)


def told_line(told: Told | None, keys: Sequence[Key], t: Texts, width: int) -> Line:
    """A rule across the screen, with the sentence and the key offered in it."""
    if told is None:
        return line(Span("─" * width, "rule"))
    day = t.day(told.day) if told.day else ""
    said = t(f"follow_up.{told.what}", client=told.client, day=day)
    parts: Line = line(Span("── ", "rule"), Span(said, "good"))
    if (key := told.offered(keys)) is not None:
        offered = (Span(key.shown, "key"), Span(f" {t(f'key.{key.id}.short')}"))
        parts = (*parts, Span(f"   {t('follow_up.next')} "), *offered)
    rest = width - width_of(parts) - 1
    return fit((*parts, Span(" "), Span("─" * rest, "rule")), width)
